"""One HTTP exchange: bytes out, bytes in, and every way it can fail turned into a ScraperError."""

import asyncio
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from types import TracebackType
from typing import Self

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from scrapers.errors import MalformedError, UnreachableError, UnsafeAddressError
from scrapers.fetch.body import check_encoding, read_body, size_limit
from scrapers.fetch.policy import Policy
from scrapers.fetch.safety import REFUSAL, RefusedAddressError, guarded_socket

REDIRECTS = frozenset({301, 302, 303, 307, 308})
#: Real sites send security headers longer than the 8 KiB aiohttp allows.
MAX_HEADER = 64 * 1024
#: One text for refused, closed, filtered and silent ports alike.
NO_ANSWER = "The site did not answer."


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers (lower-case names) and decompressed body of one exchange."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""


@dataclass(slots=True)
class Budget:
    """The seconds left for one document; only time spent on the wire is charged."""

    left: float

    @contextmanager
    def charged(self) -> Iterator[float]:
        """Yield what is left and charge what the block takes."""
        started = time.monotonic()
        try:
            yield max(0.01, self.left)
        finally:
            self.left -= time.monotonic() - started


class Transport:
    """Asynchronous context manager over one aiohttp session without cookies, proxies and redirects."""

    def __init__(self, policy: Policy, resolver: AbstractResolver | None = None) -> None:
        self._policy = policy
        self._resolver = resolver
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        connector = aiohttp.TCPConnector(
            limit=self._policy.max_connections,
            socket_factory=guarded_socket(self._policy.allow_nets),
            resolver=self._resolver,
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,
            headers={"User-Agent": self._policy.agent(), "Accept-Encoding": "gzip, deflate, br"},
            max_line_size=MAX_HEADER,
            max_field_size=MAX_HEADER,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def get(self, url: URL, headers: Mapping[str, str], budget: Budget, *, limit: int | None = None) -> Answer:
        """Make one GET. With `limit`, a longer body is cut there; else the policy's limit is an error."""
        if self._session is None:
            raise RuntimeError("A Fetcher is used inside `async with`.")
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=self._policy.connect_timeout)
        try:
            with budget.charged() as seconds:
                async with (
                    asyncio.timeout(seconds),
                    self._session.get(url, headers=headers, allow_redirects=False, timeout=timeout) as response,
                ):
                    return await self._read(response, limit)
        except RefusedAddressError as error:
            raise UnsafeAddressError(REFUSAL) from error
        except aiohttp.ClientConnectorError as error:
            if isinstance(error.os_error, RefusedAddressError):
                raise UnsafeAddressError(REFUSAL) from error
            raise UnreachableError(NO_ANSWER) from error
        except (aiohttp.InvalidURL, aiohttp.ContentTypeError) as error:
            raise MalformedError("The address cannot be asked for.") from error
        except aiohttp.ClientPayloadError as error:
            raise UnreachableError("The answer broke off or cannot be decompressed.") from error
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise UnreachableError(NO_ANSWER) from error

    async def _read(self, response: aiohttp.ClientResponse, limit: int | None) -> Answer:
        headers: dict[str, str] = {}
        for name, value in response.headers.items():
            headers.setdefault(name.lower(), value)
        if response.status in {HTTPStatus.NOT_MODIFIED, *REDIRECTS}:
            response.close()
            return Answer(response.status, headers)
        check_encoding(headers)
        cut = limit is not None
        body = await read_body(response, limit or size_limit(headers, self._policy), cut=cut)
        return Answer(response.status, headers, body)
