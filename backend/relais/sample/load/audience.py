"""Twenty-six weeks of numbers and publications."""

from datetime import date, timedelta

from relais.audience.models import ChannelSnapshot, Post
from relais.creators.actions.headline import refresh_headlines
from relais.creators.models import Channel, Creator
from relais.sample.load.creators import PLATFORMS
from relais.sample.load.days import moment
from relais.sample.load.dice import roll, share
from relais.sample.people import PEOPLE, Person
from relais.sample.stories import FAILURES, TITLES
from relais.sources.rules import Platform

WEEKS = 26
#: Followers of a platform as a part of the person's largest.
PARTS = {
    Platform.INSTAGRAM: 1.0,
    Platform.YOUTUBE: 0.8,
    Platform.TIKTOK: 0.7,
    Platform.PINTEREST: 0.35,
    Platform.BLUESKY: 0.06,
    Platform.MASTODON: 0.05,
}
VIA = {Platform.BLOG: "feed", Platform.YOUTUBE: "page", Platform.MASTODON: "open_api", Platform.BLUESKY: "open_api"}
#: Platforms that publish rounded counts: three significant figures.
ROUNDED = {Platform.YOUTUBE}
POSTS = 12
#: One in so many blogs has been silent for months.
SILENT = 15
#: One in so many weeks was missed, so that charts show a gap as a gap.
MISSED = 19


def publish_and_measure(creators: list[Creator], today: date) -> None:
    """Write posts and weekly snapshots for every channel, then the headline columns."""
    people = {creator.pk: person for creator, person in zip(creators, PEOPLE, strict=True)}
    snapshots: list[ChannelSnapshot] = []
    posts: list[Post] = []
    channels = list(Channel.objects.order_by("id"))
    for channel in channels:
        person = people[channel.creator_id]
        posts += _posts(channel, person, today)
        code, state, days = _failure(channel, person)
        until = today - timedelta(days=days)
        snapshots += [row for row in _snapshots(channel, person, today) if row.taken_on <= until]
        _show_newest(channel, snapshots[-1], [post for post in posts[-POSTS:] if post.channel_id == channel.pk])
        if code:
            channel.error_code, channel.state, channel.checked_at = code, state, moment(today, 5)
    Post.objects.bulk_create(posts)
    ChannelSnapshot.objects.bulk_create(snapshots)
    Channel.objects.bulk_update(
        channels,
        [
            "followers", "followers_low", "followers_high", "posts_count", "engagement_rate", "engagement_formula",
            "posts_per_month", "last_published_at", "via", "measured_at", "origins", "state", "checked_at",
            "error_code",
        ],
    )  # fmt: skip
    refresh_headlines([creator.pk for creator in creators])


def _failure(channel: Channel, person: Person) -> tuple[str, str, int]:
    """Return why the channel cannot be read, its state, and for how many days; nothing for nearly all."""
    is_first = channel.platform == PLATFORMS[person.platforms[0]]
    return FAILURES.get(person.name, ("", "", 0)) if is_first else ("", "", 0)


def _followers(channel: Channel, person: Person, weeks_ago: int) -> int | None:
    if channel.platform == Platform.BLOG:
        return None
    now = person.thousands * 1_000 * PARTS[Platform(channel.platform)]
    growth = 0.998 - 0.012 * share("growth", person.name)
    wobble = 1 + 0.004 * (share("wobble", channel.key, weeks_ago) - 0.5)
    return round(now * growth**weeks_ago * wobble)


def _snapshots(channel: Channel, person: Person, today: date) -> list[ChannelSnapshot]:
    rows = []
    for weeks_ago in range(WEEKS - 1, -1, -1):
        if weeks_ago and roll("missed", channel.key, weeks_ago, sides=MISSED) == 0:
            continue
        day = today - timedelta(days=7 * weeks_ago + roll("weekday", channel.key, sides=6))
        followers = _followers(channel, person, weeks_ago)
        low = high = None
        if followers is not None and channel.platform in ROUNDED:
            step = 10 ** max(len(str(followers)) - 3, 0)
            followers = followers // step * step
            low, high = followers, followers + step - 1
        rows.append(
            ChannelSnapshot(
                channel=channel,
                taken_on=day,
                followers=followers,
                followers_low=low,
                followers_high=high,
                posts_count=140 + roll("posts", channel.key, sides=900) - 2 * weeks_ago,
                engagement_rate=_engagement(channel, weeks_ago),
                engagement_formula="er_followers_v1" if followers is not None else "",
                via=VIA.get(Platform(channel.platform), "hand"),
                taken_at=moment(day, 5, roll("minute", channel.key, sides=60)),
            )
        )
    return rows


def _engagement(channel: Channel, weeks_ago: int) -> float | None:
    if channel.platform == Platform.BLOG:
        return None
    return round(0.012 + 0.05 * share("er", channel.key) + 0.004 * share("er", channel.key, weeks_ago), 4)


def _posts(channel: Channel, person: Person, today: date) -> list[Post]:
    french = person.country in {"FR", "BE", "CH"}
    titles = TITLES["fr" if french else "en"]
    silent = 150 if roll("silent", channel.key, sides=SILENT) == 0 else 0
    pace = 3 + roll("pace", channel.key, sides=9)
    rows = []
    for number in range(POSTS):
        day = today - timedelta(days=silent + 1 + pace * number + roll("post", channel.key, number, sides=3))
        followers = _followers(channel, person, 0)
        reactions = round((followers or 0) * (_engagement(channel, 0) or 0))
        rows.append(
            Post(
                channel=channel,
                external_id=f"{channel.key}-{number}",
                url=f"{channel.url}/{day:%Y/%m}/{number}",
                title=f"{titles[(number + len(channel.key)) % len(titles)]} · {person.topic}",
                author=person.name,
                language="fr" if french else "en",
                published_at=moment(day, 8 + number % 10, 30),
                likes=reactions or None,
                comments=(reactions // 30 if reactions else 2 + roll("comments", channel.key, number, sides=25)),
                first_seen_at=moment(day + timedelta(days=1), 5),
            )
        )
    return rows


def _show_newest(channel: Channel, newest: ChannelSnapshot, posts: list[Post]) -> None:
    channel.followers = newest.followers
    channel.followers_low, channel.followers_high = newest.followers_low, newest.followers_high
    channel.posts_count = newest.posts_count
    channel.engagement_rate, channel.engagement_formula = newest.engagement_rate, newest.engagement_formula
    dates = sorted(post.published_at for post in posts if post.published_at is not None)
    channel.last_published_at = dates[-1]
    days = max((dates[-1] - dates[0]).days, 1)
    channel.posts_per_month = round(30.4 * (len(dates) - 1) / days, 2)
    channel.via, channel.measured_at, channel.checked_at = newest.via, newest.taken_at, newest.taken_at
    origin = {"via": newest.via, "at": newest.taken_at.isoformat()}
    told = ("followers", "posts_count", "engagement_rate", "posts_per_month")
    channel.origins = {name: origin for name in told if getattr(channel, name) is not None}
    channel.state = "fresh"
