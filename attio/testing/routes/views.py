"""Saved views of objects and lists. They are made in Attio's app, here by seeds and `LocalWorkspace.add_view`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attio.testing.pages import by_cursor
from attio.testing.render import view_json
from attio.testing.router import route

if TYPE_CHECKING:
    from attio.testing.call import Call
    from attio.testing.state.collections import Collection


@route("list_object_views", but="making views (only Attio's app does; here seeds and add_view)")
def list_object_views(call: Call) -> Any:
    """List the views of an object, by id."""
    return _listed(call, call.object())


@route("list_list_views", but="making views (only Attio's app does; here seeds and add_view)")
def list_list_views(call: Call) -> Any:
    """List the views of a list, by id."""
    return _listed(call, call.list())


def _listed(call: Call, home: Collection) -> Any:
    archived = call.flag("show_archived", default=False)
    rows = sorted(
        (view for view in home.views.values() if archived or not view.is_archived), key=lambda view: view.id
    )
    return by_cursor(call, rows, lambda view: view_json(call.state, home, view), key=lambda view: view.id)
