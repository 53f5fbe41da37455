"""Feedback on a try: how it differs from a reference, channel by channel; and why a try was not recognised."""
