"""From a blog on loopback to snapshots, posts and headlines, by the real task."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from relais.audience.models import ChannelSnapshot, Post
from relais.creators.models import Channel
from relais.creators.rules import ChannelState
from relais.kit import clock
from relais.kit.tenancy import workspace_scope
from relais.sources.models import Source
from relais.sources.rules import SourceState
from relais.sources.tasks import refresh_due
from relais.workspaces.models import Workspace
from scrapers.registry import adapter_for
from tests.backend.blogs import NEWEST, follow_channels, write_blog
from tests.backend.conftest import Client
from tests.scrapers.loopback import Answer, Site

pytestmark = pytest.mark.django_db


def test_a_refresh_writes_posts_numbers_and_their_birth_certificate(site: Site, scope: Workspace) -> None:
    (channel,) = follow_channels([write_blog(site, "/camille/")])
    refresh_due()
    channel.refresh_from_db()
    assert (channel.state, channel.error_code, channel.via) == (ChannelState.FRESH, "", "feed")
    assert (channel.title, channel.feed_url) == ("Le Carnet de Camille", site.url("/camille/feed/"))
    assert channel.last_published_at == NEWEST
    assert channel.measured_at == channel.checked_at
    assert (channel.followers, channel.engagement_rate) == (None, None)
    snapshot = ChannelSnapshot.objects.get()
    assert snapshot.taken_on == clock.today(scope.time_zone)
    assert (snapshot.followers, snapshot.engagement_rate, snapshot.engagement_formula) == (None, None, "")
    assert snapshot.comments_per_post == pytest.approx(6.5)
    assert Post.objects.count() == 10
    post = Post.objects.order_by("-published_at")[0]
    assert (post.title, post.comments, post.author) == ("Tarte aux mirabelles n° 10", 2, "Camille")
    assert (post.tags, post.likes) == (["Cuisine d’été"], None)
    source = Source.objects.get()
    assert (source.state, source.failures, source.lease) == (SourceState.FRESH, 0, None)


def test_people_are_found_by_the_name_their_blog_was_just_found_to_have(
    site: Site, scope: Workspace, alice: Client
) -> None:
    (channel,) = follow_channels([write_blog(site, "/camille/")])
    path = alice.at("creators/?q=carnet&fields=id")
    assert alice.get(path).json()["results"] == []
    refresh_due()
    assert alice.get(path).json()["results"] == [{"id": channel.creator_id}]


def test_a_second_refresh_doubles_nothing_and_asks_politely(site: Site, scope: Workspace) -> None:
    follow_channels([write_blog(site, "/camille/")])
    refresh_due()
    before = list(Post.objects.order_by("id").values()), list(ChannelSnapshot.objects.values())
    site.hits.clear()
    Source.objects.update(due_at=clock.now())
    refresh_due()
    assert site.paths == ["/camille/feed/"]
    assert "if-none-match" in site.hits[-1].headers
    assert (list(Post.objects.order_by("id").values()), list(ChannelSnapshot.objects.values())) == before
    assert Channel.objects.get().checked_at > before[1][0]["taken_at"]  # type: ignore[operator]


def test_a_failure_keeps_every_number_and_says_why(site: Site, scope: Workspace) -> None:
    (channel,) = follow_channels([write_blog(site, "/camille/")])
    refresh_due()
    Channel.objects.update(followers=1234, followers_low=1200, followers_high=1300)
    Source.objects.update(due_at=clock.now(), validators={})
    numbers = Channel.objects.values("followers", "posts_per_month", "last_published_at", "measured_at", "via").get()
    for path in list(site.pages):
        site.pages[path] = Answer("", status=500)
    refresh_due()
    channel.refresh_from_db()
    assert (channel.state, channel.error_code) == (ChannelState.STALE, "server_failed")
    assert channel.checked_at > channel.measured_at  # type: ignore[operator]
    assert Channel.objects.values(*numbers).get() == numbers
    assert ChannelSnapshot.objects.count() == 1
    assert Post.objects.count() == 10
    due = Source.objects.get().due_at
    assert due is not None
    assert timedelta(minutes=50) < due - clock.now() <= timedelta(hours=1)


def test_one_fetch_serves_every_workspace_that_follows(
    site: Site, scope: Workspace, other_workspace: Workspace
) -> None:
    url = write_blog(site, "/camille/")
    follow_channels([url])
    with workspace_scope(other_workspace.pk):
        follow_channels([url])
    refresh_due()
    assert site.paths.count("/camille/feed/") == 1
    for workspace in (scope, other_workspace):
        with workspace_scope(workspace.pk):
            assert (ChannelSnapshot.objects.count(), Post.objects.count()) == (1, 10)


def test_who_follows_later_gets_everything_too(site: Site, scope: Workspace, other_workspace: Workspace) -> None:
    url = write_blog(site, "/camille/")
    follow_channels([url])
    refresh_due()
    with workspace_scope(other_workspace.pk):
        follow_channels([url])
        refresh_due()
        assert (ChannelSnapshot.objects.count(), Post.objects.count()) == (1, 10)


def test_typed_followers_survive_the_feed(site: Site, scope: Workspace) -> None:
    (channel,) = follow_channels([write_blog(site, "/camille/")])
    typed_at = clock.now() - timedelta(days=40)
    Channel.objects.update(followers=5200, via="hand", measured_at=typed_at)
    refresh_due()
    channel.refresh_from_db()
    assert (channel.followers, channel.via, channel.measured_at) == (5200, "hand", typed_at)
    assert channel.posts_per_month is not None


def test_one_address_that_breaks_us_does_not_stop_the_others(
    site: Site, scope: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad, good = follow_channels([write_blog(site, "/bad/"), write_blog(site, "/good/")])
    Source.objects.filter(key=bad.key).update(platform="x")
    monkeypatch.setattr("scrapers.run.adapter_for", _broken_for_x)
    refresh_due()
    bad.refresh_from_db()
    good.refresh_from_db()
    assert (bad.state, bad.error_code) == (ChannelState.STALE, "unexpected")
    assert good.state == ChannelState.FRESH


def _broken_for_x(platform: Any) -> Any:
    if platform == "x":
        raise ZeroDivisionError
    return adapter_for(platform)


def test_writing_takes_the_same_statements_for_two_and_twenty(
    site: Site, scope: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    # One group, however slow the machine: what is counted is the writing of a group, not the clock.
    monkeypatch.setattr("relais.sources.batch.GROUP_SECONDS", 600.0)
    counts = []
    for number in (2, 20):
        follow_channels([write_blog(site, f"/{number}-{n}/") for n in range(number)])
        with CaptureQueriesContext(connection) as counted:
            refresh_due()
        counts.append(len(counted))
    assert counts[0] == counts[1]
