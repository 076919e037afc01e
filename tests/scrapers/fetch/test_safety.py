"""Guarantee 26: Relais reaches public web addresses and nothing else, whatever the spelling or the detour."""

import asyncio
import socket
from ipaddress import ip_address, ip_network
from typing import Any

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from scrapers.errors import UnreachableError, UnsafeAddressError
from scrapers.fetch.client import Fetcher
from scrapers.fetch.policy import Policy
from scrapers.fetch.safety import check_url, guarded_socket, is_allowed, is_public
from scrapers.model import Document
from tests.scrapers.loopback import LOOPBACK, Answer, Site, html, open_policy, page_request

# ruff: noqa: S104 (addresses to refuse, not to listen on)
# The test's own guard must not be what stops us.
pytestmark = pytest.mark.allow_hosts(["127.0.0.1", "127.0.0.2", "169.254.169.254", "::1", "0.0.0.0"])

OTHER_NET = (ip_network("192.0.2.0/24"),)

LOOPBACK_SPELLINGS = [
    "127.0.0.1",
    "localhost",
    "2130706433",
    "0x7f.0.0.1",
    "0x7f000001",
    "0177.0.0.1",
    "127.1",
    "127.0.1",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "0.0.0.0",
    "0",
    "[::]",
    "127.127.127.127",
    "１２７.０.０.１",
    "①②⑦.⓪.⓪.①",
    "127。0。0。1",
    "127.0.0.1.",
    "LOCALHOST",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
    "[::127.0.0.1]",
]

REFUSED_ADDRESSES = [
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "192.0.0.8",
    "198.18.0.1",
    "203.0.113.5",
    "224.0.0.1",
    "239.1.1.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:10.0.0.1",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1",
    "2002:7f00:1::",
    "2002:a00:1::",
    "2001:0:7f00:1::80ff:fffe",
    "fe80::1",
    "fec0::1",
    "fc00::1",
    "fd12:3456::1",
    "ff02::1",
    "2001:db8::1",
    "100::1",
    "5f00::1",
    "3fff::1",
]

REFUSED_URLS = [
    "ftp://example.org/",
    "file:///etc/passwd",
    "gopher://example.org/",
    "javascript:alert(1)",
    "data:text/html,x",
    "//example.org/",
    "example.org",
    "",
    "http://",
    "http:///x",
    "http://user@example.org/",
    "http://user:secret@example.org/",
    "http://@example.org/",
    "http://example.org:22/",
    "http://example.org:8080/",
    "http://example.org:0/",
    "http://example.org:99999/",
    "http://example.org\\@127.0.0.1/",
    "http://exa mple.org/",
    "http://example.org/\r\nHost: evil",
    "http://example.org/\x00",
    "http://[::1",
    "http://10.0.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[fd00:ec2::254]/",
]


async def fetch(url: str, policy: Policy, resolver: AbstractResolver | None = None) -> Document:
    async with Fetcher(policy, resolver=resolver) as fetcher:
        return await fetcher.fetch(page_request(url))


class Resolver(AbstractResolver):
    """Answers each question with the next address of its list."""

    def __init__(self, *addresses: str) -> None:
        self.addresses = list(addresses)
        self.asked = 0

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_INET,
    ) -> list[ResolveResult]:
        address = self.addresses[min(self.asked, len(self.addresses) - 1)]
        self.asked += 1
        return [ResolveResult(hostname=host, host=address, port=port, family=socket.AF_INET, proto=0, flags=0)]

    async def close(self) -> None:
        pass


@pytest.mark.parametrize("address", REFUSED_ADDRESSES)
def test_g26_special_addresses_are_not_public(address: str) -> None:
    assert not is_public(ip_address(address))
    assert not is_allowed(ip_address(address), 80, ())


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:2800:21f::1", "64:ff9b::808:808", "2002:808:808::"])
def test_ordinary_addresses_are_public_on_web_ports_only(address: str) -> None:
    assert is_public(ip_address(address))
    assert is_allowed(ip_address(address), 443, ())
    assert not is_allowed(ip_address(address), 22, ())
    assert not is_allowed(ip_address(address), 8080, ())


def test_an_allowed_net_opens_its_addresses_on_any_port_and_no_others() -> None:
    assert is_allowed(ip_address("127.0.0.9"), 8080, LOOPBACK)
    assert is_allowed(ip_address("::ffff:127.0.0.9"), 8080, LOOPBACK)
    assert not is_allowed(ip_address("10.0.0.1"), 80, LOOPBACK)
    assert not is_allowed(ip_address("8.8.8.8"), 8080, LOOPBACK)


