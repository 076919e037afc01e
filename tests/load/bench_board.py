"""The board: the whole answer for 1,000 and 5,000 cards. Goal: at most 2 × raw, at most 40 kB gzipped for 1,000."""

import random
from datetime import timedelta
from functools import partial
from typing import Any

import orjson

from tests.load import harness
from tests.load.crowd import FIRST, LAST
from tests.load.figures import Figure

SIZES = (1_000, 5_000)
ACTIONS = ["Relancer par e-mail", "Envoyer le colis", "Demander l’adresse", "Valider le brief", "Appeler", ""]
GOAL_RATIO = 2.0
GOAL_KB = 40.0

STAGES = """
SELECT stage.id, stage.kind, label_en, label_fr, colour, count(card.id), coalesce(sum(card.fee_amount), 0.00)::varchar
FROM campaigns_stage stage
LEFT JOIN (campaigns_participation card JOIN creators_creator creator
           ON creator.id = card.creator_id AND creator.deleted_at IS NULL)
  ON card.stage_id = stage.id AND card.campaign_id = %s AND card.removed_at IS NULL
WHERE stage.workspace_id = %s AND position IS NOT NULL
GROUP BY stage.id ORDER BY position
"""
CAMPAIGN = """
SELECT campaign.id, campaign.name, kind, state, brand_id, brand.name, budget_amount::varchar,
       campaign.archived_at IS NOT NULL, board_version
FROM campaigns_campaign campaign JOIN workspaces_brand brand ON brand.id = brand_id
WHERE campaign.id = %s AND campaign.workspace_id = %s
"""
CARDS = """
SELECT card.id, stage_id, rank, creator_id, creator.name, main_platform, main_handle, followers,
       round(engagement_rate::numeric, 4)::float8,
       to_char(last_contacted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:00"Z"'), card.owner_id, person.name,
       next_action, next_action_on, fee_amount::varchar,
       to_char(stage_since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:00"Z"'), lost_reason, card.version
FROM campaigns_participation card
JOIN creators_creator creator ON creator.id = creator_id
JOIN campaigns_stage stage ON stage.id = stage_id
LEFT JOIN workspaces_user person ON person.id = card.owner_id
WHERE campaign_id = %s AND card.workspace_id = %s AND removed_at IS NULL AND deleted_at IS NULL
ORDER BY stage.position, rank
"""


def build(owner: Any, count: int) -> tuple[Any, Any]:
    """Make a workspace with one campaign of that many cards, spread over all stages."""
    from relais.campaigns.actions import add_creators, create_campaign
    from relais.campaigns.models import Participation
    from relais.campaigns.querysets import stages_in_use
    from relais.creators.models import Creator
    from relais.kit import clock
    from relais.kit.actors import Actor
    from relais.kit.tenancy import workspace_scope
    from tests import factories

    dice = random.Random(count)
    by = Actor(user_id=owner.pk)
    workspace = factories.make_workspace(owner, f"Banc {count}")
    now = clock.now()
    with workspace_scope(workspace.pk):
        campaign = create_campaign(
            values={"brand": factories.make_brand(), "name": "Été en terrasse", "kind": "gifting"}, by=by
        )
        creators = []
        for _index in range(count):
            first, last = dice.choice(FIRST), dice.choice(LAST)
            creators.append(
                Creator(
                    name=f"{first} {last}",
                    main_platform=dice.choice(["blog", "instagram", "youtube", "mastodon"]),
                    main_handle=f"{first}.{last}{dice.randint(1, 999)}".lower(),
                    followers=int(dice.lognormvariate(10, 1.2)),
                    engagement_rate=dice.random() * 0.08,
                    last_contacted_at=now - timedelta(minutes=dice.randint(1, 200_000))
                    if dice.random() < 0.7
                    else None,
                )
            )
        Creator.objects.bulk_create(creators, batch_size=1_000)
        ids = [creator.pk for creator in creators]
        stages = list(stages_in_use())
        share = -(-count // len(stages))
        for place, stage in enumerate(stages):
            chosen = ids[place * share : (place + 1) * share]
            add_creators(campaign=campaign, creator_ids=chosen, stage=stage, by=by)
        cards = list(Participation.objects.filter(campaign=campaign))
        for card in cards:
            card.owner = dice.choice([owner, None])
            card.next_action = dice.choice(ACTIONS)
            card.next_action_on = (now + timedelta(days=dice.randint(-20, 60))).date() if dice.random() < 0.6 else None
            card.fee_amount = dice.randint(0, 80) * 25 if dice.random() < 0.5 else None
            card.stage_since = now - timedelta(minutes=dice.randint(1, 100_000))
            card.version = dice.randint(1, 9)
        fields = ["owner", "next_action", "next_action_on", "fee_amount", "stage_since", "version"]
        Participation.objects.bulk_update(cards, fields, batch_size=1_000)
    return workspace, campaign


def bare(campaign: Any, workspace: Any, names: list[str]) -> Any:
    """Return a WSGI function that does nothing but the three statements and the JSON."""
    connection = harness.raw_connection()
    head = ["id", "name", "kind", "state", "brand", "brand_name", "budget_amount", "is_archived"]
    column = ["id", "kind", "label_en", "label_fr", "colour", "count", "fee_total"]
    place = (campaign.pk, workspace.pk)

    def application(environ: Any, start_response: Any) -> list[bytes]:
        found: Any = connection.execute(CAMPAIGN, place).fetchone()
        stages = [dict(zip(column, row, strict=True)) for row in connection.execute(STAGES, place)]
        cards = zip(*connection.execute(CARDS, place).fetchall(), strict=True)
        body = orjson.dumps(
            {
                "campaign": dict(zip(head, found, strict=False)),
                "stages": stages,
                "cards": dict(zip(names, cards, strict=True)),
                "removed": [],
                "marker": found[-1],
            },
            option=orjson.OPT_UTC_Z,
        )
        start_response("200 OK", [("Content-Type", "application/json")])
        return [body]

    return application


def run() -> list[Figure]:
    """Measure both sizes."""
    from relais.campaigns.querysets import CARD
    from tests import factories

    owner = factories.make_user("Alice Martin", "board@example.org")
    figures = []
    for size in SIZES:
        workspace, campaign = build(owner, size)
        harness.analyse()
        visitor = harness.Visitor(owner)
        raw = bare(campaign, workspace, list(CARD))
        path = f"/api/v1/workspaces/{workspace.slug}/campaigns/{campaign.pk}/board/"
        harness.compare(visitor.get(path), harness.call(raw, path))
        turns = harness.in_turn(
            {
                "raw": partial(harness.call, raw, path),
                "relais": partial(visitor.get, path),
                "relais, gzipped": partial(visitor.get, path, accept_encoding="gzip"),
            },
            rounds=40,
        )
        figures.append(
            Figure(f"board, {size:,} cards", turns.ratio("relais", "raw"), "× raw", GOAL_RATIO, times=turns.times)
        )
        if size == SIZES[0]:
            gzipped = len(visitor.get(path, accept_encoding="gzip").body) / 1_000
            figures.append(Figure(f"board, {size:,} cards, gzipped", gzipped, "kB", GOAL_KB))
    return figures
