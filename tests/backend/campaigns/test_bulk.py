"""Many cards at once: all of them or none, each by the rule that holds for one (guarantee 5)."""

from collections.abc import Sequence
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from relais.activity.models import Activity
from relais.campaigns.models import Campaign, Participation, Stage, StageMove
from relais.creators.models import Creator
from tests import factories
from tests.backend.campaigns.conftest import Cards
from tests.backend.conftest import Client

Stages = dict[str, Stage]


def post(client: Client, verb: str, body: dict[str, Any]) -> Any:
    return client.post(client.at(f"participations/{verb}/"), body)


def column(stage: Stage, campaign: Campaign) -> list[int]:
    rows = Participation.objects.filter(stage=stage, campaign=campaign, removed_at=None).order_by("rank")
    return list(rows.values_list("id", flat=True))


def ids(cards: Sequence[Participation]) -> list[int]:
    return [card.pk for card in cards]


def stored() -> list[Any]:
    return list(Participation.objects.order_by("id").values())


def test_a_bulk_move_keeps_the_order_on_top(bob: Client, cards: Cards, stages: Stages, campaign: Campaign) -> None:
    first, second, third = cards(3)
    (there,) = cards(1, "contacted")

    answer = bob.post(
        bob.at("participations/bulk-move/"), {"ids": ids([third, first]), "to": stages["contacted"].pk, "why": "Lot"}
    )

    assert answer.status_code == 200, answer.content
    assert answer.json()["moved"] == 2
    assert column(stages["contacted"], campaign) == ids([first, third, there])
    assert column(stages["prospect"], campaign) == [second.pk]
    assert StageMove.objects.filter(caused_by="bulk").count() == 2


def test_a_bulk_move_is_all_or_nothing_and_names_every_card(
    bob: Client, cards: Cards, stages: Stages, campaign: Campaign
) -> None:
    fine, elsewhere = cards(1)[0], cards(1, "agreed")[0]
    body = {
        "ids": [fine.pk, elsewhere.pk, 999_999],
        "to": stages["contacted"].pk,
        "expected_from": stages["prospect"].pk,
    }
    answer = bob.post(bob.at("participations/bulk-move/"), body)
    assert (answer.status_code, answer.json()["code"]) == (409, "bulk_move_refused")
    assert answer.json()["refused"] == [{"id": elsewhere.pk, "code": "stage_moved"}, {"id": 999_999, "code": "unknown"}]
    assert column(stages["prospect"], campaign) == [fine.pk]
    assert not StageMove.objects.exists()


def test_a_bulk_move_lands_under_the_card_named(bob: Client, cards: Cards, stages: Stages, campaign: Campaign) -> None:
    first, second, third = cards(3)
    above, below = cards(2, "contacted")

    body = {"ids": ids([third, first]), "to": stages["contacted"].pk, "after": above.pk}
    answer = post(bob, "bulk-move", body)

    assert answer.status_code == 200, answer.content
    assert column(stages["contacted"], campaign) == ids([above, first, third, below])
    shown = answer.json()["cards"]
    assert sorted(shown["id"]) == sorted(ids([first, third]))
    assert set(shown["stage"]) == {stages["contacted"].pk}
    assert column(stages["prospect"], campaign) == [second.pk]


@pytest.mark.parametrize("where", ["elsewhere", "among them"])
def test_a_neighbour_that_left_refuses_the_place_of_all(bob: Client, cards: Cards, stages: Stages, where: str) -> None:
    card, elsewhere, other = cards(3)
    after = elsewhere if where == "elsewhere" else card
    before = stored()
    answer = post(bob, "bulk-move", {"ids": ids([card, other]), "to": stages["contacted"].pk, "after": after.pk})
    assert (answer.status_code, answer.json()["code"]) == (409, "neighbour_moved")
    assert stored() == before


