"""A backup is whole, private, and goes only into an empty database."""

import subprocess
from pathlib import Path

from tests.deploy.conftest import ROOT, clean_environment, python


def manage(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = python("backend/manage.py", *arguments)
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_round_trip_through_the_embedded_database(var: Path, tmp_path: Path) -> None:
    here = clean_environment(RELAIS_VAR=str(var))
    assert manage(here, "migrate", "--verbosity=0").returncode == 0
    written = (
        "from relais.workspaces.models import User; User.objects.create_user('élodie@example.org', 'pass-word-42')"
    )
    assert manage(here, "shell", "--verbosity=0", "--command", written).returncode == 0
    saved = manage(here, "backup", str(tmp_path / "relais.dump"))
    assert saved.returncode == 0, saved.stderr
    assert (tmp_path / "relais.dump").stat().st_mode & 0o077 == 0

    full = manage(here, "restore", str(tmp_path / "relais.dump"))
    assert full.returncode == 1
    assert "not empty" in full.stderr

    (var / "postgres").rename(var / "before")
    restored = manage(here, "restore", str(tmp_path / "relais.dump"))
    assert restored.returncode == 0, restored.stderr
    read = "from relais.workspaces.models import User; print(User.objects.get().email)"
    assert manage(here, "shell", "--verbosity=0", "--command", read).stdout == "élodie@example.org\n"
