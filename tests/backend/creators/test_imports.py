"""From a file to people: the whole way over HTTP, and what is refused."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from relais.creators.imports.running import continue_import
from relais.creators.models import Creator, Import
from relais.kit.tenancy import workspace_scope
from tests.backend.conftest import Client

FRENCH = """Nom;Prénom;Blog;Compte Instagram;E-mail;Téléphone;Ville;Pays;Langue;Thématiques;Abonnés;Notes
Béraud;Chloé;https://chloe-cuisine.example/;@chloe.cuisine;chloe@chloe-cuisine.example;+33 6 12 34 56 78;Lyon;France;\
français;"Cuisine, Voyage";12 400;"Rencontrée au salon.
Aime le sucré."
Petit;Marc;https://marcvoyage.example/;;marc@marcvoyage.example;;Liège;Belgique;fr;Voyage;;
Durand;Inès;;;pas une adresse;;Paris;Atlantide;fr;;;
"""


def upload(client: Client, body: str | bytes, name: str = "blogueurs.csv") -> Any:
    content = body.encode() if isinstance(body, str) else body
    return client.post(client.at("imports/"), {"file": SimpleUploadedFile(name, content)}, format="multipart")


def staged(client: Client, body: str | bytes, name: str = "blogueurs.csv") -> dict[str, Any]:
    answer = upload(client, body, name)
    assert answer.status_code == 201, answer.content
    found: dict[str, Any] = answer.json()
    return found


def run(client: Client, pk: int) -> dict[str, Any]:
    answer = client.post(client.at(f"imports/{pk}/run/"))
    assert answer.status_code == 202, answer.content
    with workspace_scope(Import.all_workspaces.get(pk=pk).workspace_id):
        continue_import(import_id=pk)
    found: dict[str, Any] = client.get(client.at(f"imports/{pk}/")).json()
    assert found["done"] == found["created"] + found["updated"] + found["skipped"] + found["rejected"]
    return found


def imported(client: Client, body: str | bytes) -> dict[str, Any]:
    return run(client, staged(client, body)["id"])


def counts(found: dict[str, Any]) -> tuple[int, int, int, int]:
    return found["created"], found["updated"], found["skipped"], found["rejected"]


def test_a_french_spreadsheet_is_understood(alice: Client) -> None:
    found = staged(alice, FRENCH)
    assert (found["kind"], found["state"], found["total"], found["file_name"]) == ("csv", "draft", 3, "blogueurs.csv")
    assert list(found["mapping"].values()) == [
        "last_name", "first_name", "channel", "channel", "email", "phone", "city", "country", "language", "tags",
        "notes", "notes",
    ]  # fmt: skip
    assert found["columns"][2] == {
        "index": 2, "name": "Blog", "samples": ["https://chloe-cuisine.example/", "https://marcvoyage.example/"],
    }  # fmt: skip
    first, second, third = found["preview"]["rows"]
    assert (first["number"], first["outcome_guess"], first["problems"]) == (2, "created", {})
    assert second["outcome_guess"] == "created"
    assert third["outcome_guess"] == "rejected"
    assert set(third["problems"]) == {"4", "7"}
    assert {field["name"] for field in found["fields"]} >= {"name", "channel", "email"}


def test_people_are_made_with_all_that_was_told(alice: Client) -> None:
    found = imported(alice, FRENCH)
    assert (found["state"], counts(found)) == ("done", (2, 0, 0, 1))
    rows = alice.get(alice.at("creators/?q=chloe")).json()["results"]
    assert [row["name"] for row in rows] == ["Chloé Béraud"]
    person = alice.get(alice.at(f"creators/{rows[0]['id']}/")).json()
    assert {channel["url"] for channel in person["channels"]} == {
        "https://chloe-cuisine.example/",
        "https://www.instagram.com/chloe.cuisine/",
    }
    assert {(point["kind"], point["value"]) for point in person["contact_points"]} == {
        ("email", "chloe@chloe-cuisine.example"),
        ("phone", "+33 6 12 34 56 78"),
    }
    assert (person["city"], person["country"], person["language"]) == ("Lyon", "FR", "fr")
    assert sorted(tag["name"] for tag in person["tags"]) == ["Cuisine", "Voyage"]
    assert person["notes"] == "Abonnés: 12 400\nRencontrée au salon.\nAime le sucré."
    assert person["has_email"]
    assert person["followers"] is None


def test_g47_the_same_file_twice_changes_nothing(alice: Client) -> None:
    imported(alice, FRENCH)
    with workspace_scope(Import.all_workspaces.first().workspace_id):  # type: ignore[union-attr]
        before = list(Creator.objects.order_by("id").values())
    again = imported(alice, FRENCH)
    assert counts(again) == (0, 0, 2, 1)
    with workspace_scope(Import.all_workspaces.first().workspace_id):  # type: ignore[union-attr]
        assert list(Creator.objects.order_by("id").values()) == before
    rows = alice.get(alice.at(f"imports/{again['id']}/rows/?outcome=skipped")).json()["results"]
    assert all(row["reason"] for row in rows)
    assert len(rows) == 2
