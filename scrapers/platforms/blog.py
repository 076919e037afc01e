"""Blogs: the feed first, then whatever else tells what was published.

A page names the blog and its owner; a feed, WordPress or the sitemap tell of the posts. Once a feed has answered,
later looks go straight to it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from scrapers import urls
from scrapers.errors import MalformedError, UnknownAddressError
from scrapers.feeds import parse_feed
from scrapers.fetch.auth import KeyRing
from scrapers.html import Page
from scrapers.html.people import author_of
from scrapers.lang import guess_language
from scrapers.model import Document, Platform, ProfileRef, ProfileStats, Reading, Request, Via
from scrapers.platforms import sitemap_posts, wordpress

PAGE = "page"
FEED = "feed"

#: Where blogs keep a feed their pages do not mention.
COMMON_FEEDS = ("feed/", "rss.xml", "atom.xml", "feeds/posts/default", "index.xml")
#: Announced feeds worth trying: the posts', and a second format of the same.
MAX_ANNOUNCED = 2
PAGE_HEADERS = {"Accept": "text/html,application/xhtml+xml"}
FEED_HEADERS = {"Accept": "application/rss+xml,application/atom+xml,application/feed+json,*/*;q=0.8"}
#: A blog's address may be that of its feed.
_FEED_STARTS = (b"<?xml", b"<rss", b"<feed", b"<rdf", b"{")
#: National domains that everybody uses.
_GENERIC_ENDINGS = frozenset(
    ("ai", "am", "cc", "cd", "co", "eu", "fm", "gg", "im", "io", "is", "la", "ly", "me", "sh", "to", "tv", "vc", "ws")
)
_COUNTRY_CODE_LENGTH = 2


class BlogAdapter:
    """Reads any website as a blog."""

    platform = Platform.BLOG

    def match(self, url: str) -> ProfileRef | None:
        """Return the site `url` belongs to, None for a profile on a platform and for what is no address."""
        try:
            return None if urls.identify(url) else urls.blog_ref(url)
        except UnknownAddressError:
            return None

    def plan(self, ref: ProfileRef, keys: KeyRing) -> list[Request]:
        """Ask for the feed that answered last time, else for the page and what it leads to."""
        page = Request(ref.url, PAGE, headers=PAGE_HEADERS)
        return [_feed_request(ref.feed_url), page] if ref.feed_url else [page]

    def parse(self, doc: Document, ref: ProfileRef) -> Reading:
        """Read a feed, a page, a sitemap or WordPress's answer. Raises MalformedError when it is something else."""
        if doc.kind == wordpress.POSTS:
            return wordpress.parse(doc, ref)
        if doc.kind == sitemap_posts.SITEMAP:
            return sitemap_posts.parse(doc, ref)
        if doc.kind == FEED or _is_feed(doc):
            return _read_feed(doc, ref)
        return _read_page(doc, ref)


def _feed_request(url: str) -> Request:
    return Request(url, FEED, headers=FEED_HEADERS)


def _is_feed(doc: Document) -> bool:
    kind = doc.headers.get("content-type", "").lower()
    if "html" in kind:
        return False
    return any(word in kind for word in ("xml", "rss", "atom", "feed")) or doc.body.lstrip()[:5].startswith(
        _FEED_STARTS
    )


def _read_feed(doc: Document, ref: ProfileRef) -> Reading:
    feed = parse_feed(doc.body, {**doc.headers, "content-location": doc.final_url})
    posts = feed.posts()
    stats = ProfileStats(
        ref=ref,
        via=Via.FEED,
        name=feed.title,
        person=author_of([e.author for e in feed.entries if e.author], feed_author=feed.author, site=feed.title),
        description=feed.description,
        avatar_url=feed.image_url,
        language=feed.language or guess_language(" ".join(post.summary for post in posts)),
        country=country_of(ref.url),
        emails=feed.emails,
        feed_url=doc.url,
        posts=posts,
    )
    if doc.kind == FEED:
        return Reading(stats)
    # Asked for a page, got a feed: somebody knows the blog by its feed's address. The feed knows the blog.
    home = urls.join(doc.final_url, feed.link)
    if not home or home == doc.final_url:
        return Reading(stats)
    return Reading(replace(stats, ref=urls.blog_ref(home)), follow=(Request(home, PAGE, headers=PAGE_HEADERS),))


def _read_page(doc: Document, ref: ProfileRef) -> Reading:
    kind = doc.headers.get("content-type", "text/html").partition(";")[0].strip().lower()
    if "html" not in kind and kind != "text/plain":
        raise MalformedError(f"This address holds {kind[:60] or 'something'}, not a web page.")
    page = Page(doc.body, doc.headers, doc.final_url)
    own = _site_ref(doc, page, ref)
    stats = ProfileStats(
        ref=own,
        via=Via.PAGE,
        name=page.site_name or page.title,
        person=page.person,
        description=page.description,
        avatar_url=page.image_url,
        language=page.language or guess_language(" ".join(page.text_of("p"))),
        country=country_of(own.url),
        emails=page.emails(),
        links=own_channels(page),
    )
    return Reading(stats, follow=tuple(_sources(doc, page, own)))


def _site_ref(doc: Document, page: Page, ref: ProfileRef) -> ProfileRef:
    """Return the blog itself, when the address was that of one of its articles or has moved."""
    if page.meta("og:type").lower() == "article":
        parts = urlsplit(doc.final_url)
        return urls.blog_ref(f"{parts.scheme}://{parts.netloc}/")
    moved = urls.registrable_domain(doc.final_url) != urls.registrable_domain(ref.url)
    return urls.blog_ref(doc.final_url) if moved else ref


def _sources(doc: Document, page: Page, own: ProfileRef) -> Iterator[Request]:
    """Yield where the posts may be told of, best first."""
    for feed in page.feeds()[:MAX_ANNOUNCED]:
        yield _feed_request(feed.url)
    if (question := wordpress.request(doc, page)) is not None:
        yield question
    root = own.url.rstrip("/")
    for path in COMMON_FEEDS:
        yield _feed_request(f"{root}/{path}")
    yield from sitemap_posts.requests(root)


def own_channels(page: Page) -> tuple[ProfileRef, ...]:
    """Return the owner's channels: those declared the same person, else the one a page links to most.

    A page links to friends and sponsors too, so where several channels of a platform are tied, none is taken.
    """
    declared = {(ref.platform, ref.key): ref for url in page.same_as() if (ref := urls.identify(url)) is not None}
    found = list(declared.values())
    known = {ref.platform for ref in found}
    linked: Counter[ProfileRef] = Counter()
    for url, times in Counter(link.url for link in page.links).items():
        if (ref := urls.identify(url)) is not None:
            linked[ref] += times
    for platform in dict.fromkeys(ref.platform for ref in linked):
        if platform in known:
            continue
        ranked = [(ref, times) for ref, times in linked.most_common() if ref.platform is platform]
        if len(ranked) == 1 or ranked[0][1] > ranked[1][1]:
            found.append(ranked[0][0])
    return tuple(found)


def country_of(url: str) -> str:
    """Return the country of a national domain (`FR`), empty for all others."""
    ending = urls.host_of(url).rpartition(".")[2]
    if len(ending) != _COUNTRY_CODE_LENGTH or not ending.isalpha() or ending in _GENERIC_ENDINGS:
        return ""
    return "GB" if ending == "uk" else ending.upper()
