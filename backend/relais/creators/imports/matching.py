"""Who of the workspace the rows speak of: everything needed is read at once, for all rows of a chunk."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet

from relais.creators.imports.rows import Wanted
from relais.creators.models import Channel, ContactPoint, Creator, CreatorTag, ListEntry, PostalAddress
from relais.creators.rules import ContactKind
from relais.kit.text import fold

#: Columns an import can fill where they are empty.
FILLABLE = ("preferred_name", "address_form", "language", "country", "city", "biography", "notes", "owner_id")
_READ = ("id", "name", "folded_name", "deleted_at", "relationship_status", "status_by_hand", *FILLABLE)
Key = tuple[str, str]


@dataclass(slots=True, eq=False)
class Known:
    """A person as far as an import needs to know: stored, or about to be (`id` None until written)."""

    id: int | None
    name: str
    is_deleted: bool = False
    columns: dict[str, Any] = field(default_factory=dict)
    status_is_open: bool = True
    channels: set[Key] = field(default_factory=set)
    contacts: set[Key] = field(default_factory=set)
    tags: set[str] = field(default_factory=set)
    lists: set[int] = field(default_factory=set)
    has_address: bool = False


class Registry:
    """The people a chunk may speak of, by what names them; rows add those they make."""

    def __init__(self, rows: Sequence[Wanted]) -> None:
        self.by_channel: dict[Key, Known] = {}
        self.by_email: dict[str, Known] = {}
        self.by_name: dict[str, list[Known]] = {}
        people = self._load(rows)
        self._load_belongings(people)

    def find(self, wanted: Wanted) -> Known | None:
        """Return who this is: by a channel, else by an e-mail, else, for a bare name, who has it and says nothing else.

        A deleted person is found by a channel only: it is still theirs.
        """
        for ref in wanted.channels:
            if (ref.platform, ref.key) in self.by_channel:
                return self.by_channel[ref.platform, ref.key]
        for email in wanted.emails:
            if email in self.by_email:
                return self.by_email[email]
        if wanted.channels or wanted.emails:
            return None
        namesakes = self.by_name.get(fold(wanted.columns["name"]), [])
        return next((one for one in namesakes if _agree(one, wanted)), None)

    def holder(self, key: Key) -> Known | None:
        """Return whose channel this is."""
        return self.by_channel.get(key)

    def add(self, known: Known) -> None:
        """Make a person findable by what it has now."""
        for key in known.channels:
            self.by_channel.setdefault(key, known)
        for kind, folded in known.contacts:
            if kind == ContactKind.EMAIL:
                self.by_email.setdefault(folded, known)
        namesakes = self.by_name.setdefault(fold(known.name), [])
        if known not in namesakes:
            namesakes.append(known)

    # -- reading ---------------------------------------------------------------------------------------

    def _load(self, rows: Sequence[Wanted]) -> dict[int, Known]:
        keys = {(str(ref.platform), ref.key) for row in rows for ref in row.channels}
        emails = {email for row in rows for email in row.emails}
        bare = {fold(row.columns["name"]) for row in rows if not row.channels and not row.emails}
        holders = {
            (platform, key): pk for platform, key, pk in _channels(keys).values_list("platform", "key", "creator_id")
        }
        mails = ContactPoint.objects.filter(kind=ContactKind.EMAIL, normalised__in=emails).order_by("creator_id")
        by_mail = list(mails.values_list("normalised", "creator_id"))
        named = Creator.objects.live().filter(folded_name__in=bare) if bare else Creator.objects.none()
        ids = {*holders.values(), *(pk for _, pk in by_mail)}
        chosen = Q(id__in=ids) | Q(id__in=list(named.values_list("id", flat=True)[:10_000]))
        people = {
            row["id"]: _known(row)
            for row in Creator.objects.filter(chosen, merged_into=None).order_by("id").values(*_READ)
        }
        self.by_channel |= {key: people[pk] for key, pk in holders.items() if pk in people}
        for email, pk in by_mail:
            if pk in people and not people[pk].is_deleted:
                self.by_email.setdefault(email, people[pk])
        for person in people.values():
            if not person.is_deleted:
                self.by_name.setdefault(fold(person.name), []).append(person)
        return people

    def _load_belongings(self, people: dict[int, Known]) -> None:
        ids = list(people)
        if not ids:
            return
        for pk, platform, key in Channel.objects.filter(creator_id__in=ids).values_list(
            "creator_id", "platform", "key"
        ):
            people[pk].channels.add((platform, key))
        points = ContactPoint.objects.filter(creator_id__in=ids).values_list("creator_id", "kind", "normalised")
        for pk, kind, folded in points:
            people[pk].contacts.add((kind, folded))
        for pk, folded in CreatorTag.objects.filter(creator_id__in=ids).values_list("creator_id", "tag__folded"):
            people[pk].tags.add(folded)
        for pk, list_id in ListEntry.objects.filter(creator_id__in=ids).values_list("creator_id", "list_id"):
            people[pk].lists.add(list_id)
        for pk in PostalAddress.objects.filter(creator_id__in=ids).values_list("creator_id", flat=True):
            people[pk].has_address = True


def _channels(names: Iterable[Key]) -> "QuerySet[Channel]":
    keys: dict[str, list[str]] = {}
    for platform, key in sorted(names):
        keys.setdefault(platform, []).append(key)
    chosen = Q(pk__in=[])
    for platform, of_platform in keys.items():
        chosen |= Q(platform=platform, key__in=of_platform)
    return Channel.objects.filter(chosen)


def _known(row: dict[str, Any]) -> Known:
    return Known(
        id=row["id"],
        name=row["name"],
        is_deleted=row["deleted_at"] is not None,
        columns={name: row[name] for name in (*FILLABLE, "relationship_status")},
        status_is_open=row["relationship_status"] == "new" and not row["status_by_hand"],
    )


def _agree(known: Known, wanted: Wanted) -> bool:
    """Say whether nothing the row tells contradicts what is known of a namesake."""
    told = {name: value for name, value in wanted.columns.items() if name in FILLABLE}
    if any(known.columns.get(name) not in {"", None, value} for name, value in told.items()):
        return False
    given = {(kind, folded) for kind, _, folded in wanted.contacts}
    kinds = {kind for kind, _ in given}
    present = {contact for contact in known.contacts if contact[0] in kinds}
    return not given or not present or bool(given & present)
