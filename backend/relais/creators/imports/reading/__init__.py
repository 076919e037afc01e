"""From the bytes of a file to rows of text, whatever program wrote them."""

from relais.creators.imports.reading.files import read_file
from relais.creators.imports.reading.table import Table

__all__ = ["Table", "read_file"]
