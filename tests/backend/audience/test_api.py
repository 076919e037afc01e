from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from relais.activity.models import Activity
from relais.audience.models import ChannelSnapshot, Post, RefreshItem, RefreshRun
from relais.audience.rows import Measure
from relais.creators.models import Channel, Creator
from relais.kit import clock
from relais.sources.models import Source
from relais.sources.tasks import refresh_due
from relais.workspaces.models import Workspace
from tests.backend.blogs import follow_channels, write_blog
from tests.backend.conftest import Client
from tests.scrapers.loopback import Answer, Site

TODAY = clock.today("Europe/Paris")


@pytest.fixture
def channel(scope: Workspace) -> Channel:
    (made,) = follow_channels(["https://mastodon.social/@camille"])
    return made


def weekly(channel: Channel, *followers: int | None, last: date = TODAY, **fields: Any) -> None:
    """Write one snapshot a week, the last one `last`; None leaves the week out."""
    for number, value in enumerate(reversed(followers)):
        if value is not None:
            day = last - timedelta(weeks=number)
            at = clock.now() - timedelta(weeks=number)
            ChannelSnapshot.objects.upsert([Measure(channel.pk, day, at, "open_api", followers=value, **fields)])


def test_history_tells_points_and_growth(alice: Client, channel: Channel) -> None:
    weekly(channel, 800, None, None, None, None, None, None, None, 950, None, None, None, 1000, 1100)
    body = alice.get(alice.at(f"channels/{channel.pk}/snapshots/")).json()
    assert [point["followers"] for point in body["points"]] == [800, 950, 1000, 1100]
    assert body["points"][-1] | {"taken_at": ""} == {
        "taken_on": TODAY.isoformat(),
        "followers": 1100,
        "followers_low": None,
        "followers_high": None,
        "following": None,
        "posts_count": None,
        "views_total": None,
        "engagement_rate": None,
        "engagement_formula": "",
        "comments_per_post": None,
        "posts_per_month": None,
        "via": "open_api",
        "taken_at": "",
    }
    assert [(one["days"], one["change"], one["rate"]) for one in body["growth"]] == [
        (7, 100, 0.1),
        (30, 150, 150 / 950),
        (90, 300, 0.375),
    ]


def test_growth_is_absent_where_a_snapshot_is_missing(alice: Client, channel: Channel) -> None:
    weekly(channel, 900, None, None, 1100)
    body = alice.get(alice.at(f"channels/{channel.pk}/snapshots/")).json()
    assert body["growth"] == []


def test_a_range_narrows_the_points_and_keeps_the_growth(alice: Client, channel: Channel) -> None:
    weekly(channel, 900, 1000, 1100)
    since = (TODAY - timedelta(days=3)).isoformat()
    body = alice.get(alice.at(f"channels/{channel.pk}/snapshots/?since={since}")).json()
    assert [point["followers"] for point in body["points"]] == [1100]
    assert [one["days"] for one in body["growth"]] == [7]


def test_each_number_has_its_own_source_and_age(bob: Client, channel: Channel) -> None:
    looked_at = clock.now()
    ChannelSnapshot.objects.upsert([Measure(channel.pk, TODAY, looked_at, "feed", posts_count=40, posts_per_month=4)])
    day = (TODAY - timedelta(weeks=1)).isoformat()
    body = {"taken_on": day, "followers": 5_200}
    assert bob.post(bob.at(f"channels/{channel.pk}/snapshots/"), body).status_code == 201
    shown = bob.get(bob.at(f"channels/{channel.pk}/")).json()
    assert (shown["via"], shown["origins"]["followers"]["via"]) == ("hand", "hand")
    assert shown["origins"]["followers"]["at"].startswith(day)
    assert set(shown["origins"]) == {"followers", "posts_count", "posts_per_month"}
    for name in ("posts_count", "posts_per_month"):
        origin = shown["origins"][name]
        assert origin["via"] == "feed"
        assert datetime.fromisoformat(origin["at"]) == looked_at
    later = clock.now()
    ChannelSnapshot.objects.upsert([Measure(channel.pk, TODAY, later, "page", posts_per_month=5)])
    shown = bob.get(bob.at(f"channels/{channel.pk}/")).json()
    assert {name: origin["via"] for name, origin in shown["origins"].items()} == {
        "followers": "hand", "posts_count": "feed", "posts_per_month": "page",
    }  # fmt: skip


