"""What the window loads when a pack of the settings, or one of those that are installed, cannot be used."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app import paths
from desktop_app.app.recogniser_loader import RecogniserLoader
from desktop_app.engine.search.library import PackLibrary
from desktop_app.engine.search.recogniser import Recogniser
from desktop_app.errors import PackError
from desktop_app.settings import RecognitionSettings
from tests.contract.test_library import SIGNS, write_pack

NONE = RecognitionSettings()


def load(loader: RecogniserLoader) -> set[str]:
    """The names of the packs that were loaded."""
    recogniser: Recogniser = loader.loader()()
    assert isinstance(recogniser.library, PackLibrary)
    return {pack.folder.name for pack in recogniser.library.packs}


def test_a_pack_whose_features_cannot_be_encoded_is_left_out_and_named():
    hurt = write_pack(paths.user_packs_dir() / "hurt", SIGNS, "Hurt")
    write_pack(paths.user_packs_dir() / "sound", SIGNS, "Sound")
    (hurt / "features" / "sign-2.npy").unlink()
    loader = RecogniserLoader(lambda: NONE)
    loaded = load(loader)
    assert "sound" in loaded
    assert "hurt" not in loaded
    assert loader.report is not None
    (error,) = loader.report.left_out
    assert "'hurt'" in str(error.message)
    assert "sign-2" in str(error.message)


def test_of_the_packs_that_were_chosen_a_bad_one_does_not_take_the_others():
    (write_pack(paths.user_packs_dir() / "hurt", SIGNS, "Hurt") / "clips.csv").write_text("cut")
    write_pack(paths.user_packs_dir() / "sound", SIGNS, "Sound")
    loader = RecogniserLoader(lambda: replace(NONE, packs=("hurt", "sound", "gone")))
    assert load(loader) == {"sound"}
    assert loader.report is not None
    texts = [str(error.message) for error in loader.report.left_out]
    assert ["hurt" in texts[0], "gone" in texts[1]] == [True, True]


def test_where_no_chosen_pack_can_be_opened_the_error_is_raised():
    loader = RecogniserLoader(lambda: replace(NONE, packs=("gone",)))
    with pytest.raises(PackError, match="gone"):
        loader.loader()()
