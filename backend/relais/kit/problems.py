"""Every error leaves as RFC 9457 problem+json, with a correlation id to find it in the log."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404, HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from rest_framework import exceptions as drf
from rest_framework.response import Response

from relais.kit.errors import DomainError, InvalidError, NotAllowedError, NotFoundError, TooLargeError

CONTENT_TYPE = "application/problem+json"


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
        problem = body(
            request=request, status=exc.status, code=exc.code, detail=str(exc.detail), errors=exc.errors
        ) | dict(exc.extra)
        headers.update(exc.headers)
    elif isinstance(exc, drf.ValidationError):
        problem = body(
            request=request,
            status=400,
            code=InvalidError.code,
            detail=str(InvalidError.message),
            errors=flatten(exc.detail),
        )
    elif isinstance(exc, drf.APIException):
        problem = body(request=request, status=exc.status_code, code=_code(exc), detail=str(exc.detail))
        if getattr(exc, "auth_header", None):
            headers["WWW-Authenticate"] = exc.auth_header  # type: ignore[attr-defined]
        if getattr(exc, "wait", None):
            headers["Retry-After"] = str(int(exc.wait))  # type: ignore[attr-defined]
    else:
        return None
    return Response(problem, status=problem["status"], headers=headers, content_type=CONTENT_TYPE)


def _code(exc: drf.APIException) -> str:
    code = exc.get_codes()
    return code if isinstance(code, str) else exc.default_code


def page(request: HttpRequest, *, status: int, code: str, detail: str) -> JsonResponse:
    """Return a problem outside DRF: Django's own 400, 403, 404 and 500."""
    return JsonResponse(
        body(request=request, status=status, code=code, detail=detail), status=status, content_type=CONTENT_TYPE
    )


def bad_request(request: HttpRequest, exception: Exception) -> JsonResponse:
    """Answer Django's 400; a body beyond the limit is one to Django, and has a status of its own."""
    if isinstance(exception, RequestDataTooBig):
        return page(request, status=413, code=TooLargeError.code, detail=str(TooLargeError.message))
    return page(request, status=400, code="bad_request", detail=_("The request cannot be read."))


def forbidden(request: HttpRequest, exception: Exception) -> JsonResponse:  # noqa: ARG001 - Django's signature
    """Answer Django's 403."""
    return page(request, status=403, code="not_allowed", detail=_("This is not allowed."))


def not_found(request: HttpRequest, exception: Exception) -> JsonResponse:  # noqa: ARG001 - Django's signature
    """Answer Django's 404."""
    return page(request, status=404, code="not_found", detail=str(NotFoundError.message))


def failed(request: HttpRequest) -> JsonResponse:
    """Answer a mistake of ours, without a word about its cause."""
    return page(
        request,
        status=500,
        code="failed",
        detail=_("Relais made a mistake. Nothing was changed. Give the correlation id to your administrator."),
    )


def csrf_failed(request: HttpRequest, reason: str = "") -> JsonResponse:  # noqa: ARG001 - Django's signature
    """Answer a write without its CSRF token."""
    return page(request, status=403, code="csrf_failed", detail=_("Your page is out of date. Reload it and try again."))