@pytest.mark.parametrize("query", ["since=yesterday", "until=2026-13-01", "since=2026-02-01&until=2026-01-01"])
def test_a_wrong_range_is_refused(alice: Client, channel: Channel, query: str) -> None:
    answer = alice.get(alice.at(f"channels/{channel.pk}/snapshots/?{query}"))
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")


def test_104_points_take_two_statements(alice: Client, channel: Channel) -> None:
    def statements() -> int:
        with CaptureQueriesContext(connection) as asked:
            alice.get(alice.at(f"channels/{channel.pk}/snapshots/"))
        return len([one for one in asked if "creators_channel" in one["sql"] or "audience_" in one["sql"]])

    assert statements() == 2
    weekly(channel, *range(1000, 1104))
    assert statements() == 2


def test_typed_numbers_are_kept_with_their_origin(bob: Client, channel: Channel) -> None:
    body = {"taken_on": TODAY.isoformat(), "followers": 12_500}
    answer = bob.post(bob.at(f"channels/{channel.pk}/snapshots/"), body)
    assert (answer.status_code, answer.json()["via"]) == (201, "hand")
    channel.refresh_from_db()
    assert (channel.followers, channel.via) == (12_500, "hand")
    creator = Creator.objects.get(pk=channel.creator_id)
    assert (creator.followers, creator.reach, creator.tier) == (12_500, 12_500, "micro")
    line = Activity.objects.get(verb="snapshot.typed")
    assert (line.creator_id, line.user_id, line.data["followers"]) == (channel.creator_id, bob.user.pk, 12_500)


def test_typed_numbers_of_an_older_day_do_not_become_the_newest(bob: Client, channel: Channel) -> None:
    weekly(channel, 1000)
    old = (TODAY - timedelta(days=60)).isoformat()
    assert bob.post(bob.at(f"channels/{channel.pk}/snapshots/"), {"taken_on": old, "followers": 7}).status_code == 201
    channel.refresh_from_db()
    assert channel.followers == 1000
    assert ChannelSnapshot.objects.count() == 2


def test_typed_numbers_of_an_older_day_tell_what_the_feed_never_says(bob: Client, channel: Channel) -> None:
    ChannelSnapshot.objects.upsert([Measure(channel.pk, TODAY, clock.now(), "feed", posts_count=40, posts_per_month=4)])
    for weeks, followers in ((1, 5_200), (3, 5_000)):
        day = (TODAY - timedelta(weeks=weeks)).isoformat()
        body = {"taken_on": day, "followers": followers, "posts_count": 7}
        assert bob.post(bob.at(f"channels/{channel.pk}/snapshots/"), body).status_code == 201
    channel.refresh_from_db()
    assert (channel.followers, channel.via, channel.posts_count, channel.posts_per_month) == (5_200, "hand", 40, 4)
    assert channel.measured_at is not None
    assert channel.measured_at.date() == TODAY - timedelta(weeks=1)
    creator = Creator.objects.get(pk=channel.creator_id)
    assert (creator.followers, creator.measured_at) == (5_200, channel.measured_at)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"taken_on": "2026-01-01"}, ""),
        ({"taken_on": (TODAY + timedelta(days=3)).isoformat(), "followers": 1}, "taken_on"),
        ({"taken_on": "2026-01-01", "followers": -1}, "followers"),
        ({"followers": 1}, "taken_on"),
    ],
)
def test_wrong_numbers_change_nothing(bob: Client, channel: Channel, body: dict[str, Any], field: str) -> None:
    answer = bob.post(bob.at(f"channels/{channel.pk}/snapshots/"), body)
    assert answer.status_code == 400
    assert field in answer.json()["errors"]
    assert not ChannelSnapshot.objects.exists()


