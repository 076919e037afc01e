"""A page as its readers need it: metadata, JSON-LD, links, feeds, e-mails, profiles, embedded JSON."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from scrapers.charset import Decoded, decode
from scrapers.dates import parse_date
from scrapers.errors import TooLargeError
from scrapers.html import emails, jsonld, people
from scrapers.html.readers import Element, Reader, read
from scrapers.lang import normalise_language
from scrapers.model import ProfileRef
from scrapers.text import clean, plain
from scrapers.urls import identify, join

MAX_BYTES = 5 * 1024 * 1024
MAX_TITLE = 500
MAX_DESCRIPTION = 2_000
MAX_NAME = 200
MAX_LINKS = 10_000
MAX_JSON = 5_000_000

_FEED_TYPES = {
    "application/rss+xml": "rss",
    "application/atom+xml": "atom",
    "application/rdf+xml": "rdf",
    "application/feed+json": "json",
}
_COMMENT_FEED = re.compile(r"comment|kommentar|comentario", re.IGNORECASE)
_ARTICLE_TYPES = frozenset(("Article", "BlogPosting", "NewsArticle", "Recipe", "WebPage", "Report", "TechArticle"))
_OWNER_TYPES = frozenset(
    ("Person", "Organization", "ProfilePage", "WebSite", "Blog", "Brand", "LocalBusiness", "NewsMediaOrganization")
)


@dataclass(frozen=True, slots=True)
class Link:
    """One `<a href>`: absolute address, tokens of `rel` in lower case, and the text a reader sees."""

    url: str
    rel: frozenset[str]
    text: str


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed a page offers: its address, what the page calls it, and `rss`, `atom`, `rdf` or `json`."""

    url: str
    title: str
    kind: str


