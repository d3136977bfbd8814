"""JSON as it comes over the wire."""

from __future__ import annotations

import json
from typing import Any, Final

import msgspec

_decode: Final = msgspec.json.Decoder().decode


def decode_json(data: bytes | msgspec.Raw) -> Any:
    """Decode JSON, also what only the standard library takes: half a surrogate pair, a number beyond a float.

    JavaScript writes half an emoji as one escaped surrogate, so a text cut in the wrong place holds one.
    Raises ValueError when it is not JSON, RecursionError when it is nested beyond reason.
    """
    try:
        return _decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError) as failure:
        problem = str(failure)
    try:
        return json.loads(bytes(data))
    except ValueError:
        raise ValueError(problem) from None
