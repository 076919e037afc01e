"""Fixtures for tests that fetch from loopback."""

from collections.abc import Iterator
from ipaddress import ip_network
from typing import Any

import pytest

from relais.sources import fetching
from tests.scrapers.loopback import Site


def forget() -> None:
    """Forget limits and hosts, as a new process would."""
    for remembered in (fetching.policy, fetching.keys, fetching._memory):
        remembered.cache_clear()


@pytest.fixture
def site(settings: Any) -> Iterator[Site]:
    """A web site on loopback that Relais may read."""
    settings.FETCH_ALLOW_NETS = [ip_network("127.0.0.0/8")]
    forget()
    with Site() as made:
        yield made
    forget()
