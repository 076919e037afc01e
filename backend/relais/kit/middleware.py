"""What every response carries."""

import re
import uuid
from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from relais.kit import logs, problems
from relais.kit.errors import DomainError

#: Where answers are for programs, the interface's among them.
API = ("/api/", "/_allauth/")
_CORRELATION = re.compile(r"[A-Za-z0-9-]{8,64}")


class CorrelationMiddleware:
    """Gives each request an id, taken from `X-Request-ID` when that is well formed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Stamp the request and the response."""
        given = request.headers.get("X-Request-ID", "")
        correlation = given if _CORRELATION.fullmatch(given) else uuid.uuid4().hex
        request.correlation_id = correlation  # type: ignore[attr-defined]
        with logs.correlated(correlation):
            response = self.get_response(request)
        response.headers["X-Request-ID"] = correlation
        return response


class PrivacyMiddleware:
    """Personal data is not for caches or for other sites."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Forbid storing API answers."""
        response = self.get_response(request)
        if request.path.startswith(API):
            response.headers.setdefault("Cache-Control", "no-store")
        return response


class ProblemMiddleware:
    """Makes a problem document of every refusal of the API, whichever library wrote it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Reword what is refused without a problem document; headers and cookies stay."""
        response = self.get_response(request)
        if (
            response.status_code >= HTTPStatus.BAD_REQUEST
            and request.path.startswith(API)
            and isinstance(response, HttpResponse)
            and response.headers.get("Content-Type") != problems.CONTENT_TYPE
        ):
            response.content = problems.foreign_page(response.status_code, response.content, request).content
            response.headers["Content-Type"] = problems.CONTENT_TYPE
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        """Answer an error of ours that is raised outside REST framework."""
        return problems.page(exception, request) if isinstance(exception, DomainError) else None
