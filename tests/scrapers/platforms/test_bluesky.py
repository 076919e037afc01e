"""Bluesky's answers, written after its published lexicon, through the real client."""

import asyncio
import json
from typing import Any

import pytest

from scrapers import run
from scrapers.errors import MalformedError
from scrapers.fetch.auth import Endpoints, Keys
from scrapers.fetch.client import Fetcher
from scrapers.model import Outcome, Platform, Via
from scrapers.platforms.bluesky import BlueskyAdapter
from scrapers.registry import identify
from tests.scrapers.loopback import Answer, Site, document, open_policy

DID = "did:plc:abcdefghijklmnopqrstuvwx"
PROFILE: dict[str, Any] = {
    "did": DID,
    "handle": "anna.example",
    "displayName": "Anna 🍳",
    "description": "https://cuisine-anna.fr et https://www.instagram.com/anna.cuisine\nbonjour@cuisine-anna.fr",
    "avatar": "https://cdn.bsky.app/img/avatar/plain/x@jpeg",
    "followersCount": 12345,
    "followsCount": 0,
    "postsCount": 678,
}
POST: dict[str, Any] = {
    "uri": f"at://{DID}/app.bsky.feed.post/3kabc",
    "author": {"did": DID, "handle": "anna.example", "displayName": "Anna 🍳"},
    "record": {"text": "Tarte du jour", "createdAt": "2024-03-05T09:00:00.000Z", "langs": ["fr"], "tags": ["tarte"]},
    "embed": {"images": [{"thumb": "https://cdn.bsky.app/img/thumb"}]},
    "replyCount": 1,
    "repostCount": 2,
    "likeCount": 0,
}


def refresh(site: Site, handle: str = "anna.example") -> Outcome:
    async def go() -> Outcome:
        keys = Keys(endpoints=Endpoints(bluesky=site.base))
        async with Fetcher(open_policy()) as fetcher:
            return await run.refresh(identify(f"https://bsky.app/profile/{handle}"), fetcher, keys)

    return asyncio.run(go())


def test_profile_and_posts(site: Site) -> None:
    repost = {"post": {**POST, "uri": "at://did:plc:other/app.bsky.feed.post/x"}, "reason": {"by": {"did": DID}}}
    site.pages["/xrpc/app.bsky.actor.getProfile"] = Answer(json.dumps(PROFILE))
    site.pages["/xrpc/app.bsky.feed.getAuthorFeed"] = Answer(json.dumps({"feed": [{"post": POST}, repost, {}]}))
    stats = refresh(site).stats
    assert stats is not None
    assert (stats.name, stats.via) == ("Anna 🍳", Via.OPEN_API)
    assert stats.followers is not None
    assert stats.following is not None
    assert (stats.followers.value, stats.followers.exact, stats.following.value) == (12345, True, 0)
    assert stats.emails == ("bonjour@cuisine-anna.fr",)
    assert [(ref.platform, ref.key) for ref in stats.links] == [
        (Platform.BLOG, "cuisine-anna.fr"),
        (Platform.INSTAGRAM, "anna.cuisine"),
    ]
    (post,) = stats.posts
    assert post.url == "https://bsky.app/profile/anna.example/post/3kabc"
    assert (post.likes, post.comments, post.shares, post.views) == (0, 1, 2, None)
    assert (post.language, post.tags, post.title) == ("fr", ("tarte",), "Tarte du jour")
    assert site.paths[0] == "/xrpc/app.bsky.actor.getProfile?actor=anna.example"
    assert f"actor={DID}" in site.paths[1]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"error": "InvalidRequest", "message": "Profile not found"}, "not_found"),
        ({"error": "InvalidRequest", "message": "Unable to resolve handle"}, "not_found"),
        ({"error": "AccountTakedown", "message": "Account has been suspended"}, "gone"),
        ({"error": "AccountDeactivated", "message": "Account is deactivated"}, "gone"),
        ({"error": "InvalidRequest", "message": "actor must be a valid did or a handle"}, "malformed"),
    ],
)
def test_refusals_are_told_apart(site: Site, body: dict[str, str], code: str) -> None:
    site.pages["/xrpc/app.bsky.actor.getProfile"] = Answer(json.dumps(body), status=400)
    outcome = refresh(site)
    assert (outcome.error_code, outcome.stats) == (code, None)
    assert body["message"] in outcome.error_detail


def test_numbers_stay_when_the_posts_cannot_be_read(site: Site) -> None:
    site.pages["/xrpc/app.bsky.actor.getProfile"] = Answer(json.dumps(PROFILE))
    site.pages["/xrpc/app.bsky.feed.getAuthorFeed"] = Answer(status=403)
    outcome = refresh(site)
    assert outcome.stats is not None
    assert outcome.stats.followers is not None
    assert (outcome.error_code, outcome.partial_code) == ("", "blocked")


def test_an_unknown_number_is_not_zero() -> None:
    silent = {"did": DID, "handle": "anna.example", "followersCount": None, "postsCount": "many"}
    ref = identify("https://bsky.app/profile/anna.example")
    stats = BlueskyAdapter().parse(document(json.dumps(silent), "profile"), ref).stats
    assert (stats.followers, stats.following, stats.posts_count) == (None, None, None)
    assert stats.name == "anna.example"


@pytest.mark.parametrize("body", ["", "[]", "null", '{"did": 5}', "<html>"])
def test_something_else_is_malformed(body: str) -> None:
    ref = identify("https://bsky.app/profile/anna.example")
    for kind in ("profile", "posts"):
        with pytest.raises(MalformedError):
            BlueskyAdapter().parse(document(body, kind), ref)
