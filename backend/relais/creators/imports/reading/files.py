"""Which reader a file is for: by what is in it, not by what it is called."""

from relais.creators.errors import FileTooLargeError, UnreadableFileError
from relais.creators.imports.reading import csv_text, opml, xlsx
from relais.creators.imports.reading.table import MAX_BYTES, Table

_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


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
    if body.startswith(_ZIP):
        table = xlsx.read(body)
    elif body.startswith(_OLD_EXCEL):
        raise UnreadableFileError.because("old_excel")
    elif opml.looks_like(body):
        table = opml.read(body)
    else:
        table = csv_text.read(body)
    if not table.lines:
        raise UnreadableFileError.because("empty")
    return table
