"""The board: one answer, few statements, and news for whoever looks at the same time."""

import gzip
from typing import Any

import orjson
from django.db import connection
from django.test.utils import CaptureQueriesContext

from relais.campaigns.api.serializers.board import BoardCardSerializer
from relais.campaigns.models import Campaign, Participation, Stage
from relais.campaigns.querysets import CARD
from relais.creators.models import Creator
from tests.backend.campaigns.conftest import Cards
from tests.backend.conftest import Client

Stages = dict[str, Stage]


def board(client: Client, campaign: Campaign, since: int | None = None) -> Any:
    answer = client.get(client.at(f"campaigns/{campaign.pk}/board/") + ("" if since is None else f"?since={since}"))
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_the_documented_card_is_the_card_that_is_read() -> None:
    assert list(BoardCardSerializer().fields) == list(CARD)


def test_cards_come_as_columns_in_the_order_of_stages_and_ranks(
    bob: Client, cards: Cards, stages: Stages, campaign: Campaign
) -> None:
    first, second = cards(2)
    (agreed,) = cards(1, "agreed")
    Participation.objects.filter(pk=agreed.pk).update(fee_amount="250.5", owner=bob.user)
    Creator.objects.filter(pk=first.creator_id).update(
        name="Zoé Lefèvre", main_platform="blog", main_handle="zoe", followers=12_300, engagement_rate=0.034567
    )

    body = board(bob, campaign)

    found = body["cards"]
    assert list(found) == list(CARD)
    assert found["id"] == [first.pk, second.pk, agreed.pk]
    assert found["stage"] == [stages["prospect"].pk] * 2 + [stages["agreed"].pk]
    assert (found["creator_name"][0], found["followers"][:2]) == ("Zoé Lefèvre", [12_300, None])
    assert found["engagement_rate"][:2] == [0.0346, None]
    assert (found["fee_amount"], found["owner_name"]) == ([None, None, "250.50"], [None, None, "Bob Durand"])
    assert found["stage_since"][0].endswith(":00Z")
    assert [stage["kind"] for stage in body["stages"]] == list(stages)
    assert {stage["kind"]: stage["count"] for stage in body["stages"] if stage["count"]} == {"prospect": 2, "agreed": 1}
    assert next(stage for stage in body["stages"] if stage["kind"] == "agreed")["fee_total"] == "250.50"
    assert (body["campaign"]["name"], body["removed"]) == (campaign.name, [])


def test_an_empty_board_has_its_columns(bob: Client, campaign: Campaign) -> None:
    body = board(bob, campaign)
    assert len(body["stages"]) == 10
    assert body["cards"] == {name: [] for name in CARD}
    assert {stage["fee_total"] for stage in body["stages"]} == {"0.00"}


def test_the_number_of_statements_does_not_depend_on_the_number_of_cards(
    bob: Client, cards: Cards, campaign: Campaign
) -> None:
    counts = []
    for more in (2, 18):
        cards(more)
        with CaptureQueriesContext(
            connection,
        ) as spent:
            board(bob, campaign)
        counts.append(len([query for query in spent if "campaigns_" in query["sql"]]))
    assert counts == [3, 3]


def test_a_colleague_hears_of_moves_changes_and_removals(
    alice: Client, bob: Client, cards: Cards, stages: Stages, campaign: Campaign
) -> None:
    moved, changed, removed, quiet = cards(4)
    seen = board(bob, campaign)["marker"]
    assert board(bob, campaign, seen)["cards"]["id"] == []

    alice.post(alice.at(f"participations/{moved.pk}/move/"), {"to": stages["contacted"].pk})
    alice.patch(alice.at(f"participations/{changed.pk}/"), {"next_action": "Relancer"})
    alice.delete(alice.at(f"participations/{removed.pk}/"))
    news = board(bob, campaign, seen)

    assert news["cards"]["id"] == [changed.pk, moved.pk]
    assert news["removed"] == [removed.pk]
    assert quiet.pk not in news["cards"]["id"]
    assert {stage["kind"]: stage["count"] for stage in news["stages"] if stage["count"]} == {
        "prospect": 2,
        "contacted": 1,
    }
    assert board(bob, campaign, news["marker"])["cards"]["id"] == []

    alice.post(alice.at(f"participations/{removed.pk}/restore/"))
    assert board(bob, campaign, news["marker"])["cards"]["id"] == [removed.pk]


def test_a_marker_that_is_no_number_is_refused(bob: Client, campaign: Campaign) -> None:
    answer = bob.get(bob.at(f"campaigns/{campaign.pk}/board/?since=hier"))
    assert answer.status_code == 400
    assert "since" in answer.json()["errors"]


def test_columns_keep_the_answer_small(bob: Client, cards: Cards, campaign: Campaign) -> None:
    cards(200)
    body = board(bob, campaign)
    columns = orjson.dumps(body["cards"])
    objects = orjson.dumps([dict(zip(CARD, row, strict=True)) for row in zip(*body["cards"].values(), strict=True)])
    assert len(columns) * 2 < len(objects)
    assert len(gzip.compress(columns, 4)) < len(gzip.compress(objects, 4))


def test_the_board_of_another_workspace_is_not_there(charlie: Client, campaign: Campaign) -> None:
    assert charlie.get(charlie.at(f"campaigns/{campaign.pk}/board/")).status_code == 404


def test_a_viewer_looks_and_does_not_touch(viewer: Client, cards: Cards, stages: Stages, campaign: Campaign) -> None:
    (card,) = cards(1)
    board(viewer, campaign)
    answer = viewer.post(viewer.at(f"participations/{card.pk}/move/"), {"to": stages["contacted"].pk})
    assert answer.status_code == 403
    assert Participation.objects.get(pk=card.pk).stage == stages["prospect"]
