"""The Record view: recording references."""
