"""Programs that build the shipped packs and samples."""
