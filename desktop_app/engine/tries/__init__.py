"""Tries that travel: a learner's try as one small file, with a teacher's notes at its moments."""
