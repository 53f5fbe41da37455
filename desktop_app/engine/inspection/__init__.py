"""Inspection of model files: inputs, outputs, and whether the program can use them."""
