"""A whole Relais, started as a person starts it, and a client that is signed in to it."""

import json
import signal
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any

from relais.kit.embedded_postgres import Cluster
from tests.deploy.conftest import clean_environment, free_port, python, started, wait_until

LOG = "relais.log"
SETUP = {
    "email": "camille@example.org",
    "password": "Tournesol-et-lavande-42",
    "name": "Camille Leroy",
    "language": "fr",
    "workspace": {"name": "Agence Lumière", "language": "fr", "time_zone": "Europe/Paris", "currency": "EUR"},
}


@dataclass
class Api:
    """A Relais that answers: its address, its workspace and a key that may write."""

    url: str
    workspace: str
    key: str

    def call(self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None) -> Any:
        """Call the API of the workspace with the key; return the JSON it answers."""
        request = urllib.request.Request(
            f"{self.url}/api/v1/workspaces/{self.workspace}/{path}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {self.key}", "Content-Type": "application/json", **(headers or {})},
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            text = answer.read()
        return json.loads(text) if text else None


@dataclass
class Running(Api):
    """A whole Relais: its process too, and its database."""

    process: subprocess.Popen[bytes]
    log: Path
    database: str


@contextmanager
def running(folder: Path, **values: str) -> Iterator[Running]:
    """Start everything on a free port with its data in `folder`, set up the first workspace, and make a key."""
    with empty(folder, **values) as (url, process):
        workspace, key = _set_up(url)
        database = Cluster(folder / "var" / "postgres").url()
        yield Running(url, workspace, key, process, folder / LOG, database)


@contextmanager
def empty(folder: Path, **values: str) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Start everything on a free port with its data in `folder`; yield its address and its process."""
    port, log, var = free_port(), folder / LOG, folder / "var"
    environment = clean_environment(
        PORT=str(port), WEB_WORKERS="1", WORKER_CONCURRENCY="1", RELAIS_VAR=str(var),
        RELAIS_FETCH_ALLOW_NETS="127.0.0.0/8", **values,
    )  # fmt: skip
    url = f"http://127.0.0.1:{port}"
    with started(python("-m", "relais.config.up"), environment, log, sign=signal.SIGINT) as process:
        wait_until(lambda: "ready" in log.read_text(), process, log)
        yield url, process


def _set_up(url: str) -> tuple[str, str]:
    jar = CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))

    def call(path: str, body: Any = None) -> Any:
        token = next((cookie.value or "" for cookie in jar if cookie.name == "csrftoken"), "")
        headers = {"Content-Type": "application/json", "X-CSRFToken": token}
        data = None if body is None else json.dumps(body).encode()
        with browser.open(urllib.request.Request(f"{url}/api/v1/{path}", data=data, headers=headers)) as answer:
            return json.load(answer)

    assert call("setup/") == {"needed": True}
    slug: str = call("setup/", SETUP)["workspaces"][0]["slug"]
    key: str = call(f"workspaces/{slug}/api-keys/", {"name": "Guide", "scope": "write"})["key"]
    return slug, key
