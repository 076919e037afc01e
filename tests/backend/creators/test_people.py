"""One person: made, read, changed, put aside, brought back."""

from typing import Any

from relais.activity.models import Activity
from relais.creators.actions.relationship import mark_contacted
from relais.creators.models import Channel, Creator
from relais.kit import clock
from relais.kit.actors import SYSTEM
from relais.workspaces.models import Workspace
from tests.backend.conftest import Client
from tests.backend.creators.conftest import MakeCreator

CHLOE = {
    "name": "Chloé Béraud",
    "country": "fr",
    "language": "FR",
    "city": "Lyon",
    "tags": ["Cuisine", "Végétal", "cuisine"],
    "channels": ["https://www.chloe-cuisine.fr/blog/", "https://www.instagram.com/chloe.cuisine/"],
    "emails": ["Chloe@Chloe-Cuisine.fr"],
    "addresses": [
        {
            "recipient": "Chloé Béraud",
            "line1": "12 rue des Tables",
            "postcode": "69001",
            "city": "Lyon",
            "country": "FR",
        }
    ],
}


def test_a_person_is_made_with_everything_at_once(alice: Client, scope: Workspace) -> None:
    answer = alice.post(alice.at("creators/"), CHLOE)
    assert answer.status_code == 201, answer.content
    body = answer.json()
    assert (body["country"], body["language"], body["version"]) == ("FR", "fr", 1)
    assert [tag["name"] for tag in body["tags"]] == ["Cuisine", "Végétal"]
    assert {(c["platform"], c["handle"]) for c in body["channels"]} == {("blog", ""), ("instagram", "chloe.cuisine")}
    assert body["contact_points"][0]["is_primary"] is True
    assert body["has_email"] is True
    assert body["addresses"][0]["is_default"] is True
    assert body["channel_count"] == 2
    assert answer.headers["ETag"] == '"1"'
    rows = alice.get(alice.at("creators/")).json()["results"]
    assert [row["name"] for row in rows] == ["Chloé Béraud"]
    assert rows[0]["platforms"] == ["blog", "instagram"]
    assert [tag["name"] for tag in rows[0]["tags"]] == ["Cuisine", "Végétal"]
    assert set(Activity.objects.values_list("verb", flat=True)) >= {"creator.created", "channel.added"}
    assert Channel.objects.count() == 2
    assert Creator.objects.get().search.startswith(" chloe beraud")


def test_a_refused_channel_makes_nobody(alice: Client, creator: MakeCreator) -> None:
    holder = creator("Chloé Béraud", "https://www.chloe-cuisine.fr/")
    lines = Activity.all_workspaces.count()
    answer = alice.post(
        alice.at("creators/"), {"name": "Autre", "channels": ["https://autre.example/", "http://chloe-cuisine.fr"]}
    )
    assert (answer.status_code, answer.json()["code"]) == (409, "channel_taken")
    assert answer.json()["creator"] == {"id": holder.pk, "name": "Chloé Béraud", "is_deleted": False}
    nonsense = alice.post(alice.at("creators/"), {"name": "Autre", "channels": ["pas une adresse"]})
    assert nonsense.status_code == 400
    assert Creator.all_workspaces.count() == 1
    assert Channel.all_workspaces.count() == 1
    assert Activity.all_workspaces.count() == lines


def test_the_same_channel_is_free_in_another_workspace(alice: Client, charlie: Client) -> None:
    body = {"name": "Chloé", "channels": ["https://www.chloe-cuisine.fr/"], "emails": ["chloe@chloe-cuisine.fr"]}
    assert [client.post(client.at("creators/"), body).status_code for client in (alice, charlie)] == [201, 201]


WRONG = [
    ({}, "name"),
    ({"name": " "}, "name"),
    ({"name": "x" * 201}, "name"),
    ({"name": "A", "country": "XX"}, "country"),
    ({"name": "A", "language": "french"}, "language"),
    ({"name": "A", "kind": "robot"}, "kind"),
    ({"name": "A", "emails": ["nope"]}, "emails.0"),
    ({"name": "A", "channels": ["javascript:alert(1)"]}, "channels.0"),
    ({"name": "A", "channels": ["http://[::1"]}, "channels.0"),
    ({"name": "A", "contact_points": [{"kind": "website", "value": "data:text/html,x"}]}, "contact_points.0"),
    ({"name": "A", "contact_points": [{"kind": "website", "value": "java\tscript:alert(1)"}]}, "contact_points.0"),
    ({"name": "A", "contact_points": [{"kind": "website", "value": "java\nscript:alert(1)"}]}, "contact_points.0"),
    ({"name": "A", "addresses": [{"recipient": "A"}]}, "addresses.0.line1"),
    ({"name": "A", "owner": 999_999}, "owner"),
    ({"name": "A", "lists": [999_999]}, "lists"),
]


