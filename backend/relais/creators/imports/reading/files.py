"""Which reader a file is for: by what is in it, not by what it is called."""

import re

from relais.creators.errors import FileTooLargeError, UnreadableFileError
from relais.creators.imports.reading import csv_text, opml, xlsx
from relais.creators.imports.reading.table import MAX_BYTES, Table

_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
#: How files of other kinds begin; some hold so much text that they would pass for a table.
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*", b"\x00\x00\x01\x00", b"BM")
_OTHERS = (
    b"%PDF-", b"{\\rtf", b"\x1f\x8b", b"BZh", b"7z\xbc\xaf", b"\xfd7zXZ", b"Rar!\x1a", b"\x7fELF", b"MZ",
    b"\xcf\xfa\xed\xfe", b"SQLite format 3\x00", b"ID3", b"OggS", b"fLaC", b"RIFF", b"PAR1", b"wOFF",
)  # fmt: skip
#: Some of these beginnings are letters, which a column may begin with too.
_LETTERS = (b"BM", b"MZ", b"BZh", b"ID3", b"OggS", b"fLaC", b"RIFF", b"PAR1", b"wOFF")
_PAGE = re.compile(rb"\s*(<!doctype\s+html|<html)\b", re.IGNORECASE)
_HEAD = 512


def read_file(*, body: bytes) -> Table:
    """Return the table in a CSV, XLSX or OPML file.

    Raises:
        FileTooLargeError: more than MAX_BYTES.
        UnreadableFileError: empty, of another kind, damaged, or built to exhaust the reader; says which.
    """
    if len(body) > MAX_BYTES:
        raise FileTooLargeError
    if not body.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise UnreadableFileError.because("empty")
    if foreign := _foreign_kind(body):
        raise UnreadableFileError.because(foreign)
    if body.startswith(_ZIP):
        table = xlsx.read(body)
    elif body.startswith(_OLD_EXCEL):
        raise UnreadableFileError.because("old_excel")
    elif opml.looks_like(body):
        table = opml.read(body)
    else:
        table = csv_text.read(body)
    if not table.total:
        raise UnreadableFileError.because("empty")
    return table


def _foreign_kind(body: bytes) -> str:
    """Return the reason to refuse a file that begins as another kind does; "" for what may be a table."""
    if _begins(body, _PICTURES) or body[8:12] == b"WEBP" or body[4:12] in {b"ftypavif", b"ftypheic"}:
        return "picture"
    if _begins(body, _OTHERS) or body[4:8] == b"ftyp":
        return "no_table"
    return "web_page" if _PAGE.match(body.removeprefix(b"\xef\xbb\xbf")) else ""


def _begins(body: bytes, marks: tuple[bytes, ...]) -> bool:
    found = next((mark for mark in marks if body.startswith(mark)), None)
    return found is not None and (found not in _LETTERS or b"\x00" in body[:_HEAD])
