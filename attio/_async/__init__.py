"""The async shells: resources and models that act. `attio/_sync` is derived from here by scripts/unasync."""
