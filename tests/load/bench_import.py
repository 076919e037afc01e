"""A CSV imported, from the upload to the last row, against COPY of the very rows it leaves behind.

Goal: at most ten times the COPY, in memory that does not grow with the file.
"""

import io
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.load import harness
from tests.load.figures import Figure

#: A tenth of the file the goal speaks of: the ratio is by row, and the whole would take most of an hour.
ROWS = 10_000
GOAL_RATIO = 10
#: Flat: the file itself, of 7 MB, and not its rows beside it.
GOAL_MB = 16
STATUS = Path("/proc/self/status")
#: What an import writes: the limit copies the same rows into tables with the same indexes.
TABLES = (
    "sources_source",
    "creators_creator",
    "creators_channel",
    "creators_contactpoint",
    "creators_creatortag",
    "creators_importrow",
    "activity_activity",
)


def file_of(rows: int) -> bytes:
    """Return a CSV as an agency keeps it."""
    out = io.StringIO()
    out.write("nom;blog;e-mail;ville;pays;thématiques\n")
    for number in range(rows):
        out.write(f"Personne {number};https://b{number}.fr/;p{number}@b{number}.fr;Lyon;France;Cuisine\n")
    return out.getvalue().encode()


def import_file(workspace: Any, body: bytes) -> tuple[float, float]:
    """Stage the file and run the import; return the seconds of each."""
    from relais.creators.imports import running, staging
    from relais.kit.actors import Actor
    from relais.kit.tenancy import workspace_scope

    with workspace_scope(workspace.pk):
        begun = time.perf_counter()
        draft = staging.stage_import(body=body, file_name="liste.csv", by=Actor())
        staged = time.perf_counter()
        running.start_import(draft=draft, by=Actor())
        running.continue_import(import_id=draft.pk)
        ended = time.perf_counter()
        draft.refresh_from_db()
        if draft.created != ROWS:
            msg = f"{draft.created} people of {ROWS} rows"
            raise AssertionError(msg)
    return staged - begun, ended - staged


def copy_rows() -> float:
    """Copy the rows the import left into empty tables with the same indexes; return the seconds it took."""
    spent = 0.0
    with harness.raw_connection() as connection, connection.cursor() as cursor:
        for table in TABLES:
            with cursor.copy(f"COPY {table} TO STDOUT (FORMAT binary)") as copy:
                data = b"".join(copy)
            cursor.execute(f"CREATE TABLE limit_{table} (LIKE {table} INCLUDING ALL)")
            begun = time.perf_counter()
            with cursor.copy(f"COPY limit_{table} FROM STDIN (FORMAT binary)") as copy:
                copy.write(data)
            spent += time.perf_counter() - begun
            cursor.execute(f"DROP TABLE limit_{table}")
    return spent


@contextmanager
def grown() -> Iterator[list[float]]:
    """Return, in a list, by how many MB the process grew at most during the block; an empty one but on Linux."""
    found: list[float] = []
    if not STATUS.exists():
        yield found
        return
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before = _told("VmRSS")
    yield found
    found.append(_told("VmHWM") - before)


def _told(name: str) -> float:
    line = next(line for line in STATUS.read_text(encoding="ascii").splitlines() if line.startswith(f"{name}:"))
    return int(line.split()[1]) / 1024


def run() -> list[Figure]:
    """Import once, copy once; stage ten times as many rows; return the ratio and the memory."""
    from relais.creators.imports import staging
    from relais.kit.actors import Actor
    from relais.kit.tenancy import workspace_scope
    from tests import factories

    workspace = factories.make_workspace(factories.make_user("Iris Tableur"), "Listes")
    with grown() as few:
        staged, imported = import_file(workspace, file_of(ROWS))
    limit = copy_rows()
    job = f"import of {ROWS:,} rows: {ROWS / (staged + imported):,.0f} rows/s"
    figures = [Figure(job, (staged + imported) / limit, "× COPY", GOAL_RATIO)]
    body = file_of(ROWS * 10)
    with workspace_scope(workspace.pk), grown() as many:
        staging.stage_import(body=body, file_name="liste.csv", by=Actor())
    if many:
        job = f"memory to stage {ROWS * 10:,} rows; importing {ROWS:,} took {few[0]:.0f} MB"
        figures.append(Figure(job, many[0], "MB", GOAL_MB))
    return figures
