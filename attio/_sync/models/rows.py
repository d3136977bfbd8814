# Derived from attio/_async by scripts/unasync: edit there.
"""What records and entries can do alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio.records.data import RowData

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Self

    from attio._sync.listing import Page
    from attio.core.config import RequestOptions
    from attio.records.structure import AttributeData
    from attio.values.types import Value


class Row(RowData):
    """Base of records and entries that act."""

    __slots__ = ()

    def _own(self) -> Any:
        """Return the resource that serves the object or list that this is of."""
        raise AttributeError(type(self).__name__)

    def update(self, values: Mapping[str, Any], *, options: RequestOptions | None = None) -> Self:
        """Change values in Attio and here; multi-valued attributes are ADDED to. Costs one request."""
        fresh = self._own().update(self._own_id(), values, options=options)
        return self._replace_raw(fresh, saved=values)

    def replace(self, values: Mapping[str, Any], *, options: RequestOptions | None = None) -> Self:
        """Change values in Attio and here; multi-valued attributes are OVERWRITTEN. Costs one request."""
        fresh = self._own().replace(self._own_id(), values, options=options)
        return self._replace_raw(fresh, saved=values)

    def save(self, *, options: RequestOptions | None = None) -> Self:
        """Send what was assigned since the last answer, and only that; nothing when nothing changed.

        Lists are written as they are here, so this overwrites multi-valued attributes (PUT), as an assignment
        says. Costs one request at most.
        """
        changes = self.changes()
        # Assigned but the same as what Attio has: what it has is read again from here on.
        return self.replace(changes, options=options) if changes else self.discard_changes()

    def delete(self, *, options: RequestOptions | None = None) -> None:
        """Delete it in Attio, for good. Costs one request."""
        self._own().delete(self._own_id(), options=options)

    def refresh(self, *, options: RequestOptions | None = None) -> Self:
        """Fetch it again, into this very object; unsaved changes stay to be saved. Costs one request."""
        return self._replace_raw(self._own().get(self._own_id(), options=options))

    def history(
        self, attribute: AttributeData | str, *, show_historic: bool = True, **arguments: Any
    ) -> Page[Value]:
        """Fetch the values that an attribute has had, oldest first; takes `limit`, `offset`, `options`."""
        page: Page[Value] = self._own().history(
            self._own_id(), attribute, show_historic=show_historic, **arguments
        )
        return page

    def write_history(
        self,
        attribute: AttributeData | str,
        values: Sequence[Mapping[str, Any]],
        *,
        options: RequestOptions | None = None,
    ) -> tuple[Value, ...]:
        """REPLACE the whole history of an attribute in Attio; `refresh` shows the outcome here."""
        written: tuple[Value, ...] = self._own().write_history(
            self._own_id(), attribute, values, options=options
        )
        return written
