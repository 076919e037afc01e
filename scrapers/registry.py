"""From an address to the adapter that reads it."""

from typing import Protocol

from scrapers import urls
from scrapers.errors import UnknownAddressError
from scrapers.fetch.auth import KeyRing
from scrapers.model import Document, Platform, ProfileRef, Reading, Request
from scrapers.platforms.blog import BlogAdapter
from scrapers.platforms.bluesky import BlueskyAdapter
from scrapers.platforms.mastodon import MastodonAdapter
from scrapers.platforms.youtube import YouTubeAdapter


class Adapter(Protocol):
    """Knows one platform: which requests tell about a channel, and what their answers say. Never does I/O."""

    @property
    def platform(self) -> Platform:
        """The platform it reads."""

    def match(self, url: str) -> ProfileRef | None:
        """Return the channel `url` names, None when it is not on this platform."""

    def plan(self, ref: ProfileRef, keys: KeyRing) -> list[Request]:
        """Return what to ask for, best first (official API, open interface, feed, page)."""

    def parse(self, doc: Document, ref: ProfileRef) -> Reading:
        """Return what `doc` says about `ref`. Raises a ScraperError when it is not what was asked for."""


_ADAPTERS: dict[Platform, Adapter] = {
    adapter.platform: adapter for adapter in (YouTubeAdapter(), BlueskyAdapter(), MastodonAdapter(), BlogAdapter())
}


def adapter_for(platform: Platform) -> Adapter | None:
    """Return the platform's adapter; None where numbers are only typed or imported."""
    return _ADAPTERS.get(platform)


def identify(url: str) -> ProfileRef:
    """Return the channel an address names: a social profile, else the blog it belongs to.

    Raises UnknownAddressError when `url` is no web address.
    """
    return urls.identify(url) or urls.blog_ref(url)


def resolve(url: str) -> Adapter:
    """Return the adapter that reads the channel at `url`.

    Raises UnknownAddressError when `url` is no web address or no adapter reads its platform.
    """
    ref = identify(url)
    adapter = adapter_for(ref.platform)
    if adapter is None:
        raise UnknownAddressError(f"Relais does not read {ref.platform} channels by itself.")
    return adapter
