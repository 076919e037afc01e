"""Reads a workbook from standard input and prints a JSON array for each row: a program of its own.

Nothing but the reader is loaded, and the operating system ends it when it takes too much time or memory.
"""

import io
import resource
import sys
import zipfile
from datetime import date, datetime, time
from typing import Any

import orjson
from openpyxl import load_workbook

SECONDS = 25
MEMORY = 1024 * 1024 * 1024
MAX_ROWS = 1_048_576
MAX_COLUMNS = 201
#: Exit status when a formula was never computed; its row is on standard error.
UNCOMPUTED = 3
#: Rows without a cell between two with one; a sheet formatted to its last row ends here.
MAX_BLANK = 10_000


def text_of(value: Any) -> str:
    """Return a cell as a person reads it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)  # noqa: PLR2004 - exact below
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)


def rows_of(body: bytes, *, results: bool) -> Any:
    """Return the rows of the first visible sheet, with what its formulas gave or with the formulas themselves."""
    book = load_workbook(io.BytesIO(body), read_only=True, data_only=results, keep_links=False)
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"] or book.worksheets
    if not sheets:
        return iter(())
    sheets[0].reset_dimensions()  # what a sheet says of its size is often wrong
    return sheets[0].iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS)


def has_formulas(body: bytes) -> bool:
    """Say whether any sheet holds one."""
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/")]
    return any(b"<f>" in sheet or b"<f " in sheet or b"<f/" in sheet for sheet in sheets)


def uncomputed(body: bytes) -> int:
    """Return the first row with a formula that has no result, which a program writes and no spreadsheet; else 0."""
    together = zip(rows_of(body, results=False), rows_of(body, results=True), strict=False)
    for number, (formulas, results) in enumerate(together, start=1):
        if any(cell.data_type == "f" and result.value is None for cell, result in zip(formulas, results, strict=False)):
            return number
    return 0


def main() -> None:
    """Print the rows of the first visible sheet; blank ones as `[]`, to keep their number."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    body = sys.stdin.buffer.read()
    if has_formulas(body) and (number := uncomputed(body)):
        sys.stderr.write(str(number))
        sys.exit(UNCOMPUTED)
    blank = 0
    for row in rows_of(body, results=True):
        cells = [text_of(cell.value) for cell in row]
        blank = 0 if any(cells) else blank + 1
        if blank > MAX_BLANK:
            break
        sys.stdout.buffer.write(orjson.dumps(cells if any(cells) else []) + b"\n")


if __name__ == "__main__":
    main()
