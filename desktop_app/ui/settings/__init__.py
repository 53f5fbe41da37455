"""The Settings view and the switch of the local API."""
