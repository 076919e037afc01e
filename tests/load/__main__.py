"""Run all benchmarks, or those named: `python -m tests.load [board …]`."""

import importlib
import sys
from pathlib import Path

from tests.load import harness


def main() -> None:
    """Give the benchmarks one empty database, and run them one after another."""
    found = sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py"))
    wanted = sys.argv[1:] or found
    unknown = sorted(set(wanted) - set(found))
    if unknown:
        sys.exit(f"No such benchmark: {', '.join(unknown)}. There are: {', '.join(found)}.")
    with harness.empty_database():
        for name in wanted:
            importlib.import_module(f"tests.load.bench_{name}").run()


if __name__ == "__main__":
    main()
