"""What is written down by hand. The words stay in the note alone: history only points at it."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from relais.activity.actions import record
from relais.creators.actions.headline import refresh_headlines
from relais.creators.actions.relationship import mark_contacted
from relais.creators.errors import NotYoursError
from relais.creators.models import Creator, Note
from relais.creators.rules import NoteKind
from relais.kit import clock
from relais.kit.actors import Actor


@transaction.atomic
def add_note(*, creator: Creator, values: Mapping[str, Any], by: Actor) -> Note:
    """Write a note, a call, a message or a meeting; the last three count as having been in touch."""
    note = Note(creator=creator, author_id=by.user_id, **{"happened_at": clock.now(), **values})
    note.save()
    record(verb=f"note.{note.kind}_added", subject=note, by=by, creator_id=creator.pk, data=_about(note))
    _follow_up(note, by)
    return note


@transaction.atomic
def change_note(*, note: Note, values: Mapping[str, Any], by: Actor) -> Note:
    """Rewrite one's own note.

    Raises:
        NotYoursError: somebody else wrote it.
    """
    _refuse_others(note, by)
    for name, value in values.items():
        setattr(note, name, value)
    note.edited_at = clock.now()
    note.save()
    record(verb="note.changed", subject=note, by=by, creator_id=note.creator_id, data=_about(note))
    _follow_up(note, by)
    return note


@transaction.atomic
def delete_note(*, note: Note, by: Actor) -> None:
    """Remove one's own note for good.

    Raises:
        NotYoursError: somebody else wrote it.
    """
    _refuse_others(note, by)
    creator_id = note.creator_id
    record(verb="note.deleted", subject=note, by=by, creator_id=creator_id, data=_about(note))
    note.delete()
    refresh_headlines([creator_id])


def _refuse_others(note: Note, by: Actor) -> None:
    if note.author_id != by.user_id:
        raise NotYoursError


def _about(note: Note) -> dict[str, Any]:
    return {"kind": note.kind, "happened_at": note.happened_at.isoformat()}


def _follow_up(note: Note, by: Actor) -> None:
    if note.kind != NoteKind.NOTE:
        mark_contacted(creator_ids=[note.creator_id], at=note.happened_at, by=by)
    refresh_headlines([note.creator_id])
