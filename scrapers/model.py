"""The values that pass between fetching, reading and storing: plain, frozen, typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Platform(StrEnum):
    """Where a channel lives. A website that is nobody's platform is a blog."""

    BLOG = "blog"
    YOUTUBE = "youtube"
    INSTAGRAM = "instagram"
    TIKTOK = "tiktok"
    X = "x"
    FACEBOOK = "facebook"
    THREADS = "threads"
    PINTEREST = "pinterest"
    LINKEDIN = "linkedin"
    TWITCH = "twitch"
    SNAPCHAT = "snapchat"
    BLUESKY = "bluesky"
    MASTODON = "mastodon"
    PODCAST = "podcast"


class Via(StrEnum):
    """How a value was come by: the first part of a number's birth certificate."""

    API = "api"
    OPEN_API = "open_api"
    FEED = "feed"
    PAGE = "page"
    SITEMAP = "sitemap"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class ProfileRef:
    """One channel, named so that two spellings of its address are equal.

    `key` identifies the channel on its platform: a lower-cased handle, a stable id, or, for a blog,
    the normalised address without scheme and `www.`. `url` is the address to show and to open.
    """

    platform: Platform
    key: str
    url: str
    handle: str = ""
    #: The feed that answered last time, tried first; no part of the identity.
    feed_url: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Count:
    """A number as published. `low <= value <= high`; equal to `value` when `exact`.

    `text` is what was read, `path` the place it was read from.
    """

    value: int
    low: int
    high: int
    exact: bool
    text: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """One GET that an adapter wants made. `kind` tells its own parser which document came back."""

    url: str
    kind: str
    headers: Mapping[str, str] = field(default_factory=dict)
    #: robots.txt speaks to crawlers of pages; a documented API has its own terms.
    obey_robots: bool = True
    #: Error statuses whose body the adapter reads itself (an API that explains its refusals in JSON).
    answers: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Document:
    """What came back. `headers` keys are lower case; `body` is decompressed and not decoded."""

    url: str
    final_url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    fetched_at: datetime
    kind: str = ""
    #: 304: the stored copy is still true and `body` is empty.
    not_modified: bool = False


@dataclass(frozen=True, slots=True)
class Post:
    """One publication found on a channel. Counts are None when the source does not say."""

    url: str
    title: str = ""
    published_at: datetime | None = None
    author: str = ""
    summary: str = ""
    image_url: str = ""
    language: str = ""
    tags: tuple[str, ...] = ()
    likes: int | None = None
    comments: int | None = None
    views: int | None = None
    shares: int | None = None
    #: The platform's own id where there is one, else the canonical URL.
    external_id: str = ""


@dataclass(frozen=True, slots=True)
class ProfileStats:
    """What one look at a channel told. None is "the source does not say", never zero."""

    ref: ProfileRef
    via: Via
    #: What the channel is called.
    name: str = ""
    #: Who it belongs to, where the source tells that apart from its name.
    person: str = ""
    description: str = ""
    avatar_url: str = ""
    language: str = ""
    country: str = ""
    followers: Count | None = None
    following: Count | None = None
    posts_count: Count | None = None
    views_total: Count | None = None
    emails: tuple[str, ...] = ()
    #: Other channels and sites of the same person, from sameAs, rel=me and profile links.
    links: tuple[ProfileRef, ...] = ()
    feed_url: str = ""
    posts: tuple[Post, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What an adapter made of one document.

    The requests of one list are alternatives, best first. A `complete` reading ends its list; one that
    is not leaves the rest of the list to be tried and added. `follow` is read in addition: again a list
    of alternatives.
    """

    stats: ProfileStats
    follow: tuple[Request, ...] = ()
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Article:
    """One published piece, as its own page describes it. Empty or None where the page is silent."""

    url: str
    canonical_url: str
    platform: Platform
    title: str = ""
    author: str = ""
    published_at: datetime | None = None
    site_name: str = ""
    language: str = ""
    image_url: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Validators:
    """What a conditional request sends back, byte for byte."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of one refresh: `stats`, or `error_code`, or `not_modified`.

    `error_detail` is a sentence for the person who looks after the channel; `transient` says that another
    try may succeed by itself, after `retry_after` seconds where the host asked for patience.
    `partial_code` and `partial_detail` say, beside `stats`, which part could not be read. `validators` are
    keyed by request URL and handed back unchanged to the next refresh; `requests` counts the documents
    asked for.
    """

    ref: ProfileRef
    stats: ProfileStats | None = None
    not_modified: bool = False
    error_code: str = ""
    error_detail: str = ""
    transient: bool = False
    retry_after: float | None = None
    partial_code: str = ""
    partial_detail: str = ""
    validators: Mapping[str, Validators] = field(default_factory=dict)
    requests: int = 0
