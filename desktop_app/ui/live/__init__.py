"""The Live view and the presentation window."""
