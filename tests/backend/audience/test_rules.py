from datetime import UTC, date, datetime, timedelta

import pytest

from relais.audience import rules
from relais.audience.rules import Point
from scrapers.model import Post

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
DAY = date(2026, 11, 21)


def posts(*numbers: tuple[int | None, int | None], every: timedelta = timedelta(days=7)) -> list[Post]:
    """Return posts with these likes and comments, newest first."""
    return [
        Post(f"https://x.example/{n}", published_at=NOW - n * every, likes=likes, comments=comments)
        for n, (likes, comments) in enumerate(numbers)
    ]


@pytest.mark.parametrize(
    ("found", "followers", "rate"),
    [
        (posts((10, 2), (20, 4)), 1000, 0.018),
        (posts((10, 2), (None, None)), 1000, 0.012),
        (posts((10, None), (None, 2)), 1000, 0.012),
        (posts((10, None)), 1000, None),
        (posts((0, 0)), 1000, 0.0),
        (posts((10, 2)), None, None),
        (posts((10, 2)), 0, None),
        ([], 1000, None),
        (posts(*[(12, 0)] * 12, (9_999, 0)), 1000, 0.012),
        ([Post("https://x.example/", likes=5, comments=5)], 1000, None),
    ],
)
def test_engagement_by_followers(found: list[Post], followers: int | None, rate: float | None) -> None:
    result = rules.engagement_by_followers(found, followers)
    assert result == (None if rate is None else pytest.approx(rate))


@pytest.mark.parametrize(
    ("found", "mean"),
    [(posts((None, 3), (None, 5)), 4.0), (posts((None, None)), None), (posts((None, 0)), 0.0), ([], None)],
)
def test_comments_per_post(found: list[Post], mean: float | None) -> None:
    assert rules.comments_per_post(found) == mean


@pytest.mark.parametrize(
    ("found", "rhythm"),
    [
        (posts(*[(None, None)] * 30), 4.4),
        (posts(*[(None, None)] * 10, every=timedelta(days=1)), 33.8),
        (posts(*[(None, None)] * 4, every=timedelta(days=365)), 0.3),
        (posts((None, None)), 4.3),
        ([], None),
        ([Post("https://x.example/")], None),
        ([Post("https://x.example/", published_at=NOW + timedelta(days=400))], None),
    ],
)
def test_posts_per_month(found: list[Post], rhythm: float | None) -> None:
    result = rules.posts_per_month(found, NOW)
    assert result == (None if rhythm is None else pytest.approx(rhythm, abs=0.06))


def test_a_blog_that_fell_silent_has_no_rhythm() -> None:
    old = [Post("https://x.example/", published_at=NOW - timedelta(days=200 + n)) for n in range(5)]
    assert rules.posts_per_month(old, NOW) == 0.0


def weeks(*followers: int | None) -> list[Point]:
    return [Point(DAY - timedelta(weeks=n), value) for n, value in enumerate(reversed(followers), start=0)][::-1]


@pytest.mark.parametrize(
    ("points", "grown"),
    [
        (weeks(100, 110), {7: 10}),
        (weeks(100, 100, 100, 100, 100, 120), {7: 20, 30: 20}),
        (weeks(100, None, 110), {}),
        (weeks(0, 110), {}),
        (weeks(110), {}),
        ([], {}),
        (weeks(120, 110), {7: -10}),
        ([Point(DAY - timedelta(days=7), 1200, 1150, 1249), Point(DAY, 1240, 1200, 1250)], {}),
        ([Point(DAY - timedelta(days=7), 1200, 1150, 1249), Point(DAY, 1400, 1350, 1449)], {7: 200}),
        ([Point(DAY - timedelta(days=7), 1200), Point(DAY, 1201)], {7: 1}),
    ],
)
def test_growth(points: list[Point], grown: dict[int, int]) -> None:
    assert {found.days: found.change for found in rules.growth(points)} == grown


def test_reach_counts_a_channel_from_its_first_measure_and_never_guesses() -> None:
    axis = rules.weeks_between(DAY - timedelta(weeks=3), DAY)
    first = dict.fromkeys(axis, 100)
    late = {axis[1]: 10, axis[3]: 30}
    assert rules.potential_reach([first, late, {}], axis) == [100, 110, None, 130]
