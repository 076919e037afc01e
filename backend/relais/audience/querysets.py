"""Set-wise writes of statistics: one statement for thousands of rows, harmless when repeated.

In all of them NULL means "not told this time" and leaves what was known.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from types import NoneType
from typing import Any, get_args

from django.db import connection, models

from relais.audience.rows import Closing, Look, Measure
from relais.kit.setwise import as_json
from relais.kit.tenancy import current_workspace_id

_SQL_TYPES = {int: "bigint", float: "float8", str: "text", date: "date", datetime: "timestamptz"}


def _document(rows: type, alias: str) -> str:
    """Return the rows of this dataclass, sent as one JSON document, as a table."""
    kinds = {
        field.name: next(kind for kind in get_args(field.type) or (field.type,) if kind is not NoneType)
        for field in fields(rows)
    }
    columns = ", ".join(f"{name} {_SQL_TYPES[kind]}" for name, kind in kinds.items())
    return f"jsonb_to_recordset(%(rows)s::jsonb) AS {alias} ({columns})"


def _write(statement: str, rows: Sequence[Any]) -> None:
    """Run a statement over such rows; what is left out of the document is NULL in it."""
    if not rows:
        return
    names = [field.name for field in fields(rows[0])]
    told = [{name: value for name in names if (value := getattr(row, name)) is not None} for row in rows]
    with connection.cursor() as cursor:
        cursor.execute(statement, {"rows": as_json(told), "workspace": current_workspace_id()})


_SAME_FOLLOWERS = "{new}.followers IS NULL AND old.followers IS NOT NULL"
_FIRST_FOLLOWERS = "old.followers IS NULL AND new.followers IS NOT NULL"
_FIRST_COUNT = "old.posts_count IS NULL AND new.posts_count IS NOT NULL"
#: The birth certificate and the bounds belong to the followers, where there are any.
_TOLD = f"""
    followers = COALESCE({{new}}.followers, old.followers),
    followers_low = CASE WHEN {_SAME_FOLLOWERS} THEN old.followers_low ELSE {{new}}.followers_low END,
    followers_high = CASE WHEN {_SAME_FOLLOWERS} THEN old.followers_high ELSE {{new}}.followers_high END,
    via = CASE WHEN {_SAME_FOLLOWERS} THEN old.via ELSE {{new}}.via END,
    {{at}} = CASE WHEN {_SAME_FOLLOWERS} THEN old.{{at}} ELSE {{new}}.taken_at END,
    posts_count = COALESCE({{new}}.posts_count, old.posts_count),
    engagement_rate = COALESCE({{new}}.engagement_rate, old.engagement_rate),
    engagement_formula = COALESCE(NULLIF({{new}}.engagement_formula, ''), old.engagement_formula),
    posts_per_month = COALESCE({{new}}.posts_per_month, old.posts_per_month)
"""


def _origins(told: Mapping[str, str]) -> str:
    """Return the SQL of a channel's origins: those of the numbers told now, by the condition of each, over the old."""
    born = "jsonb_build_object('via', new.via, 'at', new.taken_at)"
    each = ", ".join(f"'{name}', CASE WHEN {condition} THEN {born} END" for name, condition in told.items())
    return f"old.origins || jsonb_strip_nulls(jsonb_build_object({each}))"


_KEPT = ("followers", "posts_count", "engagement_rate", "posts_per_month")
_COLUMNS = ", ".join(field.name for field in fields(Measure))
# Only our own column names are written into the text; values go as parameters.
# Numbers older than the channel's newest do not reach it.
_UPSERT_SNAPSHOTS = f"""
WITH new AS MATERIALIZED (
    SELECT * FROM {_document(Measure, "q")}
), kept AS (
    INSERT INTO audience_channelsnapshot AS old (workspace_id, {_COLUMNS}) SELECT %(workspace)s, new.* FROM new
    ON CONFLICT (channel_id, taken_on) DO UPDATE SET {_TOLD.format(new="EXCLUDED", at="taken_at")},
        following = COALESCE(EXCLUDED.following, old.following),
        views_total = COALESCE(EXCLUDED.views_total, old.views_total),
        comments_per_post = COALESCE(EXCLUDED.comments_per_post, old.comments_per_post)
)
UPDATE creators_channel AS old SET {_TOLD.format(new="new", at="measured_at")},
    origins = {_origins({name: f"new.{name} IS NOT NULL" for name in _KEPT})}
FROM new WHERE old.id = new.channel_id AND old.workspace_id = %(workspace)s
    AND (old.measured_at IS NULL OR old.measured_at <= new.taken_at)
"""  # noqa: S608

#: An older day tells the channel what it knows nothing of: a blog's feed never says how many follow it.
_COMPLETE_CHANNELS = f"""
UPDATE creators_channel AS old SET
    followers = COALESCE(old.followers, new.followers),
    via = CASE WHEN {_FIRST_FOLLOWERS} THEN new.via ELSE old.via END,
    measured_at = CASE WHEN {_FIRST_FOLLOWERS} THEN new.taken_at ELSE old.measured_at END,
    posts_count = COALESCE(old.posts_count, new.posts_count),
    origins = {_origins({"followers": _FIRST_FOLLOWERS, "posts_count": _FIRST_COUNT})}
FROM {_document(Measure, "new")} WHERE old.id = new.channel_id AND old.workspace_id = %(workspace)s
"""  # noqa: S608

