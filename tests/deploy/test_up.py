"""`make run` without make: everything comes up under one process, and goes down with it."""

import os
import signal
import socket
import subprocess
from pathlib import Path

import psycopg
import pytest

from relais.config.ready import is_ready
from relais.kit.embedded_postgres import Cluster
from tests.deploy.conftest import ROOT, clean_environment, eventually, free_port, python, started, wait_until

UP = python("-m", "relais.config.up")


def children_of(process: subprocess.Popen[bytes]) -> list[int]:
    """Return the ids of all it started, directly or not, also in sessions of their own."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    parents = {int(pid): int(parent) for pid, parent in (line.split() for line in listed.splitlines())}
    found = {process.pid}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return sorted(found - {process.pid})


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_comes_up_whole_goes_down_whole_and_keeps_the_data(tmp_path: Path, var: Path) -> None:
    port = str(free_port())
    log = tmp_path / "log"
    environment = clean_environment(PORT=port, WEB_WORKERS="1", WORKER_CONCURRENCY="1", RELAIS_VAR=str(var))
    cluster = Cluster(var / "postgres")

    def run_once(sign: signal.Signals, statement: str) -> None:
        with started(UP, environment, log, sign=sign) as process:
            wait_until(lambda: "ready" in log.read_text(), process, log)
            assert is_ready(f"http://127.0.0.1:{port}")
            # web and its worker; the Celery worker, its pool of one and its beat
            wait_until(lambda: len(children_of(process)) == 5, process, log)
            children = children_of(process)
            with psycopg.connect(cluster.url()) as connection:
                connection.execute(statement)
        assert process.returncode == (0 if sign == signal.SIGINT else 128 + sign), log.read_text()
        assert eventually(lambda: not any(is_alive(pid) for pid in children))
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(cluster.url())
        assert log.read_text().count(f"Relais is ready: http://127.0.0.1:{port}") == 1
        assert "Traceback" not in log.read_text()

    run_once(signal.SIGINT, "CREATE TABLE kept AS SELECT 1 AS number")
    run_once(signal.SIGTERM, "UPDATE kept SET number = number / number")


def test_one_early_death_is_forgiven_and_the_third_in_a_row_is_not(tmp_path: Path, var: Path) -> None:
    log = tmp_path / "log"
    environment = clean_environment(PORT=str(free_port()), WEB_WORKERS="1", WORKER_CONCURRENCY="1", RELAIS_VAR=str(var))

    def worker() -> int | None:
        listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,args="], capture_output=True, text=True, check=True)
        rows = [line.split(None, 2) for line in listed.stdout.splitlines()]
        mine = [int(pid) for pid, parent, args in rows if int(parent) == process.pid and "celery" in args]
        return mine[0] if mine else None

    def kill() -> int:
        pid = worker()
        assert pid
        os.kill(pid, signal.SIGKILL)
        return pid

    with started(UP, environment, log, sign=signal.SIGINT) as process:
        wait_until(lambda: "ready" in log.read_text(), process, log)
        killed: set[int | None] = {None}
        for _ in range(2):
            killed.add(kill())
            wait_until(lambda: worker() not in killed, process, log)
        kill()
        assert process.wait(60) == 1
    assert log.read_text().count("starting it again") == 2
    assert "The worker process keeps ending at once (status -9); stopping the rest." in log.read_text()


def test_a_taken_port_is_one_sentence(var: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = subprocess.run(
            UP, cwd=ROOT, env=clean_environment(PORT=str(port), RELAIS_VAR=str(var)),
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"Relais cannot listen on 127.0.0.1:{port} (Address already in use). Choose another: PORT=8001 make run"
    ]
    assert not var.exists()


def test_a_port_that_is_none_is_one_sentence(var: Path) -> None:
    environment = clean_environment(PORT="eighty", RELAIS_VAR=str(var))
    done = subprocess.run(UP, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "PORT is 'eighty'; it must be a number from 1 to 65535.\n")
