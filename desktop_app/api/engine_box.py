"""The recogniser of the API: loaded in the background, replaced when packs change, or failed with an error."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app.api.errors import ApiError, not_loaded
from desktop_app.engine.letters.protocols import LetterModel
from desktop_app.engine.letters.records import LetterMode
from desktop_app.engine.protocols import LandmarkExtractor
from desktop_app.engine.search.library import PackLibrary
from desktop_app.engine.search.recogniser import Recogniser
from desktop_app.errors import AppError
from desktop_app.message import Message

logger = logging.getLogger(__name__)

VIDEO_TYPES: Final = {
    ".mp4": "video/mp4",
    ".m4v": "video/mp4",
    ".webm": "video/webm",
    ".mov": "video/quicktime",
    ".mkv": "video/x-matroska",
    ".avi": "video/x-msvideo",
}


@dataclass(frozen=True, slots=True)
class ApiParts:
    """The engine parts that the API uses. The factories are called on threads of the API.

    Attributes:
        load_recogniser: returns or loads it; may take long, may raise AppError. None: the caller sets one later
            with `ApiServer.set_recogniser`.
        load_letters: loads the letter model of a mode, which all clients share.
        make_extractor: creates a hand tracker, one for each client that sends pictures.
        videos_dir: reference clips beside those of the packs; None: the packs' alone.
    """

    load_recogniser: Callable[[], Recogniser] | None
    load_letters: Callable[[LetterMode], LetterModel]
    make_extractor: Callable[[], LandmarkExtractor]
    videos_dir: Path | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Loaded:
    """A recogniser with the video files of its library. Immutable.

    `videos`: file name -> file, of references that have a video in their pack; of equal names the first.
    """

    recogniser: Recogniser
    videos: Mapping[str, Path]

    @classmethod
    def of(cls, recogniser: Recogniser) -> Loaded:
        """List the videos of a recogniser's packs; files are opened only on request."""
        videos: dict[str, Path] = {}
        library = recogniser.library
        if isinstance(library, PackLibrary):
            for row, reference in enumerate(library.references):
                if Path(reference.video_file).suffix.lower() in VIDEO_TYPES:
                    path = library.media_path(row)
                    if path is not None:
                        videos.setdefault(path.name, path)
        return cls(recogniser, videos)


class EngineBox:
    """Holds the recogniser of one server. Thread-safe."""

    def __init__(self, load: Callable[[], Recogniser] | None) -> None:
        self._load = load
        self._lock = threading.Lock()
        self._loaded: Loaded | None = None
        self._error: AppError | None = None
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Load the recogniser on a daemon thread, unless there is one."""
        with self._lock:
            if self._load is None or self._loaded is not None:
                return
            self._error = None
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._run, name="api-loader", daemon=True)
            self._thread.start()

    def join(self, timeout_s: float) -> bool:
        """Wait for the loading thread; False when it is still running."""
        if self._thread is None:
            return True
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def put(self, recogniser: Recogniser) -> None:
        """Use this recogniser from now on."""
        loaded = Loaded.of(recogniser)
        with self._lock:
            self._loaded, self._error = loaded, None

    def peek(self) -> Loaded | None:
        """The recogniser if it is loaded; does not wait."""
        with self._lock:
            return self._loaded

    @property
    def state(self) -> str:
        """`loading`, `ready` or `failed`."""
        with self._lock:
            return "ready" if self._loaded else "failed" if self._error else "loading"

    @property
    def error(self) -> AppError | None:
        """Why loading failed, or None."""
        with self._lock:
            return self._error

    def get(self) -> Loaded:
        """The recogniser. Raises ApiError (503) while there is none, with the reason if loading failed."""
        with self._lock:
            if self._loaded is not None:
                return self._loaded
            error = self._error
        if error is None:
            raise not_loaded()
        raise ApiError(503, "model.not_loaded", error.message, error.hint, headers={"Retry-After": "60"})

    def _run(self) -> None:
        assert self._load is not None
        try:
            loaded = Loaded.of(self._load())
        except AppError as error:
            logger.warning("The local API has no model: %s %s", error.message, error.hint)
            self._fail(error)
        except Exception:
            logger.exception("The local API could not load the model")
            self._fail(AppError(Message("The model could not be loaded."), Message("The log says why.")))
        else:
            with self._lock:
                if self._loaded is None:  # else a newer one was set meanwhile
                    self._loaded = loaded

    def _fail(self, error: AppError) -> None:
        with self._lock:
            self._error = error
