# Derived from attio/_async by scripts/unasync: edit there.
"""The shells: resources and models that act. `attio/_sync` is derived from here by scripts/unasync."""
