"""Look at a channel: make the requests its adapter plans and add up what they tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from yarl import URL

from scrapers import article, urls
from scrapers.errors import KeyRequiredError, MalformedError, ManualOnlyError, RateLimitedError, ScraperError
from scrapers.fetch.auth import KeyRing, Keys
from scrapers.fetch.client import Fetcher
from scrapers.health import combine
from scrapers.model import (
    Article,
    Document,
    Outcome,
    Platform,
    ProfileRef,
    ProfileStats,
    Reading,
    Request,
    Validators,
    Via,
)
from scrapers.registry import Adapter, adapter_for, identify

#: No channel is worth more requests than this in one look.
MAX_REQUESTS = 12

MANUAL_ONLY = "Relais does not refresh {platform} channels by itself. Type the numbers or import them."


async def refresh(
    ref: ProfileRef,
    fetcher: Fetcher,
    keys: KeyRing | None = None,
    validators: Mapping[str, Validators] | None = None,
) -> Outcome:
    """Look at a known channel. `validators` are those of the last Outcome.

    Never raises a ScraperError: it becomes the Outcome's error. Everything else propagates.
    """
    adapter = adapter_for(ref.platform)
    if adapter is None:
        return _failed(Outcome(ref), ManualOnlyError(MANUAL_ONLY.format(platform=ref.platform)))
    walk = Walk(ref, fetcher, validators or {})
    await walk.read(adapter, adapter.plan(ref, keys or Keys()))
    return _outcome(walk)


async def look(url: str, fetcher: Fetcher, keys: KeyRing | None = None) -> ProfileStats:
    """Look at an address for the first time: which channel it is and what it tells about its owner.

    On a platform that Relais does not read, the address itself is all there is: `stats.via` is HAND.
    Raises a ScraperError with a sentence for the person who typed the address.
    """
    ref = _as_typed(identify(url), url)
    adapter = adapter_for(ref.platform)
    if adapter is None:
        return ProfileStats(ref=ref, via=Via.HAND, name=ref.handle)
    walk = Walk(ref, fetcher)
    await walk.read(adapter, adapter.plan(ref, keys or Keys()))
    if walk.stats is None:
        raise walk.failure()
    landed = urls.identify(walk.landed_at) if ref.platform is Platform.BLOG else None
    # A short link, or a site that has become a profile.
    return await look(landed.url, fetcher, keys) if landed is not None else walk.stats


def _as_typed(ref: ProfileRef, url: str) -> ProfileRef:
    """Return a blog with its address as somebody typed it: some servers insist on the slash at the end."""
    typed = urls.normalise(urls.unwrap(url)) if ref.platform is Platform.BLOG else ref.url
    return replace(ref, url=typed) if typed.rstrip("/") == ref.url.rstrip("/") else ref


async def read_article(url: str, fetcher: Fetcher) -> Article:
    """Read the page of one published piece. Raises a ScraperError when there is no page to read."""
    document = await fetcher.fetch(Request(url=url, kind="article", headers=article.HEADERS))
    return article.read(document)


def _outcome(walk: "Walk") -> Outcome:
    done = Outcome(walk.ref, validators=walk.validators, requests=len(walk.asked))
    if walk.stats is not None:
        if walk.missing is None:
            return replace(done, stats=walk.stats)
        return replace(done, stats=walk.stats, partial_code=walk.missing.code, partial_detail=str(walk.missing))
    return replace(done, not_modified=True) if walk.unchanged else _failed(done, walk.failure())


def _failed(done: Outcome, error: ScraperError) -> Outcome:
    return replace(
        done,
        error_code=error.code,
        error_detail=str(error),
        transient=error.transient,
        retry_after=error.retry_after if isinstance(error, RateLimitedError) else None,
    )


@dataclass(slots=True)
class Walk:
    """One look in progress: what was asked, what it told, what went wrong."""

    ref: ProfileRef
    fetcher: Fetcher
    known: Mapping[str, Validators] = field(default_factory=dict)
    stats: ProfileStats | None = None
    #: Something asked for has not changed since the last look.
    unchanged: bool = False
    #: Why a part is missing although the rest was read.
    missing: ScraperError | None = None
    errors: list[ScraperError] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    answered: set[str] = field(default_factory=set)
    validators: dict[str, Validators] = field(default_factory=dict)
    landed_at: str = ""

    async def read(self, adapter: Adapter, plan: Sequence[Request]) -> None:
        """Try the alternatives in order, and what they ask to follow, until one is complete."""
        failures: list[ScraperError] = []
        for request in plan:
            if request.url in self.answered:
                return
            if request.url in self.asked or len(self.asked) >= MAX_REQUESTS:
                continue
            self.asked.add(request.url)
            try:
                document = await self._fetch(request)
                reading = None if document.not_modified else self._parse(adapter, request, document)
            except ScraperError as error:
                failures.append(error)
                continue
            if reading is None:
                self.unchanged = True
                return
            self.answered.add(request.url)
            self.landed_at = self.landed_at or document.final_url
            self.stats = combine(self.stats, reading.stats) if self.stats is not None else reading.stats
            await self.read(adapter, [_with_credentials(request, follow) for follow in reading.follow])
            if reading.complete:
                return
        self.errors += failures
        if failures and self.missing is None:
            self.missing = failures[0]

    def _parse(self, adapter: Adapter, request: Request, document: Document) -> Reading:
        try:
            return adapter.parse(document, self.ref)
        except RateLimitedError as error:
            # Said in the body, so only the adapter could tell.
            error.retry_after = self.fetcher.pause(request.url, error.retry_after)
            raise

    async def _fetch(self, request: Request) -> Document:
        document = await self.fetcher.fetch(request, self.known.get(request.url))
        if document.not_modified:
            self.validators[request.url] = self.known[request.url]
        etag, modified = document.headers.get("etag", ""), document.headers.get("last-modified", "")
        if etag or modified:
            self.validators[request.url] = Validators(etag, modified)
        return document

    def failure(self) -> ScraperError:
        """Return the error that stands for the whole look: what waiting or a better key mends, else the last one."""
        kinds = (RateLimitedError, KeyRequiredError)
        telling = (error for kind in kinds for error in self.errors if isinstance(error, kind))
        last = self.errors[-1] if self.errors else MalformedError("Nothing was found that tells about this channel.")
        return next(telling, last)


def _with_credentials(request: Request, follow: Request) -> Request:
    """Return `follow` with the headers of the request it follows, when both go to the same origin."""
    same = URL(request.url).origin() == URL(follow.url).origin()
    return replace(follow, headers={**request.headers, **follow.headers}) if same else follow
