"""A file becomes an import in draft: its rows staged, its columns understood, its outcome previewed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import orjson
from django.db import connection, transaction

from relais.activity.actions import record
from relais.creators.errors import ImportStateError, MappedTwiceError, UnreadableFileError
from relais.creators.imports import mapping as guessing
from relais.creators.imports.deciding import Decision, Options, decide
from relais.creators.imports.fields import LABELS, REPEATABLE, Field
from relais.creators.imports.reading import Line, Table, read_file
from relais.creators.imports.rows import RowReader
from relais.creators.models import Import, ImportMapping, ImportRow
from relais.creators.rules import ImportState
from relais.kit.actors import Actor
from relais.kit.tenancy import current_workspace_id
from relais.kit.text import clean, fold
from relais.workspaces.models import Membership

PREVIEWED = 20
SAMPLES = 3
SAMPLE_LENGTH = 80
#: Lines in which the column names are looked for.
HEADER_WITHIN = 5
NAME_LENGTH = 120
FILE_NAME_LENGTH = 255


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row and what would become of it."""

    number: int
    cells: list[str]
    decision: Decision


@transaction.atomic
def stage_import(*, body: bytes, file_name: str, by: Actor) -> Import:
    """Read a file and stage its rows as a draft.

    Raises:
        FileTooLargeError, UnreadableFileError: the file cannot be read; nothing is kept.
    """
    table = read_file(body=body)
    names, skipped = _split(table)
    width = max(len(names), table.width)
    names = [*names, *[""] * (width - len(names))]
    samples = [_samples(table.head[skipped:], column) for column in range(width)]
    remembered = ImportMapping.objects.filter(signature=guessing.signature(names)).first()
    staged: Import = Import.objects.create(
        kind=table.kind,
        file_name=clean(file_name).replace("\\", "/").rpartition("/")[2][-FILE_NAME_LENGTH:],
        columns=[
            {"index": number, "name": name or letters(number), "samples": samples[number][:SAMPLES]}
            for number, name in enumerate(_unique(names))
        ],
        mapping=remembered.mapping if remembered else guessing.guess(names, samples),
        options={"tags": [], "list": None, "owner": None, "update_existing": True},
        total=table.total - skipped,
        made_by_id=by.user_id,
    )
    _copy(staged, islice(table.lines, skipped, None))
    record(verb="import.staged", subject=staged, by=by, data={"file_name": staged.file_name, "rows": staged.total})
    return staged


def _split(table: Table) -> tuple[list[str], int]:
    """Return the column names ("" where there is none), and how many lines stand above the first row."""
    if table.names is not None:
        return table.names, 0
    first = table.head[:HEADER_WITHIN]
    for place, (_, cells) in enumerate(first):
        # A title above the table fills one cell only.
        if len(cells) > 1 or place + 1 == len(first) or len(table.head[place + 1][1]) == 1:
            header = guessing.is_header(cells)
            skipped = place + 1 if header else place
            break
    if header and table.total == skipped:
        raise UnreadableFileError.because("only_header")
    return ([cell[:NAME_LENGTH] for cell in cells] if header else []), skipped


def letters(number: int) -> str:
    """Return what a spreadsheet calls a column: 0 is A, 26 is AA."""
    text = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def _unique(names: Sequence[str]) -> list[str]:
    return [name if fold(name) else "" for name in names]


def _samples(lines: Sequence[Line], column: int) -> list[str]:
    found: dict[str, None] = {}
    for _, cells in lines[:200]:
        if column < len(cells) and cells[column]:
            found.setdefault(cells[column][:SAMPLE_LENGTH])
        if len(found) >= PREVIEWED:
            break
    return list(found)


def _copy(staged: Import, lines: Iterable[Line]) -> None:
    """Write the rows as one stream."""
    table, workspace = ImportRow._meta.db_table, current_workspace_id()
    columns = "workspace_id, run_id, number, cells, outcome, problems, kept"
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
        for number, cells in lines:
            copy.write_row((workspace, staged.pk, number, orjson.dumps(cells).decode(), "", "{}", False))


@transaction.atomic
def change_import(*, staged: Import, mapping: Mapping[str, str] | None, options: Mapping[str, Any] | None) -> Import:
    """Say what the columns hold and what is set on everybody; what is not given stays.

    Raises:
        ImportStateError: the import is no draft any more.
        MappedTwiceError: one of two columns would be left out without a word.
    """
    locked: Import = Import.objects.select_for_update(no_key=True).get(pk=staged.pk)
    if locked.state != ImportState.DRAFT:
        raise ImportStateError
    if mapping is not None:
        locked.mapping = locked.mapping | dict(mapping)
        refuse_doubled(locked)
    if options is not None:
        locked.options = locked.options | dict(options)
    locked.save(update_fields=["mapping", "options"])
    return locked


def refuse_doubled(staged: Import) -> None:
    """Refuse a mapping that gives two columns what a person has only one of.

    Raises:
        MappedTwiceError: which field, which columns.
    """
    named: dict[str, list[str]] = {}
    for column in staged.columns:
        named.setdefault(staged.mapping.get(str(column["index"]), ""), []).append(column["name"])
    for field, columns in named.items():
        if field and len(columns) > 1 and Field(field) not in REPEATABLE:
            raise MappedTwiceError(field=LABELS[Field(field)], columns=columns)


def reader_of(run: Import) -> RowReader:
    """Return what reads the rows of this import."""
    owners = {fold(email): pk for pk, email in Membership.objects.values_list("user_id", "user__email")}
    return RowReader(mapping=mapped(run.mapping), names=[column["name"] for column in run.columns], owners=owners)


def mapped(kept: Mapping[str, str]) -> dict[int, Field]:
    """Return the columns that are imported."""
    return {int(column): Field(name) for column, name in sorted(kept.items(), key=lambda item: int(item[0])) if name}


def options_of(run: Import) -> Options:
    """Return what is set on everybody."""
    return Options(
        tags=tuple(run.options["tags"]),
        list_id=run.options["list"],
        owner_id=run.options["owner"],
        update_existing=run.options["update_existing"],
    )


def preview(run: Import) -> list[PreviewRow]:
    """Return the first rows and what would become of each; nothing once the import runs."""
    if run.state != ImportState.DRAFT:
        return []
    rows = list(ImportRow.objects.filter(run=run).order_by("number").values_list("number", "cells")[:PREVIEWED])
    reader = reader_of(run)
    decisions = decide([reader.read(cells) for _, cells in rows], options_of(run))
    return [PreviewRow(number, cells, made) for (number, cells), made in zip(rows, decisions, strict=True)]
