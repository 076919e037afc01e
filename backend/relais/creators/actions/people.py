"""A person comes, changes, goes, and comes back."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import F

from relais.activity.actions import build, record, record_all
from relais.creators.actions.channels import add_channels
from relais.creators.actions.contacts import replace_addresses, replace_contact_points
from relais.creators.actions.headline import refresh_headlines
from relais.creators.actions.tags import tags_named
from relais.creators.models import Creator, CreatorList, CreatorTag, ListEntry
from relais.creators.querysets import CreatorQuerySet
from relais.creators.rules import ContactKind
from relais.kit import clock
from relais.kit.actors import Actor
from relais.kit.errors import StaleVersionError

#: Columns a person types.
COLUMNS = (
    "name", "kind", "preferred_name", "address_form", "language", "country", "city", "biography", "notes", "owner_id",
    "relationship_status", "status_by_hand", "avatar_url",
)  # fmt: skip


@transaction.atomic
def create_creator(
    *,
    values: Mapping[str, Any],
    by: Actor,
    channels: Sequence[str] = (),
    emails: Sequence[str] = (),
    lists: Iterable[CreatorList] = (),
    found_at: str = "",
) -> Creator:
    """Make a person with all that was given; nothing is made when any part is refused.

    Args:
        values: columns of COLUMNS, and `tags`, `contact_points`, `addresses` as in `change_creator`.
        by: who does it.
        channels: addresses of blogs and profiles.
        emails: a shorthand for contact points of that kind.
        lists: where to put the person.
        found_at: the page the e-mail addresses were read from; empty when typed.

    Raises:
        ChannelTakenError: a channel is somebody else's.
        UnrecognisedUrlError: a channel's address is none.
    """
    creator = Creator(**_columns(values))
    creator.save()
    points = [*values.get("contact_points", ())]
    points += [
        {"kind": ContactKind.EMAIL, "value": email, "is_primary": not points and not number, "source_url": found_at}
        for number, email in enumerate(emails)
    ]
    _replace_collections(creator, {**values, "contact_points": points})
    ListEntry.objects.bulk_create([ListEntry(list=row, creator=creator) for row in lists])
    record(verb="creator.created", subject=creator, by=by, creator_id=creator.pk, data={"name": creator.name})
    add_channels(creator=creator, urls=channels, by=by)
    refresh_headlines([creator.pk])
    return creator


@transaction.atomic
def change_creator(*, creator: Creator, values: Mapping[str, Any], by: Actor) -> Creator:
    """Save new values; `tags`, `contact_points` and `addresses` replace what was there.

    A status given here is set by hand and stays, unless `status_by_hand` is false beside it.

    Raises:
        StaleVersionError: somebody changed the person after `creator` was read.
    """
    stored: Creator = Creator.objects.select_for_update(no_key=True).get(pk=creator.pk)
    if stored.version != creator.version:
        raise StaleVersionError(extra={"current_version": stored.version})
    columns = _columns(values)
    before = {name: getattr(stored, name) for name in columns}
    changed = {name: value for name, value in columns.items() if before[name] != value}
    for name, value in changed.items():
        setattr(stored, name, value)
    stored.bump()
    stored.save(update_fields=[*changed, "version", "updated_at"])
    replaced = _replace_collections(stored, values)
    if changed or replaced:
        data = {"before": {name: before[name] for name in changed}, "after": changed, "replaced": replaced}
        record(verb="creator.changed", subject=stored, by=by, creator_id=stored.pk, data=data)
    refresh_headlines([stored.pk])
    return stored


def _columns(values: Mapping[str, Any]) -> dict[str, Any]:
    columns = {name: value for name, value in values.items() if name in COLUMNS}
    if "owner" in values:
        columns["owner_id"] = values["owner"]
    if "relationship_status" in columns:
        columns.setdefault("status_by_hand", True)
    return columns


def _replace_collections(creator: Creator, values: Mapping[str, Any]) -> list[str]:
    """Replace the collections that are given; return the names of those that changed."""
    replaced = []
    if "tags" in values and _replace_tags(creator, values["tags"]):
        replaced.append("tags")
    if "contact_points" in values and replace_contact_points(creator=creator, points=values["contact_points"]):
        replaced.append("contact_points")
    if "addresses" in values and replace_addresses(creator=creator, addresses=values["addresses"]):
        replaced.append("addresses")
    return replaced


def _replace_tags(creator: Creator, names: Sequence[str]) -> bool:
    wanted = {tag.pk for tag in tags_named(names)}
    present = set(CreatorTag.objects.filter(creator=creator).values_list("tag_id", flat=True))
    CreatorTag.objects.filter(creator=creator, tag_id__in=present - wanted).delete()
    CreatorTag.objects.bulk_create([CreatorTag(creator=creator, tag_id=pk) for pk in sorted(wanted - present)])
    return wanted != present


@transaction.atomic
def delete_creators(*, creator_ids: Iterable[int], by: Actor) -> list[int]:
    """Put people aside; `restore_creators` brings them back. Return the ids of who was still there."""
    return _set_aside(Creator.objects.live().filter(id__in=list(creator_ids)), away=True, by=by)


@transaction.atomic
def restore_creators(*, creator_ids: Iterable[int], by: Actor) -> list[int]:
    """Bring deleted people back as they were. Return the ids of who was away."""
    gone = Creator.objects.filter(id__in=list(creator_ids), merged_into=None).exclude(deleted_at=None)
    return _set_aside(gone, away=False, by=by)


def _set_aside(people: CreatorQuerySet, *, away: bool, by: Actor) -> list[int]:
    chosen = list(people.order_by("id").select_for_update(no_key=True).only("id", "workspace_id", "name"))
    ids = [person.pk for person in chosen]
    Creator.objects.filter(id__in=ids).update(deleted_at=clock.now() if away else None, version=F("version") + 1)
    verb = "creator.deleted" if away else "creator.restored"
    record_all([build(verb=verb, subject=one, by=by, creator_id=one.pk, data={"name": one.name}) for one in chosen])
    return ids
