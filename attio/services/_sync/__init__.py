# Derived from attio/services/_async by scripts/unasync: edit there.
"""Services as clients run them."""
