"""The list of addresses that sequences no longer write to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.testing.router import route
from attio.testing.shapes import array, closed, email
from attio.testing.stamps import stamp
from attio.testing.state.emails import Emails

if TYPE_CHECKING:
    from attio.testing.call import Call

_UNSUBSCRIBED: Final = closed(data=closed(email_addresses=array(email(), 1, 1000)))


@route("unsubscribe_emails", but="sequences themselves, and ending them")
def unsubscribe_emails(call: Call) -> Any:
    """Add addresses to the list; those that are on it keep their time."""
    body = call.json(_UNSUBSCRIBED)
    unsubscribed = call.state.store(Emails).unsubscribed
    addresses = list(dict.fromkeys(each.lower() for each in body["data"]["email_addresses"]))
    for address in addresses:
        unsubscribed.setdefault(address, call.now_us)
    return {
        "data": [
            {"email_address": address, "created_at": stamp(unsubscribed[address])} for address in addresses
        ]
    }
