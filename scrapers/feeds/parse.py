"""Choosing a reader: JSON or XML; for damaged XML repair, then entry by entry, then feedparser as the last."""

import gzip
import io
import zlib
from collections.abc import Mapping

from scrapers.charset import decode
from scrapers.errors import MalformedError, TooLargeError
from scrapers.feeds import build, damaged_reader, json_reader, markup, xml_reader
from scrapers.feeds.model import Feed

MAX_BYTES = 10 * 1024 * 1024


def parse_feed(body: bytes, headers: Mapping[str, str] | None = None) -> Feed:
    """Read a feed of any kind. `headers` are those of the answer, with names in any case.

    `Content-Location` among them is the base of relative links.

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
        return json_reader.read(text, headers.get("content-location", ""))
    return _read_xml(text, body, headers)


def _read_xml(text: str, body: bytes, headers: Mapping[str, str]) -> Feed:
    where = headers.get("content-location", "")
    text = markup.prepare(text)
    expected = len(markup.entry_starts(text, build.MAX_ENTRIES))
    best = xml_reader.read(text, where)
    if best.damaged and best.entry_count < expected:
        text = markup.repair(text)
        best = max(best, xml_reader.read(text, where), key=_entry_count)
    if best.damaged and best.entry_count < expected:
        starts = markup.entry_starts(text, build.MAX_ENTRIES)
        best = max(best, xml_reader.read_apart(text, starts, where), key=_entry_count)
    if best.entry_count == 0 or best.entry_count < expected:
        second = damaged_reader.read(text, body, headers)
        if second is not None and len(second.entries) > best.entry_count:
            return second
    if best.feed is None:
        raise MalformedError("this is no feed: it has neither an <rss>, <feed>, <rdf> or <channel> element nor entries")
    return best.feed


def _entry_count(reading: xml_reader.Reading) -> int:
    return reading.entry_count


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
