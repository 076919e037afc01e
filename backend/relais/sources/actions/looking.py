"""A look at an address while somebody waits for it."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from relais.sources import fetching
from relais.sources.errors import LookError, UnrecognisedUrlError
from scrapers import registry, run
from scrapers.errors import ScraperError, UnknownAddressError
from scrapers.fetch.client import Fetcher
from scrapers.model import Article, ProfileRef, ProfileStats

Found = TypeVar("Found")


def identify(*, url: str) -> ProfileRef:
    """Return the channel an address names, without looking at it.

    Raises:
        UnrecognisedUrlError: the text is no web address.
    """
    try:
        return registry.identify(url)
    except UnknownAddressError as error:
        raise UnrecognisedUrlError from error


def look(*, url: str) -> ProfileStats:
    """Return what the address tells about a channel and its owner, right now.

    Raises:
        UnrecognisedUrlError: the text is no web address.
        LookError: it could not be read; in words.
    """
    identify(url=url)
    return _now(lambda fetcher: run.look(url, fetcher, fetching.keys()))


def read_article(*, url: str) -> Article:
    """Return what the page of one publication says about itself.

    Raises:
        UnrecognisedUrlError: the text is no web address.
        LookError: it could not be read; in words.
    """
    identify(url=url)
    return _now(lambda fetcher: run.read_article(url, fetcher))


def _now(job: Callable[[Fetcher], Awaitable[Found]]) -> Found:
    async def fetch() -> Found:
        async with fetching.fetcher() as fetcher:
            return await job(fetcher)

    try:
        return asyncio.run(fetch())
    except ScraperError as error:
        raise LookError(error.code) from error
