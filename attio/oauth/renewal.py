"""Between a token store and a client: the token it starts with, and what a refused one leads to."""

from __future__ import annotations

from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, Any, Protocol

from attio.core.error_tree import ArgumentTypeError
from attio.core.logging import library_logger
from attio.oauth.errors import ExpiredTokenError, OAuthError, RevokedTokenError, TokenNotFoundError
from attio.oauth.token import OAuthToken

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from typing import TypeAlias, TypeVar

    from attio.core.redact import Secret
    from attio.oauth.stores.entry import StoredToken, TokenStore

    T = TypeVar("T")
    # A step is a verb of the store to call, or a token to renew; what it gave is sent in, what it raised thrown in.
    Steps: TypeAlias = "Generator[Callable[[], Any] | OAuthToken, Any, T]"


class Refresher(Protocol):
    """What renews a token: an ``attio.OAuth``, or for an async client also an ``attio.AsyncOAuth``."""

    def refresh_token(self, refresh_token: OAuthToken, /) -> Any:
        """Return the renewed token, or something to await that gives it."""
        ...


class _Policy:
    """What to do, without doing it."""

    def __init__(self, store: TokenStore, key: str, refresher: Refresher | None = None) -> None:
        for verb in ("put", "entry", "mark_revoked"):
            if not callable(getattr(store, verb, None)):
                raise ArgumentTypeError("store", store, f"is no token store: it has no {verb}()")
        if refresher is not None and not callable(getattr(refresher, "refresh_token", None)):
            raise ArgumentTypeError("oauth", refresher, "cannot renew tokens", fix="give an attio.OAuth")
        self._store = store
        self._key = key
        self._refresher = refresher
        self._used: OAuthToken | None = None
        self._logger = library_logger()

    def _first_steps(self) -> Steps[OAuthToken]:
        entry: StoredToken | None = yield lambda: self._store.entry(self._key)
        if entry is None:
            raise TokenNotFoundError(
                f"the store has no token under {self._key!r}: let the user sign in, and put() the token"
            )
        if entry.state == "revoked":
            raise RevokedTokenError(
                f"the token under {self._key!r} was revoked (noted {entry.revoked_at}): let the user sign in again, and"
                " put() the new token"
            )
        token = entry.token
        if entry.state == "expired":
            if not self._can_renew(token):
                raise ExpiredTokenError(
                    f"the token under {self._key!r} expires at {entry.expires_at}: let the user sign in again; one with"
                    " a refresh token is renewed when oauth=... is given"
                )
            token = yield from self._renew_steps(token)
        self._used = token
        return token

    def _refused_steps(self) -> Steps[OAuthToken | None]:
        try:
            return (yield from self._another_steps())
        except Exception as failure:  # noqa: BLE001 - the caller is told of the 401; this must not replace it
            self._logger.warning(
                "token of %s was refused, and could not be renewed or marked: %s",
                self._key,
                type(failure).__name__,
            )
        return None

    def _another_steps(self) -> Steps[OAuthToken | None]:
        entry: StoredToken | None = yield lambda: self._store.entry(self._key)
        if entry is None or entry.state == "revoked":
            return None
        token = entry.token
        if self._used is not None and token.secret != self._used.secret and entry.usable:
            # Another process has put a newer one.
            self._used = token
            return token
        if self._can_renew(token):
            self._used = yield from self._renew_steps(token)
            return self._used
        yield from self._mark_steps()
        return None

    def _renew_steps(self, token: OAuthToken) -> Steps[OAuthToken]:
        try:
            renewed: OAuthToken = yield token
        except OAuthError as failure:
            if failure.code == "invalid_grant":
                yield lambda: self._store.mark_revoked(self._key, token)
            raise
        yield lambda: self._store.put(self._key, renewed)
        return renewed

    def _mark_steps(self) -> Steps[None]:
        marked: bool = yield lambda: self._store.mark_revoked(self._key, self._used)
        if marked:
            self._logger.warning("token of %s is refused by Attio and marked as revoked", self._key)

    def _inactive_steps(self) -> Steps[None]:
        try:
            yield from self._mark_steps()
        except Exception as failure:  # noqa: BLE001 - the caller is told that the token is not active
            self._logger.warning(
                "token of %s is not active, and could not be marked: %s", self._key, type(failure).__name__
            )

    def _can_renew(self, token: OAuthToken) -> bool:
        return self._refresher is not None and token.refresh_secret is not None


class Renewal(_Policy):
    """Keep the token of a client up to date from a store: what ``refresh=`` of a client takes."""

    def __init__(self, store: TokenStore, key: str, refresher: Refresher | None = None) -> None:
        super().__init__(store, key, refresher)
        if iscoroutinefunction(getattr(refresher, "refresh_token", None)):
            raise ArgumentTypeError("oauth", refresher, "is asynchronous", fix="give an attio.OAuth")

    def first(self) -> OAuthToken:
        """Return the token to start with; raises TokenNotFoundError, RevokedTokenError or ExpiredTokenError."""
        return self._run(self._first_steps())

    def __call__(self) -> Secret | None:
        """Return another token after a 401; None when there is none, and then the store's is marked as revoked."""
        token = self._run(self._refused_steps())
        return None if token is None else token.secret

    def inactive(self) -> None:
        """Note that Attio called the token inactive."""
        self._run(self._inactive_steps())

    def _run(self, steps: Steps[T]) -> T:
        try:
            step = next(steps)
            while True:
                try:
                    given = self._do(step)
                except Exception as failure:  # noqa: BLE001 - the policy decides what it means
                    step = steps.throw(failure)
                else:
                    step = steps.send(given)
        except StopIteration as stop:
            result: T = stop.value
            return result

    def _do(self, step: Callable[[], Any] | OAuthToken) -> Any:
        if isinstance(step, OAuthToken):
            assert self._refresher is not None
            return self._refresher.refresh_token(step)
        return step()


class AsyncRenewal(_Policy):
    """Keep the token of an async client up to date from a store, whose verbs run in a thread."""

    async def first(self) -> OAuthToken:
        """Return the token to start with; raises TokenNotFoundError, RevokedTokenError or ExpiredTokenError."""
        return await self._run(self._first_steps())

    async def __call__(self) -> Secret | None:
        """Return another token after a 401; None when there is none, and then the store's is marked as revoked."""
        token = await self._run(self._refused_steps())
        return None if token is None else token.secret

    async def inactive(self) -> None:
        """Note that Attio called the token inactive."""
        await self._run(self._inactive_steps())

    async def _run(self, steps: Steps[T]) -> T:
        try:
            step = next(steps)
            while True:
                try:
                    given = await self._do(step)
                except Exception as failure:  # noqa: BLE001 - the policy decides what it means
                    step = steps.throw(failure)
                else:
                    step = steps.send(given)
        except StopIteration as stop:
            result: T = stop.value
            return result

    async def _do(self, step: Callable[[], Any] | OAuthToken) -> Any:
        from asyncio import to_thread

        if isinstance(step, OAuthToken):
            assert self._refresher is not None
            renew = self._refresher.refresh_token
            return await (renew(step) if iscoroutinefunction(renew) else to_thread(renew, step))
        return await to_thread(step)
