"""Widgets, theme and helpers that any view may use."""
