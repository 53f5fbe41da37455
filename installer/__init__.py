"""Builds what people install: a Windows set-up, a macOS app, a Linux folder. Not part of the program itself."""
