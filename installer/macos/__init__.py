"""The macOS app."""
