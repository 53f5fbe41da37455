"""The manifest of an export: every file with its hash and size; and the difference of two exports."""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from desktop_app.engine.malformed import open_zip, refusing_malformed
from desktop_app.errors import ModelError
from desktop_app.files import replacing, sha256_file
from desktop_app.message import Message
from desktop_app.training.files import write_json

MANIFEST: Final = "export_manifest.json"
MAX_MANIFEST_BYTES: Final = 8 << 20
BUNDLE_ZIP: Final = "sign_encoder_bundle.zip"
ARTIFACTS: Final = (
    "sign_encoder.onnx", "sign_encoder.ts", "embeddings.npy", "embeddings_map.csv", "prototypes.npz",
    "global_stats.npz", "model_config.json",
)  # fmt: skip
BUNDLE_FILES: Final = (*ARTIFACTS, MANIFEST, BUNDLE_ZIP)


def write_manifest(folder: Path, facts: dict[str, Any]) -> dict[str, Any]:
    """Hash the artifacts that are there and write the manifest with further `facts`."""
    files = {
        name: {"sha256": sha256_file(folder / name), "bytes": (folder / name).stat().st_size}
        for name in ARTIFACTS
        if (folder / name).is_file()
    }
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    document = {"format": 1, "created": now, "files": files, **facts}
    write_json(folder / MANIFEST, document)
    return document


def write_zip(folder: Path) -> Path:
    """All artifacts and the manifest in one file; the same content gives the same bytes."""
    path = folder / BUNDLE_ZIP
    with replacing(path) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in (*ARTIFACTS, MANIFEST):
            if (folder / name).is_file():
                entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, (folder / name).read_bytes())
    return path


def not_exported(folder: Path) -> list[str]:
    """The names of a bundle's files that its manifest does not list, or that were changed since."""
    try:
        manifest = read_manifest(folder / MANIFEST)
    except ModelError:
        return list(BUNDLE_FILES)
    names = [name for name in ARTIFACTS if not _is_listed(folder / name, manifest["files"].get(name))]
    try:
        zipped = read_manifest(folder / BUNDLE_ZIP) == manifest
    except ModelError:
        zipped = False
    return names if zipped else [*names, BUNDLE_ZIP]


def _is_listed(path: Path, entry: object) -> bool:
    try:
        return isinstance(entry, dict) and entry.get("sha256") == sha256_file(path)
    except OSError:
        return False


def read_manifest(path: Path) -> dict[str, Any]:
    """A manifest file, the folder that holds one, or a bundle zip.

    Raises:
        ModelError: nothing of that kind there, or damaged.
    """
    try:
        if path.is_dir():
            text = (path / MANIFEST).read_text(encoding="utf-8")
        elif path.suffix.lower() == ".zip":
            text = _zipped_manifest(path)
        else:
            text = path.read_text(encoding="utf-8")
        document = json.loads(text)
    except (OSError, ValueError, RecursionError) as error:
        raise ModelError(
            Message("{path} holds no export manifest that can be read.", path=path),
            Message("Give the folder of an export, its {manifest} or its zip.", manifest=MANIFEST),
            detail=str(error),
        ) from error
    if not isinstance(document, dict) or not isinstance(document.get("files"), dict):
        raise ModelError(
            Message("{path} is no export manifest.", path=path),
            Message("Give the folder of an export, or its {manifest}.", manifest=MANIFEST),
        )
    return document


def _zipped_manifest(path: Path) -> str:
    with (
        open_zip(path, lambda problem: ValueError(str(problem))) as archive,
        refusing_malformed(lambda error: ValueError(str(error))),
        archive.open(MANIFEST) as member,
    ):
        return member.read(MAX_MANIFEST_BYTES).decode("utf-8")


@dataclass(frozen=True, slots=True)
class ManifestDifference:
    """What changed from one export to another.

    Attributes:
        added, removed, changed: file names; `changed` maps to the sizes before and after.
        facts: dotted names of everything else that differs, with both values (None where absent).
    """

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: dict[str, tuple[int, int]]
    facts: dict[str, tuple[Any, Any]]

    @property
    def same(self) -> bool:
        """Nothing but the time of the export differs."""
        return not (self.added or self.removed or self.changed or self.facts)


def compare(old: dict[str, Any], new: dict[str, Any]) -> ManifestDifference:
    """The difference of two manifests; the time of export does not count."""
    before, after = old["files"], new["files"]
    changed = {
        name: (int(before[name].get("bytes", 0)), int(after[name].get("bytes", 0)))
        for name in sorted(before.keys() & after.keys())
        if before[name].get("sha256") != after[name].get("sha256")
    }
    flat_old, flat_new = _flatten(old), _flatten(new)
    facts = {
        name: (flat_old.get(name), flat_new.get(name))
        for name in sorted(flat_old.keys() | flat_new.keys())
        if flat_old.get(name) != flat_new.get(name)
    }
    added, removed = after.keys() - before.keys(), before.keys() - after.keys()
    return ManifestDifference(tuple(sorted(added)), tuple(sorted(removed)), changed, facts)


def _flatten(document: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in document.items():
        if not prefix and name in ("files", "created"):
            continue
        if isinstance(value, dict):
            flat |= _flatten(value, f"{prefix}{name}.")
        else:
            flat[f"{prefix}{name}"] = value
    return flat
