"""The Linux folder."""
