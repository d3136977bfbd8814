"""Attio's REST API for Python.

`Attio` and `AsyncAttio` are the clients, `F` builds filters, `Person`, `Note`, `Task`, ... are what comes back,
`attio.testing` is Attio on your laptop. Every name is imported when it is first used, so that `import attio`
costs next to nothing.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from ._async.batch import AsyncBatch as AsyncBatch
    from ._async.bulk import AsyncBulkReport as AsyncBulkReport
    from ._async.client import AsyncAttio as AsyncAttio
    from ._async.listing import AsyncPage as AsyncPage
    from ._async.models.activities import AsyncActivity as AsyncActivity
    from ._async.models.attributes import (
        AsyncAttribute as AsyncAttribute,
    )
    from ._async.models.attributes import (
        AsyncOption as AsyncOption,
    )
    from ._async.models.attributes import (
        AsyncStatus as AsyncStatus,
    )
    from ._async.models.call_recordings import AsyncCallRecording as AsyncCallRecording
    from ._async.models.comments import AsyncComment as AsyncComment
    from ._async.models.emails import AsyncEmail as AsyncEmail
    from ._async.models.entries import AsyncEntry as AsyncEntry
    from ._async.models.entries import AsyncEntry as AsyncListEntry  # pyright: ignore[reportUnusedImport]  # an alias
    from ._async.models.files import AsyncFile as AsyncFile
    from ._async.models.identity import AsyncIdentity as AsyncIdentity
    from ._async.models.lists import AsyncList as AsyncList
    from ._async.models.meetings import AsyncMeeting as AsyncMeeting
    from ._async.models.notes import AsyncNote as AsyncNote
    from ._async.models.objects import AsyncObject as AsyncObject
    from ._async.models.records import AsyncActivityRecord as AsyncActivityRecord
    from ._async.models.records import AsyncRecord as AsyncRecord
    from ._async.models.results import AsyncSearchResult as AsyncSearchResult
    from ._async.models.standard import (
        AsyncCompany as AsyncCompany,
    )
    from ._async.models.standard import (
        AsyncDeal as AsyncDeal,
    )
    from ._async.models.standard import (
        AsyncPerson as AsyncPerson,
    )
    from ._async.models.standard import (
        AsyncUser as AsyncUser,
    )
    from ._async.models.standard import (
        AsyncWorkspace as AsyncWorkspace,
    )
    from ._async.models.tasks import AsyncTask as AsyncTask
    from ._async.models.threads import AsyncThread as AsyncThread
    from ._async.models.transcripts import AsyncTranscript as AsyncTranscript
    from ._async.models.views import AsyncView as AsyncView
    from ._async.models.webhooks import AsyncWebhook as AsyncWebhook
    from ._async.models.workspace_members import AsyncWorkspaceMember as AsyncWorkspaceMember
    from ._async.oauth import AsyncOAuth as AsyncOAuth
    from ._async.outbox import AsyncOutbox as AsyncOutbox
    from ._sync.batch import Batch as Batch
    from ._sync.bulk import BulkReport as BulkReport
    from ._sync.client import Attio as Attio
    from ._sync.listing import Page as Page
    from ._sync.models.activities import Activity as Activity
    from ._sync.models.attributes import Attribute as Attribute
    from ._sync.models.attributes import Option as Option
    from ._sync.models.attributes import Status as Status
    from ._sync.models.call_recordings import CallRecording as CallRecording
    from ._sync.models.comments import Comment as Comment
    from ._sync.models.emails import Email as Email
    from ._sync.models.entries import Entry as Entry
    from ._sync.models.entries import Entry as ListEntry  # pyright: ignore[reportUnusedImport]  # an alias
    from ._sync.models.files import File as File
    from ._sync.models.identity import Identity as Identity
    from ._sync.models.lists import List as List
    from ._sync.models.meetings import Meeting as Meeting
    from ._sync.models.notes import Note as Note
    from ._sync.models.objects import Object as Object
    from ._sync.models.records import ActivityRecord as ActivityRecord
    from ._sync.models.records import Record as Record
    from ._sync.models.results import SearchResult as SearchResult
    from ._sync.models.standard import (
        Company as Company,
    )
    from ._sync.models.standard import (
        Deal as Deal,
    )
    from ._sync.models.standard import (
        Person as Person,
    )
    from ._sync.models.standard import (
        User as User,
    )
    from ._sync.models.standard import (
        Workspace as Workspace,
    )
    from ._sync.models.tasks import Task as Task
    from ._sync.models.threads import Thread as Thread
    from ._sync.models.transcripts import Transcript as Transcript
    from ._sync.models.views import View as View
    from ._sync.models.webhooks import Webhook as Webhook
    from ._sync.models.workspace_members import WorkspaceMember as WorkspaceMember
    from ._sync.oauth import OAuth as OAuth
    from ._sync.outbox import Outbox as Outbox
    from .bulk.batch_results import BatchResult as BatchResult
    from .bulk.found import FoundRows as FoundRows
    from .bulk.journal_file import JournalError as JournalError
    from .bulk.outbox_file import OutboxItem as OutboxItem
    from .bulk.outbox_file import OutboxReport as OutboxReport
    from .bulk.report import BulkProgress as BulkProgress
    from .bulk.report import RowFailure as RowFailure
    from .bulk.results import RowResult as RowResult
    from .bulk.settings import BulkOptions as BulkOptions
    from .core.client_options import ClientOptions as ClientOptions
    from .core.config import RequestOptions as RequestOptions
    from .core.errors import (
        APIConnectionError as APIConnectionError,
    )
    from .core.errors import (
        APITimeoutError as APITimeoutError,
    )
    from .core.errors import (
        ArgumentError as ArgumentError,
    )
    from .core.errors import (
        ArgumentTypeError as ArgumentTypeError,
    )
    from .core.errors import (
        AttioError as AttioError,
    )
    from .core.errors import (
        AuthenticationError as AuthenticationError,
    )
    from .core.errors import (
        BadGatewayError as BadGatewayError,
    )
    from .core.errors import (
        BadRequestError as BadRequestError,
    )
    from .core.errors import (
        BillingError as BillingError,
    )
    from .core.errors import (
        ClientClosedError as ClientClosedError,
    )
    from .core.errors import (
        ClientError as ClientError,
    )
    from .core.errors import (
        ConcurrentWriteError as ConcurrentWriteError,
    )
    from .core.errors import (
        ConfigurationError as ConfigurationError,
    )
    from .core.errors import (
        ConflictError as ConflictError,
    )
    from .core.errors import (
        DecodeError as DecodeError,
    )
    from .core.errors import (
        Error as Error,
    )
    from .core.errors import (
        FieldError as FieldError,
    )
    from .core.errors import (
        FilterError as FilterError,
    )
    from .core.errors import (
        ForbiddenError as ForbiddenError,
    )
    from .core.errors import (
        ImmutableValueError as ImmutableValueError,
    )
    from .core.errors import (
        InternalServerError as InternalServerError,
    )
    from .core.errors import (
        InvalidRequestError as InvalidRequestError,
    )
    from .core.errors import (
        InvalidSignatureError as InvalidSignatureError,
    )
    from .core.errors import (
        MatchingAttributeError as MatchingAttributeError,
    )
    from .core.errors import (
        MaybeSentError as MaybeSentError,
    )
    from .core.errors import (
        MergeInProgressError as MergeInProgressError,
    )
    from .core.errors import (
        MissingExtraError as MissingExtraError,
    )
    from .core.errors import (
        MissingValueError as MissingValueError,
    )
    from .core.errors import (
        MultipleMatchError as MultipleMatchError,
    )
    from .core.errors import (
        NotFoundError as NotFoundError,
    )
    from .core.errors import (
        PayloadTooLargeError as PayloadTooLargeError,
    )
    from .core.errors import (
        QuotaExceededError as QuotaExceededError,
    )
    from .core.errors import (
        RateLimitError as RateLimitError,
    )
    from .core.errors import (
        RedirectError as RedirectError,
    )
    from .core.errors import (
        ResponseError as ResponseError,
    )
    from .core.errors import (
        ScopeError as ScopeError,
    )
    from .core.errors import (
        SelfMergeError as SelfMergeError,
    )
    from .core.errors import (
        ServerError as ServerError,
    )
    from .core.errors import (
        ServiceUnavailableError as ServiceUnavailableError,
    )
    from .core.errors import (
        SlugConflictError as SlugConflictError,
    )
    from .core.errors import (
        SystemEditError as SystemEditError,
    )
    from .core.errors import (
        UnboundModelError as UnboundModelError,
    )
    from .core.errors import (
        UniquenessConflictError as UniquenessConflictError,
    )
    from .core.errors import (
        UnprocessableEntityError as UnprocessableEntityError,
    )
    from .core.errors import (
        ValidationError as ValidationError,
    )
    from .core.errors import (
        ValueNotFoundError as ValueNotFoundError,
    )
    from .core.hooks import Hooks as Hooks
    from .module_level import configure as configure
    from .module_level import request as request
    from .module_level import using as using
    from .oauth.errors import (
        OAuthError as OAuthError,
    )
    from .oauth.errors import (
        TokenStoreError as TokenStoreError,
    )
    from .oauth.scopes import Scope as Scope
    from .oauth.scopes import scopes_for as scopes_for
    from .oauth.token import OAuthToken as OAuthToken
    from .records.bodies import NOT_GIVEN as NOT_GIVEN
    from .records.filters import F as F
    from .records.filters import Filter as Filter
    from .records.filters import Raw as Raw
    from .records.ids import Id as Id
    from .records.schema import (
        Schema as Schema,
    )
    from .records.schema import (
        SchemaWarning as SchemaWarning,
    )
    from .records.sorts import Sort as Sort
    from .values.refusals import NotInSchemaError as NotInSchemaError
    from .values.types import (
        ActorRef as ActorRef,
    )
    from .values.types import (
        Location as Location,
    )
    from .values.types import (
        Money as Money,
    )
    from .values.types import (
        PersonalName as PersonalName,
    )
    from .values.types import (
        Phone as Phone,
    )
    from .values.types import (
        RecordRef as RecordRef,
    )
    from .values.types import (
        Value as Value,
    )
    from .webhooks.delivery import WebhookDelivery as WebhookDelivery
    from .webhooks.errors import InvalidDeliveryError as InvalidDeliveryError
    from .webhooks.receiver import WebhookReceiver as WebhookReceiver

    test_mode: bool
    """Assign True, and no client reaches a network: what `attio.testing.stub` says answers."""

from ._names import HIDDEN_ALIASES, PUBLIC
from ._package import Package

sys.modules[__name__].__class__ = Package

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
    return sorted({*globals(), *__all__, "test_mode"})
