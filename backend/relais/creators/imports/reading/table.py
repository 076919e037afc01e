"""What every reader returns, and the bounds of what is accepted."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from relais.creators.errors import UnreadableFileError
from relais.creators.imports.formulas import unguard
from relais.kit.text import clean

MAX_BYTES = 10 * 1024 * 1024
MAX_ROWS = 200_000
MAX_COLUMNS = 200
#: Cells holding anything, in the whole file.
MAX_CELLS = 3_000_000
#: More than any field holds: our own export has the longest notes. A spreadsheet's cell ends at 32,767.
MAX_LENGTH = 60_000

Line = tuple[int, list[str]]


#: Lines kept to find the column names and to show samples.
HEAD = 205


@dataclass(frozen=True, slots=True)
class Table:
    """Lines as `(number in the file from 1, cells)`, trailing empty cells cut, blank lines left out.

    Nothing but the first lines is kept: `rows` is read anew for each walk over `lines`. `names` are the column names
    where the format has them by itself; None lets them be found in the first lines.
    """

    kind: str
    rows: Callable[[], Iterable[Sequence[str]]]
    head: list[Line]
    total: int
    width: int
    names: list[str] | None = None

    @classmethod
    def of(cls, kind: str, rows: Callable[[], Iterable[Sequence[str]]], names: list[str] | None = None) -> "Table":
        """Walk over the rows once.

        Raises:
            UnreadableFileError: from `tidy`, or from the rows themselves.
        """
        head: list[Line] = []
        total = width = 0
        for line in tidy(rows()):
            total += 1
            width = max(width, len(line[1]))
            if total <= HEAD:
                head.append(line)
        return cls(kind, rows, head, total, width, names)

    @property
    def lines(self) -> Iterator[Line]:
        """Walk over the lines."""
        return tidy(self.rows())


def tidy(rows: Iterable[Sequence[str]]) -> Iterator[Line]:
    """Number the rows, clean their cells and leave out what is blank.

    Raises:
        UnreadableFileError: too many rows, columns or cells, or a text longer than a cell can be.
    """
    cells = lines = 0
    for number, row in enumerate(rows, start=1):
        bare = [unguard(clean(cell).strip()) for cell in row]
        while bare and not bare[-1]:
            bare.pop()
        if not bare:
            continue
        lines += 1
        cells += len(bare)
        if lines > MAX_ROWS:
            raise UnreadableFileError.because("too_many_rows", rows=MAX_ROWS)
        if len(bare) > MAX_COLUMNS:
            raise UnreadableFileError.because("too_many_columns", columns=MAX_COLUMNS, row=number)
        if cells > MAX_CELLS:
            raise UnreadableFileError.because("too_many_cells", cells=MAX_CELLS)
        if max(map(len, bare)) > MAX_LENGTH:
            raise UnreadableFileError.because("cell_too_long", row=number, length=MAX_LENGTH)
        yield number, bare