@pytest.mark.parametrize("url", REFUSED_URLS)
def test_g26_addresses_that_are_no_public_web_page_are_refused_before_looking_them_up(url: str) -> None:
    with pytest.raises(UnsafeAddressError):
        check_url(url)


@pytest.mark.parametrize("host", LOOPBACK_SPELLINGS)
@pytest.mark.parametrize("policy", [Policy(), Policy(allow_nets=OTHER_NET)], ids=["default", "other net"])
def test_g26_every_spelling_of_loopback_is_refused(site: Site, host: str, policy: Policy) -> None:
    # With an allowed net the port passes the first check, so the socket has to stop it.
    for url in (f"http://{host}:{site.port}/", f"http://{host}/"):
        with pytest.raises(UnsafeAddressError):
            asyncio.run(fetch(url, policy))
    assert site.hits == []


@pytest.mark.parametrize("host", ["localhost.", "foo.localhost"])
def test_g26_names_of_loopback_that_some_systems_know_are_never_reached(site: Site, host: str) -> None:
    with pytest.raises((UnsafeAddressError, UnreachableError)):
        asyncio.run(fetch(f"http://{host}:{site.port}/", Policy(allow_nets=OTHER_NET)))
    assert site.hits == []


def test_g26_refusals_do_not_tell_whether_a_port_is_open(site: Site) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        closed = unused.getsockname()[1]
    texts = set()
    for port in (site.port, closed):
        with pytest.raises(UnsafeAddressError) as refusal:
            asyncio.run(fetch(f"http://localhost:{port}/", Policy(allow_nets=OTHER_NET)))
        texts.add(str(refusal.value))
    assert len(texts) == 1
    assert site.hits == []


def test_g26_a_name_that_resolves_to_loopback_is_refused(site: Site) -> None:
    policy = Policy(allow_nets=OTHER_NET)
    with pytest.raises(UnsafeAddressError):
        asyncio.run(fetch(f"http://blog.example:{site.port}/", policy, Resolver("127.0.0.1")))
    assert site.hits == []


def test_g26_a_name_that_resolves_to_something_else_the_second_time_is_refused(site: Site) -> None:
    """Rebinding: the first answer is allowed and serves a page, the second points at what is not."""
    resolver = Resolver("127.0.0.1", "127.0.0.2")
    policy = open_policy(allow_nets=(ip_network("127.0.0.1/32"),), api_delay=0.0)
    site.pages["/"] = html("<title>first</title>", Connection="close")

    async def two_visits() -> Document:
        async with Fetcher(policy, resolver=resolver) as fetcher:
            request = page_request(f"http://blog.example:{site.port}/", obey_robots=False)
            first = await fetcher.fetch(request)
            fetcher._transport._session.connector.clear_dns_cache()  # type: ignore[union-attr]
            with pytest.raises(UnsafeAddressError):
                await fetcher.fetch(request)
            return first

    assert asyncio.run(two_visits()).status == 200
    assert resolver.asked == 2
    assert len(site.hits) == 1


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.2:{port}/secret",
        "http://169.254.169.254/latest/meta-data/",
        "//127.0.0.2:{port}/secret",
        "http://user:pass@127.0.0.1:{port}/secret",
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "http://2130706434:{port}/secret",
    ],
)
def test_g26_a_redirect_to_a_blocked_address_is_refused(site: Site, target: str) -> None:
    with Site("127.0.0.2") as canary:
        canary.pages["/secret"] = html("secret")
        site.pages["/"] = Answer(status=302, headers={"Location": target.format(port=canary.port)})
        with pytest.raises(UnsafeAddressError):
            asyncio.run(fetch(site.url(), open_policy(allow_nets=(ip_network("127.0.0.1/32"),))))
        assert canary.hits == []
    assert site.paths == ["/"]


def test_the_environment_cannot_set_a_proxy(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    with Site("127.0.0.2") as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.base)
        site.pages["/"] = html("direct")
        assert asyncio.run(fetch(site.url(), open_policy())).body == b"direct"
        assert proxy.hits == []


def test_the_socket_factory_refuses_what_is_no_address() -> None:
    info: Any = (socket.AF_INET, socket.SOCK_STREAM, 0, "", ("blog.example", 80))
    with pytest.raises(OSError, match="not a public web address"):
        guarded_socket(())(info)
