"""`make run`: the whole of Relais under one terminal, for a machine that has no database and no broker.

Starts the embedded PostgreSQL unless DATABASE_URL names another, migrates, then web, worker and scheduler; prints one
line with the address once it answers. Ctrl-C, SIGTERM or a closed terminal stop all of it, the database last.
With `--reload` (`make dev`) both sides follow the files.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import FrameType

import django
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connections

from relais.config import database
from relais.config.ready import is_ready

ROOT = Path(__file__).resolve().parents[3]
STOP_TIMEOUT = 25  # seconds the processes have to finish what they hold; what is then unfinished is leased again
SHORT_LIFE = 15  # seconds; a process that lives no longer has hardly started
SHORT_LIVES = 3  # in a row: it will not do better the next time
VITE = "http://127.0.0.1:5173"

Commands = Mapping[str, list[str]]


def main() -> int:
    """Run until stopped; return the exit status."""
    host, port = os.environ.get("HOST") or "127.0.0.1", os.environ.get("PORT") or "8000"
    reload = "--reload" in sys.argv[1:]
    _refuse_taken_port(host, port)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _leave)
    with database.at_hand():
        _migrate()
        shown = f"[{host}]" if ":" in host else {"0.0.0.0": "127.0.0.1"}.get(host, host)  # noqa: S104 - the user's word
        url = f"http://{shown}:{port}"
        commands = _reloading(host, port, url) if reload else _serving(host, port)
        return _supervise(commands, url=url, shown=VITE if reload else url)


def _refuse_taken_port(host: str, port: str) -> None:
    """Say so in one sentence when the address cannot be had."""
    if not (port.isdecimal() and 0 < int(port) < 2**16):
        sys.exit(f"PORT is {port!r}; it must be a number from 1 to 65535.")
    try:
        family, kind, proto, _, address = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, proto) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        sys.exit(f"Relais cannot listen on {host}:{port} ({error.strerror}). Choose another: PORT=8001 make run")


def _leave(number: int, _frame: FrameType | None) -> None:
    """End in order: every `with` and `finally` on the way is run."""
    sys.exit(0 if number == signal.SIGINT else 128 + number)


def _migrate() -> None:
    """Bring the database up to date."""
    django.setup()
    try:
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
    except (CommandError, DatabaseError) as error:
        sys.exit(f"The database could not be brought up to date: {error}")
    finally:
        connections.close_all()


def _serving(host: str, port: str) -> Commands:
    """Return what runs side by side for those who use it: process name to command line."""
    return {
        "web": [
            sys.executable, "-m", "granian", "relais.config.wsgi:application", "--interface=wsgi",
            f"--host={host}", f"--port={port}", f"--workers={os.environ.get('WEB_WORKERS') or 2}",
            "--blocking-threads=1", "--no-ws", "--respawn-failed-workers", "--workers-kill-timeout=10",
            "--log-level=warning",
        ],
        "worker": [
            sys.executable, "-m", "celery", "--quiet", "--app=relais.config", "worker", "--beat",
            "--loglevel=warning", f"--concurrency={os.environ.get('WORKER_CONCURRENCY') or 2}",
        ],
    }  # fmt: skip


def _reloading(host: str, port: str, url: str) -> Commands:
    """Return what runs side by side for those who change it."""
    return {
        "web": [sys.executable, "-m", "django", "runserver", f"{host}:{port}"],
        "worker": [sys.executable, "-m", "relais.config.reloading_worker"],
        "interface": ["env", f"RELAIS_BACKEND={url}", "npm", "--prefix", "frontend", "run", "--silent", "dev"],
    }


def _supervise(commands: Commands, *, url: str, shown: str) -> int:
    """Run the processes until told to stop, then end them all; return the exit status.

    One that dies is started again, as its work stands in rows; one that keeps dying as soon as it starts ends
    everything. A single early death tells nothing: a machine short of memory kills whoever is largest.
    """
    quiet = {"PYTHONWARNINGS": "ignore:You're running the worker with superuser"}  # the embedded default allows it
    children: dict[str, subprocess.Popen[bytes]] = {}
    started: dict[str, float] = {}
    short_lives: Counter[str] = Counter()

    def start(name: str) -> None:
        started[name] = time.monotonic()
        # A session of its own: Ctrl-C at the terminal reaches us alone, and we stop the others in order.
        children[name] = subprocess.Popen(  # noqa: S603 - our own arguments
            commands[name], cwd=ROOT, env={**quiet, **os.environ}, stdin=subprocess.DEVNULL, start_new_session=True
        )

    try:
        for name in commands:
            start(name)
        announced = False
        while True:
            if not announced and is_ready(url):
                announced = True
                sys.stdout.write(f"Relais is ready: {shown} (Ctrl-C stops it)\n")
                sys.stdout.flush()
            for name in [name for name, child in children.items() if child.poll() is not None]:
                status = children[name].returncode
                short_lives[name] = short_lives[name] + 1 if time.monotonic() - started[name] < SHORT_LIFE else 0
                if short_lives[name] == SHORT_LIVES:
                    sys.stderr.write(f"The {name} process keeps ending at once (status {status}); stopping the rest.\n")
                    return 1
                sys.stderr.write(f"The {name} process ended (status {status}); starting it again.\n")
                _end_session(children[name])
                start(name)
            time.sleep(0.2)
    finally:
        _stop(list(children.values()))


def _end_session(child: subprocess.Popen[bytes]) -> None:
    """End what a process left behind in its session."""
    with suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)


def _stop(children: list[subprocess.Popen[bytes]]) -> None:
    """Ask every process to end, and after a while, or when asked again, insist."""
    sys.stdout.write("Stopping ...\n")
    sys.stdout.flush()
    try:
        for child in children:
            child.terminate()
        deadline = time.monotonic() + STOP_TIMEOUT
        while time.monotonic() < deadline and any(child.poll() is None for child in children):
            time.sleep(0.1)
    finally:
        for child in children:
            _end_session(child)
        for child in children:
            child.wait()


if __name__ == "__main__":
    sys.exit(main())
