"""A web site on loopback whose pages a test writes, and which remembers who asked for what."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network
from types import TracebackType
from typing import Self

from scrapers.fetch.policy import Policy
from scrapers.model import Document, Request

LOOPBACK = (ip_network("127.0.0.0/8"),)


def open_policy(**changes: object) -> Policy:
    """The limits of production, loopback allowed, no waiting between requests."""
    return Policy(**{"allow_nets": LOOPBACK, "jitter": 0.0, "contact_url": "https://relais.example/bot", **changes})  # type: ignore[arg-type]


@dataclass(frozen=True)
class Answer:
    body: bytes | str = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)

    def raw(self) -> bytes:
        return self.body.encode() if isinstance(self.body, str) else self.body


@dataclass(frozen=True)
class Hit:
    path: str
    headers: Mapping[str, str]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up early is part of the tests."""


class Site:
    """`site.pages["/a"] = Answer(...)`, or a function of the Hit; anything else is 404."""

    def __init__(self, address: str = "127.0.0.1") -> None:
        self.pages: dict[str, Answer | Callable[[Hit], Answer]] = {}
        self.hits: list[Hit] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                hit = Hit(self.path, {name.lower(): value for name, value in self.headers.items()})
                site.hits.append(hit)
                page = site.pages.get(self.path) or site.pages.get(self.path.partition("?")[0]) or Answer(status=404)
                answer = page(hit) if callable(page) else page
                body = answer.raw()
                self.send_response_only(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                if answer.status != 304:
                    self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name it is called by)
                pass

        self._server = _Server((address, 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self.address = address
        self.port: int = self._server.server_address[1]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def base(self) -> str:
        return f"http://{self.address}:{self.port}"

    def url(self, path: str = "/") -> str:
        return f"{self.base}{path}"

    @property
    def paths(self) -> list[str]:
        """What was asked for, robots.txt left out."""
        return [hit.path for hit in self.hits if hit.path != "/robots.txt"]


def page_request(url: str, **changes: object) -> Request:
    return Request(url, "page", **changes)  # type: ignore[arg-type]


def html(body: str, **headers: str) -> Answer:
    return Answer(body, headers={"Content-Type": "text/html; charset=utf-8", **headers})


def document(body: bytes | str, kind: str, url: str = "https://example.org/", **headers: str) -> Document:
    """A document as a Fetcher returns it, for parsers that need no network."""
    raw = body.encode() if isinstance(body, str) else body
    lower = {name.lower().replace("_", "-"): value for name, value in headers.items()}
    return Document(url, url, 200, lower, raw, datetime.now(UTC), kind)
