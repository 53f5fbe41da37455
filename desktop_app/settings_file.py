"""config.toml on disk: read, carried forward, saved atomically with only what the user changed."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import tomli_w

from desktop_app import paths
from desktop_app.errors import ConfigError
from desktop_app.files import write_text
from desktop_app.message import NOTHING, Message, verbatim
from desktop_app.settings import Origin, Resolved, Settings, check, flatten, resolve

SCHEMA_VERSION: Final = 1
Document = dict[str, Any]

# From version n to n + 1: each takes the whole document and returns it, tested on a file of that version.
MIGRATIONS: Final[Mapping[int, Callable[[Document], Document]]] = {}


class SettingsStore:
    """The settings of one run. Not thread-safe: it belongs to the window's thread (or the command).

    Attributes:
        resolved: the settings now, with origins and problems.
        notices: sentences to tell the user once (a broken file put aside, a folder that cannot be written).
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
        self._document = self._read()
        self.resolved: Resolved = self._resolve()

    @property
    def settings(self) -> Settings:
        """The frozen settings now."""
        return self.resolved.settings

    def change(self, key: str, value: Any) -> Message:
        """Set one value and save. Returns an empty message, or why it could not be saved (it
        holds for this run all the same).

        Raises:
            ConfigError: the value is not allowed, or a flag or the environment holds the setting.
        """
        if self.resolved.locked(key):
            flag = self.resolved.origins[key] is Origin.FLAG
            where = Message("a command-line flag") if flag else Message("the environment")
            raise ConfigError(
                Message("{key} is held by {where}.", key=key, where=where),
                Message("Start SignMirror without it to change it here."),
            )
        checked, wrong = check(key, value)
        if wrong:
            raise ConfigError(Message("{key} {wrong}.", key=key, wrong=wrong), Message("Choose another value."))
        section, _, name = key.partition(".")
        table = self._document.setdefault(section, {})
        table[name] = list(checked) if isinstance(checked, tuple) else checked
        self.resolved = self._resolve()
        return self._save()

    def forget(self, key: str) -> Message:
        """Go back to the default of one setting. Returns as `change`."""
        section, _, name = key.partition(".")
        self._document.get(section, {}).pop(name, None)
        self.resolved = self._resolve()
        return self._save()

    def _resolve(self) -> Resolved:
        document = {name: value for name, value in self._document.items() if name != "schema_version"}
        return resolve(flatten(document), self._environ, self._flags)

    def _read(self) -> Document:
        try:
            words = self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return {}
        except (OSError, UnicodeDecodeError) as error:
            return self._put_aside(verbatim(str(error)))
        try:
            document = tomllib.loads(words)
        except tomllib.TOMLDecodeError as error:
            return self._put_aside(verbatim(str(error)))
        version = document.get("schema_version", SCHEMA_VERSION)
        if not isinstance(version, int) or version > SCHEMA_VERSION:
            return self._put_aside(
                Message(
                    "it is of version {version}, this program knows {known}",
                    version=version,
                    known=SCHEMA_VERSION,
                )
            )
        while version < SCHEMA_VERSION:
            document = MIGRATIONS[version](document)
            version += 1
        return document

    def _put_aside(self, why: Message) -> Document:
        broken = self.path.with_name(f"config.broken-{datetime.now():%Y-%m-%d-%H%M%S}.toml")
        try:
            self.path.replace(broken)
        except OSError:
            self.notices.append(
                Message("The settings could not be read ({why}). The defaults are used.", why=why)
            )
        else:
            self.notices.append(
                Message(
                    "The settings could not be read ({why}). They were kept as {file}; the defaults are used.",
                    why=why,
                    file=broken.name,
                )
            )
        return {}

    def _save(self) -> Message:
        kept = {name: table for name, table in self._document.items() if table != {}}
        document = {**kept, "schema_version": SCHEMA_VERSION}
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_text(self.path, tomli_w.dumps(document))
        except OSError as error:
            why = error.strerror or str(error)
            return Message(
                "Settings cannot be saved in {folder} ({why}). They hold until you close SignMirror.",
                folder=self.path.parent,
                why=why,
            )
        return NOTHING