class Page:
    """One HTML document. Everything is read when first asked for.

    Args:
        body: the bytes as they came, decompressed.
        headers: of the answer, names in lower case.
        url: where the page was found; relative links are resolved against it.
        reader: one parser, to compare them; by default the fast one with the forgiving one behind it.

    Raises TooLargeError above 5 MB, MalformedError when no reader can take it.
    """

    def __init__(
        self, body: bytes, headers: Mapping[str, str] | None = None, url: str = "", *, reader: Reader | None = None
    ) -> None:
        if len(body) > MAX_BYTES:
            raise TooLargeError(f"the page is larger than {MAX_BYTES // 1024 // 1024} MB")
        self.url = url
        self.decoded: Decoded = decode(body, headers)
        self._tree = read(self.decoded.text.replace("\0", ""), reader)

    # What it says about itself

    @cached_property
    def metas(self) -> Mapping[str, tuple[str, ...]]:
        """The contents of all `<meta>` by lower-case name, property or itemprop."""
        found: dict[str, list[str]] = {}
        for node in self._tree.elements("meta"):
            attributes = node.attributes
            name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            content = clean(attributes.get("content", ""), MAX_DESCRIPTION)
            if name and content:
                found.setdefault(name.strip().lower(), []).append(content)
        return {name: tuple(values) for name, values in found.items()}

    def meta(self, *names: str) -> str:
        """The first content of the first of these names that has one, or ""."""
        return next((self.metas[name.lower()][0] for name in names if name.lower() in self.metas), "")

    @cached_property
    def jsonld(self) -> tuple[Mapping[str, Any], ...]:
        """The JSON-LD objects of the page; blocks that cannot be read are left out."""
        scripts = self._tree.elements("script")
        return jsonld.objects(
            node.text() for node in scripts if node.attributes.get("type", "").strip().lower() == "application/ld+json"
        )

    @cached_property
    def html_title(self) -> str:
        """The text of the first `<title>`."""
        return next((clean(node.text(), MAX_TITLE) for node in self._tree.elements("title")), "")

    @property
    def title(self) -> str:
        """What the page is called: og:title, the headline of the article, `<title>`, the first heading."""
        headline = self._from_jsonld("headline", _ARTICLE_TYPES)
        heading = (
            next((clean(node.text(), MAX_TITLE) for node in self._tree.elements("h1")), "")
            if not self.html_title
            else ""
        )
        return (
            plain(self.meta("og:title") or headline, MAX_TITLE)
            or self.html_title
            or heading
            or plain(self.meta("twitter:title"), MAX_TITLE)
        )

    @property
    def site_name(self) -> str:
        """What the site calls itself, or ""."""
        name = self.meta("og:site_name") or self._from_jsonld("name", frozenset(("WebSite", "Blog")))
        return plain(name or self.meta("application-name", "apple-mobile-web-app-title"), MAX_NAME)

    @property
    def description(self) -> str:
        """The page's own summary, or ""."""
        return plain(self.meta("og:description", "description", "twitter:description"), MAX_DESCRIPTION)

    @property
    def author(self) -> str:
        """The writer's name, or ""."""
        for data in self.jsonld:
            if jsonld.types(data) & _ARTICLE_TYPES and (name := jsonld.name_of(data.get("author"))):
                return plain(name, MAX_NAME)
        name = self.meta(
            "author",
            "article:author",
            "dc.creator",
            "twitter:data1" if self.meta("twitter:label1") == "Written by" else "author",
        )
        if name and not name.startswith("http"):
            return plain(name, MAX_NAME)
        return next((link.text for link in self.links if "author" in link.rel and link.text), "")[:MAX_NAME]

    @property
    def person(self) -> str:
        """The name of the person behind the site, or "" when it names none, or several."""
        return people.person_of(
            self.jsonld,
            links=[link.text for link in self.links if "author" in link.rel],
            meta=self.meta("author", "article:author", "dc.creator"),
            site=self.site_name or self.title,
        )

    @property
    def published_at(self) -> datetime | None:
        """When the page was published, in UTC, or None."""
        texts = [self._from_jsonld("datePublished", _ARTICLE_TYPES)]
        texts += [self.meta("article:published_time", "datepublished", "dc.date.issued", "dc.date", "date", "pubdate")]
        texts += [node.attributes.get("datetime", "") for node in self._tree.elements("time")][:1]
        return next((date for text in texts if (date := parse_date(text))), None)

    @cached_property
    def language(self) -> str:
        """Two letters from `<html lang>` or its substitutes, or ""."""
        declared = next((node.attributes for node in self._tree.elements("html")), {})
        tags = (declared.get("lang"), declared.get("xml:lang"), self.meta("content-language", "language", "og:locale"))
        return next((code for tag in tags if (code := normalise_language(tag))), "")

    @property
    def canonical(self) -> str:
        """The address the page gives for itself, absolute, or ""."""
        own = next((target for rel, target, _ in self._head_links if "canonical" in rel and target), "")
        return own or (join(self.base, self.meta("og:url")) if self.meta("og:url") else "")

    @property
    def image_url(self) -> str:
        """The picture offered for previews, absolute, or ""."""
        image = self.meta("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src")
        return join(self.base, image) if image else ""

    # Where it leads

    @cached_property
    def base(self) -> str:
        """What relative links are relative to: `<base href>` or the page's address."""
        href = next((href for node in self._tree.elements("base") if (href := node.attributes.get("href"))), "")
        return (join(self.url, href) if href else "") or self.url

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """All links into the web, in order; `mailto:`, `javascript:` and in-page ones left out."""
        return tuple(self._read_links())

    def feeds(self) -> tuple[FeedLink, ...]:
        """The feeds the page announces, each once, those of comments last."""
        found: dict[str, FeedLink] = {}
        for rel, target, attributes in self._head_links:
            kind = _FEED_TYPES.get(attributes.get("type", "").partition(";")[0].strip().lower(), "")
            if kind and target and rel & {"alternate", "feed"}:
                found.setdefault(target, FeedLink(target, clean(attributes.get("title", ""), MAX_NAME), kind))
        return tuple(sorted(found.values(), key=lambda feed: bool(_COMMENT_FEED.search(f"{feed.url} {feed.title}"))))

    def emails(self) -> tuple[str, ...]:
        """Contact addresses from mailto links, JSON-LD and Cloudflare's hiding, lower case, each once."""
        found: list[str] = []
        for attributes, _ in self._anchors:
            href = attributes.get("href", "")
            found += emails.from_mailto(href)
            if "/cdn-cgi/l/email-protection#" in href:
                found.append(emails.from_cloudflare(href.partition("#")[2]))
            if hidden := attributes.get("data-cfemail"):
                found.append(emails.from_cloudflare(hidden))
        found += [
            emails.from_cloudflare(node.attributes.get("data-cfemail", "")) for node in self._tree.elements("span")
        ]
        found += jsonld.texts(list(self.jsonld), "email")
        return emails.distinct(found)

    def same_as(self) -> tuple[str, ...]:
        """The addresses that the page's owner declares to be the same person, absolute, each once."""
        owners = [
            data
            for data in self.jsonld
            if not jsonld.types(data) or jsonld.types(data) & (_OWNER_TYPES | _ARTICLE_TYPES)
        ]
        found = [join(self.base, text) for text in jsonld.texts(owners, "sameAs")]
        found += [target for rel, target, _ in self._head_links if "me" in rel]
        found += [link.url for link in self.links if "me" in link.rel]
        return tuple(dict.fromkeys(url for url in found if url))

    def profile_refs(self) -> tuple[ProfileRef, ...]:
        """Channels on platforms: those declared with sameAs or rel=me first, then those linked to, each once."""
        found: dict[tuple[str, str], ProfileRef] = {}
        for url in (*self.same_as(), *(link.url for link in self.links)):
            ref = identify(url)
            if ref is not None:
                found.setdefault((ref.platform, ref.key), ref)
        return tuple(found.values())

    # What is hidden in it

    def json_blob(self, marker: str) -> Any:
        """The JSON of `<script id=marker>`, or what follows `marker =`, `marker(` or `"marker":` in one, or None."""
        for node in self._tree.elements("script"):
            if node.attributes.get("id") == marker:
                return (
                    jsonld.load_lenient(node.text())
                    if len(node.text()) < jsonld.MAX_SCRIPT
                    else _decode_at(node.text(), 0)
                )
        start = re.compile(
            rf"(?:\b|[\"']){re.escape(marker)}[\"']?\]?\s*(?:=|:|\()\s*(?:JSON\.parse\()?\s*(?=[\[{{\"'])"
        )
        for node in self._tree.elements("script"):
            text = node.text()
            if marker not in text:
                continue
            for found in start.finditer(text):
                data = _decode_at(text, found.end())
                if data is not None:
                    return data
        return None

    def text_of(self, tag: str) -> Iterator[str]:
        """The text of each element of one name, on one line."""
        return (clean(node.text(), MAX_DESCRIPTION) for node in self._tree.elements(tag))

    @cached_property
    def _head_links(self) -> tuple[tuple[frozenset[str], str, Mapping[str, str]], ...]:
        found = []
        for node in self._tree.elements("link"):
            attributes = node.attributes
            rel = frozenset(attributes.get("rel", "").lower().split())
            if rel & {"canonical", "alternate", "feed", "me"}:
                found.append((rel, join(self.base, attributes.get("href", "")), attributes))
        return tuple(found)

    @cached_property
    def _anchors(self) -> tuple[tuple[Mapping[str, str], Element], ...]:
        return tuple((node.attributes, node) for node in self._tree.elements("a"))

    def _read_links(self) -> Iterator[Link]:
        count = 0
        targets: dict[str, str] = {}
        for attributes, node in self._anchors:
            href = attributes.get("href", "").strip()
            if not href or href.startswith("#"):
                continue
            if href not in targets:
                targets[href] = join(self.base, href)
            if url := targets[href]:
                yield Link(url, frozenset(attributes.get("rel", "").lower().split()), clean(node.text(), MAX_NAME))
                count += 1
                if count >= MAX_LINKS:
                    return

    def _from_jsonld(self, key: str, kinds: frozenset[str]) -> str:
        for data in self.jsonld:
            value = data.get(key)
            if isinstance(value, str) and value and jsonld.types(data) & kinds:
                return value
        return ""


def _decode_at(text: str, start: int) -> Any:
    """The JSON value at `start`, whatever follows it; a quoted one is read twice, as `JSON.parse` does."""
    try:
        data, _ = json.JSONDecoder(strict=False).raw_decode(text[start : start + MAX_JSON].lstrip())
        return json.loads(data, strict=False) if isinstance(data, str) else data
    except (ValueError, RecursionError):
        return None
