"""Which address shows what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, unquote

from attio.testing.replies import LocalResponse
from attio.testing.web import views

if TYPE_CHECKING:
    from attio.testing.state.collections import Collection
    from attio.testing.workspace import LocalWorkspace

# Nothing is loaded from anywhere, and nothing on the page can run.
_HEADERS: Final = (
    (
        "content-security-policy",
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    ),
    ("content-type", "text/html; charset=utf-8"),
    ("cache-control", "no-store"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
)
_MAX_PAGE: Final = 10_000_000


def is_page(method: str, path: str) -> bool:
    """Tell whether a request is for the page and not for the API."""
    return method in {"GET", "HEAD"} and (path in {"/", "/favicon.ico"} or path.startswith(views.PREFIX))


def show(workspace: LocalWorkspace, path: str, query: str) -> LocalResponse:
    """Answer a request for the page; it is in no recording and moves no clock."""
    if path == "/favicon.ico":
        return LocalResponse(204, [], b"")
    with workspace._lock:
        content = _content(workspace, path, query)
    if content is None:
        return LocalResponse(404, list(_HEADERS), views.nothing(unquote(path)))
    return LocalResponse(200, list(_HEADERS), content)


def _content(workspace: LocalWorkspace, path: str, query: str) -> bytes | None:
    if path == "/":
        return views.home(workspace)
    kind, _, rest = path.removeprefix(views.PREFIX).partition("/")
    slug, _, row_id = rest.partition("/")
    collection = _find(workspace, kind, unquote(slug))
    if collection is None:
        return None
    if not row_id:
        return views.rows(workspace, collection, _page(query))
    row = collection.rows.get(unquote(row_id))
    return None if row is None else views.row(workspace, collection, row)


def _find(workspace: LocalWorkspace, kind: str, slug: str) -> Collection | None:
    if kind == "objects":
        return workspace.state.find_object(slug)
    return workspace.state.find_list(slug) if kind == "lists" else None


def _page(query: str) -> int:
    text = parse_qs(query).get("page", ["0"])[0]
    return min(int(text), _MAX_PAGE) if text.isascii() and text.isdigit() and len(text) < 10 else 0
