"""Webhooks: list, create, get, update, delete. What is delivered, and when: `attio.testing.deliveries`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from attio.testing.loopback import is_loopback
from attio.testing.pages import by_offset
from attio.testing.replies import Refusal, invalid, invalid_body, missing, problem
from attio.testing.router import route
from attio.testing.shapes import array, choice, closed, either, fields, nullable, optional, text
from attio.testing.state.webhooks import EVENT_TYPES, Subscribers, Subscription, Webhook

if TYPE_CHECKING:
    from attio.testing.call import Call

_CONDITION: Final = fields(field=text(1), operator=choice("equals", "not_equals"), value=text())
_FILTER: Final = nullable(either(closed(**{"$and": array(_CONDITION)}), closed(**{"$or": array(_CONDITION)})))
# Required by the schema, left out in practice.
_SUBSCRIPTIONS: Final = array(fields(event_type=choice(*EVENT_TYPES), filter=optional(_FILTER)))
_NEW: Final = fields(target_url=text(1), subscriptions=_SUBSCRIPTIONS)
_CHANGE: Final = fields(target_url=optional(text(1)), subscriptions=optional(_SUBSCRIPTIONS))
_HOMES: Final = {
    "id.object_id": "object",
    "parent_object_id": "object",
    "object_id": "object",
    "id.list_id": "list",
    "list_id": "list",
    "id.activity_id": "activity",
}


def _url(call: Call, target_url: str) -> str:
    try:
        parts = urlsplit(target_url)
        host = parts.hostname or ""
    except ValueError:
        parts, host = urlsplit(""), ""
    is_here = parts.scheme == "http" and call.state.settings.http_webhooks and is_loopback(host)
    if not host or not (parts.scheme == "https" or is_here):
        breach = problem(
            ("data", "target_url"), "Must be an https URL", "invalid_string", string_validation="url"
        )
        raise invalid_body([breach])
    return target_url


def _subscriptions(call: Call, given: list[dict[str, Any]]) -> list[Subscription]:
    found = [Subscription(each["event_type"], each.get("filter")) for each in given]
    for each in found:
        for several in (each.filter or {}).values():
            for condition in several:
                _refuse_unknown_home(call, condition)
    return found


def _refuse_unknown_home(call: Call, condition: dict[str, str]) -> None:
    """Refuse a filter by an object, list or activity that does not exist; slugs do not count."""
    noun = _HOMES.get(condition["field"])
    homes: dict[str, dict[str, Any]] = {
        "object": dict(call.state.objects),
        "list": dict(call.state.lists),
        "activity": dict(call.state.activities),
    }
    if noun is not None and condition["value"] not in homes[noun]:
        raise invalid(f"Related {noun} not found", [])


def _refuse_clash(
    call: Call, target_url: str, subscriptions: list[Subscription], webhook: Webhook | None
) -> None:
    clash = call.state.store(Subscribers).clash(target_url, subscriptions, webhook)
    if clash is not None:
        message = f'A webhook for "{clash.event_type}" with this filter and target URL already exists.'
        raise Refusal(409, "uniqueness_conflict", message)


def _webhook(call: Call) -> Webhook:
    wanted = call.params["webhook_id"]
    webhook = call.state.store(Subscribers).by_id.get(call.uuid(wanted))
    if webhook is None:
        raise missing("Webhook", wanted)
    return webhook


@route("list_webhooks", but="that an app sees its own webhooks only")
def list_webhooks(call: Call) -> Any:
    """List webhooks in the order they were made in, never with their secrets."""
    rows = list(call.state.store(Subscribers).by_id.values())
    return by_offset(call, rows, lambda webhook: webhook.render(call.state, call.now_us))


@route("create_webhook")
def create_webhook(call: Call) -> Any:
    """Create a webhook; the one answer that shows the secret. Deliveries: `workspace.webhooks`."""
    body = call.data(_NEW)
    target_url = _url(call, body["target_url"])
    subscriptions = _subscriptions(call, body["subscriptions"])
    _refuse_clash(call, target_url, subscriptions, None)
    webhook = call.state.store(Subscribers).add(target_url, subscriptions, call.now_us)
    return {"data": {**webhook.render(call.state, call.now_us), "secret": webhook.secret}}


@route("get_webhook")
def get_webhook(call: Call) -> Any:
    """Get one webhook."""
    return {"data": _webhook(call).render(call.state, call.now_us)}


@route("update_webhook", but="whether Attio resumes a degraded webhook")
def update_webhook(call: Call) -> Any:
    """Change the address, the subscriptions (all of them) or both; the secret stays."""
    webhook = _webhook(call)
    body = call.data(_CHANGE)
    if not body:
        raise invalid("Give target_url, subscriptions or both.", [])
    target_url = _url(call, body["target_url"]) if "target_url" in body else webhook.target_url
    subscriptions = webhook.subscriptions
    if "subscriptions" in body:
        subscriptions = _subscriptions(call, body["subscriptions"])
    _refuse_clash(call, target_url, subscriptions, webhook)
    webhook.target_url, webhook.subscriptions = target_url, subscriptions
    return {"data": webhook.render(call.state, call.now_us)}


@route("delete_webhook")
def delete_webhook(call: Call) -> Any:
    """Delete a webhook; what was on its way to it is dropped."""
    del call.state.store(Subscribers).by_id[_webhook(call).id]
    return {}