def test_a_viewer_types_and_refreshes_nothing(viewer: Client, channel: Channel) -> None:
    typed = viewer.post(viewer.at(f"channels/{channel.pk}/snapshots/"), {"taken_on": "2026-01-01", "followers": 1})
    asked = viewer.post(viewer.at("channels/refresh/"), {"all": True})
    assert (typed.status_code, asked.status_code) == (403, 403)
    assert not ChannelSnapshot.objects.exists()
    assert not RefreshRun.objects.exists()


def test_posts_come_by_pages_newest_first(alice: Client, channel: Channel) -> None:
    Post.objects.upsert(
        [
            {
                "channel_id": channel.pk,
                "external_id": f"post-{n}",
                "url": f"https://mastodon.social/@camille/{n}",
                "title": f"n° {n}",
                "summary": "",
                "author": "",
                "language": "fr",
                "image_url": "",
                "tags": ["été"],
                "published_at": clock.now() - timedelta(days=n) if n % 5 else None,
                "likes": n,
                "comments": None,
                "views": None,
                "shares": None,
                "first_seen_at": clock.now(),
            }
            for n in range(1, 13)
        ]
    )
    path = alice.at(f"channels/{channel.pk}/posts/")
    seen: list[str] = []
    cursor = ""
    while True:
        body = alice.get(f"{path}?page_size=5&cursor={cursor}").json()
        seen += [post["title"] for post in body["results"]]
        if not body["next"]:
            break
        cursor = body["next"]
    assert seen == [f"n° {n}" for n in (1, 2, 3, 4, 6, 7, 8, 9, 11, 12, 10, 5)]
    assert body["results"][-1]["comments"] is None


def test_a_creator_has_one_time_axis_and_gaps_stay_gaps(alice: Client, channel: Channel) -> None:
    other = Channel.objects.create(creator_id=channel.creator_id, platform="bluesky", key="c", url="https://c.example")
    weekly(channel, 100, 110, 120, 130)
    weekly(other, 50, None, 60)
    since = (TODAY - timedelta(weeks=3)).isoformat()
    body = alice.get(alice.at(f"creators/{channel.creator_id}/audience/?since={since}")).json()
    assert len(body["weeks"]) == 4
    assert [line["followers"] for line in body["channels"]] == [[100, 110, 120, 130], [None, 50, None, 60]]
    assert body["reach"] == [100, 160, None, 190]


def test_a_refresh_is_a_run_that_tells_what_failed_and_why(alice: Client, site: Site, scope: Workspace) -> None:
    good, bad = follow_channels([write_blog(site, "/good/"), site.url("/bad/")])
    site.pages["/bad"] = site.pages["/bad/"] = Answer("", status=410)
    answer = alice.post(alice.at("channels/refresh/"), {"ids": [good.pk, bad.pk]})
    assert answer.status_code == 202, answer.content
    run = answer.json()
    assert (run["state"], run["total"], run["remaining"]) == ("pending", 2, 2)
    assert Source.objects.filter(urgent=True).count() == 2
    refresh_due()
    run = alice.get(alice.at(f"refresh-runs/{run['id']}/")).json()
    assert (run["state"], run["done"], run["failed"], run["remaining"]) == ("done", 1, 1, 0)
    items = alice.get(alice.at(f"refresh-runs/{run['id']}/items/?state=failed")).json()["results"]
    assert [(one["channel"]["url"], one["error_code"]) for one in items] == [(bad.url, "gone")]
    assert items[0]["error"] == "The site says that this was removed for good."
    assert items[0]["channel"]["creator_name"].startswith("Camille")


