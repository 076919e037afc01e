"""Writes what was decided for a chunk of rows: a fixed number of statements, in the caller's transaction."""

from collections.abc import Iterator, Sequence
from typing import Any

from relais.activity.actions import build, record_all
from relais.creators.actions.headline import refresh_headlines
from relais.creators.actions.tags import tags_named
from relais.creators.imports.deciding import Decision
from relais.creators.imports.matching import FILLABLE
from relais.creators.models import Channel, ContactPoint, Creator, CreatorTag, Import, ListEntry, PostalAddress
from relais.creators.rules import RowOutcome
from relais.kit import clock
from relais.kit.actors import Actor
from relais.kit.setwise import insert_rows, update_rows
from relais.kit.text import fold
from relais.sources.actions import follow

#: What an update replaced and added, by kind of row: enough to take it back.
Before = dict[str, Any]
#: A row to be written, and the decision it is part of.
Rows = Iterator[tuple[Decision, dict[str, Any]]]

#: Columns of a person that a row may tell.
_COLUMNS = ("name", "kind", "relationship_status", *FILLABLE)
_ADDRESS = ("line1", "line2", "postcode", "city", "region", "country")


def write(decisions: Sequence[Decision], *, run: Import, by: Actor) -> list[Before | None]:
    """Write the decisions; return for each row what it replaced and added, None where nothing was written."""
    writing = [one for one in decisions if one.outcome in {RowOutcome.CREATED, RowOutcome.UPDATED}]
    _create_people([one for one in writing if one.outcome == RowOutcome.CREATED])
    _change_people([one for one in writing if one.outcome == RowOutcome.UPDATED])
    before: dict[int, Before] = {id(one): {"columns": dict(one.columns)} for one in writing}
    added: list[tuple[str, Any, Rows]] = [
        ("channels", Channel, _channels(writing)),
        ("contacts", ContactPoint, _contacts(writing)),
        ("addresses", PostalAddress, _addresses(writing)),
        ("tags", CreatorTag, _tags(writing)),
        ("lists", ListEntry, _lists(writing)),
    ]
    for name, model, rows in added:
        pairs = list(rows)
        ids = insert_rows(model, [row for _, row in pairs])
        for (decision, _), pk in zip(pairs, ids, strict=True):
            before[id(decision)].setdefault(name, []).append(pk)
    _tell(writing, run, by)
    refresh_headlines({_id(one) for one in writing})
    return [before.get(id(one)) for one in decisions]


def _id(decision: Decision) -> int:
    if decision.target is None or decision.target.id is None:
        raise LookupError("The person of this row is not written yet.")
    return decision.target.id


def _create_people(made: Sequence[Decision]) -> None:
    nobody = Creator()
    blank = {name: getattr(nobody, name) for name in _COLUMNS}
    ids = insert_rows(Creator, [blank | _told(one) | {"status_by_hand": _by_hand(one)} for one in made])
    for one, pk in zip(made, ids, strict=True):
        if one.target is not None:
            one.target.id = pk


def _change_people(filled: Sequence[Decision]) -> None:
    ids = {_id(one) for one in filled}
    people = Creator.objects.filter(id__in=ids).order_by("id").select_for_update(no_key=True)
    rows = {row["id"]: row for row in people.values("id", "version", "status_by_hand", *_COLUMNS)}
    for row in rows.values():
        row |= {"version": row["version"] + 1, "updated_at": clock.now()}
    for one in filled:
        row = rows[_id(one)]
        row |= _told(one) | {"status_by_hand": row["status_by_hand"] or _by_hand(one)}
    update_rows(Creator, [*rows.values()])


def _told(decision: Decision) -> dict[str, Any]:
    return {name: new for name, (_, new) in decision.columns.items()}


def _by_hand(decision: Decision) -> bool:
    return "relationship_status" in decision.columns


def _channels(writing: Sequence[Decision]) -> Rows:
    sources = follow(refs=[ref for one in writing for ref in one.channels])
    for one in writing:
        for ref in one.channels:
            yield (
                one,
                {
                    "creator_id": _id(one),
                    "platform": ref.platform,
                    "key": ref.key,
                    "url": ref.url,
                    "handle": ref.handle[:200],
                    "feed_url": ref.feed_url,
                    "source_id": sources[ref],
                },
            )


def _contacts(writing: Sequence[Decision]) -> Rows:
    now = clock.now()
    had = {_id(one) for one in writing if one.outcome == RowOutcome.UPDATED and one.contacts}
    have = set(ContactPoint.objects.filter(creator_id__in=had).values_list("creator_id", "kind"))
    for one in writing:
        for kind, value, normalised in one.contacts:
            first = (_id(one), kind) not in have
            have.add((_id(one), kind))
            yield (
                one,
                {
                    "creator_id": _id(one),
                    "kind": kind,
                    "value": value,
                    "normalised": normalised,
                    "is_primary": first,
                    "collected_at": now,
                },
            )


def _addresses(writing: Sequence[Decision]) -> Rows:
    for one in writing:
        if one.address is not None and one.target is not None:
            place = {name: one.address.get(name, "") for name in _ADDRESS}
            yield one, {"creator_id": _id(one), "recipient": one.target.name, "is_default": True, **place}


def _tags(writing: Sequence[Decision]) -> Rows:
    tags = {tag.folded: tag.pk for tag in tags_named({name for one in writing for name in one.tags})}
    for one in writing:
        for name in one.tags:
            yield one, {"creator_id": _id(one), "tag_id": tags[fold(name)[:60]]}


def _lists(writing: Sequence[Decision]) -> Rows:
    for one in writing:
        for list_id in one.lists:
            yield one, {"creator_id": _id(one), "list_id": list_id}


def _tell(writing: Sequence[Decision], run: Import, by: Actor) -> None:
    lines = []
    for one in writing:
        made = one.outcome == RowOutcome.CREATED
        data: dict[str, Any] = {"import": run.pk, "file_name": run.file_name}
        if made:
            data["name"] = one.columns["name"][1]
        else:
            data["before"] = {name: old for name, (old, _) in one.columns.items()}
            data["after"] = {name: new for name, (_, new) in one.columns.items()}
        verb = "creator.imported" if made else "creator.import_updated"
        lines.append(build(verb=verb, subject=(Creator, _id(one)), by=by, creator_id=_id(one), data=data))
    record_all(lines)
