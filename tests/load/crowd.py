"""A workspace of very many creators, the same at every run: the data that lists, search and charts are measured on."""

import random
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

import orjson
from django.db import connection
from psycopg import sql

from tests.load import harness

PEOPLE = 100_000
WEEKS = 104
#: Channels with a snapshot a week: a million snapshots.
MEASURED = 9_616
NOW = datetime(2026, 3, 2, 6, tzinfo=UTC)

FIRST = """
Léa Camille Manon Chloé Inès Jade Louise Emma Alice Zoé Hugo Louis Paul Oscar Anna Sophie Julie Éloïse Noémie François
Jérôme Hélène Gaëlle Aurélie Benoît Céline Théo Loïc Maëlle Anaïs Solène Rémi Agnès Cécile Raphaël Olivia Harriet George
Amelia Poppy Freya Isla Ruby Arthur Florence
""".split()  # noqa: SIM905
LAST = """
Martin Bernard Dubois Thomas Robert Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel Roux
""".split()  # noqa: SIM905
SYLLABLES = [start + end for start, end in product("bdfgklmnprstv", ["a", "é", "i", "ou", "an"])]
WORDS = """
cuisine jardin voyage maison atelier laine couture forêt montagne café thé pâtisserie enfance lecture beauté randonnée
photo vélo potager fromage
""".split()  # noqa: SIM905
CITIES = "Paris Lyon Nantes Lille Bordeaux Rennes Liège Genève Montréal Besançon Orléans Nîmes".split()  # noqa: SIM905
PLATFORMS = {"blog": 30, "instagram": 35, "youtube": 15, "tiktok": 10, "mastodon": 5, "bluesky": 5}
COUNTRIES = {"FR": 60, "BE": 10, "CH": 8, "CA": 7, "GB": 10, "": 5}
STATUSES = {"new": 60, "contacted": 15, "in_conversation": 10, "partner": 8, "dormant": 5, "declined": 2}
TAGS = 40
LISTS = 10

SNAPSHOTS = """
INSERT INTO audience_channelsnapshot
    (workspace_id, channel_id, taken_on, taken_at, followers, via, engagement_formula, engagement_rate)
SELECT workspace_id, id, taken_on, taken_on + interval '6 hours', 1000 + id %% 900000 + week * (id %% 97), 'open_api',
    'likes_comments_v1', 0.01 + (id + week) %% 50 / 1000.0
FROM creators_channel, generate_series(0, %s - 1) AS week,
    LATERAL (SELECT date '2024-03-04' + week * 7) AS day (taken_on)
WHERE id BETWEEN %s AND %s
"""


@dataclass(frozen=True, slots=True)
class Crowd:
    """Where to find what was built."""

    owner: Any
    workspace: Any
    first_creator: int
    first_channel: int
    tags: list[int]


def build() -> Crowd:
    """Make the workspace: rows by COPY, headline columns by the application's own statement."""
    from relais.creators.actions.headline import refresh_headlines
    from relais.creators.models import Channel, ContactPoint, Creator, CreatorList, CreatorTag, ListEntry, Tag
    from relais.kit.tenancy import workspace_scope
    from tests import factories

    dice = random.Random(2)
    owner = factories.make_user("Alice Martin", "crowd@example.org")
    workspace = factories.make_workspace(owner, "Foule")
    with workspace_scope(workspace.pk):
        tags = [Tag.objects.create(name=f"Thème {n}", folded=f"theme {n}").pk for n in range(TAGS)]
        lists = [CreatorList.objects.create(name=f"Liste {n}", folded=f"liste {n}").pk for n in range(LISTS)]
    here = {"workspace_id": workspace.pk}
    first = copy_in(Creator, (here | row for row in _people(dice, owner.pk)))
    ids = range(first, first + PEOPLE)
    first_channel = copy_in(Channel, (here | row for row in _channels(dice, ids)))
    copy_in(ContactPoint, (here | row for row in _mails(dice, ids)))
    copy_in(CreatorTag, (here | {"creator_id": pk, "tag_id": tag} for pk in ids for tag in _some(dice, tags)))
    copy_in(ListEntry, (here | {"creator_id": pk, "list_id": dice.choice(lists)} for pk in ids[::10]))
    with harness.raw_connection() as bare:
        bare.execute(SNAPSHOTS, [WEEKS, first_channel, first_channel + MEASURED - 1])
    harness.analyse()
    with without_indexes(Creator), workspace_scope(workspace.pk):
        refresh_headlines(ids)
    harness.analyse()
    return Crowd(owner, workspace, first, first_channel, tags)


