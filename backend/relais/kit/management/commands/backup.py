"""`make backup`."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandParser
from django.utils import timezone

from relais.kit.postgres_programs import run


class Command(BaseCommand):
    """Saves the database to a file, as it is at one moment; Relais may run meanwhile."""

    help = "Save the database to a file (default: var/backups/<time>.dump)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file."""
        parser.add_argument("file", nargs="?", type=Path)

    def handle(self, *args: Any, file: Path | None, **options: Any) -> None:
        """Write beside the file, then rename: there is no half backup."""
        target = file or settings.VAR / "backups" / f"{timezone.now():%Y-%m-%dT%H%M%SZ}.dump"
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_name(f"{target.name}.draft")
        draft.touch(mode=0o600)
        run("pg_dump", "--format=custom", f"--file={draft}")
        draft.replace(target)
        self.stdout.write(f"Saved to {target} ({target.stat().st_size:,} bytes).")
