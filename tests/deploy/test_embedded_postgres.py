"""The embedded database: keeps its data, is shared by whoever needs it, opens no folder, dies with its last user."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from relais.kit import embedded_postgres
from relais.kit.embedded_postgres import Cluster, EmbeddedPostgresError, running


def is_up(cluster: Cluster) -> bool:
    try:
        psycopg.connect(cluster.url()).close()
    except psycopg.OperationalError:
        return False
    return True


def test_keeps_its_data_and_stops_with_its_last_user(var: Path) -> None:
    first, second = Cluster(var / "postgres", careless=True), Cluster(var / "postgres", careless=True)
    first.start()
    second.start()
    with psycopg.connect(first.url()) as connection:
        connection.execute("CREATE TABLE kept (word text)")
        connection.execute("INSERT INTO kept VALUES ('Été')")
    first.release()
    assert is_up(second)
    second.release()
    assert not is_up(second)
    with running(var / "postgres", careless=True) as again, psycopg.connect(again.url()) as connection:
        assert connection.execute("SELECT lower(word) FROM kept").fetchone() == ("été",)


def test_survives_a_user_that_was_killed(var: Path) -> None:
    code = (
        "import os, pathlib, sys; from relais.kit.embedded_postgres import Cluster;"
        "Cluster(pathlib.Path(sys.argv[1]), careless=True).start(); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code, str(var / "postgres")], check=False)
    with running(var / "postgres", careless=True) as cluster:
        assert is_up(cluster)
    assert not is_up(cluster)


def test_has_what_search_needs(var: Path) -> None:
    with running(var / "postgres", careless=True) as cluster, psycopg.connect(cluster.url()) as connection:
        connection.execute("CREATE EXTENSION pg_trgm")
        connection.execute("CREATE EXTENSION unaccent")
        assert connection.execute("SELECT unaccent('Élodie'), similarity('Привет', 'Привет!')").fetchone() == (
            "Elodie",
            1,
        )


def test_widens_no_folder_and_lets_nobody_else_in(var: Path) -> None:
    var.mkdir(mode=0o700)
    before = {folder: folder.stat().st_mode for folder in (var, *var.parents)}
    with running(var / "postgres", careless=True) as cluster:
        assert {folder: folder.stat().st_mode for folder in before} == before
        assert cluster.data.stat().st_mode & 0o077 == 0
        assert cluster.socket_folder.stat().st_mode & 0o077 == 0
        elsewhere = cluster.folder
    if os.geteuid() == 0:  # where the server's own account may not go, its data lies elsewhere, and is found again
        assert elsewhere != var / "postgres"
        assert Cluster(var / "postgres").folder == elsewhere


def test_a_path_too_long_for_a_socket_still_works(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded_postgres, "LONGEST_SOCKET_PATH", 40)
    with running(var / "postgres", careless=True) as cluster:
        assert cluster.socket_folder.parent == Path("/tmp")
        assert is_up(cluster)
    cluster.socket_folder.rmdir()


def test_refuses_data_of_another_version(var: Path) -> None:
    data = var / "postgres" / "data"
    data.mkdir(parents=True)
    (data / "PG_VERSION").write_text("9\n")
    with pytest.raises(EmbeddedPostgresError, match=r"made by PostgreSQL 9.*docs/operations\.md"):
        Cluster(var / "postgres").start()
    assert (data / "PG_VERSION").read_text() == "9\n"


def test_says_why_it_did_not_start(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with running(var / "postgres", careless=True):
        pass
    monkeypatch.setitem(embedded_postgres.SETTINGS, "shared_buffers", "lots")
    with pytest.raises(EmbeddedPostgresError, match="shared_buffers"), running(var / "postgres"):
        pass
