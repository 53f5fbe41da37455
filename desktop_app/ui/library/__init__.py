"""The Library view: packs, their sentences, import and export."""
