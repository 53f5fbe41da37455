"""What the system refuses in words, with a next step."""

from __future__ import annotations

from desktop_app.errors import file_error, next_step, reason_of


def test_a_short_write_of_numpy_is_a_full_disk():
    error = OSError("14580 requested and 6080 written")
    assert reason_of(error) == "No space left on device"
    assert "room on the disk" in str(next_step(error))
    assert "No space left" in str(file_error(error).message)
    assert reason_of(OSError("the library says this")) == "the library says this"
