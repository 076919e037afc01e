"""Addresses of single publications, for apps that never call the scrapers themselves."""

from urllib.parse import urlsplit

from relais.sources.errors import UnrecognisedUrlError
from relais.sources.rules import Platform
from scrapers import registry, urls
from scrapers.errors import UnknownAddressError

#: A profile or a blog is named by this many path segments at most.
DEEPEST = 3


def canonical(url: str) -> str:
    """Return the address of the document itself: one spelling, no tracking parameters.

    Raises:
        UnrecognisedUrlError: the text is no web address.
    """
    try:
        return urls.canonical(url)
    except UnknownAddressError as error:
        raise UnrecognisedUrlError from error


def platform_of(url: str) -> Platform:
    """Return where a canonical address is published; a site that is nobody's platform is a blog."""
    return urls.platform_of(url)


def channels_above(url: str) -> list[tuple[Platform, str]]:
    """Return the channels a publication at this canonical address could belong to, the closest first.

    `https://www.tiktok.com/@alice/video/1` is below `@alice`; `https://alice.fr/blog/x` below `alice.fr/blog` and
    `alice.fr`. Whoever owns a domain owns its subdomains, hosting services excepted.
    """
    parts = urlsplit(url)
    segments = [segment for segment in parts.path.split("/") if segment][:DEEPEST]
    prefixes = [f"https://{parts.netloc}/{'/'.join(segments[:depth])}" for depth in range(len(segments), -1, -1)]
    domain = urls.registrable_domain(url, private=True)
    if ":" not in domain:  # a bare IPv6 address has no domain above it
        prefixes.append(f"https://{domain}/")
    found = [registry.identify(prefix) for prefix in prefixes]
    return list(dict.fromkeys((ref.platform, ref.key) for ref in found))
