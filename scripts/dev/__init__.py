"""Set-up, test and documentation tools."""