def test_a_relationship_follows_only_cards_that_entered(bob: Client, cards: Cards, stages: Stages) -> None:
    (entering,), (there,) = cards(1), cards(1, "contacted")
    assert post(bob, "bulk-move", {"ids": ids([entering, there]), "to": stages["contacted"].pk}).status_code == 200
    assert Creator.objects.get(pk=entering.creator_id).relationship_status == "contacted"
    assert Creator.objects.get(pk=there.creator_id).relationship_status == "new"
    assert Activity.objects.filter(verb="participation.moved").count() == 1


def test_undo_puts_many_back_and_everything_they_were(
    bob: Client, cards: Cards, stages: Stages, campaign: Campaign
) -> None:
    lost = cards(3, "declined")
    (prospect,) = cards(1)
    bob.patch(bob.at(f"participations/{lost[1].pk}/"), {"lost_reason": "competitor"})
    names = ("stage_id", "rank", "stage_since", "lost_reason")
    before = {card.pk: [getattr(card, name) for name in names] for card in Participation.objects.all()}
    moving = ids([lost[0], lost[1], prospect])
    moves = post(bob, "bulk-move", {"ids": moving, "to": stages["contacted"].pk}).json()["moves"]

    answer = post(bob, "bulk-undo-move", {"moves": moves})

    assert answer.status_code == 200, answer.content
    assert sorted(answer.json()["cards"]["id"]) == sorted(moving)
    assert {card.pk: [getattr(card, name) for name in names] for card in Participation.objects.all()} == before
    assert column(stages["declined"], campaign) == ids(lost)
    assert StageMove.objects.filter(caused_by="undo").count() == 3


def test_a_place_taken_meanwhile_is_shared_in_order(
    bob: Client, cards: Cards, stages: Stages, campaign: Campaign
) -> None:
    first, second, third = cards(3)
    moves = post(bob, "bulk-move", {"ids": ids([first, second]), "to": stages["agreed"].pk}).json()["moves"]
    former = Participation.objects.get(pk=third.pk)
    Participation.objects.filter(pk=third.pk).update(rank=first.rank)
    assert post(bob, "bulk-undo-move", {"moves": moves}).status_code == 200
    assert former.stage_id == stages["prospect"].pk
    assert column(stages["prospect"], campaign) == ids([third, first, second])


def test_undo_of_many_never_takes_back_a_colleagues_move(
    alice: Client, bob: Client, cards: Cards, stages: Stages
) -> None:
    first, second = cards(2)
    moves = post(bob, "bulk-move", {"ids": ids([first, second]), "to": stages["contacted"].pk}).json()["moves"]
    alice.post(alice.at(f"participations/{second.pk}/move/"), {"to": stages["agreed"].pk})
    before = stored()
    answer = post(bob, "bulk-undo-move", {"moves": [*moves, 999_999]})
    assert (answer.status_code, answer.json()["code"]) == (409, "bulk_move_refused")
    assert answer.json()["refused"] == [{"id": moves[1], "code": "stage_moved"}, {"id": 999_999, "code": "unknown"}]
    assert stored() == before


def test_a_card_without_a_former_stage_stays(bob: Client, cards: Cards, stages: Stages) -> None:
    (card,) = cards(1)
    (move,) = post(bob, "bulk-move", {"ids": [card.pk], "to": stages["contacted"].pk}).json()["moves"]
    Stage.objects.filter(pk=stages["prospect"].pk).update(position=None)
    answer = post(bob, "bulk-undo-move", {"moves": [move]})
    assert (answer.status_code, answer.json()["refused"]) == (409, [{"id": move, "code": "nothing_to_undo"}])
    assert Participation.objects.get(pk=card.pk).stage == stages["contacted"]


