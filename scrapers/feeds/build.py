"""Bounding and cleaning what the readers found, the same for all of them."""

import html
import re
from collections.abc import Iterable

from scrapers.dates import parse_date
from scrapers.errors import UnknownAddressError
from scrapers.feeds.model import Entry
from scrapers.text import clean, plain
from scrapers.urls import join, unwrap

MAX_ENTRIES = 5_000
MAX_TITLE = 500
MAX_SUMMARY = 2_000
MAX_NAME = 200
MAX_ID = 500
MAX_TAGS = 50
#: Larger numbers do not fit a bigint and are nobody's comment count.
MAX_COUNT = 10**15

_EMAIL = re.compile(r"[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_IMAGE = re.compile(r"<img\b[^<>]{0,2000}?\bsrc\s*=\s*[\"']?([^\"'\s<>]+)", re.IGNORECASE)
_IMAGE_WINDOW = 20_000


def entry(
    *,
    title: str = "",
    url: str = "",
    base: str = "",
    external_id: str = "",
    published: Iterable[str] = (),
    author: str = "",
    summary: str = "",
    image_url: str = "",
    tags: Iterable[str] = (),
    comments: str = "",
    views: str = "",
    likes: str = "",
) -> Entry:
    """An entry out of raw strings: markup removed, links absolute, the first readable date, sizes bounded."""
    return Entry(
        title=plain(title, MAX_TITLE),
        url=link(url, base) or link(external_id if external_id.startswith(("http://", "https://")) else "", base),
        external_id=clean(external_id, MAX_ID),
        published_at=next((date for text in published if (date := parse_date(text))), None),
        author=person(author),
        summary=plain(summary, MAX_SUMMARY),
        image_url=link(image_url, base) or first_image(summary, base),
        tags=distinct(clean(html.unescape(tag), MAX_NAME) for tag in tags)[:MAX_TAGS],
        comments=whole(comments),
        views=whole(views),
        likes=whole(likes),
    )


def link(url: str, base: str = "") -> str:
    """An absolute address, out of its redirector; "" when there is none."""
    url = url.strip()
    if not url:
        return ""
    absolute = join(base, url) if base else url if url.startswith(("http://", "https://", "//")) else ""
    try:
        return unwrap(absolute) if absolute else ""
    except UnknownAddressError:
        return ""


def base(home: str, where: str) -> str:
    """What the relative links of a feed are relative to: the site it names, else the place the feed lies."""
    return (join(where, home) if where and home else "") or home or where


def first_image(markup: str, base: str = "") -> str:
    """The address of the first picture inside an HTML fragment."""
    found = _IMAGE.search(markup[:_IMAGE_WINDOW])
    return link(html.unescape(found[1]), base) if found and not found[1].startswith("data:") else ""


def person(text: str) -> str:
    """A name out of `a@b.c (Alice)`, `Alice <a@b.c>` or `Alice`; the address itself is not a name."""
    text = plain(text.replace("<", " ").replace(">", " "), MAX_NAME) if "@" in text else plain(text, MAX_NAME)
    text = _EMAIL.sub(" ", text).strip()
    inner = re.fullmatch(r"\((.*)\)", text)
    return (inner[1] if inner else text).strip(" ,;:()") if "@" not in text else ""


def emails(texts: Iterable[str]) -> tuple[str, ...]:
    """All addresses written in the texts, lower case, once each."""
    return distinct(
        found[0].lower()
        for text in texts
        for found in _EMAIL.finditer(text[:MAX_ID])
        if "noreply" not in found[0].lower()
    )


def whole(text: str | float | None) -> int | None:
    """A plain non-negative integer, or None."""
    text = str(text if text is not None else "").strip()
    return int(text) if text.isascii() and text.isdigit() and int(text[:20]) < MAX_COUNT else None


def distinct(values: Iterable[str]) -> tuple[str, ...]:
    """The non-empty values in order, each once."""
    return tuple(dict.fromkeys(value for value in values if value))
