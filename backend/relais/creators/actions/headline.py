"""The copies on the creator row that lists filter and sort by: rewritten from what they are copies of.

Whoever changes a channel, a tag, a list entry, a contact point or a copied column of the person calls
`refresh_headlines` last in the same transaction. The rows are locked first, so that of two refreshes at
once the second sees what the first one's transaction wrote.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, transaction
from django.db.models import Model

from relais.creators.models import Channel, ContactPoint, Creator, CreatorTag, ListEntry, Note, Tag
from relais.creators.rules import NOBODY, SEARCHED_NOTES, TIER_FLOORS, ContactKind, Facet
from relais.kit.setwise import as_json
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
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(_LOCK, {"workspace": current_workspace_id(), "ids": batch})
            values: dict[str, Any] = {"ids": [pk for (pk,) in cursor.fetchall()], "emails": list(_EMAILS)}
            if words:
                cursor.execute(_SAID, values)
                cursor.execute(_REWRITE_ALL, {**values, "words": as_json([_words(*row) for row in cursor.fetchall()])})
            else:
                cursor.execute(_REWRITE_NUMBERS, values)


def _words(pk: int, name: str, said: str, notes: str) -> dict[str, Any]:
    # The leading space lets the first word be found by its beginning, as any other.
    return {"id": pk, "folded_name": fold(name)[:_FOLDED_LIMIT], "search": " " + fold(f"{said} {notes}")}


def _tier_sql() -> str:
    steps = " ".join(f"WHEN m.followers >= {floor} THEN '{tier}'" for floor, tier in TIER_FLOORS)
    return f"CASE {steps} ELSE '' END"


def _tokens_sql() -> str:
    def one(facet: Facet, column: str) -> str:
        return f"SELECT '{facet}:' || {column} WHERE {column} <> ''"

    def linked(facet: Facet, model: type[Model], column: str) -> str:
        return f"SELECT '{facet}:' || l.{column} FROM {model._meta.db_table} l WHERE l.creator_id = c.id"  # noqa: S608

    return " UNION ALL ".join(
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
# Only the first statement asks for the workspace: the ids it returns are those of the others.
_LOCK = f"""
SELECT id FROM {Creator._meta.db_table} WHERE workspace_id = %(workspace)s AND id = ANY(%(ids)s)
ORDER BY id FOR NO KEY UPDATE
"""  # noqa: S608

# What search reads of each person: the words of its row and of what belongs to it, and the beginning of its notes.
_SAID = f"""
SELECT c.id, c.name,
    concat_ws(' ', c.name, c.preferred_name, c.city,
        (SELECT string_agg(concat_ws(' ', handle, title, key), ' ' ORDER BY id)
            FROM {Channel._meta.db_table} WHERE creator_id = c.id),
        (SELECT string_agg(value, ' ' ORDER BY id)
            FROM {ContactPoint._meta.db_table} WHERE creator_id = c.id AND kind = ANY(%(emails)s)),
        (SELECT string_agg(t.name, ' ' ORDER BY l.id)
            FROM {CreatorTag._meta.db_table} l JOIN {Tag._meta.db_table} t ON t.id = l.tag_id
            WHERE l.creator_id = c.id)),
    left(concat_ws(' ', left(c.notes, {SEARCHED_NOTES}),
        (SELECT string_agg(left(text, {SEARCHED_NOTES}), ' ' ORDER BY id DESC)
            FROM {Note._meta.db_table} WHERE creator_id = c.id)), {SEARCHED_NOTES})
FROM {Creator._meta.db_table} c WHERE c.id = ANY(%(ids)s)
"""  # noqa: S608


def _rewrite(given: str, columns: Sequence[str]) -> str:
    """Return the statement that writes these columns where they are wrong: one new version of a row, never two.

    What is given leads to each row by its key: of a workspace that is being imported the planner knows nothing yet,
    and would read all of it for every batch.
    """
    written = columns[len(_COPIES) :]
    return f"""
WITH given AS MATERIALIZED (
    SELECT * FROM {given}
), measured AS (
    SELECT creator_id, count(*) AS channel_count, max(followers) AS followers, sum(followers) AS reach,
        max(last_published_at) AS last_published_at, array_agg(DISTINCT platform) AS platforms,
        (array_agg(platform ORDER BY followers DESC NULLS LAST, h.id))[1] AS main_platform,
        (array_agg(handle ORDER BY followers DESC NULLS LAST, h.id))[1] AS main_handle,
        (array_agg(state ORDER BY followers DESC NULLS LAST, h.id))[1] AS main_state,
        (array_agg(measured_at ORDER BY followers DESC NULLS LAST, h.id))[1] AS measured_at,
        (array_agg(engagement_rate ORDER BY followers DESC NULLS LAST, h.id)
            FILTER (WHERE engagement_rate IS NOT NULL))[1] AS engagement_rate
    FROM given JOIN {Channel._meta.db_table} h ON h.creator_id = given.id GROUP BY creator_id
), fresh AS MATERIALIZED (
    SELECT c.id, coalesce(m.main_platform, '') AS main_platform, coalesce(m.main_handle, '') AS main_handle,
        coalesce(m.main_state, '') AS main_state, m.measured_at, m.followers, m.reach::bigint AS reach,
        m.engagement_rate, t.tier, coalesce(m.channel_count, 0)::smallint AS channel_count,
        EXISTS (SELECT 1 FROM {ContactPoint._meta.db_table} p WHERE p.creator_id = c.id AND p.kind = ANY(%(emails)s))
            AS has_email,
        m.last_published_at,
        ARRAY(SELECT token FROM ({_tokens_sql()}) AS tokens (token) ORDER BY token)::varchar(80)[] AS facets
        {"".join(f", given.{name}" for name in written)}
    FROM given JOIN {Creator._meta.db_table} c ON c.id = given.id LEFT JOIN measured m ON m.creator_id = c.id
    CROSS JOIN LATERAL (SELECT {_tier_sql()} AS tier) AS t
)
UPDATE {Creator._meta.db_table} c SET {", ".join(f"{name} = fresh.{name}" for name in columns)}
FROM fresh WHERE c.id = fresh.id
    AND ({", ".join(f"c.{name}" for name in columns)})
        IS DISTINCT FROM ({", ".join(f"fresh.{name}" for name in columns)})
"""  # noqa: S608


_REWRITE_NUMBERS = _rewrite("unnest(%(ids)s::bigint[]) AS given (id)", _COPIES)
_REWRITE_ALL = _rewrite(
    "jsonb_to_recordset(%(words)s::jsonb) AS given (id bigint, folded_name text, search text)",
    [*_COPIES, "folded_name", "search"],
)
