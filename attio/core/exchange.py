"""Build one call from a request, and judge what came back; the same for both kinds of client. No I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

import httpx

from attio.core import seam
from attio.core.account import Account
from attio.core.call import Call
from attio.core.clock import SYSTEM_CLOCK
from attio.core.error_response import error_from_response
from attio.core.error_table import combine
from attio.core.error_tree import APIConnectionError, APITimeoutError, Error, MaybeSentError
from attio.core.failures import DeadlineError, explain, is_timeout
from attio.core.hooks import NO_HOOKS
from attio.core.limits import shared_limiter
from attio.core.logging import library_logger, wants_debug
from attio.core.options import checked_options
from attio.core.reply import Reply, note_reply
from attio.core.retry_after import retry_after_s
from attio.core.routes import ELSEWHERE, plan_for
from attio.core.shapes import is_mapping, is_plural
from attio.core.snapshot import BODY_LIMIT, Headers, ResponseSnapshot
from attio.core.transport import CALL
from attio.core.wire import encode_json, encode_query, merged, parsed_url

if TYPE_CHECKING:
    from attio_openapi import Request

    from attio.core.clock import Clock
    from attio.core.config import Config, RequestOptions
    from attio.core.redact import Secret

_USER_AGENT: Final = b"attio-client-python/"
_UNSET: Final[Any] = object()
_ACCOUNTS_KEPT: Final = 64
MAX_REDIRECTS: Final = 5
_DEADLINE_SLACK_S: Final = 0.005
_LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})


class Exchange:
    """What a session needs to make calls, apart from sending them: settings, accounts, limiter and clock."""

    def __init__(self, config: Config, transport: Any, clock: Clock | None, account: Account | None) -> None:
        from attio.core.config import VERSION

        self.config = config
        self.account = account or Account(config)
        self.clock: Clock = clock or getattr(transport, "attio_clock", None) or SYSTEM_CLOCK
        self._accounts: dict[Secret, Account] = {}
        self._base = config.base_url
        host = httpx.URL(config.base_url).netloc
        self._headers = [
            (b"Host", host),
            (b"Accept", b"application/json"),
            (b"Accept-Encoding", b"gzip, deflate"),
            (b"User-Agent", _USER_AGENT + VERSION.encode()),
        ]
        self._json_headers = [*self._headers, (b"Content-Type", b"application/json")]
        self._logger = config.logger or library_logger()
        brought = getattr(transport, "attio_limiter", _UNSET)
        if config.rate_limiter is not None:
            self.limiter: Any = None if config.rate_limiter == "off" else config.rate_limiter
        else:
            self.limiter = shared_limiter(self.clock) if brought is _UNSET else brought

    def prepare(
        self, request: Request, options: RequestOptions | None, files: Any = None, *, streamed: bool = False
    ) -> tuple[httpx.Request, Call, Account]:
        """Build the HTTP request and the call it belongs to."""
        given = checked_options(options) if options else None
        query, body = request.query, request.body
        account, headers = self.account, self._headers
        if given:
            if "extra_query" in given:
                query = {**query, **given["extra_query"]}
            if "extra_body" in given:
                body = merged(body, given["extra_body"])
            if "api_key" in given:
                account = self.account_of(given["api_key"])
        text = f"{self._base}{request.path}?{encode_query(query)}" if query else self._base + request.path
        replayable = True
        if files is not None:
            http = httpx.Request(
                request.method, parsed_url(text), headers=headers, files=files, data=cast("Any", body)
            )
            replayable = is_replayable(files)
        elif body is not None:
            http = httpx.Request(
                request.method, parsed_url(text), headers=self._json_headers, content=encode_json(body)
            )
        else:
            http = httpx.Request(request.method, parsed_url(text), headers=headers)
        if given and "headers" in given:
            http.headers.update(given["headers"])
        call = self.call(request, given or {}, account, replayable=replayable, streamed=streamed)
        call.body = body
        http.extensions[CALL] = call
        return http, call, account

    def call(
        self, request: Request, given: dict[str, Any], account: Account, *, replayable: bool, streamed: bool
    ) -> Call:
        """Make the call with the settings that hold for it."""
        config = self.config
        plan = plan_for(request.operation, request.method, request.path)
        debug = wants_debug(self._logger)
        limiter, clock = self.limiter, self.clock
        provider = seam.provider()
        if provider is not None:
            own = getattr(provider, "attio_clock", None)
            if own is not None:
                clock, limiter = own, limiter and shared_limiter(own)
            limiter = getattr(provider, "attio_limiter", limiter)
        get = given.get
        return Call(
            plan=plan,
            method=request.method,
            path=request.path,
            clock=clock,
            hooks=config.hooks,
            logger=self._logger,
            debug=debug,
            watched=debug or config.hooks is not NO_HOOKS,
            limiter=limiter,
            limit_key=account.limit_key,
            timeout_s=get("timeout_s", config.timeout_s),
            deadline_s=get("deadline_s", config.deadline_s),
            max_retries=get("max_retries", config.max_retries),
            retry_delay_s=config.retry_delay_s,
            repeatable=plan.retry != "unsafe" or get("retry_unsafe", False),
            replayable=replayable,
            streamed=streamed,
        )

    def account_of(self, key: Secret | None) -> Account:
        """Give the account of a key; one and the same for the same key, this session's own without one."""
        if key is None or key == self.account.auth.token:
            return self.account
        found = self._accounts.get(key)
        if found is None:
            if len(self._accounts) >= _ACCOUNTS_KEPT:
                self._accounts.clear()
            found = self._accounts[key] = Account(self.config, key)
        return found

    def reply(self, response: httpx.Response, call: Call, account: Account) -> Reply:
        """Give the reply of a 2xx answer; raise the error of any other."""
        status = response.status_code
        content = call.content
        if status >= 300 and not call.deleted_before:
            raise self.response_error(response, call, account)
        snapshot = ResponseSnapshot(status, Headers(response.headers.raw), call.elapsed_s)
        reply = Reply(snapshot, b"{}" if call.deleted_before else content, call)
        if content[:1] == b"<" or content[:64].lstrip()[:1] == b"<":
            # Some verbs never look at the body, and a login page of a proxy must not pass for their success.
            raise reply.decode_error("it is an HTML page")
        return note_reply(reply)

    def response_error(self, response: httpx.Response, call: Call, account: Account) -> Error:
        """Make the error of an error answer."""
        headers = response.headers
        token = account.auth.token.reveal().encode()
        body = call.content.replace(token, b"[redacted]")[:BODY_LIMIT]
        snapshot = ResponseSnapshot(response.status_code, Headers(headers.raw), call.elapsed_s, body)
        asked = retry_after_s(headers.get("retry-after"), date=headers.get("date"), now=call.clock.now())
        return error_from_response(
            call.plan.row,
            snapshot,
            call.attempts,
            call.maybe_sent,
            method=call.method,
            path=call.path,
            body=call.body,
            held_scopes=account.held_scopes,
            retry_after_s=asked,
        )

    def next_hop(
        self, http: httpx.Request, call: Call, account: Account, response: httpx.Response
    ) -> tuple[httpx.Request, Call] | None:
        """Give the request that follows a redirect; None when the answer is not one, or not one to follow.

        A call of the API is followed within its own host only; a download also to another one, over https,
        and there the token does not go (``BearerAuth`` signs requests to one origin).
        """
        location = response.headers.get("location")
        if (
            response.status_code not in {301, 302, 303, 307, 308}
            or not location
            or call.method not in {"GET", "HEAD"}
        ):
            return None
        try:
            target = http.url.join(location)
        except (httpx.InvalidURL, ValueError):
            return None
        if account.auth.owns(target):
            plan = call.plan
        elif call.streamed and (
            target.scheme == "https" or (target.scheme == "http" and target.host in _LOOPBACK)
        ):
            plan = ELSEWHERE
        else:
            return None
        headers = [(b"Host", target.netloc), *self._headers[1:]]
        following = httpx.Request(call.method, target, headers=http.headers if plan is call.plan else headers)
        followed = call.follow(plan, target.path)
        following.extensions[CALL] = followed
        return following, followed

    def failure(self, exception: BaseException, call: Call) -> Error:
        """Make the error of a call that was not answered."""
        kind: type[Error] = APITimeoutError if is_timeout(exception) else APIConnectionError
        maybe_sent = call.maybe_sent
        cut = kind is APITimeoutError and not isinstance(exception, DeadlineError)
        if cut and call.remaining_s() <= _DEADLINE_SLACK_S:
            # Each phase is given what the deadline leaves, so this timeout was really the deadline.
            problem = str(call.past_deadline("while waiting for the answer"))
        else:
            problem = explain(exception, call.timeout_s)
        return (combine(MaybeSentError, kind) if maybe_sent else kind)(
            problem,
            request_id=call.request_id,
            method=call.method,
            path=call.path,
            operation=call.plan.operation or None,
            attempts=call.attempts,
            maybe_sent=maybe_sent,
        )


def is_replayable(files: Any) -> bool:
    """Tell whether the parts of an upload can be read a second time: bytes can, a file when it can seek."""
    parts: list[Any] = list(files.values()) if is_mapping(files) else [part for _, part in files]
    for part in parts:
        content: Any = part[1] if is_plural(part) else part
        if isinstance(content, (str, bytes)):
            continue
        seekable = getattr(content, "seekable", None)
        if not callable(seekable) or not seekable():
            return False
    return True
