"""Moving cards: where they land, what is refused, what history keeps."""

from collections.abc import Sequence
from typing import Any

import pytest

from relais.activity.models import Activity
from relais.campaigns.models import Campaign, Participation, Stage, StageMove
from relais.creators.models import Creator
from tests.backend.campaigns.conftest import Cards
from tests.backend.conftest import Client

Stages = dict[str, Stage]


def move(client: Client, card: Participation, to: Stage, **body: Any) -> Any:
    return client.post(client.at(f"participations/{card.pk}/move/"), {"to": to.pk, **body})


def column(stage: Stage, campaign: Campaign) -> list[int]:
    return list(
        Participation.objects.filter(stage=stage, campaign=campaign, removed_at=None)
        .order_by("rank")
        .values_list("id", flat=True)
    )


def ids(cards: Sequence[Participation]) -> list[int]:
    return [card.pk for card in cards]


def test_a_card_lands_under_the_card_named(bob: Client, cards: Cards, stages: Stages, campaign: Campaign) -> None:
    (card,) = cards(1)
    first, second = cards(2, "contacted")

    answer = move(bob, card, stages["contacted"], after=first.pk, expected_from=stages["prospect"].pk, why="Appelée")

    assert answer.status_code == 200, answer.content
    body = answer.json()
    assert (body["card"]["id"], body["card"]["stage"]) == (card.pk, stages["contacted"].pk)
    assert body["card"]["version"] == card.version + 1
    assert column(stages["contacted"], campaign) == [first.pk, card.pk, second.pk]
    assert column(stages["prospect"], campaign) == []


def test_without_a_card_named_it_lands_on_top(bob: Client, cards: Cards, stages: Stages, campaign: Campaign) -> None:
    (card,) = cards(1)
    others = cards(2, "contacted")
    assert move(bob, card, stages["contacted"]).status_code == 200
    assert column(stages["contacted"], campaign) == [card.pk, *ids(others)]


def test_cards_change_order_within_a_column(bob: Client, cards: Cards, stages: Stages, campaign: Campaign) -> None:
    first, second, third = cards(3)
    assert move(bob, first, stages["prospect"], after=third.pk).status_code == 200
    assert column(stages["prospect"], campaign) == ids([second, third, first])
    card = Participation.objects.get(pk=first.pk)
    assert card.stage_since == first.stage_since
    assert StageMove.objects.filter(participation=card).count() == 1
    assert not Activity.objects.filter(verb="participation.moved").exists()


def test_a_move_writes_history_and_the_timeline(bob: Client, cards: Cards, stages: Stages) -> None:
    (card,) = cards(1)
    move(bob, card, stages["contacted"], why="Rencontrée au salon")

    (line,) = bob.get(bob.at(f"participations/{card.pk}/moves/")).json()
    assert (line["from_stage"], line["to_stage"]) == (stages["prospect"].pk, stages["contacted"].pk)
    assert (line["why"], line["caused_by"], line["user_name"]) == ("Rencontrée au salon", "hand", "Bob Durand")
    told = Activity.objects.get(verb="participation.moved")
    assert (told.creator_id, told.campaign_id, told.user_id) == (card.creator_id, card.campaign_id, bob.user.pk)
    assert told.data["to_kind"] == "contacted"


def test_a_card_seen_elsewhere_is_not_moved_and_the_answer_says_where_it_is(
    alice: Client, bob: Client, cards: Cards, stages: Stages, campaign: Campaign
) -> None:
    (card,) = cards(1)
    assert move(alice, card, stages["agreed"], expected_from=stages["prospect"].pk).status_code == 200

    answer = move(bob, card, stages["contacted"], expected_from=stages["prospect"].pk)

    assert answer.status_code == 409
    assert answer.json()["code"] == "stage_moved"
    assert answer.json()["current"]["stage"] == stages["agreed"].pk
    assert column(stages["agreed"], campaign) == [card.pk]
    assert StageMove.objects.count() == 1


def test_a_neighbour_that_left_refuses_the_place(bob: Client, cards: Cards, stages: Stages) -> None:
    card, elsewhere = cards(2)
    answer = move(bob, card, stages["contacted"], after=elsewhere.pk)
    assert (answer.status_code, answer.json()["code"]) == (409, "neighbour_moved")
    assert Participation.objects.get(pk=card.pk).stage == stages["prospect"]
    assert not StageMove.objects.exists()


def test_who_published_does_not_decline(bob: Client, cards: Cards, stages: Stages) -> None:
    (card,) = cards(1, "published")
    answer = move(bob, card, stages["declined"])
    assert (answer.status_code, answer.json()["code"]) == (409, "move_refused")
    assert Participation.objects.get(pk=card.pk).stage == stages["published"]


