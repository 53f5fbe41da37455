"""The composition root: builds settings, engine, pipeline and window and connects them."""
