"""The Progress view: history, and review of attempts that learners send."""
