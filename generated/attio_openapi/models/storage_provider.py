from __future__ import annotations

from enum import StrEnum


class StorageProvider(StrEnum):
    ATTIO = "attio"
    BOX = "box"
    DROPBOX = "dropbox"
    GOOGLE_DRIVE = "google-drive"
    MICROSOFT_ONEDRIVE = "microsoft-onedrive"

    @classmethod
    def _missing_(cls, value: object) -> StorageProvider | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member
