"""The resources of a client, by name; each module is imported when it is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .activities import AsyncActivities
    from .activity_records import AsyncActivityRecords
    from .attributes import AsyncAttributes
    from .bound_records import AsyncBoundRecords
    from .call_recordings import AsyncCallRecordings
    from .client import AsyncAttio
    from .comments import AsyncComments
    from .emails import AsyncEmails
    from .entries import AsyncEntries
    from .files import AsyncFiles
    from .lists import AsyncLists
    from .meetings import AsyncMeetings
    from .models.standard import AsyncCompany, AsyncDeal, AsyncPerson, AsyncUser, AsyncWorkspace
    from .notes import AsyncNotes
    from .objects import AsyncObjects
    from .records import AsyncRecords
    from .sequences import AsyncSequences
    from .sql import AsyncSql
    from .tasks import AsyncTasks
    from .threads import AsyncThreads
    from .transcripts import AsyncTranscripts
    from .views import AsyncViews
    from .webhooks import AsyncWebhooks
    from .workspace_members import AsyncWorkspaceMembers


class AsyncIndex:
    """What a client offers, one property a resource."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def _me(self) -> AsyncAttio: ...

    @property
    def objects(self) -> AsyncObjects:
        """Objects: kinds of records, standard and custom."""
        from .objects import AsyncObjects

        return AsyncObjects(self._me)

    @property
    def attributes(self) -> AsyncAttributes:
        """Attributes of objects and lists, with `.options` and `.statuses`."""
        from .attributes import AsyncAttributes

        return AsyncAttributes(self._me)

    @property
    def records(self) -> AsyncRecords:
        """Records of any object; `client.people` and the like are bound to one."""
        from .records import AsyncRecords

        return AsyncRecords(self._me)

    @property
    def entries(self) -> AsyncEntries:
        """Entries of any list; `client.entries_in(list)` is bound to one."""
        from .entries import AsyncEntries

        return AsyncEntries(self._me)

    @property
    def lists(self) -> AsyncLists:
        """Lists."""
        from .lists import AsyncLists

        return AsyncLists(self._me)

    @property
    def views(self) -> AsyncViews:
        """Saved views of objects and lists."""
        from .views import AsyncViews

        return AsyncViews(self._me)

    @property
    def notes(self) -> AsyncNotes:
        """Notes on records."""
        from .notes import AsyncNotes

        return AsyncNotes(self._me)

    @property
    def tasks(self) -> AsyncTasks:
        """Tasks."""
        from .tasks import AsyncTasks

        return AsyncTasks(self._me)

    @property
    def threads(self) -> AsyncThreads:
        """Threads of comments on records and entries."""
        from .threads import AsyncThreads

        return AsyncThreads(self._me)

    @property
    def comments(self) -> AsyncComments:
        """Comments."""
        from .comments import AsyncComments

        return AsyncComments(self._me)

    @property
    def meetings(self) -> AsyncMeetings:
        """Meetings."""
        from .meetings import AsyncMeetings

        return AsyncMeetings(self._me)

    @property
    def call_recordings(self) -> AsyncCallRecordings:
        """Call recordings of meetings."""
        from .call_recordings import AsyncCallRecordings

        return AsyncCallRecordings(self._me)

    @property
    def transcripts(self) -> AsyncTranscripts:
        """Transcripts of call recordings."""
        from .transcripts import AsyncTranscripts

        return AsyncTranscripts(self._me)

    @property
    def files(self) -> AsyncFiles:
        """Files and folders of records: upload and download stream."""
        from .files import AsyncFiles

        return AsyncFiles(self._me)

    @property
    def emails(self) -> AsyncEmails:
        """Metadata of e-mails."""
        from .emails import AsyncEmails

        return AsyncEmails(self._me)

    @property
    def sequences(self) -> AsyncSequences:
        """Sequences: the unsubscribe list."""
        from .sequences import AsyncSequences

        return AsyncSequences(self._me)

    @property
    def activities(self) -> AsyncActivities:
        """Activities: kinds of timeline events."""
        from .activities import AsyncActivities

        return AsyncActivities(self._me)

    @property
    def activity_records(self) -> AsyncActivityRecords:
        """Records of activities: the events."""
        from .activity_records import AsyncActivityRecords

        return AsyncActivityRecords(self._me)

    @property
    def webhooks(self) -> AsyncWebhooks:
        """Webhooks: what Attio delivers where."""
        from .webhooks import AsyncWebhooks

        return AsyncWebhooks(self._me)

    @property
    def workspace_members(self) -> AsyncWorkspaceMembers:
        """Members of the workspace."""
        from .workspace_members import AsyncWorkspaceMembers

        return AsyncWorkspaceMembers(self._me)

    @property
    def sql(self) -> AsyncSql:
        """SQL over records and entries (Enterprise plans)."""
        from .sql import AsyncSql

        return AsyncSql(self._me)

    @property
    def people(self) -> AsyncBoundRecords[AsyncPerson]:
        """People: records bound to one object."""
        from .bound_records import AsyncBoundRecords
        from .models.standard import AsyncPerson

        return AsyncBoundRecords(self._me, "people", AsyncPerson)

    @property
    def companies(self) -> AsyncBoundRecords[AsyncCompany]:
        """Companies: records bound to one object."""
        from .bound_records import AsyncBoundRecords
        from .models.standard import AsyncCompany

        return AsyncBoundRecords(self._me, "companies", AsyncCompany)

    @property
    def deals(self) -> AsyncBoundRecords[AsyncDeal]:
        """Deals (where the workspace has them switched on): records bound to one object."""
        from .bound_records import AsyncBoundRecords
        from .models.standard import AsyncDeal

        return AsyncBoundRecords(self._me, "deals", AsyncDeal)

    @property
    def users(self) -> AsyncBoundRecords[AsyncUser]:
        """Users of your product (where switched on): records bound to one object."""
        from .bound_records import AsyncBoundRecords
        from .models.standard import AsyncUser

        return AsyncBoundRecords(self._me, "users", AsyncUser)

    @property
    def workspaces(self) -> AsyncBoundRecords[AsyncWorkspace]:
        """Workspaces of your product (where switched on): records bound to one object."""
        from .bound_records import AsyncBoundRecords
        from .models.standard import AsyncWorkspace

        return AsyncBoundRecords(self._me, "workspaces", AsyncWorkspace)
