"""A recorded take: trimming, quality checks and video."""
