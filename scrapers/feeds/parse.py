"""Choosing a reader: JSON, the fast XML one, its repaired second try, and feedparser when entries went missing."""

import gzip
import io
import re
import zlib
from collections.abc import Mapping

from scrapers.charset import decode
from scrapers.errors import MalformedError, TooLargeError
from scrapers.feeds import damaged_reader, json_reader, xml_reader
from scrapers.feeds.model import Feed

MAX_BYTES = 10 * 1024 * 1024

_START_TAG = re.compile(r"<(?:[\w.-]+:)?(?:item|entry)[\s/>]", re.IGNORECASE)


def parse_feed(body: bytes, headers: Mapping[str, str] | None = None) -> Feed:
    """Read a feed of any kind. `headers` are those of the answer, with names in any case.

    Raises TooLargeError above 10 MB (unpacked) and MalformedError when it is no feed at all. A feed without entries
    is a feed.
    """
    headers = {name.lower(): value for name, value in (headers or {}).items()}
    body = _unpacked(body)
    if not body.strip(b"\0 \t\r\n"):
        raise MalformedError("the document is empty")
    text = decode(body, headers).text
    start = text[:200].lstrip("\ufeff\0 \t\r\n")
    if start.startswith(("{", "[")):
        return json_reader.read(text)
    return _read_xml(text, body, headers)


def _read_xml(text: str, body: bytes, headers: Mapping[str, str]) -> Feed:
    text = xml_reader.prepare(text)
    expected = sum(1 for _ in _START_TAG.finditer(text))
    found = xml_reader.read(text)
    if found.damaged and found.entry_count < expected:
        repaired = xml_reader.read(xml_reader.repair(text))
        found = max(found, repaired, key=lambda reading: reading.entry_count)
    # Where nothing begins like an entry, the slow reader finds none either.
    if expected > found.entry_count and (found.entry_count == 0 or found.damaged):
        second = damaged_reader.read(text, body, headers)
        if second is not None and len(second.entries) > found.entry_count:
            return second
    if found.feed is None:
        raise MalformedError("this is no feed: it has neither an <rss>, <feed>, <rdf> or <channel> element nor entries")
    return found.feed


def _unpacked(body: bytes) -> bytes:
    """`body` itself, or what it holds when somebody handed in a gzip file."""
    if body.startswith(b"\x1f\x8b"):
        try:
            with gzip.GzipFile(fileobj=io.BytesIO(body)) as packed:
                body = packed.read(MAX_BYTES + 1)
        except (OSError, EOFError, zlib.error) as error:
            raise MalformedError("the gzip data is damaged") from error
    if len(body) > MAX_BYTES:
        raise TooLargeError(f"the feed is larger than {MAX_BYTES // 1024 // 1024} MB")
    return body
