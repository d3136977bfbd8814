"""What a bulk run is set to, checked before anything is sent."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, Protocol, TypeAlias, TypedDict

from attio.core.arguments import flag, integer
from attio.core.errors import ArgumentTypeError

if TYPE_CHECKING:
    from collections.abc import Callable

    from attio.bulk.journal_file import JournalPath
    from attio.bulk.report import BulkProgress, RowFailure
    from attio.core.config import RequestOptions

CONCURRENCY: Final = 8
MOST_AT_ONCE: Final = 64


class CancelFlag(Protocol):
    """What `cancel=` takes: a threading.Event, an asyncio.Event, or anything else with `is_set`."""

    def is_set(self) -> bool:
        """Tell whether the run is to end."""
        ...


OnError: TypeAlias = "Literal['collect', 'raise'] | Callable[[RowFailure], object]"
Key: TypeAlias = "str | Callable[[Any], Any]"


class BulkOptions(TypedDict, total=False):
    """What every `bulk_...` call takes.

    - `concurrency` (8, 64 at most): rows under way at once. Attio's limit of 25 writes a second is kept
      whatever it is; more helps where answers take longer than 0.3 s.
    - `journal`: path of an SQLite file. A run that was killed goes on where it stopped when it is called again
      with the same rows and journal: upserts, updates and deletes take effect exactly once; a create whose
      answer was lost is looked up by its unique attributes, and stays `unknown` where it has none.
    - `key`: what a journal knows a row by: a slug that every row has, or a function of the row. Without it that
      is the row's place and content, so rows must come in the same order again.
    - `on_error`: "collect" (the default) keeps failed rows in the report, "raise" ends the run and raises the
      first one's error, a function gets each `RowFailure` and nothing is kept.
    - `dry_run`: write nothing; the report tells what would be done, and checks every row.
    - `progress`: a function that gets a `BulkProgress`, at most ten times a second and at the end.
    - `cancel`: an event; once it is set no more rows are started, and those under way end.
    - `options`: of each request, as everywhere.
    """

    concurrency: int
    journal: JournalPath | None
    key: Key | None
    on_error: OnError
    dry_run: bool
    progress: Callable[[BulkProgress], object] | None
    cancel: CancelFlag | None
    options: RequestOptions | None


class Settings(NamedTuple):
    """`BulkOptions`, checked and with their defaults."""

    concurrency: int = CONCURRENCY
    journal: JournalPath | None = None
    key: Key | None = None
    on_error: OnError = "collect"
    dry_run: bool = False
    progress: Callable[[BulkProgress], object] | None = None
    cancel: CancelFlag | None = None
    options: RequestOptions | None = None


def checked_settings(given: BulkOptions) -> Settings:
    """Return the settings of a run; raises ArgumentError naming the one that is wrong."""
    for name in given:
        if name not in Settings._fields:
            raise ArgumentTypeError(name, given, "is no option of a bulk call", allowed=Settings._fields)
    made = Settings(**given)
    integer(made.concurrency, "concurrency", least=1, most=MOST_AT_ONCE)
    flag(made.dry_run, "dry_run")
    if made.journal is not None:
        from attio.bulk.journal_file import checked_path

        checked_path(made.journal)
    if made.key is not None and not callable(made.key) and not (isinstance(made.key, str) and made.key):
        raise ArgumentTypeError("key", made.key, "must be a slug or a function of the row")
    if not isinstance(made.on_error, str) or made.on_error not in {"collect", "raise"}:
        _check_function("on_error", made.on_error, 'must be "collect", "raise" or a function')
    if made.progress is not None:
        _check_function("progress", made.progress, "must be a function")
    if made.cancel is not None and not callable(getattr(made.cancel, "is_set", None)):
        raise ArgumentTypeError("cancel", made.cancel, "must be an event", fix="give a threading.Event()")
    return made


def _check_function(argument: str, value: object, problem: str) -> None:
    if not callable(value):
        raise ArgumentTypeError(argument, value, f"{problem}, not {type(value).__name__}")
    if inspect.iscoroutinefunction(value):
        raise ArgumentTypeError(argument, value, "is a coroutine function", fix="give a plain function")
