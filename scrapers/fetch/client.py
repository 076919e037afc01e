"""The HTTP client of everything Relais reads: safe, polite and bounded."""

import asyncio
from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus
from types import TracebackType
from typing import Self

from aiohttp.abc import AbstractResolver
from yarl import URL

from scrapers.errors import (
    MalformedError,
    RateLimitedError,
    RobotsDisallowedError,
    ScraperError,
    ServerFailedError,
    UnreachableError,
)
from scrapers.fetch.breaker import Breakers
from scrapers.fetch.policy import Policy
from scrapers.fetch.ratelimit import Pace, Turns
from scrapers.fetch.robots import ALLOW_ALL, RobotsCache, Rules
from scrapers.fetch.safety import check_url
from scrapers.fetch.sites import is_local, origin_of, site_of
from scrapers.fetch.status import status_error
from scrapers.fetch.transport import REDIRECTS, Answer, Budget, Transport
from scrapers.model import Document, Request, Validators

#: The only headers a redirect to another site may carry along.
_HARMLESS = frozenset({"accept", "accept-language"})


@dataclass(slots=True)
class Memory:
    """What is known about hosts. Give the same one to every Fetcher of a process."""

    breakers: Breakers
    pace: Pace = field(default_factory=Pace)
    robots: RobotsCache = field(default_factory=RobotsCache)

    @classmethod
    def for_policy(cls, policy: Policy) -> "Memory":
        """Return an empty memory with the policy's limits."""
        return cls(Breakers(limit=policy.breaker_failures, pause=policy.breaker_pause))


