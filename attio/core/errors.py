"""Everything that can go wrong.

Error                            alias AttioError
  ConfigurationError  UnboundModelError  MissingExtraError  ClientClosedError
  ArgumentError                  refused before sending  > ArgumentTypeError
  APIConnectionError             > APITimeoutError
  DecodeError
  ResponseError                  Attio answered with an error
    ClientError
      by status                  BadRequestError (alias InvalidRequestError), AuthenticationError,
      ForbiddenError > ScopeError,
                                 NotFoundError, ConflictError, PayloadTooLargeError, UnprocessableEntityError,
                                 RateLimitError, RedirectError
      by code                    ValidationError, MissingValueError, ValueNotFoundError,
      UniquenessConflictError, ...
    ServerError                  > InternalServerError, BadGatewayError, ServiceUnavailableError
  InvalidSignatureError
  MaybeSentError                 a mixin: the outcome of an unsafe write is unknown

What is raised for an error answer is a combination of its code's class and its status's class.
"""

from __future__ import annotations

from attio.core.error_codes import (
    BillingError,
    ConcurrentWriteError,
    FilterError,
    ImmutableValueError,
    MatchingAttributeError,
    MergeInProgressError,
    MissingValueError,
    MultipleMatchError,
    QuotaExceededError,
    SelfMergeError,
    SlugConflictError,
    SystemEditError,
    UniquenessConflictError,
    ValidationError,
    ValueNotFoundError,
)
from attio.core.error_response import error_from_response
from attio.core.error_status import (
    AuthenticationError,
    BadGatewayError,
    BadRequestError,
    ConflictError,
    ForbiddenError,
    InternalServerError,
    InvalidRequestError,
    NotFoundError,
    PayloadTooLargeError,
    RateLimitError,
    RedirectError,
    ScopeError,
    ServiceUnavailableError,
    UnprocessableEntityError,
    missing_scopes,
)
from attio.core.error_table import classify, combine
from attio.core.error_tree import (
    APIConnectionError,
    APITimeoutError,
    ArgumentError,
    ArgumentTypeError,
    AttioError,
    ClientClosedError,
    ClientError,
    ConfigurationError,
    DecodeError,
    Error,
    InvalidSignatureError,
    MaybeSentError,
    MissingExtraError,
    ResponseError,
    ServerError,
    UnboundModelError,
)
from attio.core.field_errors import FieldError

__all__ = [
    "APIConnectionError",
    "APITimeoutError",
    "ArgumentError",
    "ArgumentTypeError",
    "AttioError",
    "AuthenticationError",
    "BadGatewayError",
    "BadRequestError",
    "BillingError",
    "ClientClosedError",
    "ClientError",
    "ConcurrentWriteError",
    "ConfigurationError",
    "ConflictError",
    "DecodeError",
    "Error",
    "FieldError",
    "FilterError",
    "ForbiddenError",
    "ImmutableValueError",
    "InternalServerError",
    "InvalidRequestError",
    "InvalidSignatureError",
    "MatchingAttributeError",
    "MaybeSentError",
    "MergeInProgressError",
    "MissingExtraError",
    "MissingValueError",
    "MultipleMatchError",
    "NotFoundError",
    "PayloadTooLargeError",
    "QuotaExceededError",
    "RateLimitError",
    "RedirectError",
    "ResponseError",
    "ScopeError",
    "SelfMergeError",
    "ServerError",
    "ServiceUnavailableError",
    "SlugConflictError",
    "SystemEditError",
    "UnboundModelError",
    "UniquenessConflictError",
    "UnprocessableEntityError",
    "ValidationError",
    "ValueNotFoundError",
    "classify",
    "combine",
    "error_from_response",
    "missing_scopes",
]
