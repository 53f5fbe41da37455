"""MediaPipe Holistic, and Hands alone where nothing else is needed. The only file that imports mediapipe."""

from __future__ import annotations

from typing import Any, Final

from desktop_app.engine.cv import cv2  # isort: skip  (before mediapipe, which imports OpenCV without restoring Qt's environment)
import mediapipe as mp
import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.records import FloatArray, Frame, LandmarkFrame
from desktop_app.errors import LandmarkError
from desktop_app.message import Message

# 0 and 2 are downloaded on first use, which a program that works offline may not do.
MODEL_COMPLEXITY: Final = 1
MIN_SIDE_PX: Final = 16  # below it nobody can be seen, and the graph's crops become empty
_FACE_ROWS: Final = np.array(layout.FACE_INDICES)


def bare_holistic() -> Any:
    """MediaPipe's own object with our settings, for the extractor and for what measures it."""
    return mp.solutions.holistic.Holistic(
        static_image_mode=False,
        model_complexity=MODEL_COMPLEXITY,
        smooth_landmarks=True,
        enable_segmentation=False,
        refine_face_landmarks=False,
        min_detection_confidence=0.5,
        min_tracking_confidence=0.5,
    )


class HolisticExtractor:
    """Finds one person's 543 landmarks in an unflipped picture.

    A picture that is mirrored swaps left and right: Holistic names the hands by the body they hang on. Create,
    use and close it on one thread; `process` waits for its graph and releases the interpreter lock meanwhile.
    MediaPipe counts its own time (33 ms a call), so the smoothing assumes 30 frames a second.
    `signmirror bench` measures what is added to MediaPipe's own time.

    Args:
        warm_up: show it a blank picture first; the first call is several times slower than the others.
    """

    def __init__(self, *, warm_up: bool = True) -> None:
        self._holistic: Any = bare_holistic()
        if warm_up:
            # No reset after it: that would build the graph, and its slow first call, anew.
            self._process(np.zeros((480, 640, 3), np.uint8))

    def extract(self, frame: Frame) -> LandmarkFrame:
        """Landmarks of the frame; a part that was not seen, or is not finite, is all zeros.

        Raises LandmarkError when MediaPipe fails on this picture; the next one can be tried.
        """
        if min(frame.width, frame.height) < MIN_SIDE_PX:
            return LandmarkFrame.empty(frame.frame_id, frame.captured_ns, frame.position_s, frame.aspect)
        result = self._process(frame.bgr)
        raw = np.zeros(layout.FEATURE_DIM, np.float32)
        if result.pose_landmarks is not None:
            points = result.pose_landmarks.landmark
            _put(raw, layout.POSE, _rows([(p.x, p.y, p.z, p.visibility) for p in points]))
        if result.left_hand_landmarks is not None:
            _put(raw, layout.LEFT_HAND, _xyz(result.left_hand_landmarks))
        if result.right_hand_landmarks is not None:
            _put(raw, layout.RIGHT_HAND, _xyz(result.right_hand_landmarks))
        mesh = np.zeros((0, 3), np.float32)
        if result.face_landmarks is not None:
            mesh = _xyz(result.face_landmarks)[: layout.FACE_MESH_POINTS]
            _put(raw, layout.FACE, mesh[_FACE_ROWS])
            if not raw[layout.FACE].any():
                mesh = np.zeros((0, 3), np.float32)
        return LandmarkFrame(
            frame.frame_id, frame.captured_ns, frame.position_s, raw, frame.aspect, np.ascontiguousarray(mesh)
        )

    def reset(self) -> None:
        """Forget where the person was, between clips and after a gap."""
        if self._holistic is None:
            raise RuntimeError("the extractor is closed")
        self._holistic.reset()

    def close(self) -> None:
        """Free the graph. MediaPipe itself raises when closed twice; this does not."""
        holistic, self._holistic = self._holistic, None
        if holistic is not None:
            holistic.close()

    def _process(self, bgr: np.ndarray[Any, np.dtype[np.uint8]]) -> Any:
        """The one call of MediaPipe. Takes (H, W, 3) BGR."""
        if self._holistic is None:
            raise RuntimeError("the extractor is closed")
        rgb = cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB)
        rgb.flags.writeable = False  # lets MediaPipe read it in place
        try:
            return self._holistic.process(rgb)
        except (RuntimeError, ValueError) as error:
            self._holistic.reset()  # a graph that failed once refuses every further frame
            raise LandmarkError(
                Message("The tracker failed on a picture."), Message("It was left out."), detail=str(error)
            ) from error


