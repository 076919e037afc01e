"""Feeds of any kind and any state of repair: RSS, RDF, Atom, JSON Feed, podcasts, YouTube, Google Alerts."""

from scrapers.feeds.model import Entry, Feed, to_post
from scrapers.feeds.parse import MAX_BYTES, parse_feed

__all__ = ["MAX_BYTES", "Entry", "Feed", "parse_feed", "to_post"]
