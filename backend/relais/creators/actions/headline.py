"""The copies on the creator row that lists filter and sort by: rewritten from what they are copies of.

Whoever changes a channel, a tag, a list entry, a contact point or a copied column of the person calls
`refresh_headlines` last in the same transaction. The rows are locked first, so that of two refreshes at
once the second sees what the first one's transaction wrote.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db import connection, transaction
from django.db.models import Model

from relais.creators.models import Channel, ContactPoint, Creator, CreatorTag, ListEntry, Note
from relais.creators.rules import NOBODY, SEARCHED_NOTES, TIER_FLOORS, ContactKind, Facet
from relais.kit.tenancy import current_workspace_id
from relais.kit.text import fold

#: Rows of one statement.
BATCH = 2_000

_FOLDED_LIMIT = 400
_EMAILS = (ContactKind.EMAIL, ContactKind.AGENT_EMAIL)

_COPIES = (
    "main_platform", "main_handle", "main_state", "measured_at", "followers", "reach", "engagement_rate", "tier",
    "channel_count", "has_email", "last_published_at", "facets",
)  # fmt: skip


def refresh_headlines(creator_ids: Iterable[int], *, words: bool = True) -> None:
    """Rewrite the headline columns, the facets and the search text of these people; what is right is not written.

    Args:
        creator_ids: any number, of the workspace in scope; worked through in batches.
        words: also the search text. A caller that changed only numbers saves its cost with False.
    """
    ids = sorted(set(creator_ids))
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        with transaction.atomic():
            _lock(batch)
            _rewrite_numbers(batch)
            if words:
                _rewrite_words(batch)


def _lock(ids: Sequence[int]) -> None:
    rows = Creator.objects.filter(id__in=ids).order_by("id").select_for_update(no_key=True)
    list(rows.values_list("id", flat=True))


def _tier_sql() -> str:
    steps = " ".join(f"WHEN m.followers >= {floor} THEN '{tier}'" for floor, tier in TIER_FLOORS)
    return f"CASE {steps} ELSE '' END"


def _tokens_sql() -> str:
    def one(facet: Facet, column: str) -> str:
        return f"SELECT '{facet}:' || {column} WHERE {column} <> ''"

    def linked(facet: Facet, model: type[Model], column: str) -> str:
        return f"SELECT '{facet}:' || l.{column} FROM {model._meta.db_table} l WHERE l.creator_id = c.id"  # noqa: S608

    return " UNION ".join(
        [
            f"SELECT '{Facet.PLATFORM}:' || unnest(m.platforms)",
            one(Facet.COUNTRY, "c.country"),
            one(Facet.LANGUAGE, "c.language"),
            one(Facet.STATUS, "c.relationship_status"),
            one(Facet.KIND, "c.kind"),
            one(Facet.TIER, "t.tier"),
            f"SELECT '{Facet.OWNER}:' || coalesce(c.owner_id::text, '{NOBODY}')",
            linked(Facet.TAG, CreatorTag, "tag_id"),
            linked(Facet.LIST, ListEntry, "list_id"),
        ]
    )


# Only names of our own tables and enums are written into the text; values go as parameters.
_NUMBERS = f"""
WITH measured AS (
    SELECT creator_id, count(*) AS channel_count, max(followers) AS followers, sum(followers) AS reach,
        max(last_published_at) AS last_published_at, array_agg(DISTINCT platform) AS platforms,
        (array_agg(platform ORDER BY followers DESC NULLS LAST, id))[1] AS main_platform,
        (array_agg(handle ORDER BY followers DESC NULLS LAST, id))[1] AS main_handle,
        (array_agg(state ORDER BY followers DESC NULLS LAST, id))[1] AS main_state,
        (array_agg(measured_at ORDER BY followers DESC NULLS LAST, id))[1] AS measured_at,
        (array_agg(engagement_rate ORDER BY followers DESC NULLS LAST, id)
            FILTER (WHERE engagement_rate IS NOT NULL))[1] AS engagement_rate
    FROM {Channel._meta.db_table} WHERE workspace_id = %(workspace)s AND creator_id = ANY(%(ids)s) GROUP BY creator_id
), fresh AS (
    SELECT c.id, coalesce(m.main_platform, '') AS main_platform, coalesce(m.main_handle, '') AS main_handle,
        coalesce(m.main_state, '') AS main_state, m.measured_at, m.followers, m.reach::bigint AS reach,
        m.engagement_rate, t.tier, coalesce(m.channel_count, 0)::smallint AS channel_count,
        EXISTS (SELECT 1 FROM {ContactPoint._meta.db_table} p WHERE p.creator_id = c.id AND p.kind = ANY(%(emails)s))
            AS has_email,
        m.last_published_at,
        ARRAY(SELECT token FROM ({_tokens_sql()}) AS tokens (token) ORDER BY token)::varchar(80)[] AS facets
    FROM {Creator._meta.db_table} c LEFT JOIN measured m ON m.creator_id = c.id
    CROSS JOIN LATERAL (SELECT {_tier_sql()} AS tier) AS t
    WHERE c.workspace_id = %(workspace)s AND c.id = ANY(%(ids)s)
)
UPDATE {Creator._meta.db_table} c SET {", ".join(f"{name} = fresh.{name}" for name in _COPIES)}
FROM fresh WHERE c.id = fresh.id
    AND ({", ".join(f"c.{name}" for name in _COPIES)})
        IS DISTINCT FROM ({", ".join(f"fresh.{name}" for name in _COPIES)})
