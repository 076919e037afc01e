"""The rejected rows as a CSV to correct and import again."""

import csv
import io

from django.utils.translation import gettext as _

from relais.creators.imports.formulas import guard
from relais.creators.imports.problems import reason, sentences
from relais.creators.models import Import, ImportRow
from relais.creators.rules import RowOutcome

#: Excel reads UTF-8 only with this.
_BOM = "\ufeff"


def write_errors(*, run: Import, delimiter: str) -> str:
    """Return the rejected rows: the columns of the file, then what is wrong. No cell is a formula."""
    out = io.StringIO(newline="")
    out.write(_BOM)
    # Everything in quotation marks: the delimiter is found again without doubt.
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    names = [column["name"] for column in run.columns]
    writer.writerow([guard(name) for name in [*names, _("error")]])
    rows = ImportRow.objects.filter(run=run, outcome=RowOutcome.REJECTED).order_by("number")
    for cells, problems in rows.values_list("cells", "problems").iterator(chunk_size=2_000):
        said = [f"{names[int(column)]}: {text}" for column, found in sentences(problems).items() for text in found]
        said += filter(None, [reason(problems)])
        padding = [""] * (len(names) - len(cells))
        writer.writerow([guard(cell) for cell in [*cells, *padding, " ".join(said)]])
    return out.getvalue()
