# Derived from attio/_async by scripts/unasync: edit there.
"""Models that act, by noun."""
