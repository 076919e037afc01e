"""From an address to the one who reads it."""

import asyncio

import pytest

from scrapers import run
from scrapers.errors import UnknownAddressError
from scrapers.fetch.auth import Endpoints, Keys
from scrapers.fetch.client import Fetcher
from scrapers.fetch.policy import Policy
from scrapers.model import Outcome, Platform, ProfileStats, Via
from scrapers.registry import adapter_for, identify, resolve


@pytest.mark.parametrize(
    ("url", "platform"),
    [
        ("https://www.youtube.com/@anna", Platform.YOUTUBE),
        ("https://bsky.app/profile/anna.example", Platform.BLUESKY),
        ("@anna@piaille.fr", Platform.MASTODON),
        ("https://piaille.fr/@anna", Platform.MASTODON),
        ("https://cuisine-anna.fr/", Platform.BLOG),
        ("cuisine-anna.fr", Platform.BLOG),
    ],
)
def test_resolve_finds_the_adapter(url: str, platform: Platform) -> None:
    adapter = resolve(url)
    assert adapter.platform is platform
    ref = adapter.match(url)
    assert ref == identify(url)
    assert ref is not None
    assert adapter.plan(ref, Keys())


@pytest.mark.parametrize(
    "url", ["https://www.instagram.com/anna/", "https://www.tiktok.com/@anna", "", "not an address"]
)
def test_resolve_refuses_what_nobody_reads(url: str) -> None:
    with pytest.raises(UnknownAddressError):
        resolve(url)


@pytest.mark.parametrize("platform", list(Platform))
def test_a_platform_nobody_reads_is_never_zero_and_never_asked(platform: Platform) -> None:
    if adapter_for(platform) is not None:
        return
    ref = identify("https://cuisine-anna.fr")
    ref = type(ref)(platform, "anna", "https://social.example/anna", "anna")

    async def go() -> Outcome:
        async with Fetcher(Policy()) as fetcher:
            return await run.refresh(ref, fetcher)

    outcome = asyncio.run(go())
    assert (outcome.error_code, outcome.stats, outcome.requests) == ("manual_only", None, 0)
    assert platform in outcome.error_detail


def test_an_address_on_a_platform_nobody_reads_is_still_a_channel() -> None:
    async def go() -> ProfileStats:
        async with Fetcher(Policy()) as fetcher:
            return await run.look("https://www.instagram.com/anna.cuisine/?hl=fr", fetcher)

    stats = asyncio.run(go())
    assert (stats.ref.platform, stats.ref.key, stats.name, stats.via) == (
        Platform.INSTAGRAM,
        "anna.cuisine",
        "anna.cuisine",
        Via.HAND,
    )
    assert stats.followers is None


def test_endpoints_come_from_the_environment() -> None:
    environment = {"RELAIS_ENDPOINT_BLUESKY": "http://127.0.0.1:9/", "RELAIS_ENDPOINT_YOUTUBE_API": "", "HOME": "/"}
    endpoints = Endpoints.from_environment(environment)
    assert endpoints.bluesky == "http://127.0.0.1:9"
    assert endpoints.youtube_api == Endpoints().youtube_api
