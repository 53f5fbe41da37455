"""References made from many people: chosen takes, their DTW mean, put on a neutral body. No torch."""
