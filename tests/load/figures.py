"""A figure beside its goal, and the table of them."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field

import orjson

from tests.load.harness import OUTPUT, Times

COLUMNS = ("", "min", "median", "p95", "figure", "goal", "")


@dataclass(frozen=True, slots=True)
class Figure:
    """One goal and what was measured: `value` in `unit`, at most `goal`, or at least, where more is better.

    `times` are the milliseconds of Relais and of what it is held against.
    """

    job: str
    value: float
    unit: str
    goal: float
    at_least: bool = False
    times: Mapping[str, Times] = field(default_factory=dict)

    @property
    def is_met(self) -> bool:
        """Say whether the goal is reached."""
        return self.value >= self.goal if self.at_least else self.value <= self.goal

    def lines(self) -> list[tuple[str, ...]]:
        """Return the rows of the table: the figure, then what it is made of."""
        told = ("≥ " if self.at_least else "≤ ") + _number(self.goal)
        head = (self.job, "", "", "", f"{_number(self.value)} {self.unit}", told, "met" if self.is_met else "MISSED")
        parts = [
            (f"  {name}, ms", _number(each.min), _number(each.median), _number(each.p95), "", "", "")
            for name, each in self.times.items()
        ]
        return [head, *parts]


def save(name: str, figures: Sequence[Figure]) -> None:
    """Write the figures of one benchmark to var/bench/<name>.json."""
    OUTPUT.mkdir(parents=True, exist_ok=True)
    rows = [asdict(each) | {"met": each.is_met} for each in figures]
    (OUTPUT / f"{name}.json").write_bytes(orjson.dumps(rows, option=orjson.OPT_INDENT_2))


def show(figures: Sequence[Figure]) -> None:
    """Print one table."""
    lines = [COLUMNS, *(line for figure in figures for line in figure.lines())]
    widths = [max(len(line[column]) for line in lines) for column in range(len(COLUMNS))]
    for line in lines:
        first, *rest = [
            text.ljust(width) if column in (0, 6) else text.rjust(width)
            for column, (text, width) in enumerate(zip(line, widths, strict=True))
        ]
        sys.stdout.write("   ".join([first, *rest]).rstrip() + "\n")


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 1_000 or value == int(value) else f"{value:.2f}"
