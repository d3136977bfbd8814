"""Models that act, by noun."""
