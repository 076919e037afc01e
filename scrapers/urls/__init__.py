"""Web addresses: one spelling for each, the site they belong to, and whose channel they are."""

from scrapers.urls.address import canonical, domain_of, host_of, join, normalise, registrable_domain
from scrapers.urls.profiles import blog_ref, identify, platform_of
from scrapers.urls.redirectors import unwrap

__all__ = [
    "blog_ref",
    "canonical",
    "domain_of",
    "host_of",
    "identify",
    "join",
    "normalise",
    "platform_of",
    "registrable_domain",
    "unwrap",
]
