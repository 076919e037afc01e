"""Reads a workbook from standard input and prints a JSON array for each row: a program of its own.

Nothing but the reader is loaded, and the operating system ends it when it takes too much time or memory.
"""

import io
import resource
import sys
from datetime import date, datetime, time
from typing import Any

import orjson
from openpyxl import load_workbook

SECONDS = 25
MEMORY = 1024 * 1024 * 1024
MAX_ROWS = 1_048_576
MAX_COLUMNS = 201
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


def main() -> None:
    """Print the rows of the first visible sheet; blank ones as `[]`, to keep their number."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    book = load_workbook(io.BytesIO(sys.stdin.buffer.read()), read_only=True, data_only=True, keep_links=False)
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"] or book.worksheets
    if not sheets:
        return
    sheet = sheets[0]
    sheet.reset_dimensions()  # what a sheet says of its size is often wrong
    blank = 0
    for row in sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS, values_only=True):
        cells = [text_of(value) for value in row]
        blank = 0 if any(cells) else blank + 1
        if blank > MAX_BLANK:
            break
        sys.stdout.buffer.write(orjson.dumps(cells if any(cells) else []) + b"\n")


if __name__ == "__main__":
    main()
