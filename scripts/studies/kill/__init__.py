"""Kills the program at every operation on files, and at random moments."""
