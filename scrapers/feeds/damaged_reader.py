"""feedparser, for documents so damaged that the XML reader lost entries."""

import io
import re
from collections.abc import Mapping
from typing import Any

import feedparser

from scrapers.feeds import build
from scrapers.feeds.model import Entry, Feed
from scrapers.lang import normalise_language
from scrapers.text import plain

#: feedparser reads a damaged document at 100 to 500 kB a second, and deep nesting in quadratic time.
MAX_BYTES = 200_000
MAX_DEPTH = 200

_ANY_ENTRY = re.compile(r"<(?:[\w.-]+:)?(?:item|entry)\b", re.IGNORECASE)
_TAG = re.compile(r"<(/?)[\w.:-]+[^<>]*?(/?)>")
#: What its readers let through on documents that nobody tried on them.
_FAILURES = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    RecursionError,
    OSError,
)


def read(text: str, body: bytes, headers: Mapping[str, str]) -> Feed | None:
    """Let feedparser try, from the bytes as they came. None when it finds no entries, or must not be asked.

    `text` is what we made of the bytes.
    """
    if len(body) > MAX_BYTES or "<!ENTITY" in text or _depth(text) > MAX_DEPTH:
        return None
    if "<" in text and not _ANY_ENTRY.search(text):
        return None
    reading = _parse(body, headers)
    return _feed(reading, headers.get("content-location", "")) if reading.get("entries") else None


def _parse(body: bytes, headers: Mapping[str, str]) -> Mapping[str, Any]:
    kept = {name: headers[name] for name in ("content-type", "content-language") if name in headers}
    try:
        # A stream is never taken for an address or a file name, as bytes could be.
        reading: Mapping[str, Any] = feedparser.parse(
            io.BytesIO(body), response_headers=kept, sanitize_html=False, resolve_relative_uris=False
        )
    except _FAILURES:
        return {}
    return reading


def _depth(text: str) -> int:
    """How deep the elements nest, roughly: opened and not closed yet."""
    deepest = depth = 0
    for closing, empty in _TAG.findall(text):
        depth = max(0, depth - 1) if closing else depth + (not empty)
        deepest = max(deepest, depth)
    return deepest


def _feed(reading: Mapping[str, Any], where: str) -> Feed:
    head = reading.get("feed") or {}
    base = build.base(_text(head, "link"), where)
    version = str(reading.get("version") or "")
    author = build.person(_text(head, "author"))
    return Feed(
        kind="atom" if version.startswith("atom") else "rdf" if version in ("rss10", "rss090") else "rss",
        title=plain(_text(head, "title"), build.MAX_TITLE),
        link=build.link(base),
        description=plain(_text(head, "subtitle"), build.MAX_SUMMARY),
        language=normalise_language(_text(head, "language")),
        author=author,
        emails=build.emails(_emails(head)),
        image_url=build.link(_text(head.get("image") or {}, "href"), base),
        entries=tuple(_entry(item, base) for item in reading["entries"][: build.MAX_ENTRIES]),
    )


def _entry(item: Mapping[str, Any], base: str) -> Entry:
    contents = [_text(part, "value") for part in item.get("content") or ()]
    pictures = [_text(part, "url") for part in item.get("media_thumbnail") or ()]
    return build.entry(
        title=_text(item, "title"),
        url=_text(item, "link"),
        base=base,
        external_id=_text(item, "id"),
        published=(_text(item, "published"), _text(item, "updated"), _text(item, "created")),
        author=_text(item, "author"),
        summary=_text(item, "summary") or next(iter(contents), ""),
        image_url=next(iter(pictures), ""),
        tags=[_text(tag, "term") for tag in item.get("tags") or ()],
        comments=_text(item, "slash_comments"),
        views=_text(item.get("media_statistics") or {}, "views"),
        likes=_text(item.get("media_starrating") or {}, "count"),
    )


def _emails(head: Mapping[str, Any]) -> list[str]:
    people = [head.get("author_detail"), head.get("publisher_detail")]
    return [_text(person, "email") for person in people if isinstance(person, Mapping)]


def _text(data: Mapping[str, Any], name: str) -> str:
    # Its own `get` warns that it gives one date for another; the plain one does neither.
    value = dict.get(data, name) if isinstance(data, dict) else None
    return value if isinstance(value, str) else ""
