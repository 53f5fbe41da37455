"""References made from many signers: chosen takes, their DTW mean, put on a neutral body. No torch."""
