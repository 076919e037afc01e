#!/usr/bin/env python
"""Relais from the command line."""

import os
import sys
from contextlib import nullcontext
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WITHOUT_DATABASE = {"--help", "--version", "check", "help", "spectacular", "version"}


def main() -> None:
    """Put both packages on the path, then hand over to Django."""
    for path in (str(ROOT), str(ROOT / "backend")):
        if path not in sys.path:
            sys.path.insert(0, path)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "relais.config.settings")
    from django.core.management import execute_from_command_line  # noqa: PLC0415 - needs the path first

    from relais.config import database  # noqa: PLC0415 - needs the path first

    with nullcontext() if WITHOUT_DATABASE.intersection(sys.argv) else database.at_hand():
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
