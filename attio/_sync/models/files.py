# Derived from attio/_async by scripts/unasync: edit there.
"""`File`: a file or folder that can act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, overload

from attio.records.files import FileData

from .abilities import Created, Deleted, Listed, Retrieved

if TYPE_CHECKING:
    from typing import Self

    from attio.core.config import RequestOptions
    from attio.records.bodies_files import FileTarget


class File(FileData, Listed, Created, Retrieved, Deleted):
    """A file or a folder of a record."""

    __slots__ = ()
    _resource: ClassVar[str] = "files"

    @classmethod
    def upload(cls, *values: Any, **arguments: Any) -> Self:
        """Store a file on a record; takes what `upload` of `client.files` takes, and `client=`."""
        made: Self = cls._served(arguments).upload(*values, **arguments)
        return made

    @overload
    def download(self, *, to: None = None, options: RequestOptions | None = None) -> bytes: ...
    @overload
    def download(self, *, to: FileTarget, options: RequestOptions | None = None) -> None: ...
    def download(
        self, *, to: FileTarget | None = None, options: RequestOptions | None = None
    ) -> bytes | None:
        """Fetch its content, as bytes or streamed to a path or a file; see `download` of `client.files`."""
        content: bytes | None = self._own().download(self.id, to=to, options=options)
        return content
