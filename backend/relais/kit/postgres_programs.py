"""Runs PostgreSQL's own programs against the configured database."""

import os
import shutil
import subprocess
from typing import Any

from django.conf import settings
from django.core.management import CommandError

from relais.kit.embedded_postgres import Cluster


def run(name: str, *arguments: str) -> None:
    """Run `pg_dump` or `pg_restore` on the database of the settings.

    Raises:
        CommandError: it is not installed, or it failed.
    """
    database: dict[str, Any] = settings.DATABASES["default"]
    program = str(Cluster(settings.VAR / "postgres").program(name)) if settings.DATABASE_IS_EMBEDDED else _find(name)
    place = {
        "PGHOST": database["HOST"],
        "PGPORT": database["PORT"],
        "PGUSER": database["USER"],
        "PGPASSWORD": database["PASSWORD"],
        **{f"PG{option.upper()}": value for option, value in database["OPTIONS"].items() if option.startswith("ssl")},
    }
    environment = os.environ | {variable: value for variable, value in place.items() if value}
    done = subprocess.run(  # noqa: S603 - our own arguments
        [program, f"--dbname={database['NAME']}", "--no-owner", "--no-privileges", *arguments],
        env=environment, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    if done.returncode != 0:
        raise CommandError(f"{name} failed: {done.stderr.strip()}")


def _find(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise CommandError(
            f"{name} is not on the PATH: install the PostgreSQL client programs of your server's version."
        )
    return found
