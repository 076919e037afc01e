"""JSON Feed 1 and 1.1 (jsonfeed.org)."""

import json
from collections.abc import Mapping
from typing import Any

from scrapers.errors import MalformedError
from scrapers.feeds import build
from scrapers.feeds.model import Entry, Feed
from scrapers.lang import normalise_language
from scrapers.text import clean, plain


def read(text: str, where: str = "") -> Feed:
    """Read a JSON Feed. Raises MalformedError when it is not JSON or has no list of items."""
    try:
        data = json.loads(text.strip("\ufeff\0 \t\r\n"), strict=False)
    except (ValueError, RecursionError) as error:
        raise MalformedError("this is not JSON") from error
    if not isinstance(data, Mapping) or not isinstance(data.get("items"), list):
        raise MalformedError("this JSON is no feed: it has no list of items")
    home = _text(data, "home_page_url")
    base = build.base(home or _text(data, "feed_url"), where)
    author = _author(data)
    return Feed(
        kind="json",
        title=clean(_text(data, "title"), build.MAX_TITLE),
        link=build.link(home),
        description=plain(_text(data, "description"), build.MAX_SUMMARY),
        language=normalise_language(_text(data, "language")),
        author=author,
        emails=build.emails([_text(data, "description")]),
        image_url=build.link(_text(data, "icon", "favicon"), base),
        entries=tuple(
            _entry(item, base, author) for item in data["items"][: build.MAX_ENTRIES] if isinstance(item, Mapping)
        ),
    )


def _entry(item: Mapping[str, Any], base: str, author: str) -> Entry:
    tags = item.get("tags")
    return build.entry(
        title=_text(item, "title"),
        url=_text(item, "url", "external_url"),
        base=base,
        external_id=_text(item, "id"),
        published=(_text(item, "date_published"), _text(item, "date_modified")),
        author=_author(item) or author,
        summary=_text(item, "summary", "content_text", "content_html"),
        image_url=_text(item, "image", "banner_image"),
        tags=[tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else (),
    )


def _text(data: Mapping[str, Any], *names: str) -> str:
    """The first of these members that holds text (or a number, as some write their ids)."""
    for name in names:
        value = data.get(name)
        if isinstance(value, str | int | float) and not isinstance(value, bool) and value != "":
            return str(value)
    return ""


def _author(data: Mapping[str, Any]) -> str:
    authors = data.get("authors")
    people = authors if isinstance(authors, list) else [data.get("author")]
    names = [_text(someone, "name") if isinstance(someone, Mapping) else someone for someone in people]
    return ", ".join(build.distinct(build.person(name) for name in names if isinstance(name, str))[:5])
