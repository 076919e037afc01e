"""Run all benchmarks but the slow, or those named: `python -m tests.load [board …]`."""

import importlib
import sys
from pathlib import Path

from tests.load import figures, harness

#: Measured only when named.
SLOW = frozenset({"million"})


def main() -> None:
    """Give the benchmarks one empty database, run them one after another, and print one table."""
    found = sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py"))
    wanted = sys.argv[1:] or [name for name in found if name not in SLOW]
    unknown = sorted(set(wanted) - set(found))
    if unknown:
        sys.exit(f"No such benchmark: {', '.join(unknown)}. There are: {', '.join(found)}.")
    measured = []
    with harness.empty_database():
        for name in wanted:
            sys.stderr.write(f"Measuring {name} ...\n")
            part = importlib.import_module(f"tests.load.bench_{name}").run()
            figures.save(name, part)
            measured += part
    figures.show(measured)


if __name__ == "__main__":
    main()
