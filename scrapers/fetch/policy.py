"""How Relais behaves towards other people's servers: every limit in one place."""

from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network
from typing import TypeAlias

from scrapers import __version__

Network: TypeAlias = IPv4Network | IPv6Network

MEGABYTE = 1024 * 1024
HOUR = 3600.0


@dataclass(frozen=True, slots=True)
class Policy:
    """Limits of one Fetcher. Durations in seconds, sizes in bytes after decompression.

    `allow_nets` opens addresses that are refused otherwise, on any port: for tests and benchmarks on
    loopback, or a blog inside one's own network. Hosts in them have their own pace (`local_delay`,
    `local_per_host`) and are told apart by port.
    """

    user_agent: str = f"Relais/{__version__}"
    contact_url: str = ""
    allow_nets: tuple[Network, ...] = ()

    # Pace
    delay: float = 2.0
    jitter: float = 1.0
    api_delay: float = 1.0
    per_host: int = 1
    local_delay: float = 0.0
    local_per_host: int = 8
    #: A crawl-delay is honoured up to here.
    max_crawl_delay: float = 30.0
    #: A host that asked for a longer pause than this is not waited for: the refresh ends as rate limited.
    max_wait: float = 60.0
    #: No pause is longer, whatever Retry-After says.
    max_pause: float = 24 * HOUR
    max_connections: int = 200

    # Time
    connect_timeout: float = 10.0
    #: For one document, its redirects included, its turn in the queue not.
    total_timeout: float = 20.0

    # Size
    max_html: int = 5 * MEGABYTE
    max_feed: int = 10 * MEGABYTE
    max_redirects: int = 5

    # robots.txt
    max_robots: int = 512 * 1024
    robots_ttl: float = 24 * HOUR
    robots_error_ttl: float = 12 * HOUR
    #: How long an old copy speaks for a robots.txt that cannot be read any more.
    robots_stale_ttl: float = 30 * 24 * HOUR

    # Circuit breaker
    breaker_failures: int = 5
    breaker_pause: float = HOUR

    def agent(self) -> str:
        """Return the User-Agent header: who asks, and where to complain."""
        return f"{self.user_agent} (+{self.contact_url})" if self.contact_url else self.user_agent

    def robots_token(self) -> str:
        """Return the name robots.txt files know us by: the product, without version."""
        return self.user_agent.split("/", 1)[0]
