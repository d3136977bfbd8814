"""Tokens in a table of a database."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from attio.core.errors import (
    ArgumentError,
)
from attio.oauth import (
    StoreUnavailableError,
)
from attio.oauth.stores import (
    SQLTokenStore,
)

from .conftest import TOKEN, leaks


def test_an_engine_of_the_callers_is_used_as_it_is(tmp_path: Path, secret_key: str) -> None:
    """It is not disposed of; the table can be of another name, and made by somebody else."""
    import sqlalchemy

    engine = sqlalchemy.create_engine(f"sqlite:///{tmp_path}/t.db")
    with SQLTokenStore(engine, secret_key, table="mine") as store:
        store.put("a", TOKEN)
    assert sqlalchemy.inspect(engine).get_table_names() == ["mine"]
    assert SQLTokenStore(engine, secret_key, table="mine", create=False).get("a") is not None
    missing = SQLTokenStore(engine, secret_key, table="missing", create=False)
    with pytest.raises(StoreUnavailableError, match="OperationalError: no such table: missing") as caught:
        missing.put("a", TOKEN)
    assert not leaks(caught.value)
    engine.dispose()


def test_a_table_that_another_process_made_first_is_fine(
    tmp_path: Path, secret_key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look and the making there is time for another process."""
    import sqlalchemy

    address = f"sqlite:///{tmp_path}/t.db"
    SQLTokenStore(address, secret_key).close()
    create = sqlalchemy.Table.create
    monkeypatch.setattr(
        sqlalchemy.Table, "create", lambda self, engine, checkfirst: create(self, engine, checkfirst=False)
    )
    with SQLTokenStore(address, secret_key) as store:
        store.put("a", TOKEN)
    (tmp_path / "empty").mkdir()
    with pytest.raises(StoreUnavailableError, match="unable to open database file"):
        SQLTokenStore(f"sqlite:///{tmp_path}/empty", secret_key)


def test_a_row_that_another_process_put_first_is_replaced(
    tmp_path: Path, secret_key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the update that found nothing and the insert there is time for another process; the later one wins."""
    with SQLTokenStore(f"sqlite:///{tmp_path}/t.db", secret_key) as store:
        store.put("a", "first")
        update = store._update
        answers = iter([False])
        monkeypatch.setattr(store, "_update", lambda *given: next(answers, None) is None and update(*given))
        store.put("a", "second")
        assert store.get("a").access_token == "second"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("nonsense://user:hush-hush@host/db", "is not an address that can be used"),
        ("not an address", "is not an address that can be used"),
        (7, "must be an address or a sqlalchemy.Engine, not int"),
    ],
)
def test_a_wrong_engine_is_refused(given: Any, said: str, secret_key: str) -> None:
    """Addresses are not shown: they hold passwords."""
    with pytest.raises(ArgumentError, match=f"engine: {said}") as caught:
        SQLTokenStore(given, secret_key)
    assert "hush-hush" not in f"{caught.value!r} {vars(caught.value)}"


def test_a_database_that_is_gone_is_told_without_its_password(secret_key: str) -> None:
    """Nothing of the address is in the error."""
    with pytest.raises(StoreUnavailableError, match="the database does not do what it was asked") as caught:
        SQLTokenStore("postgresql+psycopg://me:hush-hush@127.0.0.1:1/db", secret_key)
    assert "hush-hush" not in f"{caught.value!r} {vars(caught.value)}"
