"""Feedback on an attempt: its differences from a reference by channel, and why it was not recognised."""
