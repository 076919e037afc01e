"""An import runs in chunks, each one transaction: its rows, what they made, and the progress.

A worker killed anywhere leaves whole chunks; whoever takes the import up goes on with the rows that have no
outcome. The row of the import is locked for each chunk, so two workers never do the same rows.
"""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

from django.db import IntegrityError, connection, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from relais.activity.actions import record
from relais.creators.errors import ImportStateError, NothingMappedError
from relais.creators.imports import mapping as guessing
from relais.creators.imports.deciding import Options, decide
from relais.creators.imports.fields import IDENTIFYING
from relais.creators.imports.staging import mapped, options_of, reader_of, refuse_doubled
from relais.creators.imports.writing import write
from relais.creators.models import CreatorList, Import, ImportMapping, ImportRow
from relais.creators.rules import ImportState, RowOutcome
from relais.kit import clock
from relais.kit.actors import Actor
from relais.kit.jobs import enqueue
from relais.kit.tenancy import current_workspace_id
from relais.workspaces.models import Membership

#: Rows of one transaction: enough that its fifty statements weigh nothing.
CHUNK = 1_000
#: How long a worker that gives no more sign of life keeps others away; each chunk renews it.
LEASE = timedelta(minutes=1)
#: Workers that may die on one chunk before the import is given up.
MOST_ATTEMPTS = 5
#: Another person may take a channel between our look and our write; then the chunk is decided anew.
TRIES = 3
_GAVE_UP = "gave_up"
_FAILURES = {_GAVE_UP: _("The import stopped at the same row again and again. Undo it, or tell your administrator.")}
#: First key of the advisory lock that lets imports of one workspace take turns; the second is the workspace.
_TURNSTILE = 0x1A9027


@transaction.atomic
def start_import(*, draft: Import, by: Actor) -> Import:
    """Let a draft run in the background, and remember its mapping for files with the same columns.

    Raises:
        ImportStateError: it is no draft.
        NothingMappedError: no column tells who the people are.
        MappedTwiceError: one of two columns would be left out without a word.
    """
    run: Import = Import.objects.select_for_update(no_key=True).get(pk=draft.pk)
    if run.state != ImportState.DRAFT:
        raise ImportStateError
    if not IDENTIFYING & set(mapped(run.mapping).values()):
        raise NothingMappedError
    refuse_doubled(run)
    signature = guessing.signature([column["name"] for column in run.columns])
    ImportMapping.objects.update_or_create(signature=signature, defaults={"mapping": run.mapping})
    run.state, run.started_at, run.made_by_id = ImportState.RUNNING, clock.now(), by.user_id or run.made_by_id
    run.save(update_fields=["state", "started_at", "made_by"])
    record(verb="import.started", subject=run, by=by, data={"file_name": run.file_name, "rows": run.total})
    enqueue("creators.run_import", workspace_id=run.workspace_id, import_id=run.pk)
    return run


def continue_import(*, import_id: int) -> None:
    """Take a running import up where it stands and bring it to its end; nothing when somebody else has it."""
    if not _take_up(import_id):
        return
    while _run_chunk(import_id):
        pass


def _take_up(import_id: int) -> bool:
    free = Q(leased_until=None) | Q(leased_until__lte=clock.now())
    waiting = Import.objects.filter(free, pk=import_id, state=ImportState.RUNNING)
    if waiting.filter(attempts__gte=MOST_ATTEMPTS).update(
        state=ImportState.FAILED, finished_at=clock.now(), error=_GAVE_UP
    ):
        return False
    return bool(waiting.update(leased_until=clock.now() + LEASE, attempts=F("attempts") + 1))


def _run_chunk(import_id: int) -> bool:
    """Do the next rows; say whether there may be more."""
    for tries_left in reversed(range(TRIES)):
        try:
            with transaction.atomic():
                return _chunk(import_id)
        except IntegrityError:
            if not tries_left:
                raise
    return False


def _chunk(import_id: int) -> bool:
    run = Import.objects.select_for_update(no_key=True).filter(pk=import_id).first()
    if run is None or run.state != ImportState.RUNNING:
        return False
    waiting = ImportRow.objects.filter(run=run, outcome="").order_by("number")
    rows = list(waiting.values_list("id", "cells")[:CHUNK])
    if not rows:
        return _finish(run)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_TURNSTILE, current_workspace_id()])
    reader = reader_of(run)
    decisions = decide([reader.read(cells) for _, cells in rows], _present_options(run))
    traces = write(decisions, run=run, by=Actor(user_id=run.made_by_id))
    ImportRow.objects.close(
        [
            {
                "id": pk,
                "outcome": decision.outcome,
                "problems": decision.problems,
                "creator_id": decision.target.id if decision.target is not None else None,
                "before": trace,
            }
            for (pk, _), decision, trace in zip(rows, decisions, traces, strict=True)
        ]
    )
    for outcome, number in Counter(decision.outcome for decision in decisions).items():
        setattr(run, outcome, getattr(run, outcome) + number)
    run.done += len(rows)
    run.attempts, run.leased_until = 0, clock.now() + LEASE
    run.save(update_fields=[*RowOutcome, "done", "attempts", "leased_until"])
    return True


def _present_options(run: Import) -> Options:
    """Return the options without the list or the member that is gone by now."""
    options = options_of(run)
    if options.list_id is not None and not CreatorList.objects.filter(pk=options.list_id).exists():
        options = replace(options, list_id=None)
    if options.owner_id is not None and not Membership.objects.filter(user_id=options.owner_id).exists():
        options = replace(options, owner_id=None)
    return options


def _finish(run: Import) -> bool:
    run.state, run.finished_at, run.leased_until = ImportState.DONE, clock.now(), None
    run.save(update_fields=["state", "finished_at", "leased_until"])
    counts = {name: getattr(run, name) for name in ("total", *RowOutcome)}
    data = {"file_name": run.file_name, **counts}
    record(verb="import.finished", subject=run, by=Actor(user_id=run.made_by_id), data=data)
    return False


@transaction.atomic
def cancel_import(*, run: Import, by: Actor) -> Import:
    """Stop an import: a draft is put away, a running one ends after the chunk it is at. What was imported stays.

    Raises:
        ImportStateError: it has ended.
    """
    locked: Import = Import.objects.select_for_update(no_key=True).get(pk=run.pk)
    if locked.state not in {ImportState.DRAFT, ImportState.RUNNING}:
        raise ImportStateError
    locked.state, locked.finished_at, locked.leased_until = ImportState.CANCELLED, clock.now(), None
    locked.save(update_fields=["state", "finished_at", "leased_until"])
    record(verb="import.cancelled", subject=locked, by=by, data={"file_name": locked.file_name, "done": locked.done})
    return locked


def ring_for_stalled() -> None:
    """Ring for every running import of any workspace that nobody is at."""
    free = Q(leased_until=None) | Q(leased_until__lte=clock.now())
    stalled = Import.all_workspaces.filter(free, state=ImportState.RUNNING)
    for workspace_id, import_id in stalled.values_list("workspace_id", "id"):
        enqueue("creators.run_import", workspace_id=workspace_id, import_id=import_id)


def failure(run: Import) -> str:
    """Return why an import failed, in the reader's language; empty when it did not."""
    return str(_FAILURES[run.error]) if run.error else ""
