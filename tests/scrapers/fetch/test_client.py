"""What one fetch sends, accepts and refuses."""

import asyncio
import gzip
import threading
import tomllib
import tracemalloc
import zlib
from pathlib import Path

import brotli
import pytest

from scrapers.errors import (
    BlockedError,
    GoneError,
    MalformedError,
    NotFoundError,
    RateLimitedError,
    ScraperError,
    ServerFailedError,
    TooLargeError,
    UnreachableError,
)
from scrapers.fetch.client import Fetcher
from scrapers.fetch.policy import MEGABYTE, Policy
from scrapers.model import Document, Request, Validators
from tests.scrapers.loopback import Answer, Hit, Site, html, open_policy, page_request

pytestmark = pytest.mark.allow_hosts(["127.0.0.1", "127.0.0.2", "127.0.0.3"])


def fetch(request: Request | str, policy: Policy | None = None, validators: Validators | None = None) -> Document:
    async def go() -> Document:
        async with Fetcher(policy or open_policy()) as fetcher:
            asked = page_request(request) if isinstance(request, str) else request
            return await fetcher.fetch(asked, validators)

    return asyncio.run(go())


def test_a_document_carries_what_came(site: Site) -> None:
    site.pages["/a"] = html("<title>é</title>", **{"X-WP-Total": "12"})
    document = fetch(Request(site.url("/a"), "page", headers={"Accept-Language": "en-US"}))
    assert (document.status, document.kind, document.body) == (200, "page", "<title>é</title>".encode())
    assert document.headers["x-wp-total"] == "12"
    assert document.url == document.final_url == site.url("/a")


def test_requests_name_the_sender_and_carry_nothing_else(site: Site) -> None:
    site.pages["/a"] = html("1", **{"Set-Cookie": "id=1; Path=/"})

    async def twice() -> None:
        async with Fetcher(open_policy()) as fetcher:
            for _ in range(2):
                await fetcher.fetch(page_request(site.url("/a")))

    asyncio.run(twice())
    version = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text())["project"]["version"]
    for hit in site.hits:
        assert hit.headers["user-agent"] == f"Relais/{version} (+https://relais.example/bot)"
        assert hit.headers["accept-encoding"] == "gzip, deflate, br"
        assert not {"cookie", "referer", "authorization", "accept-language"} & set(hit.headers)


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(b"hello " * 1000)),
        ("deflate", zlib.compress(b"hello " * 1000)),
        ("br", brotli.compress(b"hello " * 1000)),
        ("identity", b"hello " * 1000),
        ("GZIP", gzip.compress(b"hello " * 1000)),
    ],
    ids=["gzip", "deflate", "br", "identity", "upper case"],  # gzip writes the time: each worker would name its own
)
def test_offered_compressions_are_unpacked(site: Site, encoding: str, packed: bytes) -> None:
    site.pages["/a"] = Answer(packed, headers={"Content-Encoding": encoding})
    assert fetch(site.url("/a")).body == b"hello " * 1000


@pytest.mark.parametrize("encoding", ["gzip, gzip", "gzip,br", "zstd", "compress", "snappy"])
def test_other_and_stacked_compressions_are_refused(site: Site, encoding: str) -> None:
    site.pages["/a"] = Answer(gzip.compress(gzip.compress(b"x")), headers={"Content-Encoding": encoding})
    with pytest.raises(MalformedError):
        fetch(site.url("/a"))


def test_damaged_compression_is_no_answer(site: Site) -> None:
    site.pages["/a"] = Answer(b"\x1f\x8b\x08" + b"\xff" * 200, headers={"Content-Encoding": "gzip"})
    with pytest.raises(UnreachableError):
        fetch(site.url("/a"))


