"""From the bytes of a file to rows of text, whatever program wrote them."""

from relais.creators.imports.reading.files import read_file
from relais.creators.imports.reading.table import Line, Table

__all__ = ["Line", "Table", "read_file"]
