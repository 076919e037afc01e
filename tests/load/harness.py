"""What benchmarks share: a database of their own, calls through the WSGI application, and times."""

import io
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice, repeat
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
DATABASE = f"relais_bench_{os.getpid()}"


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of one job."""

    min: float
    median: float
    p95: float

    @classmethod
    def of(cls, spent: Sequence[float]) -> "Times":
        """Sum up seconds."""
        ordered = sorted(each * 1_000 for each in spent)
        return cls(ordered[0], statistics.median(ordered), ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))])


@dataclass(frozen=True, slots=True)
class Turns:
    """Seconds of several jobs, turn by turn."""

    spent: Mapping[str, Sequence[float]]

    @property
    def times(self) -> dict[str, Times]:
        """Each job's minimum, median and 95th percentile."""
        return {name: Times.of(each) for name, each in self.spent.items()}

    def ratio(self, job: str, limit: str) -> float:
        """Return how many times as long as `limit` the job takes: the median over the turns.

        The two of one turn run one right after the other, so that a busy machine slows both.
        """
        pairs = zip(self.spent[job], self.spent[limit], strict=True)
        return statistics.median(ours / theirs for ours, theirs in pairs)


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
        with psycopg.connect(urlunsplit(parts._replace(path="/postgres")), autocommit=True) as owner:
            owner.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))
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


def compare(ours: Answer, limit: Answer) -> None:
    """Make sure that Relais and the limit say the same.

    Raises:
        AssertionError: they do not, so that their times cannot be compared.
    """
    if orjson.loads(ours.body) != orjson.loads(limit.body):
        raise AssertionError(f"Relais and the limit differ:\n{ours.body[:2_000]!r}\n{limit.body[:2_000]!r}")


def in_turn(jobs: Mapping[str, Callable[[], Any]], *, rounds: int, warm: int = 3) -> Turns:
    """Run the jobs one after another, many times: whatever else the machine does hits all alike."""
    return in_turn_of(repeat(jobs), rounds=rounds, warm=warm)


def in_turn_of(jobs: Iterator[Mapping[str, Callable[[], Any]]], *, rounds: int, warm: int = 15) -> Turns:
    """Run the same where each turn brings its own jobs, of the same names."""
    spent: dict[str, list[float]] = {}
    for turn, these in enumerate(islice(jobs, warm + rounds)):
        for name, job in these.items():
            begun = time.perf_counter()
            job()
            if turn >= warm:
                spent.setdefault(name, []).append(time.perf_counter() - begun)
    return Turns(spent)
