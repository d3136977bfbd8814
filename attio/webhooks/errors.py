"""What can be wrong with a delivery besides its signature."""

from __future__ import annotations

from attio.core.error_tree import Error


class InvalidDeliveryError(Error, ValueError):
    """A body is not a delivery of a webhook, or an event does not hold what was asked of it.

    `.code` is body_too_large, not_json or not_a_delivery; several_events for `.event` of more than one;
    nothing_to_fetch where an event lacks the id by which something would be fetched.
    """
