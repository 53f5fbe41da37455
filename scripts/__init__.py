"""Programs that make data and study it; not part of the application."""