@pytest.mark.parametrize("encoding", ["gzip", "br"])
def test_g23_a_compression_bomb_is_stopped_early_and_cheaply(site: Site, encoding: str) -> None:
    unpacked = 512 * MEGABYTE
    if encoding == "gzip":
        packer = zlib.compressobj(1, zlib.DEFLATED, 31)
        block = bytes(MEGABYTE)
        bomb = b"".join(packer.compress(block) for _ in range(unpacked // MEGABYTE)) + packer.flush()
    else:
        bomb = brotli.compress(bytes(64 * MEGABYTE), quality=1)
    site.pages["/a"] = html("")
    site.pages["/a"] = Answer(bomb, headers={"Content-Type": "text/html", "Content-Encoding": encoding})
    tracemalloc.start()
    try:
        with pytest.raises(TooLargeError):
            fetch(site.url("/a"))
        assert tracemalloc.get_traced_memory()[1] < 64 * MEGABYTE
    finally:
        tracemalloc.stop()


def test_pages_and_feeds_have_their_own_limits(site: Site) -> None:
    policy = open_policy(max_html=1000, max_feed=2000)
    site.pages["/page"] = html("x" * 1001)
    site.pages["/feed"] = Answer("x" * 1001, headers={"Content-Type": "application/rss+xml"})
    site.pages["/large"] = Answer("x" * 2001, headers={"Content-Type": "application/rss+xml"})
    assert len(fetch(site.url("/feed"), policy).body) == 1001
    for path in ("/page", "/large"):
        with pytest.raises(TooLargeError):
            fetch(site.url(path), policy)


@pytest.mark.parametrize(
    ("status", "headers", "error"),
    [
        (401, {}, BlockedError),
        (403, {}, BlockedError),
        (451, {}, BlockedError),
        (404, {}, NotFoundError),
        (410, {}, GoneError),
        (429, {}, RateLimitedError),
        (503, {"Retry-After": "1"}, RateLimitedError),
        (503, {}, ServerFailedError),
        (500, {}, ServerFailedError),
        (400, {}, MalformedError),
        (418, {}, MalformedError),
        (302, {}, MalformedError),
        (302, {"Location": "http://[bad"}, MalformedError),
        (304, {}, MalformedError),
        (403, {"cf-mitigated": "challenge"}, BlockedError),
        (503, {"cf-mitigated": "challenge", "Retry-After": "5"}, BlockedError),
    ],
)
def test_statuses_become_errors(site: Site, status: int, headers: dict[str, str], error: type[ScraperError]) -> None:
    site.pages["/a"] = Answer(status=status, headers=headers)
    with pytest.raises(error) as raised:
        fetch(site.url("/a"))
    assert type(raised.value) is error
    assert str(raised.value)


@pytest.mark.parametrize("status", [200, 202, 403, 503])
def test_a_check_for_robots_is_recorded_as_a_block(site: Site, status: int) -> None:
    site.pages["/a"] = Answer(
        "<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>",
        status=status,
        headers={"Content-Type": "text/html"},
    )
    with pytest.raises(BlockedError):
        fetch(site.url("/a"))


def test_an_article_about_captchas_is_no_check(site: Site) -> None:
    site.pages["/a"] = html("<title>How just a moment... became a meme</title>" + "<p>text</p>" * 5000)
    assert fetch(site.url("/a")).status == 200


def test_an_adapter_may_read_an_error_itself(site: Site) -> None:
    site.pages["/a"] = Answer('{"error":"InvalidRequest"}', status=400)
    assert fetch(page_request(site.url("/a"), answers=frozenset({400}))).status == 400


def test_redirects_are_followed_up_to_the_limit(site: Site) -> None:
    for number in range(7):
        site.pages[f"/{number}"] = Answer(status=301, headers={"Location": f"{number + 1}"})
    site.pages["/5"] = html("end")
    document = fetch(site.url("/0"))
    assert (document.body, document.final_url, document.url) == (b"end", site.url("/5"), site.url("/0"))
    site.pages["/5"] = Answer(status=301, headers={"Location": "/6"})
    with pytest.raises(MalformedError):
        fetch(site.url("/0"))


def test_no_secret_crosses_to_another_site(site: Site) -> None:
    with Site("127.0.0.2") as other:
        other.pages["/b"] = html("b")
        site.pages["/a"] = Answer(status=302, headers={"Location": "/c"})
        site.pages["/c"] = Answer(status=302, headers={"Location": other.url("/b")})
        secrets = {"X-Goog-Api-Key": "k", "Authorization": "Bearer t", "Accept-Language": "en-US"}
        fetch(page_request(site.url("/a"), headers=secrets), validators=Validators('"e"', ""))
        assert [hit.headers["x-goog-api-key"] for hit in site.hits if hit.path != "/robots.txt"] == ["k", "k"]
        carried = other.hits[-1].headers
        assert carried["accept-language"] == "en-US"
        assert not {"x-goog-api-key", "authorization", "if-none-match"} & set(carried)


def test_validators_go_back_byte_for_byte(site: Site) -> None:
    validators = Validators('W/"a,b; c"', "Tue, 5 Mar 2024 10:00:00 +0100")
    site.pages["/a"] = lambda hit: Answer(
        status=304 if hit.headers.get("if-none-match") == validators.etag else 200, headers={"ETag": validators.etag}
    )
    document = fetch(site.url("/a"), validators=validators)
    assert document.not_modified
    assert document.body == b""
    assert site.hits[-1].headers["if-modified-since"] == validators.last_modified
    assert not fetch(site.url("/a")).not_modified
    assert "if-none-match" not in site.hits[-1].headers


def test_nobody_listening_and_a_server_that_says_nothing_read_the_same(site: Site) -> None:

    release = threading.Event()

    def silent(_hit: Hit) -> Answer:
        release.wait(10)
        return Answer("late")

    site.pages["/a"] = silent
    texts = set()
    with Site("127.0.0.3") as gone:
        closed = gone.url("/")
    for url in (site.url("/a"), closed):
        with pytest.raises(UnreachableError) as raised:
            fetch(page_request(url, obey_robots=False), open_policy(total_timeout=0.3))
        texts.add(str(raised.value))
    release.set()
    assert len(texts) == 1


def test_a_fetcher_is_used_inside_async_with(site: Site) -> None:
    with pytest.raises(RuntimeError):
        asyncio.run(Fetcher(open_policy()).fetch(page_request(site.url(), obey_robots=False)))
