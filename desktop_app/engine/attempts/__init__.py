"""Practice attempts as files that a learner sends to a teacher, and the notes that come back."""
