"""The root of every error a caller can cause; each app derives its own tree from it."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Message = str | Promise


class DomainError(Exception):
    """A request that cannot be done, told as code, HTTP status, sentence, and where.

    `errors` maps a field path to its messages, as in the body of the request.
    """

    code: ClassVar[str] = "refused"
    status: ClassVar[int] = 400
    message: ClassVar[Message] = _("This cannot be done.")

    def __init__(
        self,
        message: Message | None = None,
        *,
        errors: Mapping[str, Sequence[Message]] | None = None,
        extra: Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.detail: Message = message if message is not None else self.message
        self.errors = errors or {}
        self.extra = extra or {}
        self.headers = headers or {}
        super().__init__(str(self.detail))


class InvalidError(DomainError):
    """The body or a parameter is wrong; `errors` says where."""

    code = "invalid"
    message = _("Some values are not right: see the fields below.")


class UnknownParameterError(DomainError):
    """A query parameter nobody reads: refused, since it was meant to change the answer."""

    code = "unknown_parameter"
    message = _("Unknown parameter.")


class ConflictError(DomainError):
    """The stored state does not allow it now."""

    code = "conflict"
    status = 409
    message = _("Something changed in the meantime. Reload and try again.")


class StaleVersionError(DomainError):
    """`If-Match` names an older version; the answer carries the current state."""

    code = "stale_version"
    status = 412
    message = _("Somebody changed this after you opened it. Compare both versions, then save again.")


class VersionRequiredError(DomainError):
    """A program must say which version it changes."""

    code = "version_required"
    status = 428
    message = _("Send If-Match with the ETag of the version you read.")


class NotAllowedError(DomainError):
    """The role or the key's scope does not allow this."""

    code = "not_allowed"
    status = 403
    message = _("Your role does not allow this. Ask an owner or a manager of the workspace.")


class NotFoundError(DomainError):
    """Unknown, or of another workspace: the two are never told apart."""

    code = "not_found"
    status = 404
    message = _("Nothing here by that name.")


class TooLargeError(DomainError):
    """The body is beyond what is read into memory."""

    code = "too_large"
    status = 413
    message = _("This is more than Relais reads at once. Send it in several parts.")


class UnreadableBodyError(DomainError):
    """The body is not of the type it says, or breaks off."""

    code = "parse_error"
    message = _("The body cannot be read. Check that it is whole, and what Content-Type says.")


class CsrfFailedError(DomainError):
    """A write by cookie that does not prove it comes from a page of ours."""

    code = "csrf_failed"
    status = 403
    message = _("Your page is out of date. Reload it and try again.")


class TooManyRequestsError(DomainError):
    """A limit is reached; `Retry-After` says how long it lasts."""

    code = "throttled"
    status = 429
    message = _("Too many requests. Wait a minute, then try again.")


class UnavailableError(DomainError):
    """The database does not answer, or gave the work up for another one's."""

    code = "unavailable"
    status = 503
    message = _("Relais cannot reach its database just now. Nothing was changed. Try again in a moment.")