@pytest.mark.parametrize("wanted", ["creator_ids", "filter", "all"])
def test_a_refresh_takes_creators_a_filter_or_all(alice: Client, scope: Workspace, wanted: str) -> None:
    one, two = follow_channels(["https://mastodon.social/@camille", "https://bsky.app/profile/zoe.bsky.social"])
    body = {"creator_ids": [one.creator_id], "filter": {"platform": "bluesky"}, "all": True}
    total = alice.post(alice.at("channels/refresh/"), {wanted: body[wanted]}).json()["total"]
    chosen = set(RefreshItem.objects.values_list("channel_id", flat=True))
    assert chosen == {"creator_ids": {one.pk}, "filter": {two.pk}, "all": {one.pk, two.pk}}[wanted]
    assert total == len(chosen)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "invalid"),
        ({"all": False}, "invalid"),
        ({"all": True, "ids": [1]}, "invalid"),
        ({"ids": []}, "nothing_selected"),
        ({"ids": [987_654]}, "unknown_channel"),
        ({"filter": {"colour": "red"}}, "unknown_parameter"),
    ],
)
def test_a_wrong_selection_starts_nothing(alice: Client, scope: Workspace, body: dict[str, Any], code: str) -> None:
    answer = alice.post(alice.at("channels/refresh/"), body)
    assert (answer.status_code, answer.json()["code"]) == (400, code)
    assert not RefreshRun.objects.exists()


def test_a_channel_of_others_is_unknown(charlie: Client, channel: Channel) -> None:
    answer = charlie.post(charlie.at("channels/refresh/"), {"ids": [channel.pk]})
    assert (answer.status_code, answer.json()["code"]) == (400, "unknown_channel")
    assert charlie.get(charlie.at(f"channels/{channel.pk}/posts/")).status_code == 404
    assert not Source.objects.filter(urgent=True).exists()


def test_a_cancelled_run_waits_for_nothing(alice: Client, channel: Channel) -> None:
    run = alice.post(alice.at("channels/refresh/"), {"all": True}).json()
    answer = alice.post(alice.at(f"refresh-runs/{run['id']}/cancel/"))
    assert (answer.json()["state"], answer.json()["remaining"]) == ("cancelled", 0)
    assert not Source.objects.filter(urgent=True).exists()
    again = alice.post(alice.at(f"refresh-runs/{run['id']}/cancel/"))
    assert (again.status_code, again.json()["code"]) == (409, "run_finished")


def test_a_run_costs_few_statements_however_many(alice: Client, scope: Workspace) -> None:
    follow_channels(f"https://mastodon.social/@camille{n}" for n in range(20))
    with CaptureQueriesContext(connection) as twenty:
        alice.post(alice.at("channels/refresh/"), {"all": True})
    ids = list(Channel.objects.values_list("id", flat=True)[:2])
    with CaptureQueriesContext(connection) as two:
        alice.post(alice.at("channels/refresh/"), {"ids": ids})
    assert len(twenty) <= len(two)


@pytest.mark.parametrize("asked", ["until=0001-01-01", "since=0001-01-01", "since=0001-01-01&until=9999-12-31"])
def test_an_absurd_span_ends_where_numbers_can_be(alice: Client, channel: Channel, asked: str) -> None:
    weekly(channel, 800, 950)
    points = alice.get(alice.at(f"channels/{channel.pk}/snapshots/?{asked}"))
    assert points.status_code == 200, points.content
    audience = alice.get(alice.at(f"creators/{channel.creator_id}/audience/?{asked}"))
    assert audience.status_code == 200, audience.content
    assert len(audience.json()["weeks"]) <= (TODAY - date(1995, 1, 1)).days // 7 + 2


def test_a_year_typed_wrong_is_refused(alice: Client, channel: Channel) -> None:
    answer = alice.post(alice.at(f"channels/{channel.pk}/snapshots/"), {"taken_on": "0026-03-04", "followers": 800})
    assert (answer.status_code, list(answer.json()["errors"])) == (400, ["taken_on"])
    assert not ChannelSnapshot.objects.exists()
