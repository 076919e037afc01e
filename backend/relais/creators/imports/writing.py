"""Writes what was decided for a chunk of rows: a fixed number of statements, in the caller's transaction."""

from collections.abc import Sequence
from typing import Any

from django.db.models import F

from relais.activity.actions import build, record_all
from relais.creators.actions.headline import refresh_headlines
from relais.creators.actions.tags import tags_named
from relais.creators.imports.deciding import Decision
from relais.creators.models import Channel, ContactPoint, Creator, CreatorTag, Import, ListEntry, PostalAddress
from relais.creators.rules import RowOutcome
from relais.kit import clock
from relais.kit.actors import Actor
from relais.kit.text import fold
from relais.sources.actions import follow

#: What an update replaced and added, by kind of row: enough to take it back.
Before = dict[str, Any]


def write(decisions: Sequence[Decision], *, run: Import, by: Actor) -> list[Before | None]:
    """Write the decisions; return for each row what it replaced and added, None where nothing was written."""
    writing = [one for one in decisions if one.outcome in {RowOutcome.CREATED, RowOutcome.UPDATED}]
    _write_people(writing)
    before: dict[int, Before] = {id(one): {"columns": dict(one.columns)} for one in writing}
    rows = [
        ("channels", _write_channels(writing)),
        ("contacts", _write_contacts(writing)),
        ("addresses", _write_addresses(writing)),
        ("tags", _write_tags(writing)),
        ("lists", _write_lists(writing)),
    ]
    for name, made in rows:
        for decision, row in made:
            before[id(decision)].setdefault(name, []).append(row.pk)
    _tell(writing, run, by)
    refresh_headlines({_id(one) for one in writing})
    return [before.get(id(one)) for one in decisions]


def _id(decision: Decision) -> int:
    if decision.target is None or decision.target.id is None:
        raise LookupError("The person of this row is not written yet.")
    return decision.target.id


def _write_people(writing: Sequence[Decision]) -> None:
    made = [one for one in writing if one.outcome == RowOutcome.CREATED]
    people = [_person(one) for one in made]
    Creator.objects.bulk_create(people)
    for decision, person in zip(made, people, strict=True):
        if decision.target is not None:
            decision.target.id = person.pk
    changed: dict[int, dict[str, Any]] = {}
    for one in writing:
        if one.outcome == RowOutcome.UPDATED:
            changed.setdefault(_id(one), {}).update({name: new for name, (_, new) in one.columns.items()})
    names = sorted({name for values in changed.values() for name in values})
    stored = {person.pk: person for person in Creator.objects.filter(id__in=changed).order_by("id")}
    for pk, values in changed.items():
        for name, value in values.items():
            setattr(stored[pk], name, value)
        if "relationship_status" in values:
            stored[pk].status_by_hand = True
    if names:
        also = ["status_by_hand"] if "relationship_status" in names else []
        Creator.objects.bulk_update(stored.values(), [*names, *also])
    Creator.objects.filter(id__in=changed).update(version=F("version") + 1, updated_at=clock.now())


def _person(decision: Decision) -> Creator:
    values = {name: new for name, (_, new) in decision.columns.items()}
    return Creator(**values, status_by_hand="relationship_status" in values)


Made = list[tuple[Decision, Any]]


def _write_channels(writing: Sequence[Decision]) -> Made:
    sources = follow(refs=[ref for one in writing for ref in one.channels])
    rows = [
        (
            one,
            Channel(
                creator_id=_id(one),
                platform=ref.platform,
                key=ref.key,
                url=ref.url,
                handle=ref.handle[:200],
                feed_url=ref.feed_url,
                source_id=sources[ref],
            ),
        )
        for one in writing
        for ref in one.channels
    ]
    return _made(Channel, rows)


def _write_contacts(writing: Sequence[Decision]) -> Made:
    now = clock.now()
    people = {_id(one) for one in writing}
    have = set(ContactPoint.objects.filter(creator_id__in=people).values_list("creator_id", "kind"))
    rows = []
    for one in writing:
        for kind, value, normalised in one.contacts:
            first = (_id(one), kind) not in have
            have.add((_id(one), kind))
            point = ContactPoint(
                creator_id=_id(one), kind=kind, value=value, normalised=normalised, is_primary=first, collected_at=now
            )
            rows.append((one, point))
    return _made(ContactPoint, rows)


def _write_addresses(writing: Sequence[Decision]) -> Made:
    rows = [
        (
            one,
            PostalAddress(
                creator_id=_id(one),
                recipient=one.target.name,
                is_default=True,
                **{name: one.address.get(name, "") for name in _ADDRESS},
            ),
        )
        for one in writing
        if one.address is not None and one.target is not None
    ]
    return _made(PostalAddress, rows)


_ADDRESS = ("line1", "line2", "postcode", "city", "region", "country")


def _write_tags(writing: Sequence[Decision]) -> Made:
    tags = {tag.folded: tag.pk for tag in tags_named([name for one in writing for name in one.tags])}
    rows = [
        (one, CreatorTag(creator_id=_id(one), tag_id=tags[fold(name)[:60]])) for one in writing for name in one.tags
    ]
    return _made(CreatorTag, rows)


def _write_lists(writing: Sequence[Decision]) -> Made:
    rows = [(one, ListEntry(creator_id=_id(one), list_id=list_id)) for one in writing for list_id in one.lists]
    return _made(ListEntry, rows)


def _made(model: Any, rows: Made) -> Made:
    model.objects.bulk_create([row for _, row in rows])
    return rows


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
        subject = Creator(id=_id(one))
        verb = "creator.imported" if made else "creator.import_updated"
        lines.append(build(verb=verb, subject=subject, by=by, creator_id=subject.pk, data=data))
    record_all(lines)
