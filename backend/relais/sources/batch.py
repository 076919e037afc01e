"""One batch: its sources fetched in one event loop, their results written as they come.

The loop runs in a thread of its own; the database is spoken to from the calling thread, which owns the connection.
"""

import asyncio
import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from asgiref.sync import async_to_sync, sync_to_async
from django.db import DataError

from relais.kit import clock
from relais.sources import fetching, rules
from relais.sources.actions import leasing, results
from relais.sources.actions.leasing import Lease, Leased
from relais.sources.actions.results import Finished
from relais.sources.stopping import stopping
from scrapers import run
from scrapers.fetch.client import Fetcher
from scrapers.model import Outcome, ProfileRef

logger = logging.getLogger(__name__)

#: Results are written when there are so many, or when the first has waited so many seconds.
GROUP = 50
GROUP_SECONDS = 1.0
#: What is not done by then is given back: slow hosts must not keep a worker from the rest.
BATCH_SECONDS = 240.0


def refresh(lease: Lease) -> None:
    """Fetch every source of the lease and write what they told. Returns early when the worker is to stop."""
    async_to_sync(_Batch(lease).drive)()


@dataclass(slots=True)
class _Batch:
    lease: Lease
    began: float = field(default_factory=time.monotonic)
    renewed: float = field(default_factory=time.monotonic)

    async def drive(self) -> None:
        async with fetching.fetcher() as fetcher:
            looks = {
                asyncio.create_task(run.refresh(one.ref, fetcher, fetching.keys(), one.validators)): one
                for one in self.lease.sources
            }
            try:
                await self._collect(looks)
            finally:
                for look in looks:
                    look.cancel()
                await asyncio.gather(*looks, return_exceptions=True)

    async def _collect(self, looks: dict[asyncio.Task[Outcome], Leased]) -> None:
        """Write results in groups until all are there, time is up, or the worker stops."""
        waiting = set(looks)
        while waiting and not stopping() and time.monotonic() - self.began < BATCH_SECONDS:
            group: list[Finished] = []
            until = time.monotonic() + GROUP_SECONDS
            while waiting and len(group) < GROUP and (left := until - time.monotonic()) > 0:
                done, waiting = await asyncio.wait(waiting, timeout=left, return_when=asyncio.FIRST_COMPLETED)
                group += [_finished(looks[look], look) for look in done]
            await self._write(group)

    async def _write(self, group: Sequence[Finished]) -> None:
        if group:
            await sync_to_async(self._keep)(group)
        if time.monotonic() - self.renewed > rules.LEASE.total_seconds() / 4:
            await sync_to_async(leasing.renew)(token=self.lease.token)
            self.renewed = time.monotonic()

    def _keep(self, group: Sequence[Finished]) -> None:
        """Write the group; when the database refuses a value in it, find the look it came from and fail that alone."""
        try:
            results.keep(token=self.lease.token, finished=group)
        except DataError as error:
            if len(group) > 1:
                for one in group:
                    self._keep([one])
                return
            logger.exception("What %s told cannot be stored", group[0].outcome.ref.url)
            failed = replace(group[0], outcome=_unforeseen(group[0].outcome.ref, error))
            results.keep(token=self.lease.token, finished=[failed])


async def _look(leased: Leased, fetcher: Fetcher) -> Outcome:
    return await run.refresh(leased.ref, fetcher, fetching.keys(), leased.validators)


def _finished(leased: Leased, look: asyncio.Task[Outcome]) -> Finished:
    """Return the look's outcome; one that ended in a mistake of ours fails alone, and is logged."""
    error = look.exception()
    if error is None:
        return Finished(leased.id, look.result(), clock.now())
    logger.error("Looking at %s failed in an unforeseen way", leased.ref.url, exc_info=error)
    return Finished(leased.id, _unforeseen(leased.ref, error), clock.now())


def _unforeseen(ref: ProfileRef, error: BaseException) -> Outcome:
    return Outcome(ref, error_code="unexpected", error_detail=type(error).__name__, transient=True)
