"""What every store of a noun outside records has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from attio.testing.state.collections import Collection
    from attio.testing.state.workspace_state import WorkspaceState


class Store:
    """State of one noun (notes, tasks, webhooks ...). `WorkspaceState.store(Notes)` makes it on first use.

    Subclasses hold what they like and override the hooks that concern them; a hook runs inside the workspace's lock,
    after the change it reports.
    """

    def __init__(self, state: WorkspaceState) -> None:
        self.state = state

    def row_deleted(self, collection: Collection, row_id: str) -> None:
        """React to a record or entry that is gone."""

    def record_merged(self, collection: Collection, old_ids: tuple[str, str], new_id: str) -> None:
        """React to two records that became a new one: point at `new_id` what pointed at either."""

    def collection_deleted(self, collection: Collection) -> None:
        """React to an object or list that is gone with all its rows."""
