"""WordPress answers for itself: its REST interface, where a blog has left it open."""

import re
from typing import Any

from scrapers.dates import parse_date
from scrapers.errors import MalformedError
from scrapers.html import Page
from scrapers.jsonpath import get
from scrapers.model import Count, Document, Post, ProfileRef, ProfileStats, Reading, Request, Via
from scrapers.platforms.answers import NAME_LIMIT, TEXT_LIMIT, json_of, text_at, web_address
from scrapers.text import plain
from scrapers.urls import canonical, join

POSTS = "wordpress"
_QUERY = "wp/v2/posts?per_page=20&_embed=author,wp:featuredmedia"
_HEADER = re.compile(r"<([^<>]{1,500})>\s*;\s*rel=[\"']?https://api\.w\.org/", re.IGNORECASE)
_LINK = re.compile(r"<link\b[^<>]{0,200}?\bhttps://api\.w\.org/[^<>]{0,600}", re.IGNORECASE)
_HREF = re.compile(r"""\bhref=["']?([^"'\s<>]{1,500})""", re.IGNORECASE)
_TOTAL = "x-wp-total"


def request(doc: Document, page: Page) -> Request | None:
    """Return the question for the posts of the blog `page` belongs to, None when it shows no sign of WordPress."""
    root = api_root(doc, page)
    if not root:
        return None
    # Without pretty addresses the route is itself a query parameter.
    return Request(root + (_QUERY.replace("?", "&", 1) if "?" in root else _QUERY), POSTS)


def api_root(doc: Document, page: Page) -> str:
    """Return the root of the REST interface, as announced or where it usually is; empty when not WordPress."""
    text = page.decoded.text
    link = _LINK.search(text)
    announced = _HEADER.search(doc.headers.get("link", "")) or (_HREF.search(link[0]) if link else None)
    if announced:
        return join(doc.final_url, announced[1])
    return join(doc.final_url, "/wp-json/") if "/wp-content/" in text else ""


def parse(doc: Document, ref: ProfileRef) -> Reading:
    """Read a list of posts. Raises MalformedError when it is none."""
    data = json_of(doc)
    if not isinstance(data, list):
        raise MalformedError("The blog's WordPress interface did not answer with posts.")
    posts = tuple(post for item in data if (post := _post(item)) is not None)
    return Reading(ProfileStats(ref=ref, via=Via.OPEN_API, posts=posts, posts_count=_total(doc)))


def _total(doc: Document) -> Count | None:
    text = doc.headers.get(_TOTAL, "").strip()
    if not (text.isascii() and text.isdigit() and len(text) < len(str(10**9))):
        return None
    return Count(int(text), low=int(text), high=int(text), exact=True, text=text, path=_TOTAL)


def _post(item: Any) -> Post | None:
    url = web_address(get(item, "link"))
    if not url:
        return None
    date = text_at(item, "date_gmt")
    return Post(
        url=canonical(url),
        title=_rendered(item, "title", NAME_LIMIT),
        # `date_gmt` is in UTC without saying so.
        published_at=parse_date(f"{date}Z") if date else parse_date(text_at(item, "date")),
        author=text_at(item, "_embedded.author.0.name"),
        summary=_rendered(item, "excerpt", TEXT_LIMIT),
        image_url=web_address(get(item, "_embedded.wp:featuredmedia.0.source_url")),
        external_id=_rendered(item, "guid", NAME_LIMIT) or url,
    )


def _rendered(item: Any, name: str, limit: int) -> str:
    value = get(item, f"{name}.rendered")
    return plain(value, limit) if isinstance(value, str) else ""
