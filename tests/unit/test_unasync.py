"""scripts/unasync turns async shells into sync ones and nothing else."""

from __future__ import annotations

import pytest

from scripts.unasyncing import UnusedSubstitutionError, derive, main, translate


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("async def f():\n    return await g()\n", "def f():\n    return g()\n"),
        ("async for row in rows:\n    pass\n", "for row in rows:\n    pass\n"),
        ("async with a as b:\n    pass\n", "with a as b:\n    pass\n"),
        ("class AsyncNote(NoteData): ...\n", "class Note(NoteData): ...\n"),
        ("x: AsyncIterator[int]\n", "x: Iterator[int]\n"),
        ("await client.aclose()\n", "client.close()\n"),
        ('"""An async client; `await AsyncAttio()`."""\n', '"""A client; `Attio()`."""\n'),
        ("# the async part\n", "# the part\n"),
        ('name = f"{type(self).__name__} of AsyncAttio"\n', 'name = f"{type(self).__name__} of Attio"\n'),
        ("from attio._async.client import AsyncAttio\n", "from attio._sync.client import Attio\n"),
        ("x = _AsyncThing()\n", "x = _Thing()\n"),
        (
            "if a:\n    x = (\n        await f(),\n        1,\n    )\n",
            "if a:\n    x = (\n        f(),\n        1,\n    )\n",
        ),
    ],
)
def test_translates_word_by_word(source: str, expected: str) -> None:
    """Every construct that the shells use has one sync form."""
    assert translate(source) == expected


def _tree(root, source: str):
    folder = root / "attio" / "_async"
    folder.mkdir(parents=True)
    (folder / "one.py").write_text(source)
    return root


def test_an_unused_word_is_an_error(tmp_path) -> None:
    """The table of words may not name what no source uses."""
    with pytest.raises(UnusedSubstitutionError, match="AsyncIterator"):
        derive(_tree(tmp_path, "x = 1\n"))


def test_check_names_stale_and_orphaned_modules(tmp_path, capsys, monkeypatch) -> None:
    """--check changes nothing, names every module that differs, and fails."""
    monkeypatch.setattr("scripts.unasyncing.WORDS", {})
    root = _tree(tmp_path, "async def f(): ...\n")
    orphan = root / "attio" / "_sync" / "old.py"
    orphan.parent.mkdir()
    orphan.write_text("")
    assert main(root, ["--check"]) == 1
    assert "one.py" in (said := capsys.readouterr().out)
    assert "old.py" in said
    assert main(root, []) == 0
    assert not orphan.exists()
    assert main(root, ["--check"]) == 0
    services = root / "attio" / "services" / "_async"
    services.mkdir(parents=True)
    (services / "two.py").write_text("async def g(): ...\n")
    assert main(root, ["--check"]) == 1
    assert "attio/services/_sync/two.py" in capsys.readouterr().out
    assert main(root, []) == 0
    assert (root / "attio" / "services" / "_sync" / "two.py").read_text() == (
        "# Derived from attio/services/_async by scripts/unasync: edit there.\ndef g(): ...\n"
    )
    assert "def f(): ..." in (root / "attio" / "_sync" / "one.py").read_text()
