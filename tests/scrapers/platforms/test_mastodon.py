"""Mastodon's answers, written after its published entities, through the real client."""

import asyncio
import json
from typing import Any

import pytest

from scrapers import run
from scrapers.errors import GoneError, MalformedError
from scrapers.fetch.auth import Endpoints, Keys
from scrapers.fetch.client import Fetcher
from scrapers.model import Outcome, Platform, ProfileRef
from scrapers.platforms.mastodon import MastodonAdapter
from scrapers.registry import identify
from tests.scrapers.loopback import Answer, Site, document, open_policy

ACCOUNT: dict[str, Any] = {
    "id": "109302",
    "username": "anna",
    "acct": "anna",
    "display_name": "Anna",
    "note": '<p>Cuisine &amp; jardin.<br>Écrire à bonjour@cuisine-anna.fr <a href="https://piaille.fr/tags/cuisine">#cuisine</a></p>',
    "avatar": "https://files.example.social/a.png",
    "followers_count": 2048,
    "following_count": 12,
    "statuses_count": 300,
    "fields": [
        {"name": "Insta", "value": '<a href="https://www.instagram.com/anna.cuisine/">x</a>', "verified_at": None},
        {"name": "Site", "value": '<a href="https://cuisine-anna.fr">x</a>', "verified_at": "2024-01-01T00:00:00Z"},
        {"name": "Elle", "value": "she/her", "verified_at": None},
    ],
}
STATUS: dict[str, Any] = {
    "id": "1",
    "uri": "https://piaille.fr/users/anna/statuses/1",
    "url": "https://piaille.fr/@anna/1",
    "created_at": "2024-03-05T09:00:00.000Z",
    "content": "<p>Tarte du <strong>jour</strong></p><script>alert(1)</script>",
    "language": "fr",
    "spoiler_text": "",
    "favourites_count": 5,
    "reblogs_count": 0,
    "replies_count": 2,
    "reblog": None,
    "tags": [{"name": "tarte"}],
    "media_attachments": [{"preview_url": "https://files.example.social/p.jpg"}],
    "account": {"display_name": "Anna"},
}


def ref() -> ProfileRef:
    return identify("https://piaille.fr/@anna")


def refresh(site: Site) -> Outcome:
    async def go() -> Outcome:
        async with Fetcher(open_policy()) as fetcher:
            return await run.refresh(ref(), fetcher, Keys(endpoints=Endpoints(mastodon=site.base)))

    return asyncio.run(go())


def test_account_and_statuses(site: Site) -> None:
    site.pages["/api/v1/accounts/lookup"] = Answer(json.dumps(ACCOUNT))
    site.pages["/api/v1/accounts/109302/statuses"] = Answer(json.dumps([STATUS, {**STATUS, "reblog": {}}, 5]))
    stats = refresh(site).stats
    assert stats is not None
    assert stats.description == "Cuisine & jardin. Écrire à bonjour@cuisine-anna.fr #cuisine"
    assert stats.emails == ("bonjour@cuisine-anna.fr",)
    assert stats.language == "fr"
    assert stats.followers is not None
    assert (stats.followers.value, stats.followers.exact) == (2048, True)
    # The verified one first; hashtags are no links of hers.
    assert [(link.platform, link.key) for link in stats.links] == [
        (Platform.BLOG, "cuisine-anna.fr"),
        (Platform.INSTAGRAM, "anna.cuisine"),
    ]
    (post,) = stats.posts
    assert (post.title, post.summary) == ("Tarte du jour", "Tarte du jour")
    assert (post.likes, post.comments, post.shares, post.views) == (5, 2, 0, None)
    assert post.tags == ("tarte",)
    assert site.paths[0] == "/api/v1/accounts/lookup?acct=anna"


@pytest.mark.parametrize(("status", "code"), [(401, "blocked"), (403, "blocked"), (404, "not_found"), (410, "gone")])
def test_an_instance_may_refuse(site: Site, status: int, code: str) -> None:
    site.pages["/api/v1/accounts/lookup"] = Answer(
        '{"error":"This method requires an authenticated user"}', status=status
    )
    outcome = refresh(site)
    assert (outcome.error_code, outcome.stats, outcome.not_modified) == (code, None, False)
    assert outcome.transient is False


def test_the_accounts_own_instance_is_asked() -> None:
    (request,) = MastodonAdapter().plan(identify("https://mastodon.social/@anna@piaille.fr"), Keys())
    assert request.url == "https://piaille.fr/api/v1/accounts/lookup?acct=anna"
    assert request.obey_robots is False


def test_a_suspended_account_is_gone() -> None:
    with pytest.raises(GoneError):
        MastodonAdapter().parse(document(json.dumps({**ACCOUNT, "suspended": True}), "account"), ref())


def test_hidden_numbers_are_unknown() -> None:
    hidden = {**ACCOUNT, "followers_count": -1, "following_count": None, "statuses_count": True}
    stats = MastodonAdapter().parse(document(json.dumps(hidden), "account"), ref()).stats
    assert (stats.followers, stats.following, stats.posts_count) == (None, None, None)


@pytest.mark.parametrize("body", ["", "null", "5", '{"id": "../../x"}', '{"id": {}}', "<html>"])
def test_something_else_is_malformed(body: str) -> None:
    for kind in ("account", "statuses"):
        with pytest.raises(MalformedError):
            MastodonAdapter().parse(document(body, kind), ref())
