"""Sitemaps and sitemap indexes: what a site says it has, and since when."""

import gzip
import io
import re
import zlib
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from scrapers.charset import decode
from scrapers.dates import parse_date
from scrapers.errors import MalformedError, TooLargeError
from scrapers.urls import join

#: The protocol allows 50 MB; the newest entries of a blog fit in far less.
MAX_BYTES = 10 * 1024 * 1024
MAX_URLS = 50_000

_PROLOG = re.compile(r"\A[^<]*(?:<\?xml[^>]*\?>)?")


@dataclass(frozen=True, slots=True)
class Location:
    """One `<loc>`, with `lastmod` in UTC when it is there."""

    url: str
    modified_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Sitemap:
    """`pages` of a sitemap, or `sitemaps` of an index."""

    pages: tuple[Location, ...] = ()
    sitemaps: tuple[Location, ...] = ()


def parse_sitemap(body: bytes) -> Sitemap:
    """Read an XML sitemap, an index, a list of addresses in plain text, or any of them gzipped.

    Raises MalformedError when it is none of them, TooLargeError above 10 MB unpacked.
    """
    text = decode(_unpacked(body)).text
    if "<" not in text[:1000]:
        return _plain_list(text)
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    try:
        root = etree.fromstring(_PROLOG.sub("", text, count=1).encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise MalformedError("this is no sitemap") from error
    if root is None or _name(root) not in ("urlset", "sitemapindex"):
        raise MalformedError("this is no sitemap: it has neither a <urlset> nor a <sitemapindex> element")
    return Sitemap(pages=_locations(root, "url"), sitemaps=_locations(root, "sitemap"))


def sitemaps_of_robots(text: str) -> tuple[str, ...]:
    """The addresses of the `Sitemap:` lines of a robots.txt, each once."""
    found = re.findall(r"^\s*sitemap\s*:\s*(\S+)", text, re.IGNORECASE | re.MULTILINE)
    return tuple(dict.fromkeys(url for line in found if line.startswith("http") and (url := join("", line))))


def _locations(root: etree._Element, kind: str) -> tuple[Location, ...]:
    found: dict[str, Location] = {}
    for node in root.iterchildren(etree.Element):
        if _name(node) != kind or len(found) >= MAX_URLS:
            continue
        fields = {_name(child): (child.text or "").strip() for child in node.iterchildren(etree.Element)}
        url = join("", fields["loc"]) if fields.get("loc") else ""
        if url:
            found.setdefault(url, Location(url, parse_date(fields.get("lastmod"))))
    return tuple(found.values())


def _plain_list(text: str) -> Sitemap:
    lines = [line.strip() for line in text.splitlines()[:MAX_URLS]]
    urls = dict.fromkeys(url for line in lines if line.startswith("http") and (url := join("", line)))
    if not urls:
        raise MalformedError("this is no sitemap: it holds no address")
    return Sitemap(pages=tuple(Location(url) for url in urls))


def _unpacked(body: bytes) -> bytes:
    if body.startswith(b"\x1f\x8b"):
        try:
            with gzip.GzipFile(fileobj=io.BytesIO(body)) as packed:
                body = packed.read(MAX_BYTES + 1)
        except (OSError, EOFError, zlib.error) as error:
            raise MalformedError("the gzip data is damaged") from error
    if len(body) > MAX_BYTES:
        raise TooLargeError(f"the sitemap is larger than {MAX_BYTES // 1024 // 1024} MB")
    return body


def _name(node: etree._Element) -> str:
    return str(node.tag).rpartition("}")[2].rpartition(":")[2].lower()
