"""The Windows set-up, built on Linux."""
