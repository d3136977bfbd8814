"""The one table (status, type, code) -> class, and the classes that are both of a code and of a status."""

from __future__ import annotations

from typing import Final, cast

from attio.core import error_codes as codes
from attio.core import error_status as statuses
from attio.core.error_tree import ClientError, Error, MaybeSentError, ResponseError, ServerError

__all__ = ["BY_CODE", "BY_STATUS", "classify", "combine"]

BY_STATUS: Final[dict[int, type[ResponseError]]] = {
    400: statuses.BadRequestError,
    401: statuses.AuthenticationError,
    403: statuses.ForbiddenError,
    404: statuses.NotFoundError,
    409: statuses.ConflictError,
    413: statuses.PayloadTooLargeError,
    422: statuses.UnprocessableEntityError,
    429: statuses.RateLimitError,
    500: statuses.InternalServerError,
    502: statuses.BadGatewayError,
    503: statuses.ServiceUnavailableError,
}

BY_CODE: Final[dict[str, type[ClientError]]] = {
    "validation_type": codes.ValidationError,
    "missing_value": codes.MissingValueError,
    "value_not_found": codes.ValueNotFoundError,
    "uniqueness_conflict": codes.UniquenessConflictError,
    "slug_conflict": codes.SlugConflictError,
    "immutable_value": codes.ImmutableValueError,
    "filter_error": codes.FilterError,
    "unknown_filter_attribute_slug": codes.FilterError,
    "invalid_filter_operator": codes.FilterError,
    "invalid_filter_field": codes.FilterError,
    "missing_sort_field": codes.FilterError,
    "matching_attribute_definition_not_unique": codes.MatchingAttributeError,
    "multiple_match_results": codes.MultipleMatchError,
    "merge_in_progress": codes.MergeInProgressError,
    "self_merge": codes.SelfMergeError,
    "concurrent_write_conflict": codes.ConcurrentWriteError,
    "quota_exceeded": codes.QuotaExceededError,
    "billing_error": codes.BillingError,
    "system_edit_unauthorized": codes.SystemEditError,
}

# Attio's words for whole families, for answers whose status says less than their type (a proxy may rewrite a
# status).
_BY_TYPE: Final[dict[str, type[ResponseError]]] = {
    "rate_limit_error": statuses.RateLimitError,
    "auth_error": statuses.AuthenticationError,
}

_combined: dict[tuple[type[Error], ...], type[Error]] = {}


def combine(*parts: type[Error]) -> type[Error]:
    """Give the class that is all of these, created once; a part that another one includes is left out."""
    kept = tuple(
        part
        for index, part in enumerate(parts)
        if part not in parts[:index]
        and not any(other is not part and issubclass(other, part) for other in parts)
    )
    if len(kept) == 1:
        return kept[0]
    found = _combined.get(kept)
    if found is None:
        first = kept[0]
        name = f"MaybeSent{kept[1].__name__}" if first is MaybeSentError else first.__name__
        members = {"__module__": "attio", "__doc__": first.__doc__, "_parts": kept}
        # Of two threads that get here at the same time both keep the class of the first.
        found = _combined.setdefault(kept, cast("type[Error]", type(name, kept, members)))
    return found


def classify(
    status: int, type_: str | None = None, code: str | None = None
) -> tuple[type[ResponseError], ...]:
    """Give the classes of an error answer, most telling first: by code, then by status."""
    if status < 400:
        return (statuses.RedirectError,)
    by_status = BY_STATUS.get(status) or (
        ServerError if status >= 500 else _BY_TYPE.get(type_ or "", ClientError)
    )
    by_code = BY_CODE.get(code or "") if status < 500 else None
    return (by_status,) if by_code is None else (by_code, by_status)
