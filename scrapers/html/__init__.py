"""Web pages: what they say about themselves, where they link to, and the JSON hidden in them."""

from scrapers.html.page import FeedLink, Link, Page
from scrapers.html.readers import Reader

__all__ = ["FeedLink", "Link", "Page", "Reader"]
