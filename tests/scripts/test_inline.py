"""References: replaced wherever they point inside the file, refused everywhere else."""

from __future__ import annotations

import pytest

from scripts.normalize.inline import inline_refs
from scripts.normalize.problems import SpecError


def _spec(schema: object, **components: object) -> dict[str, object]:
    return {"paths": {"/a": {"get": {"schema": schema}}}, "components": {"schemas": components}}


def test_references_are_replaced_at_any_depth() -> None:
    """A reference inside a component is followed as well, and no component is left."""
    spec = _spec(
        {"items": {"$ref": "#/components/schemas/a~1b"}},
        **{"a/b": {"$ref": "#/components/schemas/c"}, "c": {"type": "string"}},
    )
    assert inline_refs(spec) == {"paths": {"/a": {"get": {"schema": {"items": {"type": "string"}}}}}}


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        ("#/components/schemas/none", "points nowhere"),
        ("other.json#/a", "leaves the file"),
        ("#/paths/0", "points nowhere"),
    ],
)
def test_a_reference_that_leads_nowhere_is_named(reference: str, said: str) -> None:
    """A broken reference is an error that quotes it."""
    with pytest.raises(SpecError, match=said):
        inline_refs(_spec({"$ref": reference}))


def test_recursion_is_refused() -> None:
    """A schema that contains itself is an error that says so, not an endless run."""
    with pytest.raises(SpecError, match="contains itself"):
        inline_refs(
            _spec(
                {"$ref": "#/components/schemas/tree"}, tree={"items": {"$ref": "#/components/schemas/tree"}}
            )
        )
