"""The progress of a learner: the history of attempts, scheduling, lessons and statistics."""