def test_a_loss_may_be_explained_at_once_or_later(bob: Client, cards: Cards, stages: Stages) -> None:
    at_once, later = cards(2)
    body = move(bob, at_once, stages["declined"], lost_reason="too_expensive", lost_note="900 € la photo").json()
    assert body["card"]["lost_reason"] == "too_expensive"

    assert move(bob, later, stages["dropped"]).json()["card"]["lost_reason"] == ""
    answer = bob.patch(bob.at(f"participations/{later.pk}/"), {"lost_reason": "no_answer"})
    assert (answer.status_code, answer.json()["lost_reason"]) == (200, "no_answer")

    body = move(bob, at_once, stages["contacted"]).json()
    assert body["card"]["lost_reason"] == ""


@pytest.mark.parametrize("how", ["move", "patch"])
def test_a_card_in_play_has_no_reason_for_a_loss(bob: Client, cards: Cards, stages: Stages, how: str) -> None:
    (card,) = cards(1)
    if how == "move":
        answer = move(bob, card, stages["contacted"], lost_reason="no_time")
    else:
        answer = bob.patch(bob.at(f"participations/{card.pk}/"), {"lost_reason": "no_time"})
    assert (answer.status_code, answer.json()["code"]) == (400, "not_lost")
    assert "lost_reason" in answer.json()["errors"]
    card.refresh_from_db()
    assert (card.stage, card.lost_reason, card.version) == (stages["prospect"], "", 1)


def test_undo_puts_everything_back_and_undoing_again_redoes(
    bob: Client, cards: Cards, stages: Stages, campaign: Campaign
) -> None:
    first, second, third = cards(3, "declined")
    bob.patch(bob.at(f"participations/{second.pk}/"), {"lost_reason": "competitor"})
    before = Participation.objects.get(pk=second.pk)
    made = move(bob, second, stages["contacted"]).json()["move"]

    answer = bob.post(bob.at(f"participations/{second.pk}/undo-move/"), {"move": made})

    assert answer.status_code == 200, answer.content
    assert column(stages["declined"], campaign) == ids([first, second, third])
    after = Participation.objects.get(pk=second.pk)
    assert (after.rank, after.stage_since, after.lost_reason) == (before.rank, before.stage_since, "competitor")
    assert (
        bob.post(bob.at(f"participations/{second.pk}/undo-move/"), {}).json()["card"]["stage"] == stages["contacted"].pk
    )
    assert [line.caused_by for line in StageMove.objects.order_by("id")] == ["hand", "undo", "undo"]


def test_undo_never_takes_back_a_colleagues_move(alice: Client, bob: Client, cards: Cards, stages: Stages) -> None:
    (card,) = cards(1)
    mine = move(bob, card, stages["contacted"]).json()["move"]
    move(alice, card, stages["agreed"])
    answer = bob.post(bob.at(f"participations/{card.pk}/undo-move/"), {"move": mine})
    assert (answer.status_code, answer.json()["code"]) == (409, "stage_moved")
    assert Participation.objects.get(pk=card.pk).stage == stages["agreed"]


def test_there_is_nothing_to_undo_on_a_fresh_card(bob: Client, cards: Cards) -> None:
    (card,) = cards(1)
    answer = bob.post(bob.at(f"participations/{card.pk}/undo-move/"), {})
    assert (answer.status_code, answer.json()["code"]) == (409, "nothing_to_undo")


def test_a_relationship_follows_the_card_unless_set_by_hand(bob: Client, cards: Cards, stages: Stages) -> None:
    followed, by_hand = cards(2)
    Creator.objects.filter(pk=by_hand.creator_id).update(status_by_hand=True)
    for card in (followed, by_hand):
        move(bob, card, stages["contacted"])
    assert Creator.objects.get(pk=followed.creator_id).relationship_status == "contacted"
    assert Creator.objects.get(pk=by_hand.creator_id).relationship_status == "new"


def test_a_column_split_too_often_is_spread_afresh(
    bob: Client, cards: Cards, stages: Stages, campaign: Campaign
) -> None:
    first, card, last = cards(3)
    Participation.objects.filter(pk=first.pk).update(rank="V" * 40)
    Participation.objects.filter(pk=card.pk).update(rank="a")
    Participation.objects.filter(pk=last.pk).update(rank="V" * 40 + "1")
    assert move(bob, card, stages["prospect"], after=first.pk).status_code == 200
    assert column(stages["prospect"], campaign) == ids([first, card, last])
    assert {len(rank) for rank in Participation.objects.values_list("rank", flat=True)} == {6}
