# Derived from attio/_async by scripts/unasync: edit there.
"""The resources of a client, by name; each module is imported when it is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .activities import Activities
    from .activity_records import ActivityRecords
    from .attributes import Attributes
    from .bound_records import BoundRecords
    from .call_recordings import CallRecordings
    from .client import Attio
    from .comments import Comments
    from .emails import Emails
    from .entries import Entries
    from .files import Files
    from .lists import Lists
    from .meetings import Meetings
    from .models.standard import Company, Deal, Person, User, Workspace
    from .notes import Notes
    from .objects import Objects
    from .records import Records
    from .sequences import Sequences
    from .sql import Sql
    from .tasks import Tasks
    from .threads import Threads
    from .transcripts import Transcripts
    from .views import Views
    from .webhooks import Webhooks
    from .workspace_members import WorkspaceMembers


class Index:
    """What a client offers, one property a resource."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def _me(self) -> Attio: ...

    @property
    def objects(self) -> Objects:
        """Objects: kinds of records, standard and custom."""
        from .objects import Objects

        return Objects(self._me)

    @property
    def attributes(self) -> Attributes:
        """Attributes of objects and lists, with `.options` and `.statuses`."""
        from .attributes import Attributes

        return Attributes(self._me)

    @property
    def records(self) -> Records:
        """Records of any object; `client.people` and the like are bound to one."""
        from .records import Records

        return Records(self._me)

    @property
    def entries(self) -> Entries:
        """Entries of any list; `client.entries_in(list)` is bound to one."""
        from .entries import Entries

        return Entries(self._me)

    @property
    def lists(self) -> Lists:
        """Lists."""
        from .lists import Lists

        return Lists(self._me)

    @property
    def views(self) -> Views:
        """Saved views of objects and lists."""
        from .views import Views

        return Views(self._me)

    @property
    def notes(self) -> Notes:
        """Notes on records."""
        from .notes import Notes

        return Notes(self._me)

    @property
    def tasks(self) -> Tasks:
        """Tasks."""
        from .tasks import Tasks

        return Tasks(self._me)

    @property
    def threads(self) -> Threads:
        """Threads of comments on records and entries."""
        from .threads import Threads

        return Threads(self._me)

    @property
    def comments(self) -> Comments:
        """Comments."""
        from .comments import Comments

        return Comments(self._me)

    @property
    def meetings(self) -> Meetings:
        """Meetings."""
        from .meetings import Meetings

        return Meetings(self._me)

    @property
    def call_recordings(self) -> CallRecordings:
        """Call recordings of meetings."""
        from .call_recordings import CallRecordings

        return CallRecordings(self._me)

    @property
    def transcripts(self) -> Transcripts:
        """Transcripts of call recordings."""
        from .transcripts import Transcripts

        return Transcripts(self._me)

    @property
    def files(self) -> Files:
        """Files and folders of records: upload and download stream."""
        from .files import Files

        return Files(self._me)

    @property
    def emails(self) -> Emails:
        """Metadata of e-mails."""
        from .emails import Emails

        return Emails(self._me)

    @property
    def sequences(self) -> Sequences:
        """Sequences: the unsubscribe list."""
        from .sequences import Sequences

        return Sequences(self._me)

    @property
    def activities(self) -> Activities:
        """Activities: kinds of timeline events."""
        from .activities import Activities

        return Activities(self._me)

    @property
    def activity_records(self) -> ActivityRecords:
        """Records of activities: the events."""
        from .activity_records import ActivityRecords

        return ActivityRecords(self._me)

    @property
    def webhooks(self) -> Webhooks:
        """Webhooks: what Attio delivers where."""
        from .webhooks import Webhooks

        return Webhooks(self._me)

    @property
    def workspace_members(self) -> WorkspaceMembers:
        """Members of the workspace."""
        from .workspace_members import WorkspaceMembers

        return WorkspaceMembers(self._me)

    @property
    def sql(self) -> Sql:
        """SQL over records and entries (Enterprise plans)."""
        from .sql import Sql

        return Sql(self._me)

    @property
    def people(self) -> BoundRecords[Person]:
        """People: records bound to one object."""
        from .bound_records import BoundRecords
        from .models.standard import Person

        return BoundRecords(self._me, "people", Person)

    @property
    def companies(self) -> BoundRecords[Company]:
        """Companies: records bound to one object."""
        from .bound_records import BoundRecords
        from .models.standard import Company

        return BoundRecords(self._me, "companies", Company)

    @property
    def deals(self) -> BoundRecords[Deal]:
        """Deals (where the workspace has them switched on): records bound to one object."""
        from .bound_records import BoundRecords
        from .models.standard import Deal

        return BoundRecords(self._me, "deals", Deal)

    @property
    def users(self) -> BoundRecords[User]:
        """Users of your product (where switched on): records bound to one object."""
        from .bound_records import BoundRecords
        from .models.standard import User

        return BoundRecords(self._me, "users", User)

    @property
    def workspaces(self) -> BoundRecords[Workspace]:
        """Workspaces of your product (where switched on): records bound to one object."""
        from .bound_records import BoundRecords
        from .models.standard import Workspace

        return BoundRecords(self._me, "workspaces", Workspace)
