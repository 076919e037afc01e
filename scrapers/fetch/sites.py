"""Names for the other side: the origin of a robots.txt, and the site that sets the pace."""

from yarl import URL

from scrapers.fetch.policy import Network
from scrapers.fetch.safety import literal_address
from scrapers.urls import domain_of


def site_of(url: URL) -> str:
    """Return the registrable domain in ASCII, or host and port where there is none (addresses, local names)."""
    host = url.raw_host or ""
    domain = domain_of(host)
    return domain if "." in domain and literal_address(host) is None else origin_of(url).partition("://")[2]


def origin_of(url: URL) -> str:
    """Return scheme, host and port: what one robots.txt speaks for."""
    host = url.host or ""
    return f"{url.scheme}://{f'[{host}]' if ':' in host else host}:{url.port}"


def is_local(url: URL, allow_nets: tuple[Network, ...]) -> bool:
    """Tell whether the host is named by an address inside the allowed nets (or as localhost)."""
    host = "127.0.0.1" if url.host == "localhost" else url.host or ""
    address = literal_address(host)
    return address is not None and any(address in net for net in allow_nets if net.version == address.version)
