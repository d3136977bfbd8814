"""Activities: list, create, get, update, delete. Their attributes are made in Attio's app."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.testing.pages import by_cursor
from attio.testing.replies import Refusal, forbidden, invalid, missing_named, slug_conflict
from attio.testing.router import route
from attio.testing.shapes import choice, closed, fields, optional, text
from attio.testing.state.activities import SCHEMAS, Activities, ActivityType

if TYPE_CHECKING:
    from attio.testing.call import Call

_NEW: Final = fields(api_slug=text(1), singular_noun=text(1), plural_noun=text(1), extends=choice(*SCHEMAS))
_CHANGE: Final = closed(
    api_slug=optional(text(1)), singular_noun=optional(text(1)), plural_noun=optional(text(1))
)


def activity_of(call: Call) -> ActivityType:
    """Return the activity of the path by slug or id, or refuse with 404."""
    name = call.params["activity"]
    found = call.state.store(Activities).find(name)
    if found is None:
        raise missing_named("Activity", name)
    return found


def refuse_plan(call: Call) -> None:
    """Refuse with 403 where the plan has no activities of one's own."""
    if "activities" in call.state.settings.plan_lacks:
        raise forbidden("The plan of this workspace has no custom activities.", "billing_error")


def _refuse_taken(store: Activities, slug: str, home: ActivityType | None = None) -> None:
    if any(each.slug == slug and each is not home for each in store.by_id.values()):
        raise slug_conflict(f'An activity with the slug "{slug}" already exists.')


@route("list_activities", but="which activities Attio brings along (here calls and emails)")
def list_activities(call: Call) -> Any:
    """List all activities, oldest first."""
    store = call.state.store(Activities)
    return by_cursor(call, list(store.by_id.values()), store.render, key=lambda home: home.id)


@route("create_activity", but="the attributes of a new activity (here title, occurred_at, linked_records)")
def create_activity(call: Call) -> Any:
    """Create a kind of activity."""
    refuse_plan(call)
    store = call.state.store(Activities)
    body = call.data(_NEW)
    _refuse_taken(store, body["api_slug"])
    home = store.add(
        body["api_slug"], body["singular_noun"], body["plural_noun"], body["extends"], call.now_us
    )
    call.state.emit("activity.created", call.actor, activity_id=home.id)
    return {"data": store.render(home)}


@route("get_activity")
def get_activity(call: Call) -> Any:
    """Get one activity by slug or id."""
    return {"data": call.state.store(Activities).render(activity_of(call))}


@route("update_activity")
def update_activity(call: Call) -> Any:
    """Change slug or nouns; what an activity builds on stays."""
    home = activity_of(call)
    body = call.data(_CHANGE)
    if not body:
        raise invalid("Give at least one of api_slug, singular_noun and plural_noun.", [])
    if home.is_system:
        raise forbidden(f'The activity "{home.slug}" is Attio\'s own.')
    store = call.state.store(Activities)
    _refuse_taken(store, body.get("api_slug", home.slug), home)
    home.slug = body.get("api_slug", home.slug)
    home.singular_noun = body.get("singular_noun", home.singular_noun)
    home.plural_noun = body.get("plural_noun", home.plural_noun)
    call.state.emit("activity.updated", call.actor, activity_id=home.id)
    return {"data": store.render(home)}


@route("delete_activity")
def delete_activity(call: Call) -> Any:
    """Delete an activity with its records; Attio's own are refused."""
    home = activity_of(call)
    if home.is_system:
        raise Refusal(400, "system_edit_unauthorized", f'The activity "{home.slug}" is Attio\'s own.')
    del call.state.store(Activities).by_id[home.id]
    call.state.emit("activity.deleted", call.actor, activity_id=home.id)
    return {}
