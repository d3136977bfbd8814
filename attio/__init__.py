"""Attio's REST API for Python.

`Attio` and `AsyncAttio` are the clients, `F` builds filters, `Person`, `Note`, `Task`, ... are what comes back,
`attio.testing` is Attio on your laptop. Every name is imported when it is first used, so that `import attio`
costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from ._async.client import AsyncAttio as AsyncAttio
    from ._async.listing import AsyncPage as AsyncPage
    from ._async.models.activities import AsyncActivity as AsyncActivity
    from ._async.models.attributes import (
        AsyncAttribute as AsyncAttribute,
        AsyncOption as AsyncOption,
        AsyncStatus as AsyncStatus,
    )
    from ._async.models.call_recordings import AsyncCallRecording as AsyncCallRecording
    from ._async.models.comments import AsyncComment as AsyncComment
    from ._async.models.emails import AsyncEmail as AsyncEmail
    from ._async.models.entries import AsyncEntry as AsyncEntry
    from ._async.models.files import AsyncFile as AsyncFile
    from ._async.models.identity import AsyncIdentity as AsyncIdentity
    from ._async.models.lists import AsyncList as AsyncList
    from ._async.models.meetings import AsyncMeeting as AsyncMeeting
    from ._async.models.notes import AsyncNote as AsyncNote
    from ._async.models.objects import AsyncObject as AsyncObject
    from ._async.models.records import AsyncActivityRecord as AsyncActivityRecord, AsyncRecord as AsyncRecord
    from ._async.models.results import AsyncSearchResult as AsyncSearchResult
    from ._async.models.standard import (
        AsyncCompany as AsyncCompany,
        AsyncDeal as AsyncDeal,
        AsyncPerson as AsyncPerson,
        AsyncUser as AsyncUser,
        AsyncWorkspace as AsyncWorkspace,
    )
    from ._async.models.tasks import AsyncTask as AsyncTask
    from ._async.models.threads import AsyncThread as AsyncThread
    from ._async.models.views import AsyncView as AsyncView
    from ._async.models.webhooks import AsyncWebhook as AsyncWebhook
    from ._async.models.workspace_members import AsyncWorkspaceMember as AsyncWorkspaceMember
    from ._sync.client import Attio as Attio
    from ._sync.listing import Page as Page
    from ._sync.models.activities import Activity as Activity
    from ._sync.models.attributes import Attribute as Attribute, Option as Option, Status as Status
    from ._sync.models.call_recordings import CallRecording as CallRecording
    from ._sync.models.comments import Comment as Comment
    from ._sync.models.emails import Email as Email
    from ._sync.models.entries import Entry as Entry
    from ._sync.models.files import File as File
    from ._sync.models.identity import Identity as Identity
    from ._sync.models.lists import List as List
    from ._sync.models.meetings import Meeting as Meeting
    from ._sync.models.notes import Note as Note
    from ._sync.models.objects import Object as Object
    from ._sync.models.records import ActivityRecord as ActivityRecord, Record as Record
    from ._sync.models.results import SearchResult as SearchResult
    from ._sync.models.standard import (
        Company as Company,
        Deal as Deal,
        Person as Person,
        User as User,
        Workspace as Workspace,
    )
    from ._sync.models.tasks import Task as Task
    from ._sync.models.threads import Thread as Thread
    from ._sync.models.views import View as View
    from ._sync.models.webhooks import Webhook as Webhook
    from ._sync.models.workspace_members import WorkspaceMember as WorkspaceMember
    from .core.client_options import ClientOptions as ClientOptions
    from .core.config import RequestOptions as RequestOptions
    from .core.errors import (
        APIConnectionError as APIConnectionError,
        APITimeoutError as APITimeoutError,
        ArgumentError as ArgumentError,
        ArgumentTypeError as ArgumentTypeError,
        AttioError as AttioError,
        AuthenticationError as AuthenticationError,
        BadGatewayError as BadGatewayError,
        BadRequestError as BadRequestError,
        BillingError as BillingError,
        ClientClosedError as ClientClosedError,
        ClientError as ClientError,
        ConcurrentWriteError as ConcurrentWriteError,
        ConfigurationError as ConfigurationError,
        ConflictError as ConflictError,
        DecodeError as DecodeError,
        Error as Error,
        FieldError as FieldError,
        FilterError as FilterError,
        ForbiddenError as ForbiddenError,
        ImmutableValueError as ImmutableValueError,
        InternalServerError as InternalServerError,
        InvalidRequestError as InvalidRequestError,
        InvalidSignatureError as InvalidSignatureError,
        MatchingAttributeError as MatchingAttributeError,
        MaybeSentError as MaybeSentError,
        MergeInProgressError as MergeInProgressError,
        MissingExtraError as MissingExtraError,
        MissingValueError as MissingValueError,
        MultipleMatchError as MultipleMatchError,
        NotFoundError as NotFoundError,
        PayloadTooLargeError as PayloadTooLargeError,
        QuotaExceededError as QuotaExceededError,
        RateLimitError as RateLimitError,
        RedirectError as RedirectError,
        ResponseError as ResponseError,
        ScopeError as ScopeError,
        SelfMergeError as SelfMergeError,
        ServerError as ServerError,
        ServiceUnavailableError as ServiceUnavailableError,
        SlugConflictError as SlugConflictError,
        SystemEditError as SystemEditError,
        UnboundModelError as UnboundModelError,
        UniquenessConflictError as UniquenessConflictError,
        UnprocessableEntityError as UnprocessableEntityError,
        ValidationError as ValidationError,
        ValueNotFoundError as ValueNotFoundError,
    )
    from .core.hooks import Hooks as Hooks
    from .module_level import configure as configure, request as request, using as using
    from .records.bodies import NOT_GIVEN as NOT_GIVEN
    from .records.filters import F as F, Filter as Filter, Raw as Raw
    from .records.ids import Id as Id
    from .records.schema import Schema as Schema
    from .records.sorts import Sort as Sort
    from .values.types import (
        ActorRef as ActorRef,
        Location as Location,
        Money as Money,
        PersonalName as PersonalName,
        Phone as Phone,
        RecordRef as RecordRef,
        Value as Value,
    )
    from ._async.models.entries import AsyncEntry as AsyncListEntry
    from ._sync.models.entries import Entry as ListEntry

from ._names import HIDDEN_ALIASES, PUBLIC

__version__ = "0.1.0"

__all__ = [*sorted(PUBLIC)]  # pyright: ignore[reportUnsupportedDunderAll]  # one table of names is enough


def __getattr__(name: str) -> Any:
    place = PUBLIC.get(name) or HIDDEN_ALIASES.get(name)
    if place is None:
        return _unknown(name)
    from importlib import import_module

    found = getattr(import_module(f"attio.{place[0]}"), place[1])
    globals()[name] = found
    return found


def _unknown(name: str) -> Any:
    from importlib import import_module
    from importlib.util import find_spec

    if not name.startswith("_") and find_spec(f"attio.{name}") is not None:
        return import_module(f"attio.{name}")  # attio.testing, attio.errors: without importing it by hand
    from difflib import get_close_matches

    near = get_close_matches(name, __all__, 1)
    hint = f"; did you mean attio.{near[0]}?" if near else ""
    raise AttributeError(f"attio has no {name!r}{hint}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
