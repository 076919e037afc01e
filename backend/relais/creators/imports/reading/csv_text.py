"""CSV as spreadsheets of all languages and ages write it."""

import csv
import io
from collections.abc import Iterator

from relais.creators.errors import UnreadableFileError
from relais.creators.imports.reading.table import MAX_LENGTH, Table, tidy

_DELIMITERS = (",", ";", "\t", "|")
#: Lines looked at to find the delimiter.
_SAMPLE = 50
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
#: A text has hardly any control characters; a picture or a program is full of them.
_MOST_JUNK, _FEW = 0.01, 10
#: Share of NUL bytes on one side from which text is UTF-16.
_MOSTLY = 0.3


def read(body: bytes) -> Table:
    """Return the table in a CSV of any usual delimiter and encoding.

    Raises:
        UnreadableFileError: this is no text, or a quotation mark is never closed.
    """
    text = _decode(body)
    junk = sum(1 for letter in text[:100_000] if letter < " " and letter not in "\t\r\n\x0b\x0c")
    if junk > _FEW + len(text[:100_000]) * _MOST_JUNK:
        raise UnreadableFileError.because("no_table")
    return Table("csv", list(tidy(_rows(text, _delimiter(text)))))


def _decode(body: bytes) -> str:
    for bom, encoding in _BOMS:
        if body.startswith(bom):
            return body[len(bom) :].decode(encoding, "replace")
    head = body[:2_000]
    if head[1::2].count(0) > len(head[1::2]) * _MOSTLY:
        return body.decode("utf-16-le", "replace")
    if head[0::2].count(0) > len(head[0::2]) * _MOSTLY:
        return body.decode("utf-16-be", "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        # What Excel writes in western Europe.
        return body.decode("cp1252", "replace")


def _delimiter(text: str) -> str:
    """Return the delimiter that cuts the first lines into the same number of cells most often."""
    first = text.partition("\n")[0]
    # Excel's own hint.
    if first.strip().lower().startswith("sep=") and len(first.strip()) == len("sep=;"):
        return first.strip()[-1]
    scores = [_score(text, delimiter) for delimiter in _DELIMITERS]
    return _DELIMITERS[scores.index(max(scores))]


def _score(text: str, delimiter: str) -> tuple[bool, bool, float, int]:
    """Return how well a delimiter explains the first lines; a wrong one finds text after closing quotation marks."""
    widths: list[int] = []
    clean = True
    for strict in (True, False):
        try:
            reader = csv.reader(io.StringIO(text[:100_000], newline=""), delimiter=delimiter, strict=strict)
            widths = [len(row) for row, _ in zip(reader, range(_SAMPLE), strict=False) if row]
            break
        except csv.Error:
            clean = False
    common = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
    return clean, common > 1, widths.count(common) / max(len(widths), 1), common


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    begun = 0
    try:
        for row in reader:
            is_hint = reader.line_num == 1 and "".join(row).lower().startswith("sep=")
            yield [] if is_hint else row
            begun = reader.line_num
    except csv.Error as error:
        if reader.line_num == begun + 1:
            raise UnreadableFileError.because("cell_too_long", row=reader.line_num, length=MAX_LENGTH) from error
        raise UnreadableFileError.because("open_quote", line=begun + 1) from error
