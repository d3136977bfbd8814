# Derived from attio/_async by scripts/unasync: edit there.
"""`Identity`: whose token this is."""

from __future__ import annotations

from attio.records.members import IdentityData


class Identity(IdentityData):
    """Whose token this is: workspace, scopes, level. False when Attio does not accept the token."""

    __slots__ = ()
