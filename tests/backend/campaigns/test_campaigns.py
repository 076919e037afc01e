"""Campaigns themselves, their stages, and tasks."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from relais.campaigns.actions import ensure_stages
from relais.campaigns.models import Campaign, Stage, Task
from relais.kit.tenancy import workspace_scope
from relais.workspaces.models import Workspace
from tests import factories
from tests.backend.campaigns.conftest import Cards
from tests.backend.conftest import Client

Stages = dict[str, Stage]


def test_a_new_workspace_has_its_stages_in_both_languages(bob: Client) -> None:
    rows = bob.get(bob.at("stages/")).json()["results"]
    assert [row["position"] for row in rows] == list(range(10))
    assert (rows[0]["kind"], rows[0]["label_en"], rows[0]["label_fr"]) == ("prospect", "To contact", "À contacter")


@pytest.mark.django_db(transaction=True)
def test_stages_are_given_once_however_many_ask(workspace: Workspace) -> None:
    with workspace_scope(workspace.pk):
        Stage.objects.all().delete()

    def ask(_time: int) -> None:
        with workspace_scope(workspace.pk):
            ensure_stages()
        connections.close_all()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(ask, range(6)))
    with workspace_scope(workspace.pk):
        assert Stage.objects.count() == 10


def test_stages_are_renamed_reordered_added_and_taken_off(
    alice: Client, bob: Client, cards: Cards, stages: Stages
) -> None:
    answer = alice.post(alice.at("stages/"), {"kind": "contacted", "label_en": "Chased", "label_fr": "Relancé"})
    assert (answer.status_code, answer.json()["position"]) == (201, 2)
    made = answer.json()["id"]
    assert (
        alice.patch(alice.at(f"stages/{made}/"), {"label_fr": "Relancée", "kind": "done"}).json()["kind"] == "contacted"
    )

    order = [row["id"] for row in alice.get(alice.at("stages/")).json()["results"]][::-1]
    assert [row["id"] for row in alice.post(alice.at("stages/reorder/"), {"ids": order}).json()] == order
    assert alice.post(alice.at("stages/reorder/"), {"ids": order[1:]}).status_code == 400
    assert bob.post(bob.at("stages/reorder/"), {"ids": order}).status_code == 403

    cards(1)
    for stage, code in ((stages["prospect"], "stage_not_empty"), (stages["agreed"], "last_stage_of_kind")):
        refused = alice.delete(alice.at(f"stages/{stage.pk}/"))
        assert (refused.status_code, refused.json()["code"]) == (409, code)
    assert alice.delete(alice.at(f"stages/{made}/")).status_code == 204
    assert made not in [row["id"] for row in alice.get(alice.at("stages/")).json()["results"]]


def test_a_campaign_is_made_changed_put_away_and_found(bob: Client, scope: Workspace) -> None:
    brand = factories.make_brand()
    body = {
        "brand": brand.pk,
        "name": "Été à Sète",
        "kind": "loan",
        "hashtags": ["#plage", "plage"],
        "budget_amount": "900",
    }
    made = bob.post(bob.at("campaigns/"), body)
    assert made.status_code == 201, made.content
    campaign = made.json()
    assert (campaign["budget_amount"], campaign["hashtags"], campaign["brand_name"]) == (
        "900.00",
        ["plage"],
        brand.name,
    )
    address = bob.at(f"campaigns/{campaign['id']}/")

    assert (
        bob.patch(address, {"state": "active", "owner": bob.user.pk}, headers={"If-Match": '"1"'}).json()["version"]
        == 2
    )
    stale = bob.patch(address, {"name": "Autre"}, headers={"If-Match": '"1"'})
    assert (stale.status_code, stale.json()["current"]["state"]) == (412, "active")
    backwards = bob.patch(address, {"starts_on": "2026-06-02", "ends_on": "2026-06-01"})
    assert (backwards.status_code, list(backwards.json()["errors"])) == (400, ["ends_on"])

    for query in ("q=ete a sete", "state=active", "owner=me", f"brand={brand.pk}", "kind=loan"):
        assert [row["id"] for row in bob.get(bob.at(f"campaigns/?{query}")).json()["results"]] == [campaign["id"]], (
            query
        )
    assert bob.get(bob.at("campaigns/?kind=event")).json()["results"] == []

    assert bob.post(address + "archive/").json()["is_archived"] is True
    assert bob.get(bob.at("campaigns/?archived=false")).json()["results"] == []
    assert bob.post(address + "unarchive/").json()["is_archived"] is False


def test_a_list_counts_cards_and_fees_at_the_same_cost_for_2_and_20(
    bob: Client, cards: Cards, campaign: Campaign
) -> None:
    bob.patch(bob.at(f"participations/{cards(1, 'agreed')[0].pk}/"), {"fee_amount": "300"})
    bob.patch(bob.at(f"participations/{cards(1)[0].pk}/"), {"fee_amount": "80"})
    counts = []
    for more in (1, 18):
        for index in range(more):
            factories.make_campaign(campaign.brand, f"Vague {more} {index}")
        with CaptureQueriesContext(connection) as spent:
            rows = bob.get(bob.at("campaigns/")).json()["results"]
        counts.append(len(spent))
    assert counts[0] == counts[1]
    row = next(row for row in rows if row["id"] == campaign.pk)
    assert (row["card_count"], row["agreed_amount"]) == (2, "300.00")
    assert (row["cards_by_kind"]["agreed"], row["cards_by_kind"]["done"]) == (1, 0)
    assert "brief" not in row


def test_only_an_empty_campaign_is_deleted_and_only_by_managers(
    alice: Client, bob: Client, cards: Cards, campaign: Campaign
) -> None:
    cards(1)
    assert bob.delete(bob.at(f"campaigns/{campaign.pk}/")).status_code == 403
    refused = alice.delete(alice.at(f"campaigns/{campaign.pk}/"))
    assert (refused.status_code, refused.json()["code"]) == (409, "campaign_not_empty")
    empty = factories.make_campaign(campaign.brand, "Vide")
    assert alice.delete(alice.at(f"campaigns/{empty.pk}/")).status_code == 204
    assert list(Campaign.objects.all()) == [campaign]


def test_a_task_about_a_card_shows_on_its_creator_and_campaign(bob: Client, cards: Cards, campaign: Campaign) -> None:
    (card,) = cards(1)
    body = {"title": "Relancer", "participation": card.pk, "due_on": "2026-03-02", "owner": bob.user.pk}
    made = bob.post(bob.at("tasks/"), body)
    assert made.status_code == 201, made.content
    task = made.json()
    assert (task["creator"], task["campaign"], task["campaign_name"]) == (card.creator_id, campaign.pk, campaign.name)

    for query in (
        "open=true",
        "owner=me",
        "due_before=2026-03-02",
        f"campaign={campaign.pk}",
        f"creator={card.creator_id}",
    ):
        assert [row["id"] for row in bob.get(bob.at(f"tasks/?{query}")).json()["results"]] == [task["id"]], query
    assert bob.post(bob.at(f"tasks/{task['id']}/done/")).json()["done_at"] is not None
    assert bob.get(bob.at("tasks/?open=true")).json()["results"] == []
    assert bob.post(bob.at(f"tasks/{task['id']}/undone/")).json()["done_at"] is None
    assert bob.patch(bob.at(f"tasks/{task['id']}/"), {"due_on": None}).json()["due_on"] is None
    assert bob.delete(bob.at(f"tasks/{task['id']}/")).status_code == 204
    assert not Task.objects.exists()


@pytest.mark.parametrize(("method", "path"), [("get", "campaigns/"), ("get", "tasks/"), ("get", "stages/")])
def test_a_viewer_reads(viewer: Client, method: str, path: str) -> None:
    assert getattr(viewer, method)(viewer.at(path)).status_code == 200


@pytest.mark.parametrize("path", ["campaigns/", "tasks/", "stages/", "participations/", "participations/bulk-move/"])
def test_a_viewer_writes_nothing(viewer: Client, path: str) -> None:
    answer: Any = viewer.post(viewer.at(path), {})
    assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
