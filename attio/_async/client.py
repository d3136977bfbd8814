"""`AsyncAttio`: the client, an index of its resources."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from attio.records.data import RecordData
    from attio.records.model import Model


ModelT = TypeVar("ModelT", bound="Model | RecordData")
