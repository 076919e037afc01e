"""XLSX, opened only when what it declares is believable, and read in a process of its own with hard limits."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import orjson

from relais.creators.errors import UnreadableFileError
from relais.creators.imports.reading.table import Table

MAX_ENTRIES = 1_000
#: Sum of the declared sizes of all entries.
MAX_UNPACKED = 120 * 1024 * 1024
#: Real workbooks reach about 15; one row repeated may reach 50.
MAX_RATIO = 60
#: Below this size a high ratio harms nobody.
SMALL = 4 * 1024 * 1024
SECONDS = 30
#: The child's exit status for a formula without a result.
UNCOMPUTED = 3
_CHILD = Path(__file__).with_name("xlsx_child.py")


def read(body: bytes) -> Table:
    """Return the first visible sheet.

    Raises:
        UnreadableFileError: damaged, no workbook, too large unpacked, or with formulas nobody has computed.
    """
    _inspect(body)
    told = _rows(body)
    return Table.of("xlsx", lambda: map(orjson.loads, io.BytesIO(told)))


def _inspect(body: bytes) -> None:
    try:
        entries = zipfile.ZipFile(io.BytesIO(body)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise UnreadableFileError.because("damaged_xlsx") from error
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED:
        raise UnreadableFileError.because("too_large_unpacked")
    if unpacked > SMALL and any(entry.file_size > MAX_RATIO * max(entry.compress_size, 1) for entry in entries):
        raise UnreadableFileError.because("too_large_unpacked")
    if not any(entry.filename == "xl/workbook.xml" for entry in entries):
        raise UnreadableFileError.because("no_workbook")


def _rows(body: bytes) -> bytes:
    """Return the rows, each a JSON list on a line of its own."""
    try:
        child = subprocess.run(  # noqa: S603 - our own program; the file goes to its standard input
            [sys.executable, "-I", str(_CHILD)],
            input=body,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableFileError.because("too_slow") from error
    if child.returncode == UNCOMPUTED and child.stderr.isdigit():
        raise UnreadableFileError.because("uncomputed", row=int(child.stderr))
    if child.returncode:
        raise UnreadableFileError.because("damaged_xlsx" if child.returncode > 0 else "too_slow")
    return child.stdout
