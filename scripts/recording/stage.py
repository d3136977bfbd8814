"""What a scene finds and may use: a client, things made for it, and the way back to how it was before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.core.errors import Error, NotFoundError
from attio.values.types import RecordRef

if TYPE_CHECKING:
    from collections.abc import Callable

    from attio import Attio

FIRST, LAST = "Ada", "Lovelace"
OTHER_FIRST, OTHER_LAST = "Charles", "Babbage"
PHONE = "+442079460000"
DOMAIN = "example.com"
WORKSPACE = "Cassettes"
KEEP: Final = (
    FIRST,
    LAST,
    f"{FIRST} {LAST}",
    OTHER_FIRST,
    OTHER_LAST,
    f"{OTHER_FIRST} {OTHER_LAST}",
    PHONE,
    WORKSPACE,
)
"""Names and numbers that were made up, so that scrubbing leaves them."""

EARLY, LATE = "2025-03-03T09:00:00.000000000Z", "2025-03-03T10:30:00.000000000Z"


class Stage:
    """A workspace while one scene is recorded. What is made here is not recorded, and undone by ``clean``."""

    def __init__(self, client: Attio, tag: str) -> None:
        self.client = client
        self.tag = tag
        self.left: list[str] = []
        self._undo: list[tuple[str, Callable[[], Any]]] = []
        self._numbers = 0
        self._knows_domain = False

    # The way back

    def adopt(self, what: str, made: Any) -> Any:
        """Note something that was made, to be taken away at the end; gives it back."""
        if isinstance(made, RecordRef):
            self._undo.append((what, lambda: self.client.records.delete(made.object, made.record_id)))
            return made
        for verb in ("delete", "archive"):
            if callable(getattr(made, verb, None)):
                self._undo.append((what, getattr(made, verb)))
                break
        else:
            self.left.append(what)
        return made

    def clean(self) -> list[str]:
        """Take away what was made, last things first; gives what stays, since the API cannot take it away."""
        while self._undo:
            what, undo = self._undo.pop()
            try:
                undo()
            except NotFoundError:
                pass  # the scene did it, or something that it belonged to is gone
            except Error as error:
                self.left.append(f"{what} ({error})")
        return self.left

    def unique(self, word: str) -> str:
        """Return a word that nothing else in the workspace has."""
        self._numbers += 1
        return f"{word}_{self.tag}_{self._numbers}"

    # Things, by the ids that calls take

    def email(self) -> str:
        """Return an address that nobody has; whom and what Attio makes of it by itself is taken away as well."""
        if not self._knows_domain:
            self._knows_domain = True
            if not self.client.companies.list(filter={"domains": DOMAIN}):
                self._undo.append(
                    (f"the company of {DOMAIN}", lambda: self._delete("companies", "domains", DOMAIN))
                )
        address = f"{self.unique('ada')}@{DOMAIN}"
        self._undo.append(
            (f"the person of {address}", lambda: self._delete("people", "email_addresses", address))
        )
        return address

    def _delete(self, object: str, slug: str, value: str) -> None:
        for record in self.client.records.list(object, filter={slug: value}):
            record.delete()

    def person(self, first: str = FIRST, last: str = LAST) -> str:
        """Make a person."""
        values = {"name": f"{first} {last}", "email_addresses": [self.email()]}
        return str(self.adopt("a person", self.client.people.create(values)).id)

    def list(self) -> str:
        """Make a list of people with a status and a text; the API has no way to delete a list."""
        slug = self.unique("cassettes")
        self.adopt(
            f"the list {slug}", self.client.lists.create(name=slug, api_slug=slug, parent_object="people")
        )
        self.client.attributes.create(list=slug, title="Stage", type="status", api_slug="stage")
        self.client.attributes.create(list=slug, title="Comment", type="text", api_slug="comment")
        for title in ("Lead", "Won"):
            self.client.attributes.statuses.create("stage", title, list=slug)
        return slug

    def entry(self, list: str) -> str:
        """Put a person on a list."""
        made = self.client.entries.create(list, self.person(), {"stage": "Lead"}, parent_object="people")
        return str(self.adopt("an entry", made).id)

    def object(self) -> str:
        """Make an object."""
        slug = self.unique("things")
        made = self.client.objects.create(api_slug=slug, singular_noun=slug, plural_noun=f"{slug}s")
        self.adopt(f"the object {slug}", made)
        return slug

    def attribute(self, type: str, **more: Any) -> tuple[str, str]:
        """Make an attribute on an object of its own; gives object and attribute."""
        home, slug = self.object(), self.unique("attribute")
        self.client.attributes.create(object=home, title=slug, type=type, api_slug=slug, **more)
        return home, slug

    def note(self) -> str:
        """Write a note on a person."""
        made = self.client.notes.create(
            parent_object="people",
            parent_record_id=self.person(),
            title="Visit",
            content="Met Ada.\nShe is well.",
        )
        return str(self.adopt("a note", made).id)

    def task(self) -> str:
        """Make a task."""
        return str(self.adopt("a task", self.client.tasks.create("Call Ada", deadline_at=LATE)).id)

    def member(self) -> str:
        """Return a member of the workspace."""
        return str(self.client.workspace_members.list()[0].id)

    def comment(self, person: str | None = None) -> Any:
        """Comment on a person, which begins a thread."""
        record = ("people", person or self.person())
        return self.adopt(
            "a comment", self.client.comments.create("Well done.", author=self.member(), record=record)
        )

    def meeting(self) -> str:
        """Make a meeting."""
        made = self.client.meetings.create(
            title="Kick-off", start=EARLY, end=LATE, participants=[self.email()]
        )
        return str(self.adopt("a meeting", made).id)

    def recording(self, meeting: str) -> str:
        """Add a recording to a meeting, with a transcript."""
        speech = [{"speech": "Hello.", "start_time": 0, "end_time": 1.5, "speaker": f"{FIRST} {LAST}"}]
        made = self.client.call_recordings.create(meeting, transcript=speech)
        self._undo.append(("a recording", lambda: self.client.call_recordings.delete(meeting, made.id)))
        return str(made.id)

    def file(self) -> str:
        """Upload a file to a person."""
        made = self.client.files.upload("people", self.person(), b"a,b\r\n1,2\r\n", name="table.csv")
        return str(self.adopt("a file", made).id)

    def webhook(self) -> str:
        """Subscribe to something."""
        made = self.client.webhooks.create(
            target_url=f"https://hooks.{DOMAIN}/cassettes", subscriptions=SUBSCRIPTIONS
        )
        return str(self.adopt("a webhook", made).id)

    def activity(self) -> str:
        """Make an activity with a unique number."""
        slug = self.unique("demos")
        made = self.client.activities.create(
            api_slug=slug, singular_noun=slug, plural_noun=f"{slug}s", extends="activities"
        )
        self.adopt(f"the activity {slug}", made)
        return slug

    def activity_record(self, activity: str) -> str:
        """Make a record of an activity."""
        made = self.client.activity_records.create(activity, {"title": "Shown", "occurred_at": EARLY})
        self._undo.append(
            ("a record of an activity", lambda: self.client.activity_records.delete(activity, made.id))
        )
        return str(made.id)


SUBSCRIPTIONS: Final = [{"event_type": "record.created", "filter": None}]
