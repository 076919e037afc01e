"""What an HTTP answer means before anybody reads its body."""

import re
from collections.abc import Mapping
from http import HTTPStatus

from scrapers.errors import (
    BlockedError,
    GoneError,
    MalformedError,
    NotFoundError,
    RateLimitedError,
    ScraperError,
    ServerFailedError,
)
from scrapers.fetch.ratelimit import retry_after_seconds

SUCCESSES = range(200, 300)
REFUSALS = frozenset({401, 402, 403, 406, 407, 451})

#: A page that asks to prove one is human, whatever its status says. Recorded, never solved.
_CHALLENGE = re.compile(
    rb"<title>\s*(?:just a moment\.\.\.|attention required! \| cloudflare|please wait\.\.\. \| cloudflare"
    rb"|access denied|robot challenge screen|one moment, please\.\.\.)"
    rb"|/\.well-known/sgcaptcha/|captcha-delivery\.com/|slardarwaf|_Incapsula_Resource",
    re.IGNORECASE,
)
_CHALLENGE_WINDOW = 4096
#: A real page is longer; a longer one may well speak about captchas.
_CHALLENGE_MAX_SIZE = 20_000
_CHALLENGE_STATUSES = frozenset({202, 403, 429, 503})


def is_challenge(status: int, headers: Mapping[str, str], body: bytes) -> bool:
    """Tell whether the answer is a captcha or browser check in place of the page."""
    if headers.get("cf-mitigated", "").lower() == "challenge":
        return True
    if "html" not in headers.get("content-type", "html"):
        return False
    suspicious = status in _CHALLENGE_STATUSES or len(body) < _CHALLENGE_MAX_SIZE
    return suspicious and _CHALLENGE.search(body[:_CHALLENGE_WINDOW]) is not None


def status_error(status: int, headers: Mapping[str, str], body: bytes = b"") -> ScraperError | None:
    """Return the error an answer stands for, None when it is to be read."""
    pause = retry_after_seconds(headers.get("retry-after", ""))
    error: ScraperError | None = MalformedError(f"The site answered HTTP {status}, which is no page.")
    if is_challenge(status, headers, body):
        error = BlockedError("The site answered with a check for robots instead of the page.")
    elif status in SUCCESSES:
        error = None
    elif status in REFUSALS:
        error = BlockedError(f"The site refused Relais (HTTP {status}).")
    elif status == HTTPStatus.NOT_FOUND:
        error = NotFoundError(f"There is nothing at this address (HTTP {status}).")
    elif status == HTTPStatus.GONE:
        error = GoneError(f"The site says this was removed (HTTP {status}).")
    elif status == HTTPStatus.TOO_MANY_REQUESTS or (status == HTTPStatus.SERVICE_UNAVAILABLE and pause is not None):
        error = RateLimitedError(f"The site asked for a pause (HTTP {status}).", retry_after=pause)
    elif status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        error = ServerFailedError(f"The site failed (HTTP {status}).")
    return error
