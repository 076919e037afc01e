"""Names for the other side: the origin of robots.txt, the host of a circuit, the site that sets the pace."""

import tldextract
from yarl import URL

from scrapers.fetch.policy import Network
from scrapers.fetch.safety import literal_address

#: The bundled suffix list only: no download, no cache on disk.
_suffixes = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


def site_of(url: URL) -> str:
    """Return the registrable domain, or host and port where there is none (addresses, local names)."""
    host = url.host or ""
    if literal_address(host) is None:
        domain = _suffixes(host).top_domain_under_public_suffix
        if domain:
            return domain
    return origin_of(url).removeprefix(f"{url.scheme}://")


def origin_of(url: URL) -> str:
    """Return scheme, host and port: what one robots.txt speaks for."""
    host = url.host or ""
    return f"{url.scheme}://{f'[{host}]' if ':' in host else host}:{url.port}"


def is_local(url: URL, allow_nets: tuple[Network, ...]) -> bool:
    """Tell whether the host is named by an address inside the allowed nets (or as localhost)."""
    host = url.host or ""
    if host == "localhost":
        host = "127.0.0.1"
    address = literal_address(host)
    return address is not None and any(address in net for net in allow_nets if net.version == address.version)
