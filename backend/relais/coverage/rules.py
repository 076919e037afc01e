"""Kinds of coverage, and the formulas that measure it. Unknown is never zero."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import fmean, median
from urllib.parse import urlsplit

#: The numbers a person reads off a publication.
COUNTERS = ("views", "likes", "comments", "shares", "clicks")
#: What counts as an engagement.
ENGAGEMENTS = ("likes", "comments", "shares")


class CoverageKind(StrEnum):
    """What was published."""

    ARTICLE = "article"
    POST = "post"
    VIDEO = "video"
    STORY = "story"
    REVIEW = "review"
    ROUND_UP = "round_up"
    OTHER = "other"


class DelayBasis(StrEnum):
    """From which day the days to publication are counted."""

    DELIVERED = "delivered"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Delay:
    """Days from the parcel to the publication, and which day of the parcel was known."""

    days: int
    basis: DelayBasis


@dataclass(frozen=True, slots=True)
class Spread:
    """Middle and mean of `n` delays."""

    median: float
    mean: float
    n: int


_KINDS = {"blog": CoverageKind.ARTICLE, "youtube": CoverageKind.VIDEO, "tiktok": CoverageKind.VIDEO}
_KINDS |= {"twitch": CoverageKind.VIDEO, "podcast": CoverageKind.OTHER}


def kind_on(platform: str) -> CoverageKind:
    """Return what a publication on that platform usually is."""
    return _KINDS.get(platform, CoverageKind.POST)


def same_piece_key(url: str) -> str:
    """Return what two addresses of one piece have in common: no scheme, `www.`, last slash or fragment."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    port = f":{parts.port}" if parts.port else ""
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{port}{parts.path.rstrip('/')}{query}"


def delay(*, published_on: date | None, delivered_on: date | None, sent_on: date | None) -> Delay | None:
    """Return the days to publication: since delivery, or since sending when delivery is unknown.

    None when a day is missing, or when the piece was published before: it does not answer that parcel.
    """
    start = delivered_on or sent_on
    if published_on is None or start is None or published_on < start:
        return None
    return Delay((published_on - start).days, DelayBasis.DELIVERED if delivered_on else DelayBasis.SENT)


def spread(days: Iterable[int]) -> Spread | None:
    """Return median and mean, rounded to a tenth of a day; None of nothing."""
    values = list(days)
    if not values:
        return None
    return Spread(median=round(float(median(values)), 1), mean=round(fmean(values), 1), n=len(values))


def posting_rate(*, published: int, received: int) -> float | None:
    """Return creators who published ÷ creators who received; None when nobody received."""
    return published / received if received else None


def engagements(numbers: dict[str, int | None]) -> int | None:
    """Return likes + comments + shares as far as known; None when none is."""
    known = [numbers[name] for name in ENGAGEMENTS if numbers.get(name) is not None]
    return sum(value for value in known if value is not None) if known else None
