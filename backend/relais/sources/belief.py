"""Which fetched numbers are believed: a wild jump only when it is seen twice. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from scrapers.health import COUNTS, doubt
from scrapers.model import Count, ProfileStats

#: A count as stored: value, low, high.
Stored = Mapping[str, list[int]]
#: No public count is larger; the column ends at 2^63.
COUNT_MAX = 10**15


@dataclass(frozen=True, slots=True)
class Belief:
    """What to hand on, and what to remember for the next look."""

    stats: ProfileStats
    counts: dict[str, list[int]]
    doubted: dict[str, list[int]]


def believe(stats: ProfileStats, counts: Stored, doubted: Stored) -> Belief:
    """Compare a look with the last believed numbers; a doubted one becomes None in `stats`.

    Args:
        stats: what the look told.
        counts: last believed numbers by field.
        doubted: numbers not believed last time by field; said again, they are believed.
    """
    kept, suspected = dict(counts), dict[str, list[int]]()
    dropped: dict[str, Any] = {}
    for name in COUNTS:
        new: Count | None = getattr(stats, name)
        if new is None:
            continue
        last = counts.get(name)
        impossible = not 0 <= new.low <= new.value <= new.high <= COUNT_MAX
        if impossible or (last and doubt(_count(last), new, _count(doubted[name]) if name in doubted else None)):
            dropped[name] = None
            if not impossible:
                suspected[name] = [new.value, new.low, new.high]
        else:
            kept[name] = [new.value, new.low, new.high]
    return Belief(replace(stats, **dropped), kept, suspected)


def _count(stored: list[int]) -> Count:
    value, low, high = stored
    return Count(value, low, high, exact=low == high)
