"""State of a local workspace: what exists, in compact rows. Nothing here knows HTTP."""

from __future__ import annotations