class Fetcher:
    """Asynchronous context manager over one HTTP session.

    `memory` carries robots rules, pauses and open circuits over from earlier Fetchers; `resolver`
    replaces name resolution in tests. Addresses are checked at the socket either way.
    """

    def __init__(
        self, policy: Policy, *, memory: Memory | None = None, resolver: AbstractResolver | None = None
    ) -> None:
        self.policy = policy
        self._memory = memory or Memory.for_policy(policy)
        self._transport = Transport(policy, resolver)
        self._turns = Turns(self._memory.pace, max_wait=policy.max_wait)
        self._robots_locks: dict[str, asyncio.Lock] = {}

    async def __aenter__(self) -> Self:
        await self._transport.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._transport.__aexit__(kind, error, trace)

    async def fetch(self, request: Request, validators: Validators | None = None) -> Document:
        """Return the document, or one marked `not_modified` when `validators` still hold.

        Follows redirects, each checked like the first address. Raises a ScraperError for everything
        that is not a document to read, except the statuses in `request.answers`.
        """
        headers = {**request.headers, **_conditions(validators)}
        budget = Budget(self.policy.total_timeout)
        url = check_url(request.url, self.policy.allow_nets)
        for _ in range(self.policy.max_redirects + 1):
            crawl_delay = await self._ask_robots(url) if request.obey_robots else 0.0
            answer = await self._visit(url, headers, budget, request, crawl_delay)
            if answer.status not in REDIRECTS:
                if answer.status == HTTPStatus.NOT_MODIFIED and validators is None:
                    raise MalformedError("The site says nothing changed, although nothing was known.")
                return _document(request, url, answer)
            target = self._redirect_target(url, answer)
            if site_of(target) != site_of(url):
                headers = {name: value for name, value in headers.items() if name.lower() in _HARMLESS}
            url = target
        raise MalformedError(f"The address leads through more than {self.policy.max_redirects} redirects.")

    def pause(self, url: str, seconds: float | None = None) -> float:
        """Leave the site of `url` alone for `seconds`, or for a growing time. Return how long."""
        return self._memory.pace.pause(site_of(URL(url)), seconds, self.policy.max_pause)

    async def _visit(
        self, url: URL, headers: Mapping[str, str], budget: Budget, request: Request, crawl_delay: float
    ) -> Answer:
        """Make one request in its turn, and keep the host's books."""
        host, site = url.authority, site_of(url)
        breakers, pace = self._memory.breakers, self._memory.pace
        breakers.before(host)
        try:
            async with self._turn(url, api=not request.obey_robots, crawl_delay=crawl_delay):
                answer = await self._transport.get(url, headers, budget)
                error = _error_of(answer, request)
                if isinstance(error, RateLimitedError):
                    error.retry_after = pace.pause(site, error.retry_after, self.policy.max_pause)
        except UnreachableError:
            breakers.failed(host)
            raise
        except BaseException:
            breakers.undecided(host)
            raise
        if error is not None:
            breakers.judge(host, error)
            raise error
        pace.succeeded(site)
        breakers.succeeded(host)
        return answer

    def _turn(self, url: URL, *, api: bool, crawl_delay: float = 0.0) -> AbstractAsyncContextManager[None]:
        policy = self.policy
        local = is_local(url, policy.allow_nets)
        delay = policy.local_delay if local else policy.api_delay if api else policy.delay
        return self._turns.turn(
            site_of(url),
            slots=policy.local_per_host if local else policy.per_host,
            delay=max(delay, crawl_delay),
            jitter=policy.jitter,
        )

    def _redirect_target(self, url: URL, answer: Answer) -> URL:
        location = answer.headers.get("location", "").strip()
        if not location:
            raise MalformedError("The site redirects without saying where to.")
        try:
            target = url.join(URL(location))
        except ValueError as error:
            raise MalformedError("The site redirects to something that is no address.") from error
        return check_url(str(target.with_fragment(None)), self.policy.allow_nets)

    async def _ask_robots(self, url: URL) -> float:
        """Return the crawl delay to honour. Raises when the page may not be fetched."""
        origin = origin_of(url)
        rules = self._memory.robots.fresh(origin)
        if rules is None:
            async with self._robots_locks.setdefault(origin, asyncio.Lock()):
                rules = self._memory.robots.fresh(origin) or await self._read_robots(url, origin)
        token = self.policy.robots_token()
        if rules.refusal is not None:
            raise type(rules.refusal)(str(rules.refusal))
        if not rules.allows(str(url), token):
            raise RobotsDisallowedError("The site's robots.txt does not allow this page.")
        return rules.crawl_delay(token, self.policy.max_crawl_delay)

    async def _read_robots(self, url: URL, origin: str) -> Rules:
        robots, policy = self._memory.robots, self.policy
        budget = Budget(policy.total_timeout)
        target = url.origin() / "robots.txt"
        try:
            for _ in range(policy.max_redirects + 1):
                async with self._turn(target, api=False):
                    answer = await self._transport.get(target, {}, budget, limit=policy.max_robots)
                if answer.status not in REDIRECTS:
                    break
                target = self._redirect_target(target, answer)
        except (UnreachableError, MalformedError) as error:
            return robots.store_failure(origin, error, policy)
        if answer.status == HTTPStatus.TOO_MANY_REQUESTS or answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            reason = ServerFailedError(f"robots.txt cannot be read (HTTP {answer.status}), so nothing is fetched.")
            return robots.store_failure(origin, reason, policy)
        text = answer.body.decode("utf-8-sig", "replace") if answer.status == HTTPStatus.OK else ALLOW_ALL
        return robots.store(origin, text, policy)


def _conditions(validators: Validators | None) -> dict[str, str]:
    """Return the conditional headers, byte for byte as the site gave them."""
    headers = {}
    if validators is not None and validators.etag:
        headers["If-None-Match"] = validators.etag
    if validators is not None and validators.last_modified:
        headers["If-Modified-Since"] = validators.last_modified
    return headers


def _error_of(answer: Answer, request: Request) -> ScraperError | None:
    if answer.status in {HTTPStatus.NOT_MODIFIED, *REDIRECTS, *request.answers}:
        return None
    return status_error(answer.status, answer.headers, answer.body)


def _document(request: Request, final_url: URL, answer: Answer) -> Document:
    return Document(
        url=request.url,
        final_url=str(final_url),
        status=answer.status,
        headers=answer.headers,
        body=answer.body,
        fetched_at=datetime.now(UTC),
        kind=request.kind,
        not_modified=answer.status == HTTPStatus.NOT_MODIFIED,
    )
