"""What every response carries."""

import re
import uuid
from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.utils import translation

_CORRELATION = re.compile(r"^[A-Za-z0-9-]{8,64}$")


class CorrelationMiddleware:
    """Gives each request an id, taken from `X-Request-ID` when that is well formed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Stamp the request and the response."""
        given = request.headers.get("X-Request-ID", "")
        request.correlation_id = given if _CORRELATION.match(given) else uuid.uuid4().hex  # type: ignore[attr-defined]
        response = self.get_response(request)
        response.headers["X-Request-ID"] = request.correlation_id  # type: ignore[attr-defined]
        return response


class PrivacyMiddleware:
    """Personal data is not for caches or for other sites."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Forbid storing API answers."""
        response = self.get_response(request)
        if request.path.startswith(("/api/", "/_allauth/")):
            response.headers.setdefault("Cache-Control", "no-store")
        return response


class UserLanguageMiddleware:
    """Answers in the signed-in person's language; otherwise in that of `Accept-Language`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Activate the profile's language unless the request names one itself."""
        if "X-Language" in request.headers:
            code = request.headers["X-Language"]
            if translation.check_for_language(code):
                translation.activate(code)
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", translation.get_language())
        return response
