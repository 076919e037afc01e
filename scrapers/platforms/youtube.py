"""YouTube: the Data API with a key, else the channel's public page; videos from the API or the feed."""

from urllib.parse import parse_qs, quote, urlsplit

from scrapers import urls
from scrapers.feeds import parse_feed
from scrapers.fetch.auth import KeyRing
from scrapers.model import Document, Platform, ProfileRef, ProfileStats, Reading, Request, Via
from scrapers.platforms import youtube_api, youtube_page
from scrapers.platforms.youtube_api import CHANNEL_ID, FEED_URL
from scrapers.platforms.youtube_page import FEED, FEED_PATH

PAGE = "page"


class YouTubeAdapter:
    """Reads channels.list, playlistItems.list and videos.list, or the channel page and the feed."""

    platform = Platform.YOUTUBE

    def match(self, url: str) -> ProfileRef | None:
        """Return the channel `url` names."""
        ref = urls.identify(url)
        return ref if ref is not None and ref.platform is self.platform else None

    def plan(self, ref: ProfileRef, keys: KeyRing) -> list[Request]:
        """Ask the Data API when there is a key, then the page; when both fail, the feed still has the videos."""
        channel = channel_id(ref)
        plan: list[Request] = []
        if key := keys.key(self.platform):
            plan += youtube_api.plan(keys.endpoints.youtube_api, key, ref, channel)
        path = f"channel/{channel}" if channel else quote(ref.key, safe="/@")
        plan.append(Request(f"{keys.endpoints.youtube}/{path}", PAGE, headers={"Accept-Language": "en-US"}))
        if channel:
            plan.append(Request(f"{keys.endpoints.youtube}{FEED_PATH}{channel}", FEED))
        return plan

    def parse(self, doc: Document, ref: ProfileRef) -> Reading:
        """Read any of the answers; see the two modules for what they raise."""
        if doc.kind in youtube_api.KINDS:
            return youtube_api.parse(doc, ref)
        if doc.kind == FEED:
            return _feed(doc, ref)
        return youtube_page.parse(doc, ref)


def channel_id(ref: ProfileRef) -> str:
    """Return the stable id: the key itself, or what the feed's address remembers of it; empty when unknown."""
    remembered = parse_qs(urlsplit(ref.feed_url).query).get("channel_id", [""])[0]
    return next((text for text in (ref.key, remembered) if CHANNEL_ID.match(text)), "")


def _feed(doc: Document, ref: ProfileRef) -> Reading:
    feed = parse_feed(doc.body, doc.headers)
    channel = parse_qs(urlsplit(doc.url).query).get("channel_id", [""])[0]
    return Reading(
        ProfileStats(
            ref=ref,
            via=Via.FEED,
            name=feed.title,
            feed_url=FEED_URL.format(channel=channel) if channel else "",
            posts=feed.posts(),
        )
    )
