"""What benchmarks share: a database of their own, calls through the WSGI application, times, and the report."""

import gzip
import io
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

import django
import orjson
import psycopg
from psycopg import sql

from relais.kit.embedded_postgres import Cluster

ROOT = Path(__file__).resolve().parents[2]
OUTPUT = ROOT / "var" / "bench"
DATABASE = "relais_bench"


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of one job."""

    min: float
    median: float
    p95: float

    @classmethod
    def of(cls, spent: list[float]) -> "Times":
        """Sum up seconds."""
        ordered = sorted(each * 1_000 for each in spent)
        return cls(ordered[0], statistics.median(ordered), ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))])


@dataclass(frozen=True, slots=True)
class Answer:
    """What the application said."""

    status: int
    headers: dict[str, str]
    body: bytes


@contextmanager
def empty_database() -> Iterator[None]:
    """Start Django on an empty, migrated database beside the configured one, or on the embedded server's."""
    server = os.environ.get("DATABASE_URL")
    cluster = None
    if not server:
        cluster = Cluster(OUTPUT / "postgres", careless=True)
        cluster.start()
        server = cluster.url()
    parts = urlsplit(server)
    with psycopg.connect(urlunsplit(parts._replace(path="/postgres")), autocommit=True) as owner:
        name = sql.Identifier(DATABASE)
        owner.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
        owner.execute(sql.SQL("CREATE DATABASE {}").format(name))
    os.environ["DATABASE_URL"] = urlunsplit(parts._replace(path=f"/{quote(DATABASE)}"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "relais.config.settings")
    os.environ.setdefault("RELAIS_LOG_LEVEL", "ERROR")
    django.setup()
    from django.core.management import call_command
    from django.db import connections

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    try:
        yield
    finally:
        connections.close_all()
        if cluster is not None:
            cluster.release()


def raw_connection() -> psycopg.Connection[Any]:
    """Connect to the benchmark's database without Django: for the practical limit."""
    return psycopg.connect(os.environ["DATABASE_URL"], autocommit=True)


def analyse() -> None:
    """Let the planner know the data just built."""
    with raw_connection() as connection:
        connection.execute("VACUUM ANALYZE")


class Visitor:
    """A signed-in person who calls the whole application: middleware, session, scope, everything but the socket."""

    def __init__(self, user: Any) -> None:
        from django.test import Client

        from relais.config.wsgi import application

        client = Client()
        client.force_login(user)
        self.application = application
        self.cookie = "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())

    def get(self, path: str, **headers: str) -> Answer:
        """Return the answer to one GET; gzip only when `accept_encoding` asks for it."""
        return call(self.application, path, cookie=self.cookie, **headers)


def call(application: Any, path: str, **headers: str) -> Answer:
    """Call a WSGI application as a server does."""
    route, _mark, query = path.partition("?")
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": route,
        "QUERY_STRING": query,
        "SCRIPT_NAME": "",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
        **{f"HTTP_{name.upper()}": value for name, value in headers.items()},
    }
    started: list[Any] = []
    chunks = application(environ, lambda status, found, _exc=None: started.extend((status, found)))
    body = b"".join(chunks)
    if hasattr(chunks, "close"):
        chunks.close()
    return Answer(int(started[0][:3]), dict(started[1]), body)


def in_turn(jobs: Mapping[str, Callable[[], Any]], *, rounds: int, warm: int = 3) -> dict[str, Times]:
    """Run the jobs one after another, many times: whatever else the machine does hits all alike."""
    spent: dict[str, list[float]] = {name: [] for name in jobs}
    for turn in range(warm + rounds):
        for name, job in jobs.items():
            begun = time.perf_counter()
            job()
            if turn >= warm:
                spent[name].append(time.perf_counter() - begun)
    return {name: Times.of(each) for name, each in spent.items()}


def compressed(body: bytes, level: int = 6) -> int:
    """Return the size after gzip; 6 is what Django's middleware uses."""
    return len(gzip.compress(body, level))


def report(name: str, rows: list[dict[str, Any]]) -> None:
    """Print the figures of one benchmark and write them to var/bench/<name>.json."""
    OUTPUT.mkdir(parents=True, exist_ok=True)
    (OUTPUT / f"{name}.json").write_bytes(orjson.dumps(rows, option=orjson.OPT_INDENT_2))
    out = sys.stdout
    out.write(f"\n{name}\n")
    for row in rows:
        out.write("  " + "   ".join(f"{key} {_shown(value)}" for key, value in row.items()) + "\n")
    out.flush()


def _shown(value: Any) -> str:
    if isinstance(value, Mapping):
        return "/".join(_shown(each) for each in value.values())
    return f"{value:.2f}" if isinstance(value, float) else str(value)
