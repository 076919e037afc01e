"""A real Celery worker on the test database, its messages in a folder of its own."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlencode

from django.db import connection

from tests.deploy.conftest import clean_environment, python, started

WORKER = python("-m", "celery", "--quiet", "--app=relais.config", "worker", "--loglevel=warning", "--concurrency=1")
RING = "from relais.config.celery import app; app.send_task('sources.refresh_due')"


def environment(var: Path, **values: str) -> dict[str, str]:
    """Return the environment of a process that works on the test database and may read loopback."""
    place = connection.settings_dict
    login = quote(place["USER"]) + (f":{quote(place['PASSWORD'])}" if place["PASSWORD"] else "")
    host = str(place["HOST"])
    server = "" if host.startswith("/") else f"{host}:{place['PORT'] or 5432}"
    query = f"?{urlencode({'host': host})}" if host.startswith("/") else ""
    return clean_environment(
        DATABASE_URL=f"postgres://{login}@{server}/{place['NAME']}{query}",
        RELAIS_VAR=str(var),
        RELAIS_FETCH_ALLOW_NETS="127.0.0.0/8",
        PYTHONWARNINGS="ignore:You're running the worker with superuser",
        **values,
    )


@contextmanager
def worker(var: Path, log: Path, **values: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a worker for the length of the block."""
    with started(WORKER, environment(var, **values), log) as process:
        yield process


def ring(var: Path, **values: str) -> None:
    """Send `sources.refresh_due`, as a web process would."""
    subprocess.run(python("-c", RING), env=environment(var, **values), check=True)


def kill(process: subprocess.Popen[bytes]) -> None:
    """End the worker and its children at once, as a power cut would."""
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
