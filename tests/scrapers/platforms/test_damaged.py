"""Guarantee 24: whatever comes back, an adapter reads it or raises one of our errors; nothing else."""

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scrapers import article
from scrapers.errors import ScraperError
from scrapers.model import Count, Document, ProfileStats
from scrapers.registry import Adapter, identify, resolve
from tests.scrapers.loopback import document
from tests.scrapers.platforms import test_blog, test_bluesky, test_mastodon, test_youtube

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)

SAMPLES: list[tuple[str, str, str]] = [
    ("https://anna.example/", "page", test_blog.HOME),
    ("https://anna.example/", "feed", test_blog.FEED.format(base="https://anna.example")),
    ("https://anna.example/", "wordpress", test_blog.WP_POSTS.format(base="https://anna.example")),
    ("https://anna.example/", "sitemap", "<urlset><url><loc>https://anna.example/a</loc></url></urlset>"),
    ("https://bsky.app/profile/anna.example", "profile", json.dumps(test_bluesky.PROFILE)),
    ("https://bsky.app/profile/anna.example", "posts", json.dumps({"feed": [{"post": test_bluesky.POST}]})),
    ("https://piaille.fr/@anna", "account", json.dumps(test_mastodon.ACCOUNT)),
    ("https://piaille.fr/@anna", "statuses", json.dumps([test_mastodon.STATUS])),
    ("https://www.youtube.com/@anna", "page", test_youtube.as_page(test_youtube.C4)),
    ("https://www.youtube.com/@anna", "page", json.dumps(test_youtube.CAROUSEL)),
    ("https://www.youtube.com/@anna", "page", json.dumps(test_youtube.view_model("1 subscriber"))),
    ("https://www.youtube.com/@anna", "feed", test_youtube.FEED),
    ("https://www.youtube.com/@anna", "channels", json.dumps(test_youtube.CHANNELS)),
    ("https://www.youtube.com/@anna", "uploads", json.dumps(test_youtube.UPLOADS)),
    ("https://www.youtube.com/@anna", "videos", json.dumps(test_youtube.VIDEOS)),
]
samples = pytest.mark.parametrize(
    ("url", "kind", "body"), SAMPLES, ids=[f"{kind}-{url[8:18]}" for url, kind, _ in SAMPLES]
)


def read(adapter: Adapter, url: str, doc: Document) -> ProfileStats | None:
    try:
        stats = adapter.parse(doc, identify(url)).stats
    except ScraperError:
        return None
    for count in (stats.followers, stats.following, stats.posts_count, stats.views_total):
        assert count is None or isinstance(count, Count)
        assert count is None or 0 <= count.low <= count.value <= count.high
    for post in stats.posts:
        assert post.url.startswith(("http://", "https://"))
        assert all(number is None or number >= 0 for number in (post.likes, post.comments, post.views, post.shares))
    return stats


def damaged(body: bytes) -> Iterator[bytes]:
    rng = random.Random(5)
    for _ in range(40):
        yield body[: rng.randrange(len(body))]
        place = rng.randrange(len(body))
        yield body[:place] + bytes([rng.randrange(256)]) + body[place + 1 :]
        cut, end = sorted(rng.sample(range(len(body)), 2))
        yield body[:cut] + body[end:]
        yield body[cut:end] + body[:cut] + body[end:]


@samples
def test_g24_damaged_documents(url: str, kind: str, body: str) -> None:
    adapter = resolve(url)
    assert read(adapter, url, document(body, kind)) is not None
    for broken in damaged(body.encode()):
        read(adapter, url, document(broken, kind))


def mutations(data: Any, replacement: Any) -> Iterator[Any]:
    """Each value of a JSON document in turn replaced by something of another type."""
    yield replacement
    if isinstance(data, dict):
        for key, value in data.items():
            for changed in mutations(value, replacement):
                yield {**data, key: changed}
    elif isinstance(data, list):
        for place, value in enumerate(data):
            for changed in mutations(value, replacement):
                yield [*data[:place], changed, *data[place + 1 :]]


@samples
@pytest.mark.parametrize(
    "replacement", [None, [], {}, "x", -1, 10**30, True, [[]], {"content": {"a": 1}}, 1.5], ids=repr
)
def test_g24_values_of_the_wrong_type(url: str, kind: str, body: str, replacement: Any) -> None:
    if body[0] not in "[{":
        return
    adapter = resolve(url)
    for changed in mutations(json.loads(body), replacement):
        read(adapter, url, document(json.dumps(changed), kind))


@samples
@given(data=json_values | st.binary(max_size=200) | st.text(max_size=200))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_g24_anything_at_all(url: str, kind: str, body: str, data: Any) -> None:
    raw = data if isinstance(data, bytes | str) else json.dumps(data)
    if isinstance(raw, str):
        raw = raw.encode("utf-8", "replace")
    read(resolve(url), url, document(raw, kind))


@given(body=st.binary(max_size=300) | st.text(max_size=300))
@settings(max_examples=60)
def test_g24_any_article(body: bytes | str) -> None:
    raw = body.encode("utf-8", "replace") if isinstance(body, str) else body
    article.read(document(raw, "article"))


@pytest.mark.parametrize(
    "opening", ["[", '{"a":', "<div>", "<a><b>", "<div></p>", "<table><tr><td>", "<script>", "<!--"]
)
@samples
def test_g24_deep_nesting_is_refused(url: str, kind: str, body: str, opening: str) -> None:
    """One megabyte of it: reading on would take minutes."""
    read(resolve(url), url, document(opening * (1024 * 1024 // len(opening)), kind))
