"""Find places in an operation or schema by a pointer that survives a reordering of lists."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from scripts.normalize.schema import Json, is_list, is_map


class _Missing:
    def __repr__(self) -> str:
        return "absent"


MISSING = _Missing()


@dataclass(frozen=True, slots=True)
class Place:
    """One place in a document: the container that holds it and the key in it."""

    container: Any
    key: str | int

    @property
    def value(self) -> Any:
        """Return what stands here, or MISSING."""
        if is_map(self.container):
            return self.container.get(str(self.key), MISSING)
        return self.container[self.key]

    def write(self, value: Any) -> None:
        """Put a value here, in place; MISSING removes the key."""
        if value is MISSING:
            del self.container[self.key]
        else:
            self.container[self.key] = value


def split(pointer: str) -> list[str]:
    """Split a pointer at its slashes; `~1` is a slash in a name and `~0` a tilde, as in JSON pointers."""
    if not pointer.startswith("/"):
        raise ValueError(f"pointer {pointer!r} must start with '/'")
    return [step.replace("~1", "/").replace("~0", "~") for step in pointer[1:].split("/")]


def find(root: Any, pointer: str) -> list[Place]:
    """Return every place that a pointer names; none when a container on the way is absent.

    A step is a key (`*_noun` for every key of that form), a list index, `*` for every member, or `name=limit` for the
    list elements whose member `name` is "limit" (`properties.file_type.enum=folder` looks deeper; a list there must
    contain the value).
    The last step may name a key that is absent.
    """
    steps = split(pointer)
    containers = [root]
    for step in steps[:-1]:
        containers = [child for container in containers for child in _enter(container, step)]
    return [place for container in containers for place in _places(container, steps[-1])]


def _enter(container: Any, step: str) -> list[Any]:
    return [place.value for place in _places(container, step) if place.value is not MISSING]


def _places(container: Any, step: str) -> list[Place]:
    if is_map(container):
        if "*" in step:
            return [Place(container, key) for key in container if fnmatchcase(key, step)]
        return [Place(container, step)]
    if is_list(container):
        return [
            Place(container, index) for index, item in enumerate(container) if _matches(item, index, step)
        ]
    return []


def _matches(item: Any, index: int, step: str) -> bool:
    if step == "*":
        return True
    if "=" in step:
        path, wanted = step.split("=", 1)
        return has(item, path, wanted)
    return step == str(index)


def has(item: Json, path: str, wanted: str) -> bool:
    """Whether the member at a dotted path equals `wanted` or is a list that contains it; `*` asks for presence."""
    node: Any = item
    for name in path.split("."):
        if not is_map(node) or name not in node:
            return False
        node = node[name]
    if wanted == "*":
        return True
    return wanted in [str(value) for value in (node if is_list(node) else [node])]
