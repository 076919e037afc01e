import io
import warnings
from pathlib import Path

import feedparser

from scrapers.errors import ScraperError
from scrapers.feeds import Entry, parse_feed
from tests.realdata.conftest import recordings


def _by_feedparser(body: bytes) -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return len(feedparser.parse(io.BytesIO(body)).get("entries", ()))


def test_every_feed_yields_at_least_what_feedparser_finds(realdata: Path, report: list[str]) -> None:
    fewer, ours, theirs, refused = [], 0, 0, 0
    bodies = list(recordings(realdata / "feeds"))
    for name, body in bodies:
        expected = _by_feedparser(body)
        try:
            found = len(parse_feed(body).entries)
        except ScraperError:
            found, refused = 0, refused + 1
        ours, theirs = ours + found, theirs + expected
        if found < expected:
            fewer.append((name, found, expected))
    report.append(f"{len(bodies)} files, {ours} entries, feedparser {theirs}, refused as no feed {refused}")
    assert fewer == []
    assert len(bodies) > 200


def test_youtube_feeds_say_views_and_likes(realdata: Path, report: list[str]) -> None:
    entries: list[Entry] = []
    for _, body in recordings(realdata / "feeds" / "youtube-newpipe", ".xml"):
        try:
            entries += parse_feed(body).entries
        except ScraperError:
            continue
    counted = [entry for entry in entries if entry.views is not None and entry.likes is not None]
    report.append(f"{len(entries)} videos, {len(counted)} with views and likes")
    assert len(counted) == len(entries) > 100
    assert all(entry.url.startswith("https://www.youtube.com/") and entry.published_at for entry in entries)
