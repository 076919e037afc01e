"""From a file to people: the whole way over HTTP, and what is refused."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from relais.creators.imports.running import continue_import
from relais.creators.models import Creator, Import
from relais.kit.tenancy import workspace_scope
from tests.backend.conftest import Client
from tests.backend.creators.conftest import MakeCreator

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


@pytest.mark.parametrize(
    ("cell", "kept", "refused"),
    [
        ("lea@lea.example", ["lea@lea.example"], []),
        ("Léa Fontaine <lea@lea.example>", ["lea@lea.example"], []),
        ("Léa <lea@lea.example>; Agence <bonjour@agence.example>", ["bonjour@agence.example", "lea@lea.example"], []),
        ("Fontaine, Léa <lea@lea.example>", ["lea@lea.example"], []),
        ("pro@lea.example et lea@lea.example", ["lea@lea.example", "pro@lea.example"], []),
        ("(lea@lea.example).", ["lea@lea.example"], []),
        ("mailto:lea@lea.example?subject=Bonjour", ["lea@lea.example"], []),
        ("lea@lea.example / pro@lea.example", ["lea@lea.example", "pro@lea.example"], []),
        ("mailto:lea@lea.example", ["lea@lea.example"], []),
        ("à demander au salon", [], ["à demander au salon"]),
        ("lea@lea.example, lea@", [], ["lea@"]),
        ("<lea>", [], ["<lea>"]),
    ],
)
def test_addresses_as_people_keep_them(alice: Client, cell: str, kept: list[str], refused: list[str]) -> None:
    draft = staged(alice, f"nom\te-mail\nLéa\t{cell}\n")
    said = [text for texts in draft["preview"]["rows"][0]["problems"].values() for text in texts]
    assert said == [f"“{value}” is no e-mail address." for value in refused]
    assert counts(run(alice, draft["id"])) == ((0, 0, 0, 1) if refused else (1, 0, 0, 0))
    if kept:
        person = alice.get(alice.at("creators/?q=lea")).json()["results"][0]["id"]
        points = alice.get(alice.at(f"creators/{person}/")).json()["contact_points"]
        assert sorted(point["value"] for point in points) == kept


# -- people who are here already ------------------------------------------------------------------------


def test_who_is_here_is_filled_in_and_never_overwritten(alice: Client, creator: MakeCreator) -> None:
    here = creator("Chloé", "https://chloe-cuisine.example/", city="Paris", tags=["VIP"])
    found = imported(alice, FRENCH)
    assert counts(found) == (1, 1, 0, 1)
    person = alice.get(alice.at(f"creators/{here.pk}/")).json()
    assert (person["name"], person["city"], person["country"]) == ("Chloé", "Paris", "FR")
    assert {channel["platform"] for channel in person["channels"]} == {"blog", "instagram"}
    assert sorted(tag["name"] for tag in person["tags"]) == ["Cuisine", "VIP", "Voyage"]


def test_who_is_here_can_be_left_alone(alice: Client, creator: MakeCreator) -> None:
    here = creator("Chloé", "https://chloe-cuisine.example/")
    draft = staged(alice, FRENCH)
    answer = alice.patch(alice.at(f"imports/{draft['id']}/"), {"options": {"update_existing": False}})
    assert answer.json()["preview"]["rows"][0]["outcome_guess"] == "skipped"
    found = run(alice, draft["id"])
    assert counts(found) == (1, 0, 1, 1)
    assert len(alice.get(alice.at(f"creators/{here.pk}/")).json()["channels"]) == 1


def test_one_person_on_two_rows_is_one_person(alice: Client) -> None:
    body = "name,url,email,city\nLéa,lea.example,lea@lea.example,\nLéa D.,,LEA@lea.example,Nice\nLéa,lea.example,,\n"
    found = imported(alice, body)
    assert counts(found) == (1, 1, 1, 0)
    rows = alice.get(alice.at("creators/")).json()["results"]
    assert [(row["name"], row["city"]) for row in rows] == [("Léa", "Nice")]


def test_a_channel_of_somebody_else_is_named(alice: Client, creator: MakeCreator) -> None:
    creator("Une", "https://une.example/")
    creator("Deux", "https://deux.example/")
    draft = staged(alice, "nom,blog\nUne,https://une.example/ https://deux.example/\n")
    (row,) = draft["preview"]["rows"]
    assert row["outcome_guess"] == "rejected"
    assert "Deux" in row["problems"]["1"][0]


def test_names_alone_are_not_doubled(alice: Client) -> None:
    body = "nom,ville\nMarie Martin,Lyon\nMarie Martin,Nice\nMarie Martin,Lyon\n"
    assert counts(imported(alice, body)) == (2, 0, 1, 0)
    assert counts(imported(alice, body)) == (0, 0, 3, 0)


# -- mapping and options --------------------------------------------------------------------------------


def test_a_mapping_is_changed_remembered_and_checked(alice: Client) -> None:
    draft = staged(alice, "truc,machin\nLéa,lea.example\n")
    assert draft["mapping"] == {"0": "", "1": "channel"}
    changed = alice.patch(alice.at(f"imports/{draft['id']}/"), {"mapping": {"0": "name"}}).json()
    assert changed["mapping"] == {"0": "name", "1": "channel"}
    for wrong in ({"7": "name"}, {"0": "score"}):
        assert alice.patch(alice.at(f"imports/{draft['id']}/"), {"mapping": wrong}).status_code == 400
    run(alice, draft["id"])
    assert staged(alice, "Truc,Machin\nMarc,marc.example\n")["mapping"] == {"0": "name", "1": "channel"}


def test_columns_mapped_twice_are_refused_by_name(alice: Client) -> None:
    draft = staged(alice, "Prénom,Surnom,Blog,Autre blog\nLéa,Lulu,lea.example,lulu.example\n")
    at = alice.at(f"imports/{draft['id']}/")
    answer = alice.patch(at, {"mapping": {"0": "name", "1": "name"}})
    assert (answer.status_code, answer.json()["code"]) == (400, "mapped_twice")
    (sentence,) = answer.json()["errors"]["mapping"]
    assert "Prénom, Surnom" in sentence
    assert alice.get(at).json()["mapping"] == draft["mapping"]
    assert alice.patch(at, {"mapping": {"0": "name", "1": "", "2": "channel", "3": "channel"}}).status_code == 200


def test_a_mapping_remembered_with_doubles_does_not_run(alice: Client) -> None:
    draft = staged(alice, "Prénom,Surnom\nLéa,Lulu\n")
    Import.all_workspaces.filter(pk=draft["id"]).update(mapping={"0": "name", "1": "name"})
    answer = alice.post(alice.at(f"imports/{draft['id']}/run/"))
    assert (answer.status_code, answer.json()["code"]) == (400, "mapped_twice")
    assert alice.get(alice.at(f"imports/{draft['id']}/")).json()["state"] == "draft"


def test_nothing_runs_that_says_nobody(alice: Client) -> None:
    draft = staged(alice, "truc,machin\na,b\n")
    answer = alice.post(alice.at(f"imports/{draft['id']}/run/"))
    assert (answer.status_code, answer.json()["code"]) == (400, "nothing_mapped")


def test_options_are_set_on_everybody(alice: Client, charlie: Client) -> None:
    chosen = alice.post(alice.at("lists/"), {"name": "Salon 2026"}).json()["id"]
    theirs = charlie.post(charlie.at("lists/"), {"name": "Secret"}).json()["id"]
    draft = staged(alice, FRENCH)
    path = alice.at(f"imports/{draft['id']}/")
    for foreign in ({"list": theirs}, {"owner": charlie.user.pk}):
        assert alice.patch(path, {"options": foreign}).status_code == 400
    alice.patch(path, {"options": {"tags": ["Import"], "list": chosen, "owner": alice.user.pk}})
    run(alice, draft["id"])
    rows = alice.get(alice.at(f"creators/?list={chosen}&owner=me")).json()["results"]
    assert len(rows) == 2
    assert all("Import" in {tag["name"] for tag in row["tags"]} for row in rows)


def test_an_ended_import_moves_no_more(alice: Client) -> None:
    found = imported(alice, FRENCH)
    path = f"imports/{found['id']}/"
    assert alice.patch(alice.at(path), {"options": {"tags": []}}).status_code == 409
    assert alice.post(alice.at(f"{path}run/")).status_code == 409
    assert alice.post(alice.at(f"{path}cancel/")).status_code == 409


# -- undo -----------------------------------------------------------------------------------------------


def test_g47_undo_takes_everything_back_and_the_list_can_come_again(alice: Client, creator: MakeCreator) -> None:
    here = creator("Chloé", "https://chloe-cuisine.example/", city="Paris")
    before = alice.get(alice.at(f"creators/{here.pk}/")).json()
    found = imported(alice, FRENCH)
    for _ in range(2):
        answer = alice.post(alice.at(f"imports/{found['id']}/undo/"))
        assert answer.status_code == 200, answer.content
        assert (answer.json()["state"], answer.json()["kept"]) == ("undone", 0)
    after = alice.get(alice.at(f"creators/{here.pk}/")).json()
    assert {name for name in after if after[name] != before[name]} <= {"version", "updated_at"}
    assert [row["id"] for row in alice.get(alice.at("creators/")).json()["results"]] == [here.pk]
    assert counts(imported(alice, FRENCH)) == (1, 1, 0, 1)


def test_undo_keeps_whom_somebody_has_worked_on(alice: Client) -> None:
    found = imported(alice, FRENCH)
    chloe = alice.get(alice.at("creators/?q=chloe")).json()["results"][0]["id"]
    alice.patch(alice.at(f"creators/{chloe}/"), {"city": "Nice"})
    answer = alice.post(alice.at(f"imports/{found['id']}/undo/")).json()
    assert (answer["state"], answer["kept"]) == ("undone", 1)
    assert [row["id"] for row in alice.get(alice.at("creators/")).json()["results"]] == [chloe]
    kept = alice.get(alice.at(f"imports/{found['id']}/rows/?kept=true")).json()["results"]
    assert [row["creator"] for row in kept] == [chloe]


# -- the error file -------------------------------------------------------------------------------------


def test_the_error_file_comes_back_corrected(alice: Client) -> None:
    found = imported(alice, 'nom,blog,notes\nMarc,pas un site,"=1+1"\n')
    answer = alice.get(alice.at(f"imports/{found['id']}/errors.csv"))
    assert answer["Content-Type"].startswith("text/csv")
    text = answer.content.decode("utf-8-sig")
    assert '"\'=1+1"' in text
    again = staged(alice, text.replace("pas un site", "marc.example"))
    assert (again["total"], again["mapping"]["3"]) == (1, "")
    assert counts(run(alice, again["id"])) == (1, 0, 0, 0)
    with workspace_scope(Import.all_workspaces.get(pk=again["id"]).workspace_id):
        assert Creator.objects.get(name="Marc").notes == "=1+1"
