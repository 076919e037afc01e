"""Guarantee 27: robots.txt, pace, patience and open circuits, counted at the server."""

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import pytest
from yarl import URL

from scrapers.errors import (
    BlockedError,
    RateLimitedError,
    RobotsDisallowedError,
    ScraperError,
    ServerFailedError,
    UnreachableError,
)
from scrapers.fetch.client import Fetcher, Memory
from scrapers.fetch.policy import Policy
from scrapers.fetch.ratelimit import Pace, retry_after_seconds
from scrapers.fetch.sites import is_local, site_of
from tests.scrapers.loopback import LOOPBACK, Answer, Hit, Site, html, open_policy, page_request

pytestmark = pytest.mark.allow_hosts(["127.0.0.1", "127.0.0.2"])


def run(policy: Policy, work: Callable[[Fetcher], Awaitable[None]], memory: Memory | None = None) -> None:
    async def go() -> None:
        async with Fetcher(policy, memory=memory) as fetcher:
            await work(fetcher)

    asyncio.run(go())


def outcomes(policy: Policy, urls: list[str], memory: Memory | None = None, *, robots: bool = True) -> list[str]:
    """Fetch one after the other; "ok" or the error's code for each."""
    found: list[str] = []

    async def work(fetcher: Fetcher) -> None:
        for url in urls:
            try:
                await fetcher.fetch(page_request(url, obey_robots=robots))
                found.append("ok")
            except ScraperError as error:
                found.append(error.code)

    run(policy, work, memory)
    return found


# robots.txt


def test_g27_robots_txt_is_asked_once_and_obeyed(site: Site) -> None:
    site.pages["/robots.txt"] = Answer("User-agent: *\nDisallow: /private\nAllow: /private/open\n")
    site.pages["/a"] = site.pages["/private/open"] = html("x")
    urls = [site.url(path) for path in ("/a", "/private/b", "/private/open", "/a")]
    assert outcomes(open_policy(), urls) == ["ok", "robots_disallowed", "ok", "ok"]
    assert [hit.path for hit in site.hits] == ["/robots.txt", "/a", "/private/open", "/a"]


def test_rules_for_relais_by_name_win(site: Site) -> None:
    site.pages["/robots.txt"] = Answer("User-agent: *\nDisallow:\n\nUser-agent: relais\nDisallow: /\n")
    site.pages["/a"] = html("x")
    assert outcomes(open_policy(user_agent="Relais/0.1.0"), [site.url("/a")]) == ["robots_disallowed"]
    assert site.paths == []


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_an_absent_robots_txt_allows(site: Site, status: int) -> None:
    site.pages["/robots.txt"] = Answer("no", status=status)
    site.pages["/a"] = html("x")
    assert outcomes(open_policy(), [site.url("/a")]) == ["ok"]


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_an_unreadable_robots_txt_forbids_everything_for_a_while(site: Site, status: int) -> None:
    site.pages["/robots.txt"] = Answer(status=status)
    site.pages["/a"] = html("x")
    memory = Memory.for_policy(open_policy())
    assert outcomes(open_policy(), [site.url("/a")] * 3, memory) == ["server_failed"] * 3
    site.pages["/robots.txt"] = Answer("")
    assert outcomes(open_policy(), [site.url("/a")], memory) == ["server_failed"]
    assert [hit.path for hit in site.hits] == ["/robots.txt"]
    expired = open_policy(robots_error_ttl=0.0)
    assert outcomes(expired, [site.url("/a")]) == ["ok"]


def test_the_last_good_copy_speaks_for_a_robots_txt_that_fails(site: Site) -> None:
    policy = open_policy(robots_ttl=0.0)
    memory = Memory.for_policy(policy)
    site.pages["/robots.txt"] = Answer("User-agent: *\nDisallow: /private")
    site.pages["/a"] = html("x")
    assert outcomes(policy, [site.url("/a")], memory) == ["ok"]
    site.pages["/robots.txt"] = Answer(status=500)
    urls = [site.url("/a"), site.url("/private")]
    assert outcomes(policy, urls, memory) == ["ok", "robots_disallowed"]


def test_robots_txt_may_be_moved_and_is_read_up_to_its_limit(site: Site) -> None:
    site.pages["/robots.txt"] = Answer(status=301, headers={"Location": "/r.txt"})
    rules = "User-agent: *\nDisallow: /early\n" + "#" * 3000 + "\nDisallow: /late\n"
    site.pages["/r.txt"] = Answer(rules)
    site.pages["/late"] = html("x")
    policy = open_policy(max_robots=2000)
    assert outcomes(policy, [site.url("/early"), site.url("/late")]) == ["robots_disallowed", "ok"]


