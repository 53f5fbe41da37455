"""The engine as the API holds it: loaded in the background, replaced when packs change, or missing in words."""

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
    """What the API answers with. The factories are called on threads of the API.

    Attributes:
        load_recogniser: a ready one, or loads it; may take long, may raise AppError. None: the caller gives one
            later with `ApiServer.set_recogniser`.
        load_letters: the letter model of a mode; kept once it is loaded and shared by all clients.
        make_extractor: finds hands in pictures; one for each client that sends pictures.
        videos_dir: reference clips beside those of the packs; None: the packs' alone.
    """

    load_recogniser: Callable[[], Recogniser] | None
    load_letters: Callable[[LetterMode], LetterModel]
    make_extractor: Callable[[], LandmarkExtractor]
    videos_dir: Path | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Loaded:
    """A recogniser with what the endpoints look up in its library. Never changes.

    `videos`: file name -> file, of references that have a video in their pack; of equal names the first.
    """

    recogniser: Recogniser
    videos: Mapping[str, Path]

    @classmethod
    def of(cls, recogniser: Recogniser) -> Loaded:
        """List the videos of a recogniser's packs; a file is looked at only when it is asked for."""
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
    """Holds the engine of one server. Any thread may ask."""

    def __init__(self, load: Callable[[], Recogniser] | None) -> None:
        self._load = load
        self._lock = threading.Lock()
        self._loaded: Loaded | None = None
        self._error: AppError | None = None
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to load what is not there, on a thread that does not hold up the end of the program."""
        with self._lock:
            if self._load is None or self._loaded is not None:
                return
            self._error = None
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._run, name="api-loader", daemon=True)
            self._thread.start()

    def join(self, timeout_s: float) -> bool:
        """Wait for the loading to end; False when it still goes on."""
        if self._thread is None:
            return True
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def put(self, recogniser: Recogniser) -> None:
        """Answer with this one from now on."""
        loaded = Loaded.of(recogniser)
        with self._lock:
            self._loaded, self._error = loaded, None

    def peek(self) -> Loaded | None:
        """What is loaded, or None."""
        with self._lock:
            return self._loaded

    @property
    def state(self) -> str:
        """`loading`, `ready` or `failed`."""
        with self._lock:
            return "ready" if self._loaded else "failed" if self._error else "loading"

    def get(self) -> Loaded:
        """What is loaded. Raises ApiError (503) while there is nothing, with the reason where it failed."""
        with self._lock:
            if self._loaded is not None:
                return self._loaded
            error = self._error
        if error is None:
            raise not_loaded()
        raise ApiError(503, "model.not_loaded", error.user_text, error.hint, headers={"Retry-After": "60"})

    def _run(self) -> None:
        assert self._load is not None
        try:
            loaded = Loaded.of(self._load())
        except AppError as error:
            logger.warning("The local API has no model: %s %s", error.user_text, error.hint)
            self._fail(error)
        except Exception:
            logger.exception("The local API could not load the model")
            self._fail(AppError("The model could not be loaded.", "The log says why."))
        else:
            with self._lock:
                if self._loaded is None:  # else a newer one was given meanwhile
                    self._loaded = loaded

    def _fail(self, error: AppError) -> None:
        with self._lock:
            self._error = error