# A title or a feed that somebody set stays. A failure never touches a number.
_MARK_CHANNELS = f"""
UPDATE creators_channel AS c SET
    state = q.state, checked_at = q.checked_at, error_code = q.error_code, error_detail = q.error_detail,
    title = COALESCE(NULLIF(c.title, ''), q.title), feed_url = COALESCE(NULLIF(c.feed_url, ''), q.feed_url),
    last_published_at = GREATEST(c.last_published_at, q.last_published_at),
    partial_code = COALESCE(q.partial_code, c.partial_code)
FROM {_document(Look, "q")} WHERE c.id = q.channel_id AND c.workspace_id = %(workspace)s
"""  # noqa: S608


class SnapshotQuerySet(models.QuerySet[Any]):
    """Snapshots of the workspace in scope."""

    def upsert(self, measures: Sequence[Measure]) -> None:
        """Write the day's row of each channel, and the channel's newest numbers. At most one row a channel."""
        _write(_UPSERT_SNAPSHOTS, measures)

    def complete(self, measures: Sequence[Measure]) -> None:
        """Give channels what they know nothing of from exact numbers of any day. At most one row a channel."""
        _write(_COMPLETE_CHANNELS, measures)

    def mark(self, looks: Sequence[Look]) -> None:
        """Note on each channel how the last look at it went."""
        _write(_MARK_CHANNELS, looks)


_UPSERT_POSTS = """
INSERT INTO audience_post AS old (
    workspace_id, channel_id, external_id, url, title, summary, author, language, image_url, tags,
    published_at, likes, comments, views, shares, first_seen_at)
SELECT %s, channel_id, external_id, url, title, summary, author, language, image_url, tags,
    published_at, likes, comments, views, shares, first_seen_at
FROM jsonb_to_recordset(%s::jsonb) AS q (
    channel_id bigint, external_id text, url text, title text, summary text, author text, language text,
    image_url text, tags text[], published_at timestamptz, likes bigint, comments bigint, views bigint,
    shares bigint, first_seen_at timestamptz)
ON CONFLICT (channel_id, external_id) DO UPDATE SET
    url = COALESCE(NULLIF(EXCLUDED.url, ''), old.url),
    title = COALESCE(NULLIF(EXCLUDED.title, ''), old.title),
    summary = COALESCE(NULLIF(EXCLUDED.summary, ''), old.summary),
    published_at = COALESCE(EXCLUDED.published_at, old.published_at),
    likes = COALESCE(EXCLUDED.likes, old.likes),
    comments = COALESCE(EXCLUDED.comments, old.comments),
    views = COALESCE(EXCLUDED.views, old.views),
    shares = COALESCE(EXCLUDED.shares, old.shares)
WHERE (EXCLUDED.url, EXCLUDED.title, EXCLUDED.summary) IS DISTINCT FROM (old.url, old.title, old.summary)
    OR EXCLUDED.published_at IS DISTINCT FROM old.published_at
    OR (EXCLUDED.likes, EXCLUDED.comments, EXCLUDED.views, EXCLUDED.shares)
        IS DISTINCT FROM (old.likes, old.comments, old.views, old.shares)
"""


class PostQuerySet(models.QuerySet[Any]):
    """Posts of the workspace in scope."""

    def upsert(self, posts: Sequence[dict[str, Any]]) -> None:
        """Write posts by (channel, external id); an unchanged one is not touched. Each at most once."""
        if not posts:
            return
        with connection.cursor() as cursor:
            cursor.execute(_UPSERT_POSTS, [current_workspace_id(), as_json(posts)])


_CLOSE_ITEMS = f"""
WITH closed AS (
    UPDATE audience_refreshitem i
    SET state = q.state, error_code = q.error_code, error_detail = q.error_detail, finished_at = q.at
    FROM {_document(Closing, "q")}
    WHERE i.channel_id = q.channel_id AND i.workspace_id = %(workspace)s AND i.state = 'pending'
    RETURNING i.run_id, i.state
), told AS (
    SELECT run_id, count(*) FILTER (WHERE state = 'done') AS done, count(*) FILTER (WHERE state = 'failed') AS failed
    FROM closed GROUP BY run_id
)
UPDATE audience_refreshrun r SET
    done = r.done + told.done,
    failed = r.failed + told.failed,
    state = CASE WHEN r.state = 'cancelled' THEN r.state
        WHEN r.done + r.failed + told.done + told.failed >= r.total THEN 'done' ELSE 'running' END,
    finished_at = CASE WHEN r.state <> 'cancelled' AND r.done + r.failed + told.done + told.failed >= r.total
        THEN now() ELSE r.finished_at END
FROM told WHERE r.id = told.run_id AND r.workspace_id = %(workspace)s
"""  # noqa: S608


class RefreshItemQuerySet(models.QuerySet[Any]):
    """Items of the workspace in scope."""

    def close(self, closings: Sequence[Closing]) -> None:
        """End the waiting items of these channels, and count them in their runs."""
        _write(_CLOSE_ITEMS, closings)
