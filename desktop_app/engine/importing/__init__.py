"""Importing many clips into a pack: jobs, progress, and unfinished imports that resume."""
