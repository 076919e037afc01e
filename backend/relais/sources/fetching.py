"""How this installation fetches: its limits, its keys, and what it remembers of hosts."""

import os
from functools import cache

from django.conf import settings

from scrapers.fetch.auth import Endpoints, Keys
from scrapers.fetch.client import Fetcher, Memory
from scrapers.fetch.policy import Policy
from scrapers.model import Platform


@cache
def policy() -> Policy:
    """Return the limits, with the networks and the contact of the settings."""
    return Policy(contact_url=settings.FETCH_CONTACT, allow_nets=tuple(settings.FETCH_ALLOW_NETS))


@cache
def keys() -> Keys:
    """Return the keys of official APIs that the operator has set."""
    given = {Platform.YOUTUBE: settings.YOUTUBE_API_KEY}
    return Keys({platform: key for platform, key in given.items() if key}, Endpoints.from_environment(os.environ))


@cache
def _memory() -> Memory:
    return Memory.for_policy(policy())


def fetcher() -> Fetcher:
    """Return a client; robots rules, pauses and open circuits are shared by all those of the process."""
    return Fetcher(policy(), memory=_memory())
