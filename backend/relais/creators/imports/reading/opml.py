"""Lists of blogs as feed readers export them."""

import re

from relais.creators.errors import UnreadableFileError
from relais.creators.imports.reading.table import Table
from relais.sources.actions import read_opml
from relais.sources.errors import UnreadableListError

_START = re.compile(rb"<\s*opml\b", re.IGNORECASE)
_WINDOW = 4_096
#: Names of the columns made of an outline: title, site, feed, folders.
NAMES = ["Title", "Site", "Feed", "Folders"]


def looks_like(body: bytes) -> bool:
    """Say whether the file begins as OPML does, in any encoding that keeps its letters."""
    return _START.search(body[:_WINDOW].replace(b"\x00", b"")) is not None


def read(body: bytes) -> Table:
    """Return one row for each outline with an address.

    Raises:
        UnreadableFileError: there is none.
    """
    try:
        outlines = read_opml(body=body)
    except UnreadableListError as error:
        raise UnreadableFileError.because("no_opml") from error
    rows = [[one.title, one.html_url, one.xml_url, " | ".join(one.folders)] for one in outlines]
    return Table.of("opml", lambda: rows, NAMES)
