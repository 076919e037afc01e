"""The last resort for a blog without feed: its sitemap knows the addresses of the posts, and nothing else of them."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from scrapers.model import Document, Post, ProfileRef, ProfileStats, Reading, Request, Via
from scrapers.sitemap import Location, parse_sitemap
from scrapers.urls import canonical, domain_of, host_of

SITEMAP = "sitemap"
PATHS = ("sitemap.xml", "wp-sitemap.xml")
#: As many as a long feed has.
MAX_POSTS = 50
#: Of the sitemaps an index names, the two most likely to hold the posts.
MAX_FOLLOWED = 2
_POSTS = re.compile(r"post|article|blog|news", re.IGNORECASE)
_NO_POSTS = re.compile(r"tag|categor|author|page-sitemap|image|video|product|attachment|misc", re.IGNORECASE)
_NEVER = datetime(1, 1, 1, tzinfo=UTC)


def requests(root: str) -> list[Request]:
    """Return where the sitemap of the site at `root` usually is."""
    return [Request(f"{root}/{path}", SITEMAP) for path in PATHS]


def parse(doc: Document, ref: ProfileRef) -> Reading:
    """Read a sitemap as posts without titles, or an index as the sitemaps to follow. Raises MalformedError."""
    found = parse_sitemap(doc.body)
    stats = ProfileStats(ref=ref, via=Via.SITEMAP)
    if found.sitemaps and not found.pages:
        likely = sorted(_newest(found.sitemaps), key=_unlikeliness)[:MAX_FOLLOWED]
        return Reading(stats, follow=tuple(Request(location.url, SITEMAP) for location in likely))
    home = f"{ref.key}/".partition("/")[0]
    addresses = (canonical(location.url) for location in _newest(found.pages) if _is_below(location.url, home))
    # `lastmod` is when a page was touched, which is not when it was published.
    posts = tuple(Post(url=url, external_id=url) for url in dict.fromkeys(addresses))
    return Reading(ProfileStats(ref=ref, via=Via.SITEMAP, posts=posts[:MAX_POSTS]))


def _newest(locations: Iterable[Location]) -> list[Location]:
    return sorted(locations, key=lambda location: location.modified_at or _NEVER, reverse=True)


def _unlikeliness(location: Location) -> int:
    path = location.url.partition("://")[2].partition("/")[2]
    return 2 if _NO_POSTS.search(path) else 0 if _POSTS.search(path) else 1


def _is_below(url: str, home: str) -> bool:
    """Tell whether `url` is a page of the same site, and not its front page."""
    host = host_of(url)
    path = url.partition("://")[2].partition("/")[2]
    return bool(path.strip("/")) and domain_of(host) == domain_of(home.partition(":")[0])
