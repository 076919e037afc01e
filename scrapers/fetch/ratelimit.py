"""Whose turn it is: few connections per site, a pause between two requests, and patience when asked."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from random import SystemRandom

from scrapers.errors import RateLimitedError

#: First pause after a refusal without Retry-After; doubles with every further one.
FIRST_BACKOFF = 60.0

_random = SystemRandom()


def retry_after_seconds(value: str, now: datetime | None = None) -> float | None:
    """Return the seconds a Retry-After header asks for (a number or an HTTP date), None when unreadable."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        when = parsedate_to_datetime(value)
    except ValueError:
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return max(0.0, (when - (now or datetime.now(UTC))).total_seconds())


@dataclass(slots=True)
class _Site:
    next_at: float = 0.0
    paused_until: float = 0.0
    refusals: int = 0


@dataclass(slots=True)
class Pace:
    """What is remembered about each site between batches; plain data, so any event loop may use it."""

    sites: dict[str, _Site] = field(default_factory=dict)

    def pause(self, site: str, seconds: float | None, longest: float) -> float:
        """Leave the whole site alone: `seconds` as it asked, else a growing random time. Return the pause."""
        state = self.sites.setdefault(site, _Site())
        state.refusals += 1
        if seconds is None:
            ceiling = FIRST_BACKOFF * 2 ** min(state.refusals, 11)
            seconds = _random.uniform(FIRST_BACKOFF, ceiling)
        seconds = min(seconds, longest)
        state.paused_until = max(state.paused_until, time.monotonic() + seconds)
        return seconds

    def succeeded(self, site: str) -> None:
        """Forget earlier refusals."""
        if site in self.sites:
            self.sites[site].refusals = 0

    def paused_for(self, site: str) -> float:
        """Return the seconds the site still wants to be left alone."""
        state = self.sites.get(site)
        return max(0.0, state.paused_until - time.monotonic()) if state else 0.0


class Turns:
    """Hands out turns within one event loop; `pace` carries the pauses over from earlier ones."""

    def __init__(self, pace: Pace, *, max_wait: float) -> None:
        self._pace = pace
        self._max_wait = max_wait
        self._slots: dict[str, asyncio.Semaphore] = {}

    @asynccontextmanager
    async def turn(self, site: str, *, slots: int, delay: float, jitter: float) -> AsyncIterator[None]:
        """Wait for a free slot and the end of the pause. Raises RateLimitedError when that is too far away."""
        slot = self._slots.setdefault(site, asyncio.Semaphore(slots))
        async with slot:
            state = self._pace.sites.setdefault(site, _Site())
            patience = self._pace.paused_for(site)
            if patience > self._max_wait:
                raise RateLimitedError(
                    "The site asked for a pause; nothing is sent to it until then.", retry_after=patience
                )
            begin = max(time.monotonic() + patience, state.next_at)
            gap = delay + (_random.uniform(0, jitter) if delay else 0.0)
            state.next_at = begin + gap
            await asyncio.sleep(max(0.0, begin - time.monotonic()))
            started = time.monotonic()
            try:
                yield
            finally:
                if delay:
                    # A slow server gets as long a rest as it needed to answer.
                    spent = time.monotonic() - started
                    state.next_at = max(state.next_at, started + spent + max(gap, spent))
