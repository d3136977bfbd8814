"""Where files are downloaded from: signed addresses on a host of their own, no token."""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlencode

from attio.testing.loopback import is_loopback
from attio.testing.replies import LocalResponse
from attio.testing.stamps import http_date
from attio.testing.state.files import Files

if TYPE_CHECKING:
    from collections.abc import Mapping

    from attio.testing.state.files import File
    from attio.testing.state.workspace_state import WorkspaceState

PREFIX: Final = "/storage/"
# Reserved by RFC 2606: it can never be somebody's.
HOST: Final = "storage.local-workspace.example"
_LASTS_S: Final = 15 * 60


def signed_url(files: Files, file: File, *, now_us: int, host: str) -> str:
    """Return the address of a file's bytes.

    A workspace that is served on this machine serves its own storage, at the address it was asked at.
    """
    expires = now_us // 1_000_000 + _LASTS_S
    query = urlencode({"expires": expires, "signature": _signature(files, file.id, expires)})
    origin = f"http://{host}" if is_loopback(host) else f"https://{HOST}"
    return f"{origin}{PREFIX}{file.id}?{query}"


def _signature(files: Files, file_id: str, expires: int) -> str:
    return hmac.new(files.secret.encode(), f"{file_id}:{expires}".encode(), hashlib.sha256).hexdigest()


def answer(
    state: WorkspaceState,
    path: str,
    query: Mapping[str, str],
    headers: Mapping[str, str],
    *,
    method: str,
    now_us: int,
) -> LocalResponse:
    """Answer a request to a signed address."""
    if method not in {"GET", "HEAD"}:
        return _refused(405, "MethodNotAllowed")
    if "authorization" in headers and not is_loopback(headers.get("host", "")):
        # Real storages refuse a request that is authorised twice, so a client that sends its token on is noticed.
        return _refused(400, "InvalidArgument")
    files = state.store(Files)
    file = files.by_id.get(path.removeprefix(PREFIX))
    expires = query.get("expires", "")
    if not (expires.isascii() and expires.isdigit()):
        return _refused(403, "AccessDenied")
    wanted = _signature(files, path.removeprefix(PREFIX), int(expires[:15]))
    if not hmac.compare_digest(wanted.encode(), query.get("signature", "").encode()):
        return _refused(403, "SignatureDoesNotMatch")
    if now_us // 1_000_000 > int(expires[:15]):
        return _refused(403, "ExpiredToken")
    if file is None:
        return _refused(404, "NoSuchKey")
    return LocalResponse(
        200,
        [
            ("content-type", file.content_type or "application/octet-stream"),
            ("content-disposition", f"attachment; filename*=UTF-8''{quote(file.name, safe='')}"),
            ("date", http_date(now_us // 1_000_000)),
        ],
        b"" if method == "HEAD" else file.content,
    )


def _refused(status: int, code: str) -> LocalResponse:
    body = f'<?xml version="1.0" encoding="UTF-8"?><Error><Code>{code}</Code></Error>'
    return LocalResponse(status, [("content-type", "application/xml")], body.encode())
