"""Published networks that an encoder learns from while it is trained. None of their weights are shipped."""
