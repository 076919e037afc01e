#!/usr/bin/env python
"""Relais from the command line."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Put both packages on the path, then hand over to Django."""
    for path in (str(ROOT), str(ROOT / "backend")):
        if path not in sys.path:
            sys.path.insert(0, path)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "relais.config.settings")
    from django.core.management import execute_from_command_line  # noqa: PLC0415 - needs the path first

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