class HandsExtractor:
    """Finds up to two hands and nothing else, in two thirds of Holistic's time: for fingerspelling.

    The frame that comes out has no pose and no face. Hands takes the picture for a mirrored one (a selfie),
    ours is unflipped: what it calls the left hand is the signer's right. Of two hands with one name the surer
    one keeps it.

    Create, use and close it on one thread.
    """

    def __init__(self, *, warm_up: bool = True) -> None:
        self._hands: Any = None
        self._make()
        if warm_up:
            self._process(np.zeros((480, 640, 3), np.uint8))

    def extract(self, frame: Frame) -> LandmarkFrame:
        """Hands of the frame in their columns; all else is zeros.

        Raises LandmarkError when MediaPipe fails on this picture; the next one can be tried.
        """
        raw = np.zeros(layout.FEATURE_DIM, np.float32)
        if min(frame.width, frame.height) >= MIN_SIDE_PX:
            result = self._process(frame.bgr)
            found = zip(result.multi_hand_landmarks or (), result.multi_handedness or (), strict=False)
            sure = sorted(found, key=lambda hand: -hand[1].classification[0].score)
            for landmarks, handedness in sure:
                mirrored_left = handedness.classification[0].label == "Left"
                part, other = (
                    (layout.RIGHT_HAND, layout.LEFT_HAND)
                    if mirrored_left
                    else (layout.LEFT_HAND, layout.RIGHT_HAND)
                )
                _put(raw, other if raw[part].any() else part, _xyz(landmarks))
        return LandmarkFrame(frame.frame_id, frame.captured_ns, frame.position_s, raw, frame.aspect)

    def reset(self) -> None:
        """Forget where the hands were, between clips and after a gap."""
        if self._hands is None:
            raise RuntimeError("the extractor is closed")
        self._hands.reset()

    def close(self) -> None:
        """Free the graph. May be called twice."""
        hands, self._hands = self._hands, None
        if hands is not None:
            hands.close()

    def _make(self) -> None:
        self._hands = mp.solutions.hands.Hands(
            static_image_mode=False,
            max_num_hands=2,
            model_complexity=MODEL_COMPLEXITY,
            min_detection_confidence=0.5,
            min_tracking_confidence=0.5,
        )

    def _process(self, bgr: np.ndarray[Any, np.dtype[np.uint8]]) -> Any:
        """The one call of MediaPipe. Takes (H, W, 3) BGR."""
        if self._hands is None:
            raise RuntimeError("the extractor is closed")
        rgb = cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB)
        rgb.flags.writeable = False
        try:
            return self._hands.process(rgb)
        except (RuntimeError, ValueError) as error:
            self._hands.reset()
            raise LandmarkError(
                Message("The tracker failed on a picture."), Message("It was left out."), detail=str(error)
            ) from error


def _xyz(landmarks: Any) -> FloatArray:
    return _rows([(point.x, point.y, point.z) for point in landmarks.landmark])


def _rows(points: list[tuple[float, ...]]) -> FloatArray:
    return np.array(points, np.float32)


def _put(raw: FloatArray, part: slice, points: FloatArray) -> None:
    """Write one part into its columns, or leave it out when a number is not finite."""
    if np.isfinite(points).all():
        raw[part] = points.reshape(-1)
