"""What the frameworks refuse by themselves, in our words: a stable code, and a sentence that says what to do."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework import exceptions as drf

from relais.kit.errors import (
    ConflictError,
    DomainError,
    Message,
    NotAllowedError,
    NotFoundError,
    TooLargeError,
    TooManyRequestsError,
    UnavailableError,
    UnreadableBodyError,
)

FAILED = "failed"

_OURS: tuple[type[DomainError], ...] = (
    NotAllowedError,
    NotFoundError,
    ConflictError,
    TooLargeError,
    TooManyRequestsError,
    UnavailableError,
    UnreadableBodyError,
)
_WORDS: dict[int, tuple[str, Message]] = {error.status: (error.code, error.message) for error in _OURS} | {
    400: ("bad_request", gettext_lazy("The request cannot be read. Check its address, headers and body.")),
    401: ("not_authenticated", gettext_lazy("Sign in, or send an API key: “Authorization: Bearer …”.")),
    405: ("method_not_allowed", gettext_lazy("This address does not take this method.")),
    406: (
        "not_acceptable",
        gettext_lazy("Relais answers in JSON. Send “Accept: application/json”, or no Accept at all."),
    ),
    415: ("unsupported_media_type", gettext_lazy("A body of this type is not read here.")),
    500: (
        FAILED,
        gettext_lazy("Relais made a mistake. Nothing was changed. Give the correlation id to your administrator."),
    ),
}


def words_for(status: int) -> tuple[str, str]:
    """Return code and sentence of an answer that has nothing but its status."""
    code, sentence = _WORDS.get(status) or _WORDS[400 if status < 500 else 500]  # noqa: PLR2004
    return code, str(sentence)


def reworded(exc: drf.APIException, view: Any) -> tuple[str, str]:
    """Return code and sentence of an exception of REST framework.

    Args:
        exc: the exception; the sentence of an `AuthenticationFailed` is ours already.
        view: where it was raised; it knows what it takes instead.
    """
    code, sentence = words_for(exc.status_code)
    match exc:
        case drf.AuthenticationFailed():
            return exc.default_code, str(exc.detail)
        case drf.ParseError():
            return UnreadableBodyError.code, str(UnreadableBodyError.message)
        case drf.MethodNotAllowed():
            taken = [method for method in getattr(view, "allowed_methods", ()) if method != "OPTIONS"]
            return code, _with(sentence, _("It takes: %(names)s."), taken)
        case drf.UnsupportedMediaType():
            read = [parser.media_type for parser in getattr(view, "parser_classes", ())]
            return code, _with(sentence, _("Send one of these as Content-Type: %(names)s."), read)
    return code, sentence


def _with(sentence: str, advice: str, names: Sequence[str]) -> str:
    return f"{sentence} {advice % {'names': ', '.join(names)}}" if names else sentence
