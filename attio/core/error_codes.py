"""Errors by Attio's ``code``. Each derives from ClientError only: what is raised is also its status's class."""

from __future__ import annotations

from attio.core.error_tree import ClientError

__all__ = [
    "BillingError",
    "ConcurrentWriteError",
    "FilterError",
    "ImmutableValueError",
    "MatchingAttributeError",
    "MergeInProgressError",
    "MissingValueError",
    "MultipleMatchError",
    "QuotaExceededError",
    "SelfMergeError",
    "SlugConflictError",
    "SystemEditError",
    "UniquenessConflictError",
    "ValidationError",
    "ValueNotFoundError",
]


class ValidationError(ClientError):
    """The body or the query is not of the shape that the operation takes (``validation_type``)."""


class MissingValueError(ClientError):
    """A required attribute or field has no value (``missing_value``)."""


class ValueNotFoundError(ClientError):
    """Something named in the request does not exist: attribute, option, status, record, ... (``value_not_found``)."""


class UniquenessConflictError(ClientError):
    """Another record already has this value of a unique attribute (``uniqueness_conflict``)."""

    conflicting_record_id: str | None = None
    """The record that has it; None when Attio did not name it."""


class SlugConflictError(ClientError):
    """The slug or title is in use, perhaps by something archived (``slug_conflict``)."""


class ImmutableValueError(ClientError):
    """The value cannot be changed after creation (``immutable_value``)."""


class FilterError(ClientError):
    """The filter or the sorts are not what Attio understands (``filter_error`` and its relatives)."""


class MatchingAttributeError(ClientError):
    """The matching attribute of an upsert is not unique (``matching_attribute_definition_not_unique``)."""


class MultipleMatchError(ClientError):
    """An upsert found several records or entries (``multiple_match_results``)."""


class MergeInProgressError(ClientError):
    """The record is being merged; it is readable again when that is done (``merge_in_progress``)."""


class SelfMergeError(ClientError):
    """A record cannot be merged with itself (``self_merge``)."""


class ConcurrentWriteError(ClientError):
    """Another write to the same thing came between (``concurrent_write_conflict``)."""


class QuotaExceededError(ClientError):
    """A quota of the plan is used up (``quota_exceeded``)."""


class BillingError(ClientError):
    """The plan does not include this feature (``billing_error``)."""


class SystemEditError(ClientError):
    """Attio's own attributes cannot be edited (``system_edit_unauthorized``)."""
