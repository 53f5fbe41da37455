"""What the system refuses in words, with a next step."""

from __future__ import annotations

import pytest

from desktop_app.errors import file_error, next_step, reason_of


def test_a_folder_that_cannot_be_made_where_a_file_is(tmp_path):
    (tmp_path / "file").touch()
    for place in (tmp_path / "file", tmp_path / "file" / "x"):
        with pytest.raises(OSError, match="file") as raised:
            place.mkdir(parents=True, exist_ok=True)
        assert reason_of(raised.value) == "Not a directory"
        assert str(next_step(raised.value)) == "Check the path."


def test_a_short_write_of_numpy_is_a_full_disk():
    error = OSError("14580 requested and 6080 written")
    assert reason_of(error) == "No space left on device"
    assert "room on the disk" in str(next_step(error))
    assert "No space left" in str(file_error(error).message)
    assert reason_of(OSError("the library says this")) == "the library says this"
