"""Mastodon and what speaks its interface: the account's own instance answers without a key."""

import re
from collections import Counter
from html import unescape
from typing import Any
from urllib.parse import quote

from scrapers import urls
from scrapers.dates import parse_date
from scrapers.errors import GoneError, MalformedError
from scrapers.fetch.auth import KeyRing
from scrapers.jsonpath import get
from scrapers.lang import normalise_language
from scrapers.model import Document, Platform, Post, ProfileRef, ProfileStats, Reading, Request, Via
from scrapers.platforms.answers import (
    NAME_LIMIT,
    TEXT_LIMIT,
    addresses_in,
    channels,
    emails_in,
    exact_at,
    json_of,
    list_of,
    text_at,
    web_address,
    whole_at,
)
from scrapers.text import plain

ACCOUNT = "account"
STATUSES = "statuses"
_ID = re.compile(r"[\w-]{1,64}\Z", re.ASCII)
_HREF = re.compile(r"""\bhref=["']([^"'<>]{1,500})["']""", re.IGNORECASE)


class MastodonAdapter:
    """Reads /api/v1/accounts/lookup, then the account's statuses."""

    platform = Platform.MASTODON

    def match(self, url: str) -> ProfileRef | None:
        """Return the account `url` names."""
        ref = urls.identify(url)
        return ref if ref is not None and ref.platform is self.platform else None

    def plan(self, ref: ProfileRef, keys: KeyRing) -> list[Request]:
        """Ask the account's own instance: elsewhere its followers are only partly known."""
        name, _, instance = ref.key.partition("@")
        base = keys.endpoints.mastodon or f"https://{instance}"
        return [Request(f"{base}/api/v1/accounts/lookup?acct={quote(name)}", ACCOUNT, obey_robots=False)]

    def parse(self, doc: Document, ref: ProfileRef) -> Reading:
        """Read either answer. Raises GoneError or MalformedError."""
        data = json_of(doc)
        return _account(data, doc, ref) if doc.kind == ACCOUNT else _statuses(data, ref)


def _account(data: Any, doc: Document, ref: ProfileRef) -> Reading:
    number = text_at(data, "id")
    if not _ID.match(number):
        raise MalformedError("The instance's answer is no account.")
    if get(data, "suspended") is True:
        raise GoneError("The instance has suspended this account.")
    note = get(data, "note")
    note = note if isinstance(note, str) else ""
    about = plain(note, TEXT_LIMIT)
    stats = ProfileStats(
        ref=ref,
        via=Via.OPEN_API,
        name=text_at(data, "display_name", "username") or text_at(data, "username"),
        description=about,
        avatar_url=web_address(get(data, "avatar")),
        followers=exact_at(data, "followers_count"),
        following=exact_at(data, "following_count"),
        posts_count=exact_at(data, "statuses_count"),
        emails=emails_in(about),
        links=channels(_profile_links(data, note), ref),
    )
    base = doc.url.partition("/api/v1/")[0]
    url = f"{base}/api/v1/accounts/{number}/statuses?limit=40&exclude_replies=true&exclude_reblogs=true"
    return Reading(stats, follow=(Request(url, STATUSES, obey_robots=False),))


def _profile_links(data: Any, note: str) -> list[str]:
    """Return the addresses of the profile's fields, those the instance has verified first, then of the note."""
    fields = sorted(list_of(data, "fields"), key=lambda field: not get(field, "verified_at"))
    values = [value for field in fields if isinstance(value := get(field, "value"), str)]
    found: list[str] = []
    for markup in [*values, note]:
        found += [unescape(href) for href in _HREF.findall(markup) if "/tags/" not in href]
        found += [] if "<" in markup else addresses_in(markup)
    return found


def _statuses(data: Any, ref: ProfileRef) -> Reading:
    if not isinstance(data, list):
        raise MalformedError("The instance's answer is no list of posts.")
    posts = tuple(post for item in data if (post := _status(item)) is not None)
    languages = Counter(post.language for post in posts if post.language)
    language = languages.most_common(1)[0][0] if languages else ""
    return Reading(ProfileStats(ref=ref, via=Via.OPEN_API, language=language, posts=posts))


def _status(data: Any) -> Post | None:
    url = web_address(get(data, "url") or get(data, "uri"))
    if not url or get(data, "reblog") is not None:
        return None
    content = get(data, "content")
    content = content if isinstance(content, str) else ""
    return Post(
        url=url,
        title=text_at(data, "spoiler_text") or plain(content, NAME_LIMIT),
        published_at=parse_date(text_at(data, "created_at")),
        author=text_at(data, "account.display_name"),
        summary=plain(content, TEXT_LIMIT),
        image_url=web_address(get(data, "media_attachments.0.preview_url")),
        language=normalise_language(text_at(data, "language")),
        tags=tuple(name for tag in list_of(data, "tags") if (name := text_at(tag, "name"))),
        likes=whole_at(data, "favourites_count"),
        comments=whole_at(data, "replies_count"),
        shares=whole_at(data, "reblogs_count"),
        external_id=text_at(data, "uri", limit=500) or url,
    )
