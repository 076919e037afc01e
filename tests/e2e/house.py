"""A Relais full of sample data, for the tests that look at its screens: one web process, one database of its own."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from relais.config.ready import is_ready
from tests.deploy.conftest import clean_environment, free_port, python, started, wait_until
from tests.factories import PASSWORD

__all__ = ["PASSWORD", "House", "furnished"]


@dataclass(frozen=True)
class House:
    """A running Relais: its address, the slug of the sample workspace, and people's session cookies."""

    url: str
    workspace: str
    sessions: dict[str, str]


@contextmanager
def furnished(database: str, folder: Path) -> Iterator[House]:
    """Fill the empty database and serve it for the length of the block; logs and small files go to `folder`."""
    port, log = free_port(), folder / "web.log"
    environment = clean_environment(DATABASE_URL=database, RELAIS_VAR=str(folder), RELAIS_LOG_LEVEL="WARNING")
    seeded = subprocess.run(python("-m", "tests.e2e.seed"), env=environment, check=True, stdout=subprocess.PIPE)
    web = python(
        "-m", "granian", "relais.config.wsgi:application", "--interface=wsgi", "--host=127.0.0.1", f"--port={port}",
        "--workers=1", "--blocking-threads=2", "--no-ws", "--log-level=warning",
    )  # fmt: skip
    url = f"http://127.0.0.1:{port}"
    with started(web, environment, log) as process:
        wait_until(lambda: is_ready(url), process, log)
        yield House(url, **json.loads(seeded.stdout))
