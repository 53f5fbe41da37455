"""config.toml on disk: read, carried forward to this version, saved whole with only what the user changed.

Several windows share the file: a save reads it again and writes only what this window has changed since its
last save.
"""

from __future__ import annotations

import copy
import os
import reprlib
import threading
import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import tomli_w

from desktop_app import paths
from desktop_app.errors import ConfigError, next_step, reason_of
from desktop_app.files import private_folder, read_small, remove_parts, write_text
from desktop_app.message import Message, verbatim
from desktop_app.settings import SECTIONS, Settings
from desktop_app.settings_layers import Origin, Resolved, check, flatten, resolve

SCHEMA_VERSION: Final = 1
_KEPT: Final = "config.broken-"  # begins the name of a file that was put aside
_LOCK_S: Final = 10.0  # a save takes milliseconds
Document = dict[str, Any]

# From version n to n + 1: each takes the whole document and returns it, tested on a file of that version.
MIGRATIONS: Final[Mapping[int, Callable[[Document], Document]]] = {}


class SettingsStore:
    """The settings of one run. Changes hold at once; `save` writes them.

    Not thread-safe, besides `save`: it belongs to the window's thread (or the command).

    Attributes:
        resolved: the settings now, with origins and problems.
        notices: what the user should know: a file that was put aside.
    """

    def __init__(
        self,
        path: Path | None = None,
        environ: Mapping[str, str] | None = None,
        flags: Mapping[str, Any] | None = None,
    ) -> None:
        self.path = path or paths.config_dir() / "config.toml"
        self._environ = dict(os.environ if environ is None else environ)
        self._flags = dict(flags or {})
        self.notices: list[Message] = []
        self._changes: dict[str, Any] = {}  # key -> value, None after a reset; not written yet
        self._lock = threading.Lock()  # guards _changes and _document, which `save` reads on another thread
        self._saving = threading.Lock()
        self._document: Document = {}
        self._read()
        self.resolved: Resolved = self._resolve()

    @property
    def settings(self) -> Settings:
        return self.resolved.settings

    def change(self, key: str, value: Any) -> None:
        """Set one value.

        Raises:
            ConfigError: the value is not allowed, or a flag or the environment holds the setting.
        """
        if self.resolved.locked(key):
            flag = self.resolved.origins[key] is Origin.FLAG
            where = Message("a command-line flag") if flag else Message("the environment")
            raise ConfigError(
                Message("{key} is set by {where}.", key=key, where=where),
                Message("Start SignMirror without it to change it here."),
            )
        checked, wrong = check(key, value)
        if wrong:
            raise ConfigError(Message("{key} {wrong}.", key=key, wrong=wrong), Message("Choose another value."))
        self._set(key, list(checked) if isinstance(checked, tuple) else checked)

    def reset(self, key: str) -> None:
        """Go back to the default of one setting."""
        self._set(key, None)

    def save(self) -> None:
        """Write what was changed since the last save; on any thread.

        The rest of the file stays as it is, with what other windows have changed and what this version does not
        know. Raises ConfigError; the changes are then written by the next save.
        """
        with self._saving:
            with self._lock:
                changes, self._changes = self._changes, {}
                own = copy.deepcopy(self._document)
            try:
                self._write(changes, own)
            except OSError as error:
                with self._lock:
                    self._changes = {**changes, **self._changes}
                raise ConfigError(
                    Message(
                        "Settings cannot be saved in {folder} ({why}).",
                        folder=self.path.parent,
                        why=reason_of(error),
                    ),
                    Message("They apply until you close SignMirror."),
                ) from error

    def _write(self, changes: Mapping[str, Any], own: Document) -> None:
        """Raises OSError; TimeoutError if another window holds the file."""
        from filelock import FileLock  # loading it takes 20 ms; its Timeout is a TimeoutError

        private_folder(self.path.parent)
        with FileLock(self.path.with_name(f".{self.path.name}.lock"), timeout=_LOCK_S, mode=0o600):
            try:
                document = parse_document(read_small(self.path))
            except FileNotFoundError:
                document = own
            except ConfigError as error:  # it was damaged since it was read
                self._put_aside(error.message)
                document = own
            if _not_tables(document):
                self._put_aside(_must_be_tables(_not_tables(document)), partly=True)
                document = {**own, **_without(document, _not_tables(document))}
            for key, value in changes.items():
                _put(document, key, value)
            kept = {name: table for name, table in document.items() if table != {}}
            write_text(self.path, tomli_w.dumps({**kept, "schema_version": SCHEMA_VERSION}))

    def _set(self, key: str, value: Any) -> None:
        with self._lock:
            _put(self._document, key, value)
            self._changes[key] = value
        self.resolved = self._resolve()

    def _resolve(self) -> Resolved:
        document = {name: value for name, value in self._document.items() if name != "schema_version"}
        return resolve(flatten(document), self._environ, self._flags)

    def _read(self) -> None:
        remove_parts(self.path)
        try:
            document = parse_document(read_small(self.path))
        except FileNotFoundError:
            return
        except OSError as error:
            self._put_aside(verbatim(reason_of(error)))
            return
        except ConfigError as error:
            self._put_aside(error.message)
            return
        wrong = _not_tables(document)
        self._document = _without(document, wrong)
        if wrong:
            self._put_aside(_must_be_tables(wrong), partly=True)
            with suppress(ConfigError):  # the folder cannot be written; the settings hold for this run
                self.save()

    def _put_aside(self, why: Message, *, partly: bool = False) -> None:
        """Keep the file under another name. `partly`: what is not broken in it is used."""
        kept = self.path.with_name(f"{_KEPT}{datetime.now():%Y-%m-%d-%H%M%S}.toml")
        try:
            kept = _unused_name(kept)
            self.path.replace(kept)
        except OSError:
            notice = Message("The settings could not be read ({why}). The defaults are used.", why=why)
        else:
            notice = (
                Message(
                    "The settings could not be read ({why}). They were kept as {file}; the others are used.",
                    why=why,
                    file=kept.name,
                )
                if partly
                else Message(
                    "The settings could not be read ({why}). They were kept as {file}; the defaults are used.",
                    why=why,
                    file=kept.name,
                )
            )
        self.notices.append(notice)