def test_many_cards_change_each_in_its_way(alice: Client, bob: Client, cards: Cards) -> None:
    first, second = cards(2)
    changes = [
        {"id": second.pk, "version": 1, "owner": bob.user.pk, "next_action": "Appeler", "next_action_on": "2026-03-02"},
        {"id": first.pk, "version": 1, "owner": alice.user.pk, "fee_amount": "80"},
    ]
    answer = post(bob, "bulk-change", {"changes": changes})

    assert answer.status_code == 200, answer.content
    shown = answer.json()["cards"]
    assert dict(zip(shown["id"], shown["owner_name"], strict=True)) == {
        first.pk: "Alice Martin",
        second.pk: "Bob Durand",
    }
    first.refresh_from_db()
    second.refresh_from_db()
    assert (str(first.fee_amount), first.next_action, first.version) == ("80.00", "", 2)
    assert (second.next_action, second.fee_amount, second.version) == ("Appeler", None, 2)
    told = Activity.objects.get(verb="participation.changed", subject_id=first.pk)
    assert (told.user_id, told.data["before"]["owner"]) == (bob.user.pk, None)

    back = [{"id": pk, "version": 2, "owner": None} for pk in ids([first, second])]
    assert post(bob, "bulk-change", {"changes": back}).status_code == 200
    assert set(Participation.objects.values_list("owner", flat=True)) == {None}


def test_a_stale_or_unknown_card_keeps_all_as_they_were(alice: Client, bob: Client, cards: Cards) -> None:
    fine, stale = cards(2)
    alice.patch(alice.at(f"participations/{stale.pk}/"), {"owner": alice.user.pk})
    before = stored()
    changes = [{"id": pk, "version": 1, "owner": bob.user.pk} for pk in (fine.pk, stale.pk, 999_999)]
    answer = post(bob, "bulk-change", {"changes": changes})
    assert (answer.status_code, answer.json()["code"]) == (409, "bulk_refused")
    refused = [{"id": stale.pk, "code": "stale_version"}, {"id": 999_999, "code": "unknown"}]
    assert answer.json()["refused"] == refused
    assert stored() == before


def test_only_lost_cards_have_a_reason(bob: Client, cards: Cards) -> None:
    (lost,), (playing,) = cards(1, "declined"), cards(1)
    changes = [{"id": pk, "lost_reason": "no_time"} for pk in (lost.pk, playing.pk)]
    answer = post(bob, "bulk-change", {"changes": changes})
    assert (answer.status_code, answer.json()["refused"]) == (409, [{"id": playing.pk, "code": "not_lost"}])
    assert post(bob, "bulk-change", {"changes": changes[:1]}).status_code == 200
    assert Participation.objects.get(pk=lost.pk).lost_reason == "no_time"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"owner": 999_999}, "changes.1.owner"),
        ({"fee_amount": "-1"}, "changes.1.fee_amount"),
        ({"lost_reason": "bored"}, "changes.1.lost_reason"),
    ],
)
def test_wrong_values_are_named_card_by_card(bob: Client, cards: Cards, change: dict[str, Any], field: str) -> None:
    first, second = cards(2)
    before = stored()
    answer = post(bob, "bulk-change", {"changes": [{"id": first.pk, "notes": "x"}, {"id": second.pk, **change}]})
    assert answer.status_code == 400
    assert list(answer.json()["errors"]) == [field]
    assert stored() == before


def test_a_card_named_twice_is_refused(bob: Client, cards: Cards) -> None:
    (card,) = cards(1)
    changes = [{"id": card.pk, "notes": "a"}, {"id": card.pk, "notes": "b"}]
    answer = post(bob, "bulk-change", {"changes": changes})
    assert (answer.status_code, list(answer.json()["errors"])) == (400, ["changes"])
    assert Participation.objects.get(pk=card.pk).notes == ""


def test_what_the_server_decides_cannot_be_set_in_bulk(bob: Client, cards: Cards, stages: Stages) -> None:
    (card,) = cards(1)
    change = {"id": card.pk, "stage": stages["done"].pk, "rank": "0", "creator": 1, "notes": "Vu"}
    assert post(bob, "bulk-change", {"changes": [change]}).status_code == 200
    after = Participation.objects.get(pk=card.pk)
    assert (after.stage_id, after.rank, after.creator_id) == (card.stage_id, card.rank, card.creator_id)
    assert (after.version, after.notes) == (2, "Vu")


