"""Every error leaves as RFC 9457 problem+json, with a correlation id to find it in the log."""

import sys
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from rest_framework import exceptions as drf
from rest_framework.response import Response

from relais.kit.errors import (
    CsrfFailedError,
    DomainError,
    InvalidError,
    NotAllowedError,
    NotFoundError,
    TooLargeError,
    UnavailableError,
)
from relais.kit.refusals import reworded, words_for

CONTENT_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class AllauthError:
    """One error as allauth writes it."""

    code: str
    message: str
    param: str = ""


def correlation_id(request: Any) -> str:
    """Return the id the middleware gave this request, or a new one."""
    return getattr(request, "correlation_id", None) or uuid.uuid4().hex


def body(
    *, request: Any, status: int, code: str, detail: str, errors: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Return the problem document."""
    problem: dict[str, Any] = {
        "type": "about:blank",
        "title": _title(status),
        "status": status,
        "code": code,
        "detail": detail,
        "correlation_id": correlation_id(request),
    }
    if errors:
        problem["errors"] = {path: [str(message) for message in messages] for path, messages in errors.items()}
    return problem


def _title(status: int) -> str:
    return {
        400: _("Invalid request"),
        401: _("Sign in first"),
        403: _("Not allowed"),
        404: _("Not found"),
        405: _("Method not allowed"),
        406: _("Not acceptable"),
        409: _("Conflict"),
        412: _("Changed in the meantime"),
        413: _("Too large"),
        415: _("Unsupported media type"),
        428: _("Version required"),
        429: _("Too many requests"),
        503: _("Temporarily unavailable"),
    }.get(status, _("Something went wrong") if status >= 500 else _("Invalid request"))  # noqa: PLR2004


def flatten(detail: Any, path: str = "") -> dict[str, list[str]]:
    """Return DRF's nested error detail as `{"items.0.product": ["…"]}`."""
    if isinstance(detail, Mapping):
        flat: dict[str, list[str]] = {}
        for key, value in detail.items():
            name = path if key == "non_field_errors" else f"{path}.{key}".strip(".")
            for inner, messages in flatten(value, name).items():
                flat.setdefault(inner, []).extend(messages)
        return flat
    if isinstance(detail, list):
        if all(not isinstance(item, Mapping | list) for item in detail):
            return {path: [str(item) for item in detail]} if detail else {}
        flat = {}
        for index, item in enumerate(detail):
            if item:
                flat.update(flatten(item, f"{path}.{index}".strip(".")))
        return flat
    return {path: [str(detail)]}


def handle(exc: Exception, context: Mapping[str, Any]) -> Response | None:
    """Turn what a caller caused into a problem; leave our own mistakes to Django's 500."""
    request = context.get("request")
    headers: dict[str, str] = {}
    if isinstance(exc, Http404):
        exc = NotFoundError()
    elif isinstance(exc, PermissionDenied):
        exc = NotAllowedError()
    if isinstance(exc, DomainError):
        problem = of(exc, request)
        headers.update(exc.headers)
    elif isinstance(exc, drf.ValidationError):
        problem = of(InvalidError(errors=flatten(exc.detail)), request)
    elif isinstance(exc, drf.APIException):
        code, detail = reworded(exc, context.get("view"))
        problem = body(request=request, status=exc.status_code, code=code, detail=detail)
        if getattr(exc, "auth_header", None):
            headers["WWW-Authenticate"] = exc.auth_header  # type: ignore[attr-defined]
        if getattr(exc, "wait", None):
            headers["Retry-After"] = str(int(exc.wait))  # type: ignore[attr-defined]
    else:
        return None
    return Response(problem, status=problem["status"], headers=headers, content_type=CONTENT_TYPE)


def of(error: DomainError, request: Any) -> dict[str, Any]:
    """Return the problem document of an error of ours."""
    problem = body(request=request, status=error.status, code=error.code, detail=str(error.detail), errors=error.errors)
    return problem | dict(error.extra)


def page(error: DomainError, request: HttpRequest) -> JsonResponse:
    """Return an error of ours raised outside REST framework."""
    return JsonResponse(of(error, request), status=error.status, headers=error.headers, content_type=CONTENT_TYPE)


def bare_page(status: int, request: HttpRequest) -> JsonResponse:
    """Return what an answer means that has nothing but its status."""
    code, detail = words_for(status)
    problem = body(request=request, status=status, code=code, detail=detail)
    return JsonResponse(problem, status=status, content_type=CONTENT_TYPE)


def foreign_page(status: int, content: bytes, request: HttpRequest) -> JsonResponse:
    """Return a refusal of a library: allauth's `errors: [{code, message, param}]` when it says so, else its status."""
    try:
        found = [AllauthError(**error) for error in orjson.loads(content)["errors"]]
    except (orjson.JSONDecodeError, KeyError, TypeError):
        found = []
    if not found:
        return bare_page(status, request)
    errors: dict[str, list[str]] = {}
    for error in found:
        errors.setdefault(error.param, []).append(error.message)
    problem = body(request=request, status=status, code=found[0].code, detail=found[0].message, errors=errors)
    return JsonResponse(problem, status=status, content_type=CONTENT_TYPE)


def bad_request(request: HttpRequest, exception: Exception) -> JsonResponse:
    """Answer Django's 400; a body beyond the limit is one to Django, and has a status of its own."""
    return page(TooLargeError(), request) if isinstance(exception, RequestDataTooBig) else bare_page(400, request)


def forbidden(request: HttpRequest, exception: Exception) -> JsonResponse:  # noqa: ARG001 - Django's signature
    """Answer Django's 403."""
    return page(NotAllowedError(), request)


def not_found(request: HttpRequest, exception: Exception) -> JsonResponse:  # noqa: ARG001 - Django's signature
    """Answer Django's 404."""
    missing_slash = not request.path.endswith("/")
    return page(
        NotFoundError(_("Nothing here by that name. Addresses end with “/”.") if missing_slash else None), request
    )


def failed(request: HttpRequest) -> JsonResponse:
    """Answer a mistake of ours, without a word about its cause; or that the database is away."""
    if isinstance(sys.exception(), OperationalError | InterfaceError):
        return page(UnavailableError(headers={"Retry-After": "5"}), request)
    return bare_page(500, request)


def csrf_failed(request: HttpRequest, reason: str = "") -> JsonResponse:  # noqa: ARG001 - Django's signature
    """Answer a write without its CSRF token."""
    return page(CsrfFailedError(), request)
