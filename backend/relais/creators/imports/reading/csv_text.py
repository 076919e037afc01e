"""CSV as spreadsheets of all languages and ages write it."""

import codecs
import csv
import io
from collections.abc import Iterator
from functools import partial

from relais.creators.errors import UnreadableFileError
from relais.creators.imports.reading.table import MAX_LENGTH, Table

_DELIMITERS = (",", ";", "\t", "|")
#: Lines looked at to find the delimiter, in so many letters, of so many bytes.
_SAMPLE = 50
_SAMPLE_LETTERS = 100_000
_SAMPLE_BYTES = 4 * _SAMPLE_LETTERS
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
    encoding, start = _encoding(body)
    sample = body[start : start + _SAMPLE_BYTES].decode(encoding, "replace")[:_SAMPLE_LETTERS]
    junk = sum(1 for letter in sample if letter < " " and letter not in "\t\r\n\x0b\x0c")
    if junk > _FEW + len(sample) * _MOST_JUNK:
        raise UnreadableFileError.because("no_table")
    return Table.of("csv", partial(_rows, body, encoding, start, _delimiter(sample)))


def _encoding(body: bytes) -> tuple[str, int]:
    """Return the encoding, and how many bytes of a mark come first."""
    for bom, encoding in _BOMS:
        if body.startswith(bom):
            return encoding, len(bom)
    head = body[:2_000]
    if head[1::2].count(0) > len(head[1::2]) * _MOSTLY:
        return "utf-16-le", 0
    if head[0::2].count(0) > len(head[0::2]) * _MOSTLY:
        return "utf-16-be", 0
    # What is no UTF-8 is what Excel writes in western Europe.
    return ("utf-8" if _is_utf8(body) else "cp1252"), 0


def _is_utf8(body: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(body), _SAMPLE_BYTES):
            decoder.decode(body[start : start + _SAMPLE_BYTES])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


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
            reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
            widths = [len(row) for row, _ in zip(reader, range(_SAMPLE), strict=False) if row]
            break
        except csv.Error:
            clean = False
    common = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
    return clean, common > 1, widths.count(common) / max(len(widths), 1), common


def _rows(body: bytes, encoding: str, start: int, delimiter: str) -> Iterator[list[str]]:
    source = io.BytesIO(body)
    source.seek(start)
    reader = csv.reader(io.TextIOWrapper(source, encoding, "replace", newline=""), delimiter=delimiter)
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
