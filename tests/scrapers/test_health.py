"""Guarantee 28: fetched values are data; nothing good is replaced by nothing or by nonsense."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.health import COUNTS, Doubt, better, combine, doubt, merge
from scrapers.model import Count, Platform, Post, ProfileRef, ProfileStats, Via

REF = ProfileRef(Platform.YOUTUBE, "@anna", "https://www.youtube.com/@anna")
TEXTS = ("name", "description", "avatar_url", "language", "country", "feed_url")


def exact(value: int) -> Count:
    return Count(value, value, value, exact=True)


def about(value: int, step: int) -> Count:
    return Count(value, value, value + step, exact=False)


def stats(**values: Any) -> ProfileStats:
    return ProfileStats(ref=REF, via=Via.PAGE, **values)


counts = st.none() | st.builds(
    lambda value, spread: Count(value, max(0, value - spread), value + spread, exact=spread == 0),
    st.integers(0, 10**10),
    st.integers(0, 10**6),
)
looks = st.builds(
    stats,
    name=st.sampled_from(["", "Anna"]),
    description=st.sampled_from(["", "Cuisine"]),
    language=st.sampled_from(["", "fr"]),
    feed_url=st.sampled_from(["", "https://a.example/feed"]),
    followers=counts,
    following=counts,
    posts_count=counts,
    views_total=counts,
    posts=st.sampled_from([(), (Post(url="https://a.example/1"),)]),
)


@given(last=looks, new=looks)
def test_g28_nothing_known_is_lost(last: ProfileStats, new: ProfileStats) -> None:
    kept, events = merge(last, new)
    for name in (*COUNTS, *TEXTS, "posts"):
        if getattr(last, name):
            assert getattr(kept, name)
    for name in COUNTS:
        assert getattr(kept, name) in (getattr(last, name), getattr(new, name))
    for event in events:
        assert getattr(kept, event.field) == event.kept == getattr(last, event.field)
        assert event.seen == getattr(new, event.field)
    if not events:
        assert all(getattr(kept, name) == getattr(new, name) for name in COUNTS if getattr(last, name) is not None)


@given(last=looks, new=looks)
def test_g28_what_is_seen_twice_is_believed(last: ProfileStats, new: ProfileStats) -> None:
    kept, events = merge(last, new)
    suspected = {event.field: event.seen for event in events if event.seen is not None}
    believed, again = merge(kept, new, suspected)
    assert all(event.doubt is Doubt.VANISHED for event in again)
    assert all(getattr(believed, name) == getattr(new, name) for name in suspected)


@pytest.mark.parametrize(
    ("last", "new", "reason"),
    [
        (100_000, 101_000, None),
        (100_000, 150_000, None),
        (100_000, 151_000, Doubt.JUMPED),
        (100_000, 49_000, Doubt.JUMPED),
        (100_000, 0, Doubt.COLLAPSED),
        (4_000_000, 4, Doubt.COLLAPSED),
        (10, 900, None),
        (900, 0, None),
        (900, 5_000, Doubt.JUMPED),
        (0, 5_000, Doubt.JUMPED),
        (0, 0, None),
    ],
)
def test_large_jumps_are_doubted(last: int, new: int, reason: Doubt | None) -> None:
    assert doubt(exact(last), exact(new)) is reason


def test_a_change_within_the_resolution_is_none() -> None:
    assert doubt(about(1_000_000, 999_999), exact(1_999_999)) is None


def test_a_first_look_is_taken_as_it_is() -> None:
    new = stats(followers=exact(5))
    assert merge(None, new) == (new, ())


def test_a_vanished_number_is_kept_and_told() -> None:
    kept, (event,) = merge(stats(followers=exact(5000)), stats(name="Anna"))
    assert kept.followers == exact(5000)
    assert (event.field, event.doubt, event.seen) == ("followers", Doubt.VANISHED, None)
    assert kept.name == "Anna"


def test_the_more_exact_sighting_wins() -> None:
    rounded, precise = about(12_300, 99), exact(12_345)
    assert better(rounded, precise) == better(precise, rounded) == precise
    assert better(None, rounded) == better(rounded, None) == rounded
    assert better(about(12_000, 999), rounded) == rounded
    both = combine(stats(followers=rounded, emails=("a@x.fr",)), stats(followers=precise, emails=("a@x.fr", "b@x.fr")))
    assert both.followers == precise
    assert both.emails == ("a@x.fr", "b@x.fr")
