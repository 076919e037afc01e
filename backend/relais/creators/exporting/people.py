"""What is written of each person, read for many at once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from relais.creators.models import Channel, ContactPoint, Creator, CreatorTag, PostalAddress

#: As many as are read at a time.
BATCH = 1_000
_COLUMNS = (
    "id", "name", "preferred_name", "kind", "address_form", "language", "country", "city", "biography", "notes",
    "relationship_status", "owner__email", "main_platform", "followers", "reach", "engagement_rate", "tier",
    "last_published_at", "last_contacted_at",
)  # fmt: skip
_ADDRESS = ("recipient", "line1", "line2", "postcode", "city", "region", "country")


@dataclass(frozen=True, slots=True)
class Person:
    """One line: the columns of the creator's row, and what belongs to it. `contacts` are by kind."""

    row: Mapping[str, Any]
    channels: Sequence[str]
    contacts: Mapping[str, Sequence[str]]
    tags: Sequence[str]
    addresses: Sequence[Mapping[str, str]]


def read(ids: Sequence[int]) -> list[Person]:
    """Return these people in this order: five statements, however many. Who is gone is left out."""
    of = {"creator_id__in": ids}
    channels: dict[int, list[str]] = defaultdict(list)
    contacts: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    tags: dict[int, list[str]] = defaultdict(list)
    addresses: dict[int, list[Mapping[str, str]]] = defaultdict(list)
    for pk, url in Channel.objects.filter(**of).order_by("id").values_list("creator_id", "url"):
        channels[pk].append(url)
    points = ContactPoint.objects.filter(**of).order_by("-is_primary", "id")
    for pk, kind, value in points.values_list("creator_id", "kind", "value"):
        contacts[pk][kind].append(value)
    for pk, name in CreatorTag.objects.filter(**of).order_by("tag__name").values_list("creator_id", "tag__name"):
        tags[pk].append(name)
    for place in PostalAddress.objects.filter(**of).order_by("-is_default", "id").values("creator_id", *_ADDRESS):
        addresses[place["creator_id"]].append(place)
    rows = {row["id"]: row for row in Creator.objects.filter(id__in=ids).values(*_COLUMNS)}
    return [Person(rows[pk], channels[pk], contacts[pk], tags[pk], addresses[pk]) for pk in ids if pk in rows]