def test_taking_out_and_bringing_back_many_keeps_their_places(bob: Client, cards: Cards, campaign: Campaign) -> None:
    first, second, third, fourth = cards(4)
    body = {"cards": [{"id": second.pk, "version": 1}, {"id": third.pk}]}
    assert post(bob, "bulk-remove", body).status_code == 204
    board = bob.get(bob.at(f"campaigns/{campaign.pk}/board/")).json()
    assert board["cards"]["id"] == ids([first, fourth])

    answer = post(bob, "bulk-restore", {"ids": ids([third, second, first])})

    assert answer.status_code == 200, answer.content
    assert sorted(answer.json()["cards"]["id"]) == ids([first, second, third])
    board = bob.get(bob.at(f"campaigns/{campaign.pk}/board/")).json()
    assert board["cards"]["id"] == ids([first, second, third, fourth])
    verbs = Activity.objects.filter(subject_type="participation").order_by("id").values_list("verb", flat=True)
    assert list(verbs)[-4:] == ["participation.removed"] * 2 + ["participation.restored"] * 2


def test_taking_out_is_all_or_nothing(alice: Client, bob: Client, cards: Cards) -> None:
    fine, stale = cards(2)
    alice.patch(alice.at(f"participations/{stale.pk}/"), {"notes": "Vue hier"})
    before = stored()
    answer = post(bob, "bulk-remove", {"cards": [{"id": fine.pk, "version": 1}, {"id": stale.pk, "version": 1}]})
    assert (answer.status_code, answer.json()["refused"]) == (409, [{"id": stale.pk, "code": "stale_version"}])
    assert stored() == before
    answer = post(bob, "bulk-restore", {"ids": [fine.pk, 999_999]})
    assert (answer.status_code, answer.json()["refused"]) == (409, [{"id": 999_999, "code": "unknown"}])


def test_cards_of_a_stage_that_is_gone_come_back_side_by_side(
    bob: Client, cards: Cards, stages: Stages, campaign: Campaign
) -> None:
    spare = Stage.objects.create(kind="agreed", label_en="Signed", label_fr="Signé", position=90)
    (there,) = cards(1, "agreed")
    gone = factories.make_cards(campaign, spare, 2)
    post(bob, "bulk-remove", {"cards": [{"id": card.pk} for card in gone]})
    Stage.objects.filter(pk=spare.pk).update(position=None)
    assert post(bob, "bulk-restore", {"ids": ids(gone)}).status_code == 200
    assert set(column(stages["agreed"], campaign)) == {there.pk, *ids(gone)}


@pytest.mark.parametrize("verb", ["bulk-change", "bulk-remove"])
def test_a_program_says_which_versions_it_changes(key_client: Any, cards: Cards, verb: str) -> None:
    (card,) = cards(1)
    program = key_client("write")
    name = {"bulk-change": "changes", "bulk-remove": "cards"}[verb]
    answer = post(program, verb, {name: [{"id": card.pk}]})
    assert (answer.status_code, answer.json()["code"]) == (428, "version_required")
    assert Participation.objects.get(pk=card.pk).version == 1
    assert post(program, verb, {name: [{"id": card.pk, "version": 1}]}).status_code in {200, 204}


def test_many_cost_as_many_statements_as_few(bob: Client, cards: Cards, stages: Stages) -> None:
    spent: dict[str, list[int]] = {}

    def count(verb: str, body: dict[str, Any]) -> Any:
        with CaptureQueriesContext(connection) as statements:
            answer = post(bob, verb, body)
        assert answer.status_code in {200, 204}, answer.content
        spent.setdefault(verb, []).append(len(statements))
        return answer

    for size in (2, 20):
        some = ids(cards(size))
        moves = count("bulk-move", {"ids": some, "to": stages["contacted"].pk}).json()["moves"]
        count("bulk-undo-move", {"moves": moves})
        count("bulk-change", {"changes": [{"id": pk, "owner": bob.user.pk} for pk in some]})
        count("bulk-remove", {"cards": [{"id": pk} for pk in some]})
        count("bulk-restore", {"ids": some})
    for verb, (few, many) in spent.items():
        assert few == many, verb