def settings_report(path: Path | None = None) -> dict[str, Any]:
    """What is to be said about config.toml, which is only looked at.

    Returns:
        path; state: missing, read, partly_read or unreadable; problems: sentences; put_aside: names of damaged
        files that were kept.
    """
    path = path or paths.config_dir() / "config.toml"
    kept: list[str] = []
    with suppress(OSError):
        kept = sorted(one.name for one in path.parent.glob(f"{_KEPT}*.toml"))
    problems: list[str] = []
    state = "read"
    document: Document = {}
    try:
        document = parse_document(read_small(path))
    except FileNotFoundError:
        state = "missing"
    except OSError as error:
        state = "unreadable"
        problems.append(f"{reason_of(error)}. {next_step(error)}")
    except ConfigError as error:
        state = "unreadable"
        problems.append(f"{error.message}. The next start keeps it under another name.")
    if wrong := _not_tables(document):
        state = "partly_read"
        problems.append(f"{_must_be_tables(wrong)}.")
        document = _without(document, wrong)
    document.pop("schema_version", None)
    problems += [str(one.message) for one in resolve(flatten(document), os.environ, {}).problems]
    return {"path": path, "state": state, "problems": problems, "put_aside": kept}


def parse_document(content: bytes) -> Document:
    """The content of a config.toml, carried forward to this version. Raises ConfigError."""
    try:
        document = tomllib.loads(content.decode("utf-8-sig"))
        _check_integers(document)
        tomli_w.dumps(document)  # what is kept must be writable again
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(verbatim(str(error))) from error
    except RecursionError:
        raise ConfigError(Message("its values are nested too deeply")) from None
    except ValueError:  # Python's own limit of digits
        raise _long_integer() from None
    version = document.get("schema_version", SCHEMA_VERSION)
    if type(version) is not int or not 1 <= version <= SCHEMA_VERSION:
        raise ConfigError(
            Message(
                "it is of version {version}, this program knows {known}",
                version=reprlib.repr(version),
                known=SCHEMA_VERSION,
            )
        )
    while version < SCHEMA_VERSION:
        document = MIGRATIONS[version](document)
        version += 1
    return document


def _put(document: Document, key: str, value: Any) -> None:
    """Set one value of a document; None removes it."""
    section, _, name = key.partition(".")
    if value is None:
        document.get(section, {}).pop(name, None)
    else:
        document.setdefault(section, {})[name] = value


def _not_tables(document: Document) -> list[str]:
    """The sections that are no tables."""
    return [name for name in SECTIONS if not isinstance(document.get(name, {}), dict)]


def _without(document: Document, names: Collection[str]) -> Document:
    return {name: value for name, value in document.items() if name not in names}


def _must_be_tables(names: Iterable[str]) -> Message:
    return Message("{names} must be a table", names=", ".join(names))


def _check_integers(value: object) -> None:
    """TOML has integers of 64 bits; Python reads longer ones, which nothing else can use."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            _check_integers(item)
    elif isinstance(value, int) and not -(2**63) <= value < 2**63:
        raise _long_integer()


def _long_integer() -> ConfigError:
    return ConfigError(Message("a number in it has more than 64 bits"))


def _unused_name(path: Path) -> Path:
    """The path, with a number where there is such a file already."""
    number = 1
    free = path
    while free.exists():
        number += 1
        free = path.with_stem(f"{path.stem}-{number}")
    return free