@contextmanager
def without_indexes(model: Any) -> Iterator[None]:
    """Take the indexes of a model away while every row of it changes: building them once is quicker."""
    with connection.schema_editor() as editor:
        for index in model._meta.indexes:
            editor.remove_index(model, index)
    yield
    with connection.schema_editor() as editor:
        for index in model._meta.indexes:
            editor.add_index(model, index)


def copy_in(model: Any, rows: Iterable[dict[str, Any]]) -> int:
    """COPY rows into the table of a model, ids given in order, the model's defaults where a row says nothing.

    Returns:
        The id of the first.
    """
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    default = {field.attname: field.get_default() for field in fields}
    default |= {field.attname: NOW for field in fields if getattr(field, "auto_now", False) or _stamped(field)}
    table = sql.Identifier(model._meta.db_table)
    columns = sql.SQL(", ").join(sql.Identifier(name) for name in ["id", *default])
    with harness.raw_connection() as bare, bare.cursor() as cursor:
        cursor.execute(sql.SQL("SELECT coalesce(max(id), 0) + 1 FROM {}").format(table))
        first: int = (cursor.fetchone() or (1,))[0]
        with cursor.copy(sql.SQL("COPY {} ({}) FROM STDIN").format(table, columns)) as copy:
            for pk, row in enumerate(rows, first):
                values = (default | row).values()
                copy.write_row(
                    [pk, *(orjson.dumps(each).decode() if isinstance(each, dict) else each for each in values)]
                )
        cursor.execute(
            sql.SQL("SELECT setval(pg_get_serial_sequence(%s, 'id'), max(id)) FROM {}").format(table),
            [model._meta.db_table],
        )
    return first


def _stamped(field: Any) -> bool:
    return bool(getattr(field, "auto_now_add", False))


def surname(dice: random.Random) -> str:
    """Return a name of two or three syllables: a few thousand different ones."""
    return "".join(dice.choice(SYLLABLES) for _ in range(dice.choice([2, 3]))).capitalize()


def _one(dice: random.Random, weights: dict[str, int]) -> str:
    return dice.choices([*weights], [*weights.values()])[0]


def _some(dice: random.Random, ids: list[int]) -> list[int]:
    return dice.sample(ids, dice.choice([0, 1, 1, 2, 4]))


def _ago(dice: random.Random, days: int) -> datetime:
    return NOW - timedelta(minutes=dice.randint(1, days * 1_440))


def _people(dice: random.Random, owner_id: int) -> Iterator[dict[str, Any]]:
    for _ in range(PEOPLE):
        yield {
            "name": f"{dice.choice(FIRST)} {surname(dice)}",
            "kind": "blogger" if dice.random() < 0.5 else "influencer",
            "language": "fr" if dice.random() < 0.8 else "en",
            "country": _one(dice, COUNTRIES),
            "city": dice.choice(CITIES),
            "notes": f"Rencontrée au salon {dice.choice(WORDS)}, aime la {dice.choice(WORDS)}.",
            "owner_id": owner_id if dice.random() < 0.3 else None,
            "relationship_status": _one(dice, STATUSES),
            "last_contacted_at": _ago(dice, 700) if dice.random() < 0.4 else None,
            "created_at": _ago(dice, 900),
        }


def _channels(dice: random.Random, creator_ids: Iterable[int]) -> Iterator[dict[str, Any]]:
    for creator_id in creator_ids:
        for place in range(dice.choice([1, 2, 2, 3, 3, 4])):
            platform = _one(dice, PLATFORMS)
            handle = f"{dice.choice(WORDS)}.{surname(dice)}{creator_id % 1_000}".lower()
            key = f"{handle}.example" if platform == "blog" else f"{handle}.{creator_id}.{place}"
            yield {
                "creator_id": creator_id,
                "platform": platform,
                "key": f"{key}/{creator_id}/{place}",
                "url": f"https://{platform}.example/{key}",
                "handle": "" if platform == "blog" else handle,
                "title": f"{dice.choice(WORDS)} et {dice.choice(WORDS)}" if platform == "blog" else "",
                "followers": int(dice.lognormvariate(9, 1.6)) if dice.random() < 0.92 else None,
                "engagement_rate": dice.random() * 0.08 if dice.random() < 0.7 else None,
                "last_published_at": _ago(dice, 200) if dice.random() < 0.9 else None,
                "measured_at": _ago(dice, 7),
                "checked_at": _ago(dice, 7),
                "state": "fresh",
            }


def _mails(dice: random.Random, creator_ids: Iterable[int]) -> Iterator[dict[str, Any]]:
    for creator_id in creator_ids:
        if dice.random() < 0.6:
            mail = f"bonjour{creator_id}@{dice.choice(WORDS)}.example"
            yield {"creator_id": creator_id, "kind": "email", "value": mail, "normalised": mail, "collected_at": NOW}
