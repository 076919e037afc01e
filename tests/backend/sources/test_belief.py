from typing import Any

import pytest

from relais.sources.belief import believe
from scrapers.model import Count, Platform, ProfileRef, ProfileStats, Via

REF = ProfileRef(Platform.MASTODON, "camille@example.social", "https://example.social/@camille")


def stats(followers: int | None) -> ProfileStats:
    count = Count(followers, followers, followers, exact=True) if followers is not None else None
    return ProfileStats(REF, Via.OPEN_API, followers=count)


def seen(*looks: int | None) -> list[int | None]:
    """Return what is handed on for each look."""
    counts: dict[str, Any] = {}
    doubted: dict[str, Any] = {}
    told: list[int | None] = []
    for followers in looks:
        belief = believe(stats(followers), counts, doubted)
        counts, doubted = belief.counts, belief.doubted
        told.append(belief.stats.followers.value if belief.stats.followers else None)
    return told


@pytest.mark.parametrize(
    ("looks", "told"),
    [
        ((12_000, 12_400), [12_000, 12_400]),
        ((12_000, 0, 12_100), [12_000, None, 12_100]),
        ((12_000, 90_000, 90_200), [12_000, None, 90_200]),
        ((12_000, 90_000, 300), [12_000, None, None]),
        ((12_000, None, 12_100), [12_000, None, 12_100]),
        ((10, 400), [10, 400]),
        ((-5,), [None]),
        ((10**17,), [None]),
    ],
)
def test_g28_a_wild_number_is_handed_on_only_when_seen_twice(
    looks: tuple[int | None, ...], told: list[int | None]
) -> None:
    assert seen(*looks) == told
