"""Pairs of the workspace that may be one person: computed by the database over everybody at once."""

from dataclasses import dataclass

from django.db import connection

from relais.creators.models import Channel, ContactPoint, Creator, DistinctPair
from relais.creators.rules import PUBLIC_MAIL, ContactKind, LookalikeReason
from relais.kit.tenancy import current_workspace_id
from relais.sources.rules import Platform

#: More people than this sharing one thing are a team or a mail service, not one person.
CROWD = 10


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people, the older row first, and why they may be one."""

    first_id: int
    second_id: int
    reasons: list[LookalikeReason]


# Only names of our own tables and enums are written into the text; values go as parameters.
# An agent's address is shared by all the agent's people, so only the person's own counts.
_PAIRS = f"""
WITH live AS MATERIALIZED (
    SELECT id, folded_name FROM {Creator._meta.db_table}
    WHERE workspace_id = %(workspace)s AND deleted_at IS NULL AND merged_into_id IS NULL
), mails AS MATERIALIZED (
    SELECT p.creator_id, p.normalised FROM {ContactPoint._meta.db_table} p JOIN live ON live.id = p.creator_id
    WHERE p.workspace_id = %(workspace)s AND p.kind = '{ContactKind.EMAIL}'
), spellings AS MATERIALIZED (
    SELECT DISTINCT h.creator_id, h.platform, CASE h.platform
        WHEN '{Platform.YOUTUBE}' THEN regexp_replace(lower(h.key), '^(@|c/|user/)', '')
        WHEN '{Platform.BLOG}' THEN regexp_replace(
            regexp_replace(h.key, '^(www\\d?|m|mobile)\\.', ''), '/(blog|home|accueil|fr|en|index\\.\\w+)$', '')
        ELSE regexp_replace(h.key, '[._-]+$', '') END AS spelling
    FROM {Channel._meta.db_table} h JOIN live ON live.id = h.creator_id WHERE h.workspace_id = %(workspace)s
), domains AS MATERIALIZED (
    SELECT creator_id, split_part(spelling, '/', 1) AS domain FROM spellings WHERE platform = '{Platform.BLOG}'
    UNION SELECT creator_id, split_part(normalised, '@', 2) FROM mails
    WHERE split_part(normalised, '@', 2) <> ALL(%(public)s)
), marks AS (
    SELECT creator_id, '{LookalikeReason.CHANNEL}' AS reason, platform || ' ' || spelling AS mark FROM spellings
    UNION SELECT creator_id, '{LookalikeReason.EMAIL}', normalised FROM mails
    UNION SELECT d.creator_id, '{LookalikeReason.NAME_AND_DOMAIN}', live.folded_name || ' @ ' || d.domain
    FROM domains d JOIN live ON live.id = d.creator_id WHERE live.folded_name <> ''
), shared AS MATERIALIZED (
    SELECT reason, mark, array_agg(creator_id) AS ids FROM marks
    GROUP BY reason, mark HAVING count(*) BETWEEN 2 AND %(crowd)s
)
SELECT a.id, b.id, array_agg(DISTINCT shared.reason ORDER BY shared.reason)
FROM shared CROSS JOIN LATERAL unnest(shared.ids) AS a (id) CROSS JOIN LATERAL unnest(shared.ids) AS b (id)
WHERE a.id < b.id AND (a.id, b.id) > (%(first)s, %(second)s) AND NOT EXISTS (
    SELECT 1 FROM {DistinctPair._meta.db_table} d
    WHERE d.workspace_id = %(workspace)s AND d.first_id = a.id AND d.second_id = b.id)
GROUP BY a.id, b.id ORDER BY a.id, b.id LIMIT %(most)s
"""  # noqa: S608


def find_pairs(*, after: tuple[int, int] = (0, 0), most: int) -> list[Pair]:
    """Return pairs in the order of their ids, beginning after a pair; those told apart are left out."""
    values: dict[str, int | list[str]] = {
        "workspace": current_workspace_id(),
        "public": sorted(PUBLIC_MAIL),
        "crowd": CROWD,
        "first": after[0],
        "second": after[1],
        "most": most,
    }
    with connection.cursor() as cursor:
        cursor.execute(_PAIRS, values)
        return [Pair(first, second, [LookalikeReason(one) for one in why]) for first, second, why in cursor.fetchall()]
