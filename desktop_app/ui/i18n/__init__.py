"""Interface languages: translation, text direction and the pseudo language for tests."""
