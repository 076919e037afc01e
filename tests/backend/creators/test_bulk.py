"""One action on many: selection, result, undo, refusals."""

from typing import Any

import pytest

from relais.activity.models import Activity
from relais.creators.models import Creator, CreatorList, CreatorTag
from relais.kit.tenancy import workspace_scope
from relais.workspaces.models import Workspace
from tests.backend.conftest import Client
from tests.backend.creators.conftest import MakeCreator


def _bulk(client: Client, action: str, **body: Any) -> dict[str, Any]:
    answer = client.post(client.at("creators/bulk/"), {"action": action, **body})
    assert answer.status_code == 200, answer.content
    result: dict[str, Any] = answer.json()
    return result


def _undo(client: Client, result: dict[str, Any]) -> None:
    assert result["undo"]
    for call in result["undo"]:
        _bulk(client, **call)


def _state(client: Client) -> list[Any]:
    rows = client.get(client.at("creators/?order=created")).json()["results"]
    for row in rows:
        row.pop("version")
    return [rows, [(row["id"], row["creator_count"]) for row in client.get(client.at("lists/")).json()["results"]]]


@pytest.fixture
def people(creator: MakeCreator) -> list[int]:
    return [
        creator("A", tags=["Cuisine"], country="FR").pk,
        creator("B", country="FR", relationship_status="partner").pk,
        creator("C", country="BE").pk,
    ]


def test_each_action_changes_and_is_taken_back(alice: Client, scope: Workspace, people: list[int]) -> None:
    wishes = CreatorList.objects.create(name="Noël", folded="noel")
    alice.post(alice.at(f"lists/{wishes.pk}/add/"), {"ids": people[:1]})
    # The tag exists before, so that taking "Voyage" back leaves nothing behind that was not there.
    alice.post(alice.at("tags/"), {"name": "Voyage"})
    for action, params, changed in [
        ("add_tags", {"tags": ["cuisine", "Voyage"]}, 3),
        ("add_tags", {"tags": ["Cuisine"]}, 2),
        ("remove_tags", {"tags": ["CUISINE", "inconnu"]}, 1),
        ("set_owner", {"owner": alice.user.pk}, 3),
        ("set_owner", {"owner": None}, 0),
        ("set_status", {"status": "partner"}, 2),
        ("add_to_list", {"list": wishes.pk}, 2),
        ("remove_from_list", {"list": wishes.pk}, 1),
        ("delete", {}, 3),
    ]:
        before = _state(alice)
        result = _bulk(alice, action, ids=people, params=params)
        assert (result["changed"], result["skipped"]) == (changed, 3 - changed), action
        if changed:
            assert _state(alice) != before, action
            _undo(alice, result)
        assert _state(alice) == before, action


def test_a_filter_selects_as_the_list_does(alice: Client, people: list[int]) -> None:
    assert _bulk(alice, "add_tags", filter={"country": "FR"}, params={"tags": ["France"]})["changed"] == 2
    (tag,) = [row for row in alice.get(alice.at("tags/")).json()["results"] if row["name"] == "France"]
    assert tag["creator_count"] == 2
    assert _bulk(alice, "set_owner", filter={}, params={"owner": alice.user.pk})["changed"] == 3
    assert len(alice.get(alice.at("creators/?owner=me")).json()["results"]) == 3


def test_one_foreign_id_changes_nothing(alice: Client, people: list[int], foreign: Creator) -> None:
    lines = Activity.all_workspaces.count()
    body = {"action": "delete", "ids": [*people, foreign.pk, 10**9]}
    answer = alice.post(alice.at("creators/bulk/"), body)
    assert (answer.status_code, answer.json()["code"]) == (404, "unknown_creators")
    assert answer.json()["unknown"] == [foreign.pk, 10**9]
    assert Activity.all_workspaces.count() == lines
    assert Creator.all_workspaces.exclude(deleted_at=None).count() == 0
    skipped = _bulk(alice, "delete", ids=[*people, foreign.pk], on_error="skip")
    assert (skipped["changed"], skipped["skipped"]) == (3, 1)
    foreign.refresh_from_db()
    assert foreign.deleted_at is None


REFUSED = [
    ({"action": "explode", "ids": [1]}, "action"),
    ({"action": "delete"}, "ids"),
    ({"action": "delete", "ids": [1], "filter": {}}, "ids"),
    ({"action": "delete", "filter": {"search": "x"}}, "filter.search"),
    ({"action": "delete", "filter": {"country": "XX"}}, "filter.country"),
    ({"action": "add_tags", "filter": {}, "params": {"tags": []}}, "params.tags"),
    ({"action": "set_status", "filter": {}, "params": {"status": "x"}}, "params.status"),
    ({"action": "set_owner", "filter": {}, "params": {}}, "params.owner"),
    ({"action": "set_owner", "filter": {}, "params": {"owner": 10**9}}, "params.owner"),
]


def test_what_is_wrong_is_named_and_changes_nothing(
    alice: Client, charlie: Client, people: list[int], other_workspace: Workspace
) -> None:
    before = _state(alice)
    with workspace_scope(other_workspace.pk):
        theirs = CreatorList.objects.create(name="À eux", folded="a eux")
    foreign_links = [
        ({"action": "set_owner", "filter": {}, "params": {"owner": charlie.user.pk}}, "params.owner"),
        ({"action": "add_to_list", "filter": {}, "params": {"list": theirs.pk}}, "params.list"),
    ]
    for body, field in [*REFUSED, *foreign_links]:
        answer = alice.post(alice.at("creators/bulk/"), body)
        assert answer.status_code == 400, body
        assert field in answer.json()["errors"], (body, answer.json())
    assert _state(alice) == before


def test_more_than_500_in_a_few_statements(alice: Client, scope: Workspace, django_assert_max_num_queries: Any) -> None:
    Creator.objects.bulk_create([Creator(name=f"P{number}") for number in range(1_200)])
    with django_assert_max_num_queries(40):
        assert _bulk(alice, "add_tags", filter={}, params={"tags": ["Tous"]})["changed"] == 1_200
    assert CreatorTag.objects.count() == 1_200
    (tag,) = alice.get(alice.at("tags/")).json()["results"]
    assert alice.get(alice.at(f"creators/?tags_any={tag['id']}&count=true")).json()["count"] == 1_200
