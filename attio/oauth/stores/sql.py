"""`SQLTokenStore`: tokens in a table of a database, through SQLAlchemy, encrypted before they are sent there."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from attio.core.error_tree import ArgumentError, ArgumentTypeError, MissingExtraError
from attio.core.forks import renew_after_fork
from attio.core.redact import Secret, redact_text
from attio.oauth.errors import StoreUnavailableError
from attio.oauth.stores.entry import EARLY_S
from attio.oauth.stores.sealed import SealedTokenStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from attio.core.clock import Clock
    from attio.oauth.stores.encryption import Keys


class SQLTokenStore(SealedTokenStore):
    """Tokens in a table, each encrypted here first: columns ``token_key``, ``sealed``, ``updated_at``.

    ``engine`` is an address of SQLAlchemy's (``postgresql+psycopg://...``, ``sqlite:///tokens.db``) or a
    ``sqlalchemy.Engine`` of yours, which is not disposed of. The table is made when it is missing, unless
    ``create=False``.
    """

    def __init__(
        self,
        engine: Any,
        encryption_key: Keys = None,
        *,
        table: str = "attio_tokens",
        schema: str | None = None,
        create: bool = True,
        early_s: float = EARLY_S,
        clock: Clock | None = None,
    ) -> None:
        super().__init__(encryption_key, early_s=early_s, clock=clock)
        try:
            import sqlalchemy
        except ImportError:
            raise MissingExtraError("sql", "a token store in a database", "sqlalchemy") from None
        self._sql: Any = sqlalchemy
        self._own = isinstance(engine, str)
        self._engine = _engine(sqlalchemy, engine)
        self._table = _table(sqlalchemy, table, schema)
        if self._own:
            renew_after_fork(self)
        if create:
            self._asked(self._create)

    def after_fork(self) -> None:
        """Leave the connections to the parent process, which goes on using them."""
        self._engine.dispose(close=False)

    def _create(self) -> None:
        try:
            self._table.create(self._engine, checkfirst=True)
        except self._sql.exc.DBAPIError:
            # Another process may have made it between the look and the making.
            if not self._sql.inspect(self._engine).has_table(self._table.name, schema=self._table.schema):
                raise

    def _read(self, key: str) -> Secret | None:
        columns = self._table.c
        query = self._sql.select(columns.sealed).where(columns.token_key == key)
        text = self._asked(lambda: self._scalar(query))
        return None if text is None else Secret(text)

    def _write(self, key: str, text: Secret, ttl_s: float | None) -> None:  # noqa: ARG002
        self._asked(lambda: self._upsert(key, text))

    def _upsert(self, key: str, text: Secret) -> None:
        # Without the upserts that each database spells its own way.
        if self._update(self._table.c.token_key == key, text):
            return
        row = {"token_key": key, "sealed": text.reveal(), "updated_at": self._now()}
        try:
            with self._engine.begin() as connection:
                connection.execute(self._table.insert().values(row))
        except self._sql.exc.IntegrityError:
            # Another process was first; the later one wins, as everywhere.
            self._update(self._table.c.token_key == key, text)

    def _swap(self, key: str, old: Secret, new: Secret) -> bool:
        columns = self._table.c
        same = (columns.token_key == key) & (columns.sealed == old.reveal())
        return bool(self._asked(lambda: self._update(same, new)))

    def _update(self, which: Any, text: Secret) -> bool:
        change = self._table.update().where(which).values(sealed=text.reveal(), updated_at=self._now())
        with self._engine.begin() as connection:
            return bool(connection.execute(change).rowcount)

    def _remove(self, key: str) -> bool:
        change = self._table.delete().where(self._table.c.token_key == key)

        def run() -> bool:
            with self._engine.begin() as connection:
                return bool(connection.execute(change).rowcount)

        return bool(self._asked(run))

    def _items(self) -> Iterable[tuple[str, Secret]]:
        query = self._sql.select(self._table.c.token_key, self._table.c.sealed)

        def run() -> list[tuple[str, Secret]]:
            with self._engine.connect() as connection:
                return [(key, Secret(text)) for key, text in connection.execute(query)]

        found: list[tuple[str, Secret]] = self._asked(run)
        return found

    def _scalar(self, query: Any) -> Any:
        with self._engine.connect() as connection:
            return connection.execute(query).scalar_one_or_none()

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock.now(), UTC).replace(tzinfo=None)

    def _asked(self, verb: Callable[[], Any]) -> Any:
        try:
            return verb()
        except self._sql.exc.SQLAlchemyError as failure:
            # Its own text names the statement and its values, and an address may hold a password.
            cause = getattr(failure, "orig", None) or failure
            kind, said = type(cause).__name__, redact_text(" ".join(str(cause).split()))[:200]
        raise StoreUnavailableError(f"the database does not do what it was asked ({kind}: {said})")

    def close(self) -> None:
        """Close the connections that the store made itself."""
        if self._own:
            self._engine.dispose()


def _engine(sqlalchemy: Any, given: Any) -> Any:
    if isinstance(given, str):
        problem = ""
        try:
            return sqlalchemy.create_engine(given, hide_parameters=True, pool_pre_ping=True)
        except (sqlalchemy.exc.ArgumentError, ImportError) as failure:
            problem = redact_text(" ".join(str(failure).split()))[:200]
        raise ArgumentError("engine", Secret(""), f"is not an address that can be used: {problem}")
    if not isinstance(given, sqlalchemy.Engine):
        raise ArgumentTypeError(
            "engine",
            Secret(""),
            f"must be an address or a sqlalchemy.Engine, not {type(given).__name__}",
            fix="give an engine that is not asynchronous; async clients of this library use the store in a thread",
        )
    return given


def _table(sqlalchemy: Any, name: str, schema: str | None) -> Any:
    return sqlalchemy.Table(
        name,
        sqlalchemy.MetaData(schema=schema),
        sqlalchemy.Column("token_key", sqlalchemy.String(256), primary_key=True),
        sqlalchemy.Column("sealed", sqlalchemy.Text, nullable=False),
        sqlalchemy.Column("updated_at", sqlalchemy.DateTime, nullable=False),
    )
