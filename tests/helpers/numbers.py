"""Compares answers whose numbers went through matrix products."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest


def assert_alike(found: Mapping[str, Any], wanted: Mapping[str, Any]) -> None:
    """Floats agree to five digits, everything else is equal: in which order a sum is rounded is no promise."""
    assert found.keys() == wanted.keys()
    for name, value in wanted.items():
        expected = pytest.approx(value, rel=1e-5, abs=1e-6) if isinstance(value, float) else value
        assert found[name] == expected, name