def test_a_redirect_into_a_forbidden_page_stops_there(site: Site) -> None:
    site.pages["/robots.txt"] = Answer("User-agent: *\nDisallow: /private")
    site.pages["/a"] = Answer(status=302, headers={"Location": "/private"})
    site.pages["/private"] = html("x")
    assert outcomes(open_policy(), [site.url("/a")]) == ["robots_disallowed"]
    assert site.paths == ["/a"]


def test_a_redirect_to_another_site_asks_its_robots_txt(site: Site) -> None:
    with Site("127.0.0.2") as other:
        other.pages["/robots.txt"] = Answer("User-agent: *\nDisallow: /")
        other.pages["/b"] = html("x")
        site.pages["/a"] = Answer(status=302, headers={"Location": other.url("/b")})
        assert outcomes(open_policy(), [site.url("/a")]) == ["robots_disallowed"]
        assert [hit.path for hit in other.hits] == ["/robots.txt"]


def test_an_api_is_asked_without_robots_txt(site: Site) -> None:
    site.pages["/robots.txt"] = Answer("User-agent: *\nDisallow: /")
    site.pages["/api"] = Answer("{}")
    assert outcomes(open_policy(), [site.url("/api")], robots=False) == ["ok"]
    assert site.paths == ["/api"]


# Pace


class Meter:
    """Counts requests under way at once, and when each began."""

    def __init__(self, seconds: float = 0.05) -> None:
        self.seconds = seconds
        self.most = self._now = 0
        self.began: list[float] = []
        self._lock = threading.Lock()

    def __call__(self, _hit: Hit) -> Answer:
        with self._lock:
            self.began.append(time.monotonic())
            self._now += 1
            self.most = max(self.most, self._now)
        time.sleep(self.seconds)
        with self._lock:
            self._now -= 1
        return html("x")


def at_once(policy: Policy, urls: list[str]) -> None:
    async def work(fetcher: Fetcher) -> None:
        await asyncio.gather(*(fetcher.fetch(page_request(url)) for url in urls))

    run(policy, work)


def test_g27_one_site_is_asked_one_thing_at_a_time(site: Site) -> None:
    meter = Meter()
    for number in range(6):
        site.pages[f"/{number}"] = meter
    at_once(open_policy(local_per_host=1), [site.url(f"/{number}") for number in range(6)])
    assert meter.most == 1
    assert len(meter.began) == 6


def test_g27_two_requests_to_a_site_are_a_delay_apart_and_sites_do_not_wait_for_each_other(site: Site) -> None:
    delay = 0.15
    with Site("127.0.0.2") as other:
        meters = {site: Meter(0.0), other: Meter(0.0)}
        for place, meter in meters.items():
            for number in range(3):
                place.pages[f"/{number}"] = meter
        urls = [place.url(f"/{number}") for place in meters for number in range(3)]
        at_once(open_policy(local_delay=delay, local_per_host=1), urls)
    for meter in meters.values():
        gaps = [later - earlier for earlier, later in zip(meter.began, meter.began[1:], strict=False)]
        assert all(gap >= delay * 0.9 for gap in gaps), gaps
    first, second = (meter.began for meter in meters.values())
    assert first[0] < second[-1]
    assert second[0] < first[-1]


def test_crawl_delay_is_honoured_up_to_the_limit(site: Site) -> None:
    meter = Meter(0.0)
    site.pages["/robots.txt"] = Answer("User-agent: *\nCrawl-delay: 1000\n")
    site.pages["/a"] = site.pages["/b"] = meter
    at_once(open_policy(max_crawl_delay=0.2), [site.url("/a"), site.url("/b")])
    assert meter.began[1] - meter.began[0] >= 0.18


def test_sites_are_registrable_domains_and_local_servers_are_told_apart_by_port() -> None:
    assert site_of(URL("https://shop.alice.co.uk/x")) == site_of(URL("http://www.alice.co.uk/")) == "alice.co.uk"
    assert site_of(URL("https://www.café.fr/")) == site_of(URL("https://xn--caf-dma.fr/")) == "xn--caf-dma.fr"
    assert site_of(URL("http://127.0.0.1:8001/")) != site_of(URL("http://127.0.0.1:8002/"))
    assert site_of(URL("http://localhost:8001/")) != site_of(URL("http://localhost:8002/"))
    assert is_local(URL("http://localhost:8001/"), LOOPBACK)
    assert is_local(URL("http://127.9.9.9/"), LOOPBACK)
    assert not is_local(URL("https://example.org/"), LOOPBACK)
    assert not is_local(URL("http://127.0.0.1/"), ())


# Patience


def test_g27_retry_after_pauses_the_whole_site(site: Site) -> None:
    site.pages["/a"] = Answer(status=429, headers={"Retry-After": "3600"})
    site.pages["/b"] = html("x")
    memory = Memory.for_policy(open_policy())
    assert outcomes(open_policy(), [site.url("/a"), site.url("/b")], memory) == ["rate_limited", "rate_limited"]
    # A later batch of the same process still knows.
    assert outcomes(open_policy(), [site.url("/b")], memory) == ["rate_limited"]
    assert site.paths == ["/a"]