"""  # noqa: S608

_WORDS = f"""
UPDATE {Creator._meta.db_table} c SET folded_name = q.folded_name, search = q.search
FROM unnest(%(ids)s::bigint[], %(names)s::text[], %(texts)s::text[]) AS q (id, folded_name, search)
WHERE c.id = q.id AND (c.folded_name, c.search) IS DISTINCT FROM (q.folded_name, q.search)
"""  # noqa: S608


def _rewrite_numbers(ids: Sequence[int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_NUMBERS, {"workspace": current_workspace_id(), "ids": list(ids), "emails": list(_EMAILS)})


def _rewrite_words(ids: Sequence[int]) -> None:
    parts = _searched_parts(ids)
    people = list(Creator.objects.filter(id__in=ids).values_list("id", "name", "preferred_name", "city", "notes"))
    texts = []
    for pk, name, preferred_name, city, notes in people:
        written = " ".join([notes[:SEARCHED_NOTES], *parts.notes.get(pk, ())])[:SEARCHED_NOTES]
        # The leading space lets the first word be found by its beginning, as any other.
        texts.append(" " + fold(" ".join([name, preferred_name, city, *parts.words.get(pk, ()), written])))
    names = [fold(name)[:_FOLDED_LIMIT] for _, name, *_ in people]
    with connection.cursor() as cursor:
        cursor.execute(_WORDS, {"ids": [pk for pk, *_ in people], "names": names, "texts": texts})


class _Parts:
    def __init__(self) -> None:
        self.words: dict[int, list[str]] = defaultdict(list)
        self.notes: dict[int, list[str]] = defaultdict(list)


def _searched_parts(ids: Sequence[int]) -> "_Parts":
    parts = _Parts()
    channels = Channel.objects.filter(creator_id__in=ids).order_by("id")
    for creator_id, handle, title, key in channels.values_list("creator_id", "handle", "title", "key"):
        parts.words[creator_id] += [handle, title, key]
    mails = ContactPoint.objects.filter(creator_id__in=ids, kind__in=_EMAILS).order_by("id")
    for creator_id, value in mails.values_list("creator_id", "value"):
        parts.words[creator_id].append(value)
    for creator_id, name in (
        CreatorTag.objects.filter(creator_id__in=ids).order_by("id").values_list("creator_id", "tag__name")
    ):
        parts.words[creator_id].append(name)
    for creator_id, text in Note.objects.filter(creator_id__in=ids).order_by("-id").values_list("creator_id", "text"):
        if sum(map(len, parts.notes[creator_id])) < SEARCHED_NOTES:
            parts.notes[creator_id].append(text[:SEARCHED_NOTES])
    return parts
