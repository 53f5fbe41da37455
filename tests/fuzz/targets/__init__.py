"""The fuzz targets, by what they read. Each file is imported by `registry.all_targets`."""
