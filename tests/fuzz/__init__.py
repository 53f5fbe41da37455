"""Fuzzers of every parser of outside data: `python -m tests.fuzz --seconds 60`. See README.md here."""
