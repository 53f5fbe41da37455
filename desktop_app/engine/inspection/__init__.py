"""What a model file takes and gives, and whether it fits."""
