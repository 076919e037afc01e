"""Lists of blogs that feed readers export, read for apps that never call the scrapers themselves."""

import re
from collections.abc import Sequence
from dataclasses import replace

from relais.sources.errors import UnreadableListError
from scrapers import opml
from scrapers.errors import ScraperError
from scrapers.opml import Outline

_YOUTUBE_FEED = re.compile(
    r"https?://(?:www\.)?youtube\.com/feeds/videos\.xml\?(?:.*&)?channel_id=(UC[\w-]{22})(?:&|\Z)"
)


def read_opml(*, body: bytes) -> Sequence[Outline]:
    """Return the blogs of an OPML file, in order, each once; the site of a YouTube feed is its channel's page.

    Raises:
        UnreadableListError: there is none in it.
    """
    try:
        outlines = opml.parse_opml(body)
    except ScraperError as error:
        raise UnreadableListError from error
    if not outlines:
        raise UnreadableListError
    return [_with_site(outline) for outline in outlines]


def _with_site(outline: Outline) -> Outline:
    found = _YOUTUBE_FEED.match(outline.xml_url)
    return replace(outline, html_url=f"https://www.youtube.com/channel/{found[1]}") if found else outline
