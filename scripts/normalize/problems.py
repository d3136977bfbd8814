"""The errors that stop a regeneration; each message is one line that says what to do."""

from __future__ import annotations


class RegenError(Exception):
    """A regeneration that cannot go on; nothing on disk has changed."""


class SpecError(RegenError):
    """The spec holds something that the steps do not understand."""


class PatchError(RegenError):
    """A patch whose expectation no longer holds."""


class TableError(RegenError):
    """A table under openapi/ that is wrong or incomplete."""


class SourceError(RegenError):
    """A spec that cannot be fetched or read."""
