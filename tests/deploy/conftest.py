"""What the tests of running Relais share: a database of their own, free ports, and processes that surely end."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql

from relais.kit.embedded_postgres import Cluster

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120  # seconds; only a broken start takes that long


@pytest.fixture
def var(tmp_path: Path) -> Iterator[Path]:
    """Return a folder for what a running Relais keeps; as root its database may settle elsewhere, and goes too."""
    folder = tmp_path / "var"
    yield folder
    shutil.rmtree(Cluster(folder / "postgres").folder, ignore_errors=True)


@pytest.fixture
def fresh_database(database_server: str) -> Iterator[str]:
    """Return the address of an empty database."""
    with a_database(database_server) as url:
        yield url


@contextmanager
def a_database(server: str) -> Iterator[str]:
    """Make an empty database on the server for the length of the block."""
    name = f"relais_{uuid4().hex[:12]}"
    with psycopg.connect(at_database(server, "postgres"), autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield at_database(server, name)
        finally:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def at_database(url: str, name: str) -> str:
    """Return the address of another database of the same server."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def clean_environment(**values: str) -> dict[str, str]:
    """Return this environment without what configures Relais, plus the values, as a fresh machine would have it."""
    configures = ("RELAIS_", "DATABASE_", "EMAIL_", "DJANGO_", "PYTEST_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(configures)}
    paths = f"{ROOT / 'backend'}{os.pathsep}{ROOT}"
    return {**kept, "PYTHONPATH": paths, "DJANGO_SETTINGS_MODULE": "relais.config.settings", **values}


@contextmanager
def started(
    command: list[str], environment: Mapping[str, str], log: Path, *, sign: signal.Signals = signal.SIGTERM
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a process for the length of the block, its output in `log`, then stop it and its session."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(sign)
            with suppress(subprocess.TimeoutExpired):
                process.wait(60)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def wait_until(condition: Callable[[], bool], process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait for the condition; fail with the log when the process ends or patience does."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if process.poll() is not None or time.monotonic() > deadline:
            pytest.fail(f"{process.args!r} (status {process.poll()}) said:\n{log.read_text(errors='replace')}")
        time.sleep(0.1)


def eventually(condition: Callable[[], bool], seconds: float = 10) -> bool:
    """Whether the condition comes true in that time: a process that ended is in the table until it is buried."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True


def python(*arguments: str) -> list[str]:
    """Return the command line of this Python."""
    return [sys.executable, *arguments]
