"""What may ship, by the licences that packages state."""

from __future__ import annotations

from pathlib import Path

import pytest

from installer.licences import (
    LicenceProblem,
    accepted_licence,
    gpl_binaries,
    main,
    read_components,
    third_party_text,
)


def package(site: Path, name: str, *lines: str, text: str = "") -> None:
    """Write the metadata of a package, as an installed wheel has it."""
    folder = site / f"{name}-1.0.dist-info"
    folder.mkdir(parents=True)
    header = ["Metadata-Version: 2.4", f"Name: {name}", "Version: 1.0", *lines]
    (folder / "METADATA").write_text("\n".join(header) + "\n", encoding="utf-8")
    (folder / "LICENSE").write_text(text or f"Licence of {name}", encoding="utf-8")
    (folder / "RECORD").write_text(f"{folder.name}/METADATA,,\n{folder.name}/LICENSE,,\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("expression", "used"),
    [
        ("MIT", "MIT"),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", "LGPL-3.0-only"),
        ("MPL-2.0 AND MIT", "MPL-2.0 AND MIT"),
        ("GPL-3.0-only", None),
        ("MIT AND GPL-2.0-or-later", None),
        ("Proprietary", None),
        ("", None),
    ],
)
def test_expressions(expression: str, used: str | None) -> None:
    assert accepted_licence(expression) == used


def test_new_and_old_metadata_is_understood(tmp_path: Path) -> None:
    package(tmp_path, "alpha", "License-Expression: BSD-3-Clause", text="Text of alpha")
    package(
        tmp_path, "beta", "License: whatever we wrote", "Classifier: License :: OSI Approved :: MIT License"
    )
    package(tmp_path, "gamma", "License: Apache 2.0")
    components = read_components(tmp_path)
    assert [(part.name, part.licence) for part in components] == [
        ("alpha", "BSD-3-Clause"),
        ("beta", "MIT"),
        ("gamma", "Apache-2.0"),
    ]
    text = third_party_text(components)
    assert "Text of alpha" in text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text  # Qt's, which its wheels do not bring


@pytest.mark.parametrize(
    "line",
    [
        "License: GPL-3.0",
        "Classifier: License :: OSI Approved :: GNU General Public License v3 (GPLv3)",
        "Home-page: x",
    ],
)
def test_gpl_and_unknown_licences_are_refused_by_name(
    tmp_path: Path, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    package(tmp_path, "fine", "License-Expression: MIT")
    package(tmp_path, "strange", line)
    with pytest.raises(LicenceProblem, match=r"strange 1\.0"):
        read_components(tmp_path)
    assert main([str(tmp_path)]) == 1
    assert "strange" in capsys.readouterr().err


def test_an_ffmpeg_with_gpl_parts_is_found_across_blocks(tmp_path: Path) -> None:
    (tmp_path / "good.dll").write_bytes(b"--disable-gpl" * 10)
    bad = tmp_path / "bad.dylib"
    bad.write_bytes(b"\0" * ((1 << 20) - 5) + b"--enable-gpl --enable-libx264")
    assert gpl_binaries(tmp_path) == [bad]
