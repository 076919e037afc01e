"""The table as a file: CSV of any length, or a workbook of a bounded one. No cell is a formula."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from relais.creators.exporting.columns import Cell
from relais.creators.imports.formulas import guard

#: Excel reads UTF-8 only with this.
_BOM = "\ufeff"
#: Excel's own limit; what is longer it takes for a damaged file.
MOST_IN_CELL = 32_767


def as_csv(headings: Sequence[str], lines: Iterable[Sequence[Cell]], *, language: str) -> Iterator[bytes]:
    """Yield the file line by line, written as spreadsheets of that language expect: `;` and a comma in French."""
    french = language == "fr"

    def text(cell: Cell) -> str:
        if isinstance(cell, str):
            return guard(cell)
        if isinstance(cell, float):
            return str(cell).replace(".", ",") if french else str(cell)
        return "" if cell is None else cell.isoformat() if isinstance(cell, date) else str(cell)

    # Everything in quotation marks: the delimiter is found again without doubt.
    out = io.StringIO(newline="")
    out.write(_BOM)
    writer = csv.writer(out, delimiter=";" if french else ",", quoting=csv.QUOTE_ALL)
    writer.writerow(map(guard, headings))
    for line in lines:
        writer.writerow(map(text, line))
        yield out.getvalue().encode()
        out.seek(0)
        out.truncate()
    yield out.getvalue().encode()


def as_xlsx(headings: Sequence[str], lines: Iterable[Sequence[Cell]]) -> bytes:
    """Return the workbook: numbers are numbers, days are days, the headings stay in view."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.freeze_panes = "B2"
    sheet.append([guard(name) for name in headings])
    for line in lines:
        sheet.append([_fitting(guard(cell)) if isinstance(cell, str) else cell for cell in line])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fitting(text: str) -> str:
    """Return what a cell of a workbook may hold; where it ends early, it says so."""
    bare = ILLEGAL_CHARACTERS_RE.sub("", text)
    if len(bare) <= MOST_IN_CELL:
        return bare
    end = _(" … (cut: a cell of Excel holds no more; the CSV has it whole)")
    return bare[: MOST_IN_CELL - len(end)] + end
