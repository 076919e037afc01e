"""Snapshots written with the channel and the headline refreshed too, against COPY to a stage and bare SQL.

Goal: at least 70 % of the staged COPY.
"""

import random
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from tests.load import harness
from tests.load.figures import Figure

CHANNELS = 20_000
BATCH = 2_000
WEEKS = 4
GOAL_RATIO = 0.7
FIRST_DAY = date(2026, 1, 5)

STAGE = """
CREATE TEMP TABLE stage (channel_id bigint, taken_on date, taken_at timestamptz, followers bigint) ON COMMIT DROP
"""
UPSERT = """
INSERT INTO audience_channelsnapshot (workspace_id, channel_id, taken_on, taken_at, followers, via, engagement_formula)
SELECT %s, channel_id, taken_on, taken_at, followers, 'open_api', '' FROM stage
ON CONFLICT (channel_id, taken_on) DO UPDATE SET followers = EXCLUDED.followers, taken_at = EXCLUDED.taken_at
"""
CHANNEL = """
UPDATE creators_channel c SET followers = s.followers, measured_at = s.taken_at FROM stage s WHERE c.id = s.channel_id
"""
HEADLINE = """
UPDATE creators_creator c SET followers = m.followers, reach = m.reach
FROM (SELECT creator_id, max(followers) AS followers, sum(followers) AS reach FROM creators_channel
      WHERE id IN (SELECT channel_id FROM stage) GROUP BY creator_id) m WHERE c.id = m.creator_id
"""


def build() -> tuple[Any, list[tuple[int, int]]]:
    """Make a workspace of creators with one channel each; return it and (channel, creator) ids."""
    from relais.creators.models import Channel, Creator
    from relais.kit.tenancy import workspace_scope
    from tests import factories

    workspace = factories.make_workspace(factories.make_user("Nina Relevé"), "Relevés")
    with workspace_scope(workspace.pk):
        creators = Creator.objects.bulk_create(
            [Creator(name=f"Creator {n}") for n in range(CHANNELS)], batch_size=BATCH
        )
        channels = Channel.objects.bulk_create(
            [
                Channel(
                    creator=creator,
                    platform="mastodon",
                    key=f"c{n}@example.social",
                    url=f"https://example.social/@c{n}",
                )
                for n, creator in enumerate(creators)
            ],
            batch_size=BATCH,
        )
    harness.analyse()
    return workspace, [(channel.pk, channel.creator_id) for channel in channels]


def batches(
    pairs: list[tuple[int, int]], week: int
) -> Iterator[tuple[list[tuple[int, int]], date, datetime, list[int]]]:
    """Return one week of looks, batch by batch, the same for both sides."""
    choice = random.Random(week)
    day = FIRST_DAY + timedelta(weeks=week)
    at = datetime.combine(day, datetime.min.time(), UTC)
    for start in range(0, len(pairs), BATCH):
        part = pairs[start : start + BATCH]
        yield part, day, at, [choice.randrange(1_000, 2_000_000) for _ in part]


def write_relais(workspace: Any, pairs: list[tuple[int, int]], week: int) -> None:
    """Write as the handler of results does."""
    from django.db import transaction

    from relais.audience.models import ChannelSnapshot
    from relais.audience.rows import Measure
    from relais.creators.actions.headline import refresh_headlines
    from relais.kit.tenancy import workspace_scope

    with workspace_scope(workspace.pk):
        for part, day, at, followers in batches(pairs, week):
            measures = [
                Measure(channel_id, day, at, "open_api", followers=count)
                for (channel_id, _), count in zip(part, followers, strict=True)
            ]
            with transaction.atomic():
                ChannelSnapshot.objects.upsert(measures)
                refresh_headlines([creator_id for _, creator_id in part], words=False)


def write_staged(workspace: Any, pairs: list[tuple[int, int]], week: int) -> None:
    """Write by COPY to a stage, one upsert, two updates: the practical limit."""
    with harness.raw_connection() as connection:
        for part, day, at, followers in batches(pairs, week):
            with connection.transaction(), connection.cursor() as cursor:
                cursor.execute(STAGE)
                with cursor.copy("COPY stage FROM STDIN") as copy:
                    for (channel_id, _), count in zip(part, followers, strict=True):
                        copy.write_row((channel_id, day, at, count))
                cursor.execute(UPSERT, [workspace.pk])
                cursor.execute(CHANNEL)
                cursor.execute(HEADLINE)


def run() -> list[Figure]:
    """Write weeks in turn, each side its own, and report rows a second."""
    workspace, pairs = build()
    spent: dict[str, list[float]] = {"relais": [], "staged": []}
    for turn in range(WEEKS):
        for offset, (name, write) in enumerate({"relais": write_relais, "staged": write_staged}.items()):
            begun = time.perf_counter()
            write(workspace, pairs, turn * 2 + offset)
            spent[name].append(time.perf_counter() - begun)
            harness.analyse()
    rates = {name: CHANNELS / sorted(each)[len(each) // 2] for name, each in spent.items()}
    share = rates["relais"] / rates["staged"]
    job = f"snapshots written: {rates['relais']:,.0f} rows/s, staged COPY {rates['staged']:,.0f}"
    return [Figure(job, share, "× staged COPY", GOAL_RATIO, at_least=True)]