def test_a_short_pause_is_waited_for(site: Site) -> None:
    answers = iter([Answer(status=503, headers={"Retry-After": "1"}), html("x")])
    site.pages["/a"] = lambda _hit: next(answers)
    began = time.monotonic()
    assert outcomes(open_policy(), [site.url("/a"), site.url("/a")]) == ["rate_limited", "ok"]
    assert time.monotonic() - began >= 0.9


def test_the_error_says_how_long(site: Site) -> None:
    site.pages["/a"] = Answer(status=429, headers={"Retry-After": "90"})

    async def work(fetcher: Fetcher) -> None:
        with pytest.raises(RateLimitedError) as first:
            await fetcher.fetch(page_request(site.url("/a")))
        with pytest.raises(RateLimitedError) as second:
            await fetcher.fetch(page_request(site.url("/a")))
        assert first.value.retry_after == 90
        assert second.value.retry_after is not None
        assert 80 < second.value.retry_after <= 90

    run(open_policy(), work)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Thu, 01 Jan 2026 00:02:00 GMT", 120.0),
        ("Wed, 31 Dec 2025 23:00:00 GMT", 0.0),
        ("soon", None),
        ("-5", None),
        ("", None),
        ("99999999999999999999", 999999999.0),
        ("١٢", None),
    ],
)
def test_retry_after_is_a_number_or_a_date(text: str, seconds: float | None) -> None:
    assert retry_after_seconds(text, now=datetime(2026, 1, 1, tzinfo=UTC)) == seconds


def test_without_a_word_the_pause_grows_and_has_a_limit() -> None:
    pace = Pace()
    pauses = [pace.pause("a.org", None, longest=1000.0) for _ in range(20)]
    assert all(60.0 <= pause <= 1000.0 for pause in pauses)
    assert max(pauses[:1]) <= 120.0
    assert pauses[-1] > 120.0 or max(pauses) > 120.0
    assert pace.pause("b.org", 10**9, longest=86_400.0) == 86_400.0


# Circuit breaker


def test_g27_a_refusal_is_recorded_and_not_fought(site: Site) -> None:
    site.pages["/a"] = Answer(status=403)
    site.pages["/b"] = html("x")
    assert outcomes(open_policy(), [site.url(path) for path in ("/a", "/b", "/b")]) == ["blocked"] * 3
    assert site.paths == ["/a"]


def test_five_failures_open_the_circuit(site: Site) -> None:
    site.pages["/a"] = Answer(status=500)
    found = outcomes(open_policy(), [site.url("/a")] * 8)
    assert found == ["server_failed"] * 5 + ["unreachable"] * 3
    assert len(site.paths) == 5


def test_other_answers_keep_the_circuit_closed(site: Site) -> None:
    site.pages["/a"] = Answer(status=500)
    site.pages["/b"] = html("x")
    urls = [site.url(path) for path in ("/a", "/a", "/a", "/a", "/missing", "/a", "/a", "/a", "/a", "/b")]
    assert outcomes(open_policy(), urls)[-1] == "ok"


def end_pause(memory: Memory) -> float:
    """Let the open circuit's pause be over; return how long it would have been."""
    (circuit,) = memory.breakers.circuits.values()
    rest = circuit.open_until - time.monotonic()
    circuit.open_until = 0.0
    return rest


def test_after_the_pause_one_probe_decides(site: Site) -> None:
    policy = open_policy(breaker_pause=1000.0)
    memory = Memory.for_policy(policy)
    site.pages["/a"] = Answer(status=403)
    assert outcomes(policy, [site.url("/a")], memory) == ["blocked"]
    assert end_pause(memory) <= 1000
    found: list[object] = []

    async def together(fetcher: Fetcher) -> None:
        requests = (fetcher.fetch(page_request(site.url("/a"))) for _ in range(4))
        found.extend(await asyncio.gather(*requests, return_exceptions=True))

    run(policy, together, memory)
    assert all(isinstance(error, BlockedError) for error in found)
    assert len(site.paths) == 2
    # The failed probe doubled the pause.
    assert 1000 < end_pause(memory) <= 2000
    site.pages["/a"] = html("x")
    assert outcomes(policy, [site.url("/a")] * 3, memory) == ["ok"] * 3
    assert not memory.breakers.circuits


def test_nobody_listening_opens_the_circuit_too() -> None:
    with Site() as gone:
        url = gone.url("/")
    found = outcomes(open_policy(), [url] * 7, robots=False)
    assert found == ["unreachable"] * 7


def test_the_errors_are_of_the_right_kind() -> None:
    assert issubclass(RobotsDisallowedError, BlockedError)
    assert UnreachableError.transient
    assert ServerFailedError.transient
    assert not BlockedError.transient
