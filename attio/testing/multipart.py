"""Reading multipart/form-data bodies."""

from __future__ import annotations

from email.message import Message
from typing import NamedTuple

from attio.testing.replies import invalid_body, problem


class Part(NamedTuple):
    """One field of a form: a file when it has a file name."""

    name: str
    filename: str | None
    content_type: str | None
    content: bytes

    def text(self) -> str:
        """Decode the content of a plain field."""
        try:
            return self.content.decode()
        except UnicodeDecodeError:
            raise invalid_body([problem((self.name,), "Invalid UTF-8")]) from None


def _header(value: str) -> tuple[str, dict[str, str]]:
    """Split a header into its value and its parameters."""
    message = Message()
    message["content-type"] = value
    pairs = message.get_params(failobj=[], header="content-type", unquote=True)
    first = pairs[0][0] if pairs else ""
    parameters: dict[str, str] = {}
    for name, given in pairs[1:]:
        parameters[name.lower()] = given if isinstance(given, str) else given[2]
    return first.lower(), parameters


def _malformed(message: str) -> Exception:
    return invalid_body([problem((), message)])


def read_form(content_type: str, body: bytes) -> list[Part]:
    """Return the parts of a form, or refuse what is none."""
    kind, parameters = _header(content_type)
    boundary = parameters.get("boundary", "")
    if kind != "multipart/form-data" or not boundary:
        raise _malformed("Expected a multipart/form-data body with a boundary")
    delimiter = b"--" + boundary.encode("latin-1", "replace")
    # The first delimiter may stand at the very start, every other one follows a line break.
    pieces = (b"\r\n" + body).split(b"\r\n" + delimiter)
    if len(pieces) < 2 or not pieces[-1].startswith(b"--"):
        raise _malformed("The form ends in the middle")
    return [_part(piece) for piece in pieces[1:-1]]


def _part(piece: bytes) -> Part:
    head, separator, content = piece.partition(b"\r\n\r\n")
    if not separator:
        raise _malformed("A part of the form has no end of its headers")
    headers: dict[str, str] = {}
    for line in head.split(b"\r\n"):
        name, colon, value = line.decode("utf-8", "replace").partition(":")
        if colon:
            headers[name.strip().lower()] = value.strip()
    disposition, parameters = _disposition(headers.get("content-disposition", ""))
    if disposition != "form-data" or "name" not in parameters:
        raise _malformed("A part of the form has no name")
    return Part(parameters["name"], parameters.get("filename"), headers.get("content-type"), content)


def _disposition(value: str) -> tuple[str, dict[str, str]]:
    """Read a Content-Disposition the way browsers write it: quotes and line breaks of names come as %22, %0D, %0A."""
    kind, _, rest = value.partition(";")
    parameters: dict[str, str] = {}
    while rest:
        name, _, rest = rest.partition("=")
        rest = rest.lstrip()
        if rest.startswith('"'):
            end = _closing_quote(rest)
            given, rest = rest[1:end].replace('\\"', '"'), rest[end + 1 :].partition(";")[2]
        else:
            given, _, rest = rest.partition(";")
        for escape, plain in (("%22", '"'), ("%0D", "\r"), ("%0A", "\n")):
            given = given.replace(escape, plain)
        parameters[name.strip().lower()] = given.strip()
    return kind.strip().lower(), parameters


def _closing_quote(text: str) -> int:
    at = 1
    while at < len(text) and text[at] != '"':
        at += 2 if text[at] == "\\" else 1
    return min(at, len(text))
