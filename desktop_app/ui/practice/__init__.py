"""The Practice view: lessons, stages and feedback."""
