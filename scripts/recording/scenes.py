"""One scene for each operation: it makes what the call needs, and says what the call is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attio_openapi.operations import OPERATIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from scripts.recording.calls import Call
    from scripts.recording.stage import Stage

    Scene = Callable[[Stage], Call]

SCENES: Final[dict[str, Scene]] = {}


def scene(build: Scene) -> Scene:
    """Take a function as the scene of the operation that it is named after."""
    name = build.__name__
    if name not in OPERATIONS or name in SCENES:
        raise LookupError(f"{name} is no operation, or has a scene already")
    SCENES[name] = build
    return build


def all_scenes() -> dict[str, Scene]:
    """Return the scenes of all operations, in the order of the table of operations."""
    from scripts.recording import scenes_collaboration, scenes_records, scenes_structure

    assert scenes_collaboration
    assert scenes_records
    assert scenes_structure
    return {operation: SCENES[operation] for operation in OPERATIONS}
