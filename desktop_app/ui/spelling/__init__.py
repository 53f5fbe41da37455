"""The Spelling view: fingerspelling, word practice and calibration."""
