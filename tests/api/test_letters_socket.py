"""`WS /v1/letters` on a real server: frames in, letters out, and clients that behave badly."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from websockets.sync.client import connect

from desktop_app.api import limits
from desktop_app.engine.cv import cv2
from desktop_app.engine.letters.records import LetterScores
from desktop_app.engine.records import FloatArray
from tests.api.api_client import ApiClient
from tests.api.conftest import Serve, make_parts, until
from tests.api.letters_client import HandsInPictures, end_of, hear, letter_server, letters, show
from tests.engine.letters.hands import ASPECT, hand_at
from tests.helpers.fakes import WAIT_S, picture
from tests.helpers.letter_models import FakeLetters
from tests.helpers.shared import shared_video

pytestmark = pytest.mark.network


@pytest.fixture(scope="module")
def api_client() -> Iterator[ApiClient]:
    yield from letter_server(make_parts(None))


def test_the_buffer_fills_then_letters_come_and_are_committed(api_client: ApiClient) -> None:
    with letters(api_client, "every_frame=1") as client:
        assert client.ready == {
            "type": "ready",
            "mode": "sequence",
            "window": 32,
            "model": "fake",
            "fps": 30,
        }
        for number in range(125):
            show(client, 5 + number / 30, hand_at())
        client.send('{"type": "reset"}')
        said: list[dict[str, Any]] = []
        while not said or said[-1]["type"] != "reset":
            said.append(hear(client))
    answers = [one for one in said if one["type"] == "letter"]
    first, last = answers[0], answers[-1]
    assert first["phase"] == "collecting"
    assert first["letter"] is None
    assert first["message"] == f"Collecting frames {first['collected']}/32"
    assert (last["letter"], last["collected"], last["window"]) == ("A", 32, 32)
    assert last["probability"] == pytest.approx(0.9, abs=0.02)
    assert [one["letter"] for answer in answers for one in answer["commits"]] == ["A"]
    assert said[-1]["text"] == "A"
    assert last["dropped"] == 0
    assert last["candidates"][0] == {"letter": "A", "probability": last["probability"]}


def test_bytes_say_the_same_as_json(api_client: ApiClient) -> None:
    texts = []
    for as_bytes in (False, True):
        with letters(api_client, f"mode=frame&every_frame=true&aspect={ASPECT}") as client:
            for number in range(20):
                if as_bytes:
                    hand = hand_at().astype("<f4").tobytes()
                    client.send(np.array([number / 30], "<f8").tobytes() + hand)
                else:
                    show(client, number / 30, hand_at())
            client.send('{"type": "reset"}')
            texts.append(hear(client, "reset")["text"])
    assert texts == ["A", "A"]


def test_a_target_resets_the_buffer_and_is_compared(api_client: ApiClient) -> None:
    with letters(api_client, "every_frame=1&mode=sequence") as client:
        for number in range(40):
            show(client, number / 30, hand_at())
        client.send('{"type": "target", "letter": "b"}')
        assert hear(client, "target") == {"type": "target", "letter": "B"}
        show(client, 2.0, hand_at())
        answer = hear(client, "letter")
        assert (answer["phase"], answer["collected"]) == ("collecting", 1)
        assert (answer["target"], answer["matches"]) == ("B", None)
        for number in range(40):
            show(client, 2 + number / 30, hand_at())
        while answer["letter"] is None:
            answer = hear(client, "letter")
        assert (answer["letter"], answer["matches"]) == ("A", False)
        client.send('{"type": "target", "letter": null}')
        assert hear(client, "target")["letter"] is None
        client.send('{"type": "target", "letter": "SPACE"}')
        assert hear(client, "error")["field"] == "letter"


def test_no_hand_is_said(api_client: ApiClient) -> None:
    with letters(api_client) as client:
        show(client, 1.0, None)
        answer = hear(client, "letter")
        assert (answer["phase"], answer["letter"]) == ("no_hand", "NOTHING")


def test_reset_may_take_the_text_as_well(api_client: ApiClient) -> None:
    with letters(api_client, "mode=frame&every_frame=1") as client:
        for number in range(20):
            show(client, number / 30, hand_at())
        client.send('{"type": "reset"}')
        assert hear(client, "reset")["text"] == "A"
        client.send('{"type": "reset", "text": true}')
        assert hear(client, "reset")["text"] == ""


def test_pictures_are_read_by_a_tracker_of_their_own(api_client: ApiClient) -> None:
    HandsInPictures.made.clear()
    jpeg = cv2.imencode(".jpg", picture(3, (48, 64, 3)))[1].tobytes()
    with letters(api_client, "mode=frame&every_frame=1") as one, letters(api_client, "mode=frame") as other:
        for client in (one, other):
            client.send(jpeg)
            assert hear(client, "letter")["letter"] == "A"
        one.send(b"\xff\xd8\xff" + b"rubbish" * 9)
        assert hear(one, "error")["field"] == "message"
        one.send(jpeg)
        until(lambda: sum(len(tracker.seen) for tracker in HandsInPictures.made) == 3)
    assert len({tracker.thread for tracker in HandsInPictures.made}) == 2
    assert HandsInPictures.made[0].seen[0].bgr.shape == (48, 64, 3)
    until(lambda: [tracker.closed for tracker in HandsInPictures.made] == [1, 1])


def test_a_png_is_read_like_a_jpeg(api_client: ApiClient) -> None:
    HandsInPictures.made.clear()
    shown = picture(3, (48, 64, 3))
    with letters(api_client, "mode=frame") as client:
        client.send(cv2.imencode(".png", shown)[1].tobytes())
        assert hear(client, "letter")["letter"] == "A"
    assert np.array_equal(HandsInPictures.made[0].seen[0].bgr, shown)


def test_a_data_url_is_answered_with_what_to_send(api_client: ApiClient) -> None:
    with letters(api_client) as client:
        client.send("data:image/jpeg;base64," + "A" * 100_000)
        error = hear(client, "error")
    assert error["code"] == "letters.picture_as_text"
    assert "toBlob" in error["hint"]


def test_points_may_be_objects_as_the_libraries_of_mediapipe_give_them(api_client: ApiClient) -> None:
    points = [{"x": float(x), "y": float(y), "z": float(z), "visibility": 0.9} for x, y, z in hand_at()]
    with letters(api_client, "mode=frame") as client:
        client.send(json.dumps({"type": "landmarks", "hand": points, "time_s": 1.0}))
        objects = hear(client, "letter")
        show(client, 2.0, hand_at())
        lists = hear(client, "letter")
    assert (objects["letter"], objects["probability"]) == (lists["letter"], lists["probability"])


@pytest.mark.parametrize("start_s", [0.0, 1.76e9])
def test_a_recording_that_begins_anew_begins_a_new_buffer(api_client: ApiClient, start_s: float) -> None:
    with letters(api_client, "every_frame=1") as client:
        for _ in range(2):
            collected = []
            for number in range(32):
                show(client, start_s + number / 30, hand_at())
            while (answer := hear(client, "letter"))["phase"] == "collecting":
                collected.append(answer["collected"])
            assert collected[0] < 32
            assert answer["letter"] == "A"


@pytest.mark.parametrize("binary", [False, True])
def test_times_in_milliseconds_are_answered_with_what_is_wrong(api_client: ApiClient, binary: bool) -> None:
    with letters(api_client, "every_frame=1") as client:
        for number in range(6):
            if binary:
                client.send(np.float64(number * 33.3).tobytes() + hand_at().astype("<f4").tobytes())
            else:
                show(client, number * 33.3, hand_at())
        error = hear(client, "error")
        assert (error["code"], error["field"]) == ("letters.time_steps", "time_s")
        assert "33.3" in error["message"]
        assert "milliseconds" in error["hint"]
        for number in range(40):  # seconds from now on
            show(client, number / 30, hand_at())
        while hear(client, "letter")["letter"] != "A":
            pass


@pytest.mark.parametrize("mode", ["sequence", "frame"])
@pytest.mark.parametrize("step_s", [0.0, -1 / 30, 33.3e-6], ids=["standing", "backwards", "far too small"])
def test_times_that_do_not_advance_are_answered_with_what_is_wrong(
    api_client: ApiClient, step_s: float, mode: str
) -> None:
    with letters(api_client, f"mode={mode}&every_frame=1") as client:
        for number in range(6):
            show(client, 100 + number * step_s, hand_at())
        error = hear(client, "error")
        assert (error["code"], error["field"]) == ("letters.time_steps", "time_s")
        for number in range(40):
            show(client, 200 + number / 30, hand_at())
        while hear(client, "letter")["letter"] != "A":
            pass


def test_a_pause_in_a_recording_is_no_mistake(api_client: ApiClient) -> None:
    with letters(api_client, "every_frame=1") as client:
        for number in range(3):
            show(client, 5.0 * number, hand_at())
            show(client, 5.0 * number + 0.03, hand_at())
        client.send('{"type": "reset"}')
        said = [hear(client)]
        while said[-1]["type"] != "reset":
            said.append(hear(client))
    assert "error" not in [one["type"] for one in said]


def test_pictures_far_apart_are_fine_one_by_one(api_client: ApiClient) -> None:
    with letters(api_client, "mode=frame&every_frame=1") as client:
        for number in range(6):
            show(client, 10.0 * number, hand_at())
            assert hear(client)["letter"] == "A"


def test_a_picture_of_very_many_pixels_is_not_unpacked(api_client: ApiClient) -> None:
    jpeg = bytearray(cv2.imencode(".jpg", picture(3, (48, 64, 3)))[1].tobytes())
    place = jpeg.index(b"\xff\xc0")
    jpeg[place + 5 : place + 9] = (60_000).to_bytes(2) + (60_000).to_bytes(2)
    with letters(api_client) as client:
        client.send(bytes(jpeg))
        error = hear(client, "error")
        assert "60000 x 60000" in error["message"]


def test_only_so_many_clients_may_send_pictures(serve: Serve) -> None:
    parts = replace(make_parts(None), load_letters=lambda _: FakeLetters(), make_extractor=HandsInPictures)
    api_client = serve(parts)
    jpeg = cv2.imencode(".jpg", picture(3))[1].tobytes()
    clients = []
    try:
        for _ in range(limits.MAX_PICTURE_CLIENTS + 1):
            manager = letters(api_client, "mode=frame")
            clients.append((manager, manager.__enter__()))
        for _, client in clients[:-1]:
            client.send(jpeg)
            hear(client, "letter")
        clients[-1][1].send(jpeg)
        code, said = end_of(clients[-1][1])
        assert (code, said[-1]["code"]) == (1013, "api.busy")
    finally:
        for manager, _ in clients:
            manager.__exit__(None, None, None)
    until(lambda: _may_send(api_client, jpeg))  # a place is free again


def _may_send(api_client: ApiClient, jpeg: bytes) -> bool:
    with letters(api_client, "mode=frame") as client:
        client.send(jpeg)
        return bool(hear(client)["type"] == "letter")


def test_many_clients_each_with_its_own_text(serve: Serve) -> None:
    class ByHeight(FakeLetters):
        """Says which letter by how far the thumb is from the wrist."""

        def predict(self, hands: FloatArray) -> LetterScores:
            self.letter = "ABC"[round(float(hands[-1][20, 2] * 10))]
            return super().predict(hands)

    api_client = serve(replace(make_parts(None), load_letters=lambda _: ByHeight()))
    managers = [letters(api_client, "mode=frame&every_frame=1") for _ in range(limits.MAX_LETTER_CLIENTS)]
    clients = [manager.__enter__() for manager in managers]
    try:
        for number in range(20):
            for index, client in enumerate(clients):
                hand = np.zeros((21, 3), np.float32) + 0.3
                hand[9] = (0.3, 0.1, 0.3)
                hand[8] = (0.3, -0.7, 0.3)
                hand[20] = (0.3, 0.3, 0.3 + 0.1 * (index % 3))
                show(client, number / 30, hand, aspect=1)
        for index, client in enumerate(clients):
            client.send('{"type": "reset"}')
            assert hear(client, "reset")["text"] == "ABC"[index % 3]
        with connect(
            f"ws://{api_client.netloc}/v1/letters?token={api_client.token}", proxy=None, close_timeout=2
        ) as one_more:
            code, said = end_of(one_more)
            assert (code, said[0]["code"]) == (1013, "api.busy")
    finally:
        for manager in managers:
            manager.__exit__(None, None, None)
    with letters(api_client) as client:
        assert client.ready["type"] == "ready"


def test_a_busy_server_reads_the_newest_frame_and_counts_the_others(serve: Serve) -> None:
    class SlowModel(FakeLetters):
        def __init__(self) -> None:
            super().__init__()
            self.entered, self.let_go = threading.Semaphore(0), threading.Semaphore(0)

        def predict(self, hands: FloatArray) -> LetterScores:
            self.entered.release()
            assert self.let_go.acquire(timeout=WAIT_S)
            return super().predict(hands)

    model = SlowModel()
    api_client = serve(replace(make_parts(None), load_letters=lambda _: model))
    with letters(api_client, "mode=frame") as client:
        show(client, 0.0, hand_at())
        assert model.entered.acquire(timeout=WAIT_S)
        for number in range(1, 11):
            show(client, number / 30, hand_at())
        client.send("{}")  # once its error comes back everything before it was heard
        hear(client, "error")
        for _ in range(2):
            model.let_go.release()
        answers = [hear(client, "letter"), hear(client, "letter")]
    assert [one["frame"] for one in answers] == [1, 11]
    assert answers[-1]["time_s"] == pytest.approx(10 / 30, abs=1e-3)
    assert (answers[-1]["received"], answers[-1]["dropped"]) == (11, 9)


def test_the_end_of_the_server_ends_every_client(serve: Serve) -> None:
    parts = replace(make_parts(None), load_letters=lambda _: FakeLetters(), make_extractor=HandsInPictures)
    api_client = serve(parts)
    HandsInPictures.made.clear()
    jpeg = cv2.imencode(".jpg", picture(3))[1].tobytes()
    with letters(api_client, "mode=frame") as one, letters(api_client, "mode=frame") as other:
        one.send(jpeg)
        hear(one, "letter")
        assert api_client.server.stop(WAIT_S)
        assert end_of(one)[0] == 1001
        assert end_of(other)[0] == 1001
    assert HandsInPictures.made[0].closed == 1


@pytest.mark.shared_data
def test_a_real_letter_from_pictures(serve: Serve) -> None:
    """Frames of a film as JPEG, through the real hand tracker and the shipped model."""
    from desktop_app.engine.tracking.holistic import HandsExtractor

    api_client = serve(replace(make_parts(None), make_extractor=HandsExtractor))
    film = cv2.VideoCapture(str(shared_video("ghsl_letter_b")))
    seen = []
    with letters(api_client, "mode=frame&every_frame=1") as client:
        for number in range(125):
            good, image = film.read()
            assert good
            if number >= 95:  # the letter is held by then
                client.send(cv2.imencode(".jpg", image)[1].tobytes())
                seen.append(hear(client, "letter"))
    film.release()
    read = [one["letter"] for one in seen if one["candidates"] and one["letter"] != "NOTHING"]
    assert read.count("B") > len(seen) / 2


def test_the_shipped_model_reads_a_real_stream(serve: Serve, recogniser: Any) -> None:
    from desktop_app import paths
    from desktop_app.engine.layout import RIGHT_HAND
    from desktop_app.engine.sources.recording import load_recording

    recording = load_recording(paths.sample_recording("letters"))
    api_client = serve(make_parts(None))
    with letters(api_client, "every_frame=1") as client:
        for number, row in enumerate(recording.raw[:400]):
            hand = row[RIGHT_HAND].reshape(21, 3)
            show(client, number / recording.fps, hand if hand.any() else None, aspect=recording.aspect)
        client.send('{"type": "reset"}')
        text = hear(client, "reset")["text"]
    assert len(text) >= 2
    assert text.isalpha()
