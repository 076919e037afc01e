"""Everything `scrapers` raises: one tree, each leaf one thing a person can act on.

Each class carries a stable snake_case `code`, stored beside the number that could not be refreshed.
"""

from typing import ClassVar


class ScraperError(Exception):
    """Base of all errors raised by this package."""

    code: ClassVar[str] = "scraper_error"
    #: Worth another try by itself, without anybody changing anything.
    transient: ClassVar[bool] = False


class UnsafeAddressError(ScraperError):
    """The URL, or an address it leads to, is not a public web address."""

    code = "unsafe_address"


class UnknownAddressError(ScraperError):
    """No adapter recognises the URL, or the text is not a URL."""

    code = "unknown_address"


class UnreachableError(ScraperError):
    """DNS, connection, TLS or time-out: no answer came."""

    code = "unreachable"
    transient = True


class ServerFailedError(ScraperError):
    """The host answered 5xx."""

    code = "server_failed"
    transient = True


class RateLimitedError(ScraperError):
    """429 or 503 with Retry-After; `retry_after` in seconds when the host said so."""

    code = "rate_limited"
    transient = True

    def __init__(self, message: str = "", retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class BlockedError(ScraperError):
    """401, 403, a captcha or a challenge page: recorded, never fought."""

    code = "blocked"


class RobotsDisallowedError(BlockedError):
    """robots.txt does not allow this page."""

    code = "robots_disallowed"


class LoginRequiredError(BlockedError):
    """The host shows this only to signed-in people."""

    code = "login_required"


class KeyRequiredError(ScraperError):
    """Only the platform's official API gives this, and no key is set."""

    code = "key_required"


class ManualOnlyError(ScraperError):
    """Relais does not refresh this platform by itself: numbers are typed or imported."""

    code = "manual_only"


class NotFoundError(ScraperError):
    """404: nothing at this address."""

    code = "not_found"


class GoneError(ScraperError):
    """410, or the account was closed."""

    code = "gone"


class PrivateError(ScraperError):
    """The account exists and is not public."""

    code = "private"


class TooLargeError(ScraperError):
    """The answer is larger than the limit once decoded."""

    code = "too_large"


class MalformedError(ScraperError):
    """The document is not what its place promises: not a feed, not JSON, not a page."""

    code = "malformed"


class LayoutDriftError(MalformedError):
    """The page is there and none of the known paths to the value exists; `path` is the last one tried."""

    code = "layout_drift"

    def __init__(self, message: str = "", path: str = "") -> None:
        super().__init__(message)
        self.path = path
