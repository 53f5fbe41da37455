"""From an embedding to a decision: reference library, cosine search, DTW re-ranking, acceptance."""
