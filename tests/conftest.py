"""What every test gets: a real PostgreSQL, and no way out but loopback."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connections
from hypothesis import settings as hypothesis_settings

from relais.kit.embedded_postgres import Cluster

ROOT = Path(__file__).resolve().parent.parent

# How long an example takes says how busy the machine is.
hypothesis_settings.register_profile("untimed", deadline=None)
hypothesis_settings.load_profile("untimed")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests by the folder they lie in, so that nobody forgets."""
    for item in items:
        folder = item.path.relative_to(ROOT / "tests").parts[0]
        if folder in {"e2e", "realdata", "deploy"}:
            item.add_marker(folder)


@pytest.fixture(scope="session")
def database_server() -> Iterator[str]:
    """Return the address of a PostgreSQL: DATABASE_URL, or the embedded one, kept between runs in var/tests."""
    configured = os.environ.get("DATABASE_URL")
    if configured:
        yield configured
        return
    cluster = Cluster(ROOT / "var" / "tests" / "postgres", careless=True)
    cluster.start()
    yield cluster.url()
    cluster.release()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
    database_server: str,
) -> None:
    """Point Django at that server before pytest-django makes the test database, one for each xdist worker."""
    if os.environ.get("DATABASE_URL"):
        return
    address = urlsplit(database_server)
    place = {"HOST": parse_qs(address.query)["host"][0], "PORT": "", "USER": address.username, "PASSWORD": ""}
    connections.databases["default"].update(place)


@pytest.fixture(autouse=True)
def _fast_passwords(settings: Any) -> None:
    """Argon2 is slow on purpose; what is tested here is not the hash."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
