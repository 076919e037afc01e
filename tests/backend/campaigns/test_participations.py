"""Cards: added, changed, taken out and brought back; and what may not be named in a body."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from relais.activity.models import Activity
from relais.campaigns.actions import move
from relais.campaigns.models import Campaign, Participation, Stage
from relais.creators.models import Creator
from relais.kit.actors import SYSTEM
from relais.kit.tenancy import workspace_scope
from relais.workspaces.models import Workspace
from tests import factories
from tests.backend.campaigns.conftest import Cards
from tests.backend.conftest import Client

Stages = dict[str, Stage]


def test_a_creator_joins_on_top_of_the_first_stage(bob: Client, cards: Cards, campaign: Campaign) -> None:
    cards(2)
    creator = Creator.objects.create(name="Inès Roux")
    answer = bob.post(
        bob.at("participations/"),
        {"campaign": campaign.pk, "creator": creator.pk, "owner": bob.user.pk, "fee_amount": "120.5"},
    )
    assert answer.status_code == 201, answer.content
    body = answer.json()
    assert (body["creator_name"], body["owner_name"], body["fee_amount"]) == ("Inès Roux", "Bob Durand", "120.50")
    assert (body["stage_kind"], answer.headers["ETag"]) == ("prospect", '"1"')
    assert Participation.objects.order_by("rank").first() == Participation.objects.get(pk=body["id"])
    again = bob.post(bob.at("participations/"), {"campaign": campaign.pk, "creator": creator.pk})
    assert (again.status_code, again.json()["code"]) == (409, "participation_exists")


def test_a_stale_editor_is_told_and_shown_the_present_state(alice: Client, bob: Client, cards: Cards) -> None:
    (card,) = cards(1)
    address = f"participations/{card.pk}/"
    assert (
        alice.patch(alice.at(address), {"notes": "Allergique aux noix"}, headers={"If-Match": '"1"'}).status_code == 200
    )
    answer = bob.patch(bob.at(address), {"notes": "Rappeler"}, headers={"If-Match": '"1"'})
    assert (answer.status_code, answer.json()["code"]) == (412, "stale_version")
    assert answer.json()["current"]["notes"] == "Allergique aux noix"
    assert answer.headers["ETag"] == '"2"'
    assert Participation.objects.get(pk=card.pk).notes == "Allergique aux noix"


def test_a_program_says_which_version_it_changes(key_client: Any, cards: Cards) -> None:
    (card,) = cards(1)
    program = key_client("write")
    assert program.patch(program.at(f"participations/{card.pk}/"), {"notes": "x"}).status_code == 428
    headers = {"If-Match": '"1"'}
    assert program.patch(program.at(f"participations/{card.pk}/"), {"notes": "x"}, headers=headers).status_code == 200


def test_taking_out_and_bringing_back_keeps_the_place(bob: Client, cards: Cards, campaign: Campaign) -> None:
    first, second, third = cards(3)
    assert bob.delete(bob.at(f"participations/{second.pk}/")).status_code == 204
    assert bob.get(bob.at(f"participations/{second.pk}/")).status_code == 404
    shown = bob.get(bob.at(f"campaigns/{campaign.pk}/board/")).json()["cards"]["id"]
    assert shown == [first.pk, third.pk]
    assert bob.post(bob.at(f"participations/{second.pk}/restore/")).status_code == 200
    shown = bob.get(bob.at(f"campaigns/{campaign.pk}/board/")).json()["cards"]["id"]
    assert shown == [first.pk, second.pk, third.pk]
    verbs = Activity.objects.filter(subject_type="participation").order_by("id").values_list("verb", flat=True)
    assert list(verbs)[-2:] == ["participation.removed", "participation.restored"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"fee_amount": "-1"}, "fee_amount"),
        ({"fee_amount": "12.345"}, "fee_amount"),
        ({"next_action_on": "2026-02-30"}, "next_action_on"),
        ({"owner": 999_999}, "owner"),
        ({"lost_reason": "bored"}, "lost_reason"),
    ],
)
def test_wrong_values_are_named_and_change_nothing(bob: Client, cards: Cards, body: dict[str, Any], field: str) -> None:
    (card,) = cards(1)
    answer = bob.patch(bob.at(f"participations/{card.pk}/"), body)
    assert answer.status_code == 400
    assert list(answer.json()["errors"]) == [field]
    assert Participation.objects.get(pk=card.pk).version == 1


def test_what_the_server_decides_cannot_be_set(bob: Client, cards: Cards, stages: Stages) -> None:
    (card,) = cards(1)
    body = {"stage": stages["done"].pk, "rank": "0", "version": 9, "creator": 1, "notes": "Vu"}
    assert bob.patch(bob.at(f"participations/{card.pk}/"), body).status_code == 200
    after = Participation.objects.get(pk=card.pk)
    assert (after.stage_id, after.rank, after.creator_id) == (card.stage_id, card.rank, card.creator_id)
    assert (after.version, after.notes) == (2, "Vu")


def test_rows_of_another_workspace_are_unknown_in_every_place(
    bob: Client, charlie: Client, cards: Cards, campaign: Campaign, other_workspace: Workspace
) -> None:
    (card,) = cards(1)
    with workspace_scope(other_workspace.pk):
        foreign = factories.make_campaign(factories.make_brand(), "Béton brut")
        stage = Stage.objects.filter(kind="prospect").get()
        (foreign_card,) = factories.make_cards(foreign, stage, 1)
        foreign_move = move(participation_id=foreign_card.pk, to=stage.pk, by=SYSTEM)
        foreign_card.refresh_from_db()
    creator = Creator.objects.create(name="Paul Faure")
    refused = [
        ("participations/", {"campaign": foreign.pk, "creator": creator.pk}),
        ("participations/", {"campaign": campaign.pk, "creator": foreign_card.creator_id}),
        ("participations/", {"campaign": campaign.pk, "creator": creator.pk, "stage": stage.pk}),
        ("participations/", {"campaign": campaign.pk, "creator": creator.pk, "owner": charlie.user.pk}),
        (f"participations/{card.pk}/move/", {"to": stage.pk}),
        (f"participations/{card.pk}/move/", {"to": card.stage_id, "after": foreign_card.pk}),
        (f"participations/{foreign_card.pk}/move/", {"to": card.stage_id}),
        ("participations/bulk-move/", {"ids": [card.pk, foreign_card.pk], "to": card.stage_id}),
        ("participations/bulk-move/", {"ids": [card.pk], "to": stage.pk}),
        ("participations/bulk-move/", {"ids": [card.pk], "to": card.stage_id, "after": foreign_card.pk}),
        ("participations/bulk-undo-move/", {"moves": [foreign_move.pk]}),
        ("participations/bulk-change/", {"changes": [{"id": card.pk}, {"id": foreign_card.pk, "notes": "x"}]}),
        ("participations/bulk-change/", {"changes": [{"id": card.pk, "owner": charlie.user.pk}]}),
        ("participations/bulk-remove/", {"cards": [{"id": card.pk}, {"id": foreign_card.pk}]}),
        ("participations/bulk-restore/", {"ids": [card.pk, foreign_card.pk]}),
        (f"campaigns/{campaign.pk}/add/", {"ids": [creator.pk, foreign_card.creator_id]}),
        (f"campaigns/{foreign.pk}/add/", {"ids": [creator.pk]}),
        ("tasks/", {"title": "Appeler", "participation": foreign_card.pk}),
        ("tasks/", {"title": "Appeler", "owner": charlie.user.pk}),
    ]
    before = list(Participation.objects.order_by("id").values())
    for path, body in refused:
        answer = bob.post(bob.at(path), body)
        assert answer.status_code in {400, 404, 409}, (path, body, answer.content)
    assert list(Participation.objects.order_by("id").values()) == before
    with workspace_scope(other_workspace.pk):
        assert Participation.objects.get() == foreign_card


def test_lists_are_filtered_and_cost_the_same_for_2_and_20(bob: Client, cards: Cards, campaign: Campaign) -> None:
    counts = []
    for more in (2, 18):
        cards(more)
        with CaptureQueriesContext(connection) as spent:
            answer = bob.get(bob.at(f"participations/?campaign={campaign.pk}"))
        counts.append(len(spent))
    assert counts[0] == counts[1]
    assert len(answer.json()["results"]) == 20
    mine = cards(1, "agreed")[0]
    body = {"owner": bob.user.pk, "next_action": "Appeler", "next_action_on": "2026-03-02"}
    bob.patch(bob.at(f"participations/{mine.pk}/"), body)
    for query in ("owner=me", "kind=agreed", "next_action_before=2026-03-02", f"creator={mine.creator_id}"):
        found = bob.get(bob.at(f"participations/?{query}")).json()["results"]
        assert [row["id"] for row in found] == [mine.pk], query
    assert bob.get(bob.at("participations/?next_action_before=2026-03-01")).json()["results"] == []
    assert bob.get(bob.at("participations/?colour=red")).json()["code"] == "unknown_parameter"


def test_a_selection_is_added_once_in_a_stable_order(bob: Client, cards: Cards, campaign: Campaign) -> None:
    there, gone = cards(2)
    bob.delete(bob.at(f"participations/{gone.pk}/"))
    people = Creator.objects.bulk_create(Creator(name=f"Zoé Faure {index}") for index in range(700))
    wanted = [person.pk for person in reversed(people)] + [there.creator_id, gone.creator_id]
    counts = []
    for _time in range(2):
        with CaptureQueriesContext(connection) as spent:
            answer = bob.post(bob.at(f"campaigns/{campaign.pk}/add/"), {"ids": wanted})
        counts.append((answer.json()["added"], answer.json()["skipped"]))
        assert len(spent) < 40
    assert counts == [(701, 1), (0, 702)]
    order = Participation.objects.filter(campaign=campaign, removed_at=None).order_by("rank")
    assert list(order.values_list("creator_id", flat=True)) == sorted(wanted)


def test_a_filter_adds_whom_the_creators_list_finds(bob: Client, campaign: Campaign) -> None:
    chosen = Creator.objects.create(name="Louise Moreau", followers=20_000)
    Creator.objects.create(name="Paul Moreau", followers=900)
    answer = bob.post(bob.at(f"campaigns/{campaign.pk}/add/"), {"filter": {"followers_min": "10000"}})
    assert (answer.status_code, answer.json()["added"]) == (200, 1), answer.content
    assert Participation.objects.get().creator == chosen
    refused = bob.post(bob.at(f"campaigns/{campaign.pk}/add/"), {"filter": {"followres_min": "1"}})
    assert (refused.status_code, refused.json()["code"]) == (400, "unknown_parameter")
    both = bob.post(bob.at(f"campaigns/{campaign.pk}/add/"), {"filter": {}, "ids": [chosen.pk]})
    assert both.status_code == 400
