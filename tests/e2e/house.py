"""A Relais full of sample data, for the tests that look at its screens: one web process, one database of its own."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from relais.config.ready import is_ready
from tests.deploy.conftest import clean_environment, free_port, python, started, wait_until
from tests.deploy.relais import Api
from tests.factories import PASSWORD

__all__ = ["PASSWORD", "House", "furnished"]


@dataclass
class House(Api):
    """A running Relais with the sample workspace, people's session cookies, and where things are in it."""

    sessions: dict[str, str]
    places: dict[str, Any] = field(default_factory=dict)

    def at(self, path: str) -> str:
        """Return the address of a path with places in it: "/w/{slug}/creators/{creator}"."""
        return path.format(slug=self.workspace, **self.places)


@contextmanager
def furnished(database: str, folder: Path, *, places: bool = False) -> Iterator[House]:
    """Fill the empty database and serve it for the length of the block; logs and small files go to `folder`.

    With `places` also what the sample lacks.
    """
    port, log = free_port(), folder / "web.log"
    environment = clean_environment(DATABASE_URL=database, RELAIS_VAR=str(folder), RELAIS_LOG_LEVEL="WARNING")
    seed = python("-m", "tests.e2e.seed", *(["places"] if places else []))
    seeded = subprocess.run(seed, env=environment, check=True, stdout=subprocess.PIPE)
    web = python(
        "-m", "granian", "relais.config.wsgi:application", "--interface=wsgi", "--host=127.0.0.1", f"--port={port}",
        "--workers=1", "--blocking-threads=2", "--no-ws", "--log-level=warning",
    )  # fmt: skip
    url = f"http://127.0.0.1:{port}"
    with started(web, environment, log) as process:
        wait_until(lambda: is_ready(url), process, log)
        yield House(**{"url": url, "key": "", **json.loads(seeded.stdout)})