def test_what_is_wrong_is_told_by_field_and_stores_nothing(alice: Client) -> None:
    for body, field in WRONG:
        answer = alice.post(alice.at("creators/"), body)
        assert answer.status_code == 400, body
        assert any(name.startswith(field) for name in answer.json()["errors"]), (body, answer.json())
    assert Creator.all_workspaces.count() == 0


def test_text_is_cleaned_and_what_is_not_writable_is_ignored(alice: Client) -> None:
    body = {"name": "Chloé\u202e\x07", "id": 5, "version": 9, "followers": 10**6, "workspace": 1, "facets": ["tag:1"]}
    made = alice.post(alice.at("creators/"), body).json()
    assert (made["name"], made["version"], made["followers"]) == ("Chloé", 1, None)
    assert alice.get(alice.at("creators/?followers_min=1")).json()["results"] == []


def test_a_change_counts_and_a_stale_one_is_refused(alice: Client, bob: Client, creator: MakeCreator) -> None:
    pk = creator("Chloé Béraud", country="FR", tags=["Cuisine"]).pk
    path = alice.at(f"creators/{pk}/")
    first = alice.patch(path, {"country": "BE", "tags": ["Voyage"]}, headers={"If-Match": '"1"'})
    assert first.status_code == 200, first.content
    assert (first.json()["version"], first.headers["ETag"]) == (2, '"2"')
    assert [tag["name"] for tag in first.json()["tags"]] == ["Voyage"]
    stale = bob.patch(path, {"country": "CH"}, headers={"If-Match": '"1"'})
    assert (stale.status_code, stale.json()["code"]) == (412, "stale_version")
    assert stale.json()["current"]["country"] == "BE"
    assert alice.get(path).json()["country"] == "BE"
    assert [row["id"] for row in alice.get(alice.at("creators/?country=BE")).json()["results"]] == [pk]
    line = alice.get(alice.at(f"creators/{pk}/timeline/?verb=creator.changed")).json()["results"][0]
    assert line["data"] == {"before": {"country": "FR"}, "after": {"country": "BE"}, "replaced": ["tags"]}


def test_a_key_says_which_version_it_changes(creator: MakeCreator, key_client: Any) -> None:
    client, pk = key_client("write"), creator().pk
    assert client.patch(client.at(f"creators/{pk}/"), {"city": "Lyon"}).status_code == 428
    assert client.patch(client.at(f"creators/{pk}/"), {"city": "Lyon"}, headers={"If-Match": '"1"'}).status_code == 200


def test_contact_points_keep_their_origin_when_replaced(alice: Client, creator: MakeCreator) -> None:
    pk = creator(emails=["chloe@chloe.example"]).pk
    path = alice.at(f"creators/{pk}/")
    (kept,) = alice.get(path).json()["contact_points"]
    points = [
        {"kind": "email", "value": "CHLOE@chloe.example", "label": "perso"},
        {"kind": "email", "value": "pro@chloe.example", "is_primary": True},
        {"kind": "phone", "value": "+33 6 12 34 56 78"},
    ]
    body = alice.patch(path, {"contact_points": points}).json()
    assert [(p["value"], p["is_primary"]) for p in body["contact_points"]] == [
        ("pro@chloe.example", True),
        ("+33 6 12 34 56 78", True),
        ("CHLOE@chloe.example", False),
    ]
    assert next(p for p in body["contact_points"] if p["label"] == "perso")["id"] == kept["id"]
    assert alice.patch(path, {"contact_points": []}).json()["has_email"] is False


def test_addresses_are_replaced_with_one_default(alice: Client, creator: MakeCreator) -> None:
    pk = creator().pk
    path = alice.at(f"creators/{pk}/")
    home, work = (
        {"recipient": "Chloé", "line1": line, "postcode": "69001", "city": "Lyon", "country": "FR"}
        for line in ("1 rue A", "2 rue B")
    )
    first = alice.patch(path, {"addresses": [home]}).json()["addresses"]
    both = alice.patch(path, {"addresses": [home, work | {"is_default": True}]}).json()["addresses"]
    assert [(row["line1"], row["is_default"]) for row in both] == [("2 rue B", True), ("1 rue A", False)]
    assert both[1]["id"] == first[0]["id"]
    assert alice.patch(path, {"addresses": []}).json()["addresses"] == []


