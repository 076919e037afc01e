"""Adapters against recorded answers of the platforms they read."""

import asyncio
import gzip
import json
import random
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from scrapers import run
from scrapers.counts import parse_count
from scrapers.errors import ScraperError
from scrapers.fetch.client import Fetcher
from scrapers.model import Outcome, Platform
from scrapers.platforms.blog import BlogAdapter
from scrapers.platforms.bluesky import BlueskyAdapter
from scrapers.platforms.youtube import YouTubeAdapter
from scrapers.registry import identify
from tests.scrapers.loopback import Answer, Site, document, open_policy


def unpacked(path: Path) -> bytes:
    body = path.read_bytes()
    return gzip.decompress(body) if path.suffix == ".gz" else body


def test_every_recorded_youtube_channel_tells_its_subscribers(realdata: Path) -> None:
    folder = realdata / "social" / "youtube-newpipe"
    records = [
        record for record in json.loads((folder / "manifest.json").read_text()) if (folder / record["file"]).exists()
    ]
    assert len(records) >= 100
    layouts: Counter[str] = Counter()
    for record in records:
        url = "https://www.youtube.com/@somebody"
        reading = YouTubeAdapter().parse(document(unpacked(folder / record["file"]), "page", url), identify(url))
        followers = reading.stats.followers
        assert followers is not None, record["file"]
        # Both ways of writing the number, "17.5M" and "17.5 million", must mean what was read.
        assert {parse_count(text, "en").value for text in record["subscriber_texts"]} == {followers.value}
        assert followers.low == followers.value <= followers.high
        assert followers.exact is (followers.value < 1000)
        channel = record["file"].split("_", 1)[1][:24]
        assert [request.url.rpartition("=")[2] for request in reading.follow] == [channel]
        assert reading.stats.name == record["title"] or not record["title"]
        layouts[followers.path.split(".")[1]] += 1
    assert set(layouts) == {"c4TabbedHeaderRenderer", "pageHeaderRenderer", "carouselHeaderRenderer"}


def test_the_recorded_data_api_answer(realdata: Path) -> None:
    body = (realdata / "social" / "api-samples" / "youtube_data_v3_channels.python-youtube.json").read_bytes()
    reading = YouTubeAdapter().parse(document(body, "channels"), identify("https://www.youtube.com/@google"))
    stats = reading.stats
    assert stats.name == "Google"
    assert stats.followers is not None
    assert stats.views_total is not None
    assert (stats.followers.value, stats.views_total.value) == (10_700_000, 3_331_930_783)
    assert "UUK8sQmJBp8GCxrOtXWBpyEA" in reading.follow[0].url


def test_a_recorded_bluesky_post(realdata: Path) -> None:
    thread = json.loads((realdata / "social/bluesky-atproto/thread_view_post_with_embed_media.json").read_bytes())
    feed = {"feed": [{"post": thread["thread"]["post"]}]}
    ref = identify("https://bsky.app/profile/test.marshal.dev")
    (post,) = BlueskyAdapter().parse(document(json.dumps(feed), "posts"), ref).stats.posts
    assert post.url == "https://bsky.app/profile/test.marshal.dev/post/3kaheyt6vpc22"
    assert post.published_at is not None
    assert post.likes is not None


def test_recorded_blog_pages_name_themselves_and_their_feeds(realdata: Path) -> None:
    pages = sorted(path for path in (realdata / "blogs").rglob("*.html*") if path.is_file())
    found: Counter[str] = Counter()
    for path in random.Random(1).sample(pages, min(150, len(pages))):
        url = f"https://{path.name.partition('__')[0]}/"
        try:
            doc = document(unpacked(path), "page", url, content_type="text/html")
            reading = BlogAdapter().parse(doc, identify("https://blog.example/"))
        except ScraperError as error:
            found[error.code] += 1
            continue
        found["read"] += 1
        found["named"] += bool(reading.stats.name)
        found["language"] += bool(reading.stats.language)
        found["links"] += bool(reading.stats.links)
        assert all(link.platform is not Platform.BLOG for link in reading.stats.links)
        assert reading.follow
    assert found["read"] >= 0.97 * sum(found[key] for key in found if key not in {"named", "language", "links"})
    assert found["named"] >= 0.95 * found["read"]
    assert found["language"] >= 0.95 * found["read"]


@pytest.mark.parametrize("stored", [True, False], ids=["feed known", "first look"])
def test_recorded_feeds_refresh_through_the_real_client(realdata: Path, stored: bool) -> None:
    feeds = [path for path in sorted((realdata / "feeds").rglob("*")) if path.name.endswith((".xml", ".xml.gz"))][:60]
    assert feeds
    with Site() as site:
        for number, path in enumerate(feeds):
            site.pages[f"/{number}/feed.xml"] = Answer(unpacked(path), headers={"Content-Type": "application/xml"})
            link = f'<link rel="alternate" type="application/rss+xml" href="/{number}/feed.xml">'
            site.pages[f"/{number}"] = Answer(
                f"<title>Blog {number}</title>{link}", headers={"Content-Type": "text/html"}
            )

        async def refresh_all() -> list[Outcome]:
            async with Fetcher(open_policy(breaker_failures=10_000)) as fetcher:
                refs = [
                    replace(
                        identify(site.url(f"/{number}")), feed_url=site.url(f"/{number}/feed.xml") if stored else ""
                    )
                    for number in range(len(feeds))
                ]
                return await asyncio.gather(*(run.refresh(ref, fetcher) for ref in refs))

        outcomes = asyncio.run(refresh_all())
    read = [outcome for outcome in outcomes if outcome.stats is not None and outcome.stats.posts]
    assert len(read) >= 0.9 * len(feeds)
    assert all(outcome.stats is not None or outcome.error_code for outcome in outcomes)
