"""From frames to feature rows: landmarks, features, motion, gate and window."""