def test_a_status_set_by_hand_stays(alice: Client, scope: Workspace, creator: MakeCreator) -> None:
    by_hand, by_events = creator("Main").pk, creator("Seule").pk
    assert alice.patch(alice.at(f"creators/{by_hand}/"), {"relationship_status": "partner"}).json()["status_by_hand"]
    mark_contacted(creator_ids=[by_hand, by_events], at=clock.now(), by=SYSTEM)
    rows = {row["id"]: row for row in alice.get(alice.at("creators/")).json()["results"]}
    assert (rows[by_hand]["relationship_status"], rows[by_events]["relationship_status"]) == ("partner", "contacted")
    assert rows[by_hand]["last_contacted_at"] is not None
    found = alice.get(alice.at("creators/?status=contacted")).json()["results"]
    assert [row["id"] for row in found] == [by_events]


def test_deleted_is_gone_until_restored(alice: Client, creator: MakeCreator) -> None:
    pk = creator("Chloé Béraud", "https://chloe.example/", tags=["Cuisine"]).pk
    path = alice.at(f"creators/{pk}/")
    assert alice.delete(path).status_code == 204
    assert alice.get(path).status_code == 404
    assert alice.patch(path, {"city": "X"}).status_code == 404
    assert alice.get(alice.at("creators/")).json()["results"] == []
    assert alice.get(alice.at("channels/")).json()["results"] == []
    taken = alice.post(alice.at("creators/"), {"name": "Autre", "channels": ["https://chloe.example/"]})
    assert taken.json()["creator"]["is_deleted"] is True
    back = alice.post(f"{path}restore/")
    assert back.status_code == 200
    assert [tag["name"] for tag in back.json()["tags"]] == ["Cuisine"]
    assert [row["id"] for row in alice.get(alice.at("creators/")).json()["results"]] == [pk]


def test_foreign_is_as_unknown_everywhere(alice: Client, foreign: Creator, creator: MakeCreator) -> None:
    unknown = foreign.pk + 1_000
    for method, path, body in [
        ("get", "creators/{}/", None),
        ("patch", "creators/{}/", {"name": "Volée"}),
        ("delete", "creators/{}/", None),
        ("post", "creators/{}/restore/", None),
        ("get", "creators/{}/timeline/", None),
        ("get", "creators/{}/notes/", None),
        ("post", "creators/{}/notes/", {"text": "Bonjour"}),
        ("post", "channels/", {"creator": "{}", "url": "https://x.example/"}),
        ("post", "creators/bulk/", {"action": "delete", "ids": ["{}"]}),
    ]:
        answers = []
        for pk in (foreign.pk, unknown):
            sent = None if body is None else {k: _filled(v, pk) for k, v in body.items()}
            answer = getattr(alice, method)(alice.at(path.format(pk)), sent)
            told = answer.json() | {"correlation_id": ""}
            answers.append((answer.status_code, str(told).replace(str(pk), "?")))
        assert answers[0] == answers[1], path
        assert answers[0][0] in {400, 404}, path
    foreign.refresh_from_db()
    assert (foreign.name, foreign.deleted_at) == ("Étrangère Secrète", None)


def _filled(value: Any, pk: int) -> Any:
    if value == "{}":
        return pk
    return [pk] if value == ["{}"] else value


def test_a_viewer_reads_and_changes_nothing(viewer: Client, creator: MakeCreator) -> None:
    made = creator("Chloé Béraud")
    assert viewer.get(viewer.at(f"creators/{made.pk}/")).status_code == 200
    for method, path, body in [
        ("post", "creators/", {"name": "A"}),
        ("patch", f"creators/{made.pk}/", {"name": "A"}),
        ("delete", f"creators/{made.pk}/", None),
        ("post", f"creators/{made.pk}/notes/", {"text": "A"}),
        ("post", "creators/bulk/", {"action": "add_tags", "ids": [made.pk], "params": {"tags": ["A"]}}),
        ("post", "creators/from-url/", {"url": "https://a.example/"}),
        ("post", "channels/", {"creator": made.pk, "url": "https://a.example/"}),
        ("post", "tags/", {"name": "A"}),
        ("post", "lists/", {"name": "A"}),
    ]:
        assert getattr(viewer, method)(viewer.at(path), body).status_code == 403, path
    made.refresh_from_db()
    assert (made.name, made.version, made.deleted_at) == ("Chloé Béraud", 1, None)
