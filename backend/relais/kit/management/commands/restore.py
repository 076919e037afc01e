"""`make restore`."""

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.db import connection

from relais.kit.postgres_programs import run


class Command(BaseCommand):
    """Loads a backup, all of it or nothing, and only into an empty database."""

    help = "Load a backup into an empty database."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file."""
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        """Refuse a database that holds anything."""
        if not file.is_file():
            raise CommandError(f"There is no file {file}.")
        if connection.introspection.table_names():
            raise CommandError(
                "The database is not empty, and nothing was changed. Restore into an empty one: docs/operations.md."
            )
        connection.close()
        run("pg_restore", "--exit-on-error", "--single-transaction", str(file))
        self.stdout.write(f"Restored {file}. Start Relais: it brings the data up to this release.")
