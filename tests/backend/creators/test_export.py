"""The list as a file: what is in it, who may take it, and that our own import reads it back."""

import csv
import io
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from relais.creators.api.views import exporting
from relais.creators.exporting import files, people
from relais.creators.imports.running import continue_import
from relais.creators.models import Creator, Import
from relais.kit.tenancy import workspace_scope
from tests.backend.conftest import Client
from tests.backend.creators.conftest import MakeCreator

NASTY = "=HYPERLINK(\"http://evil.example\")\nLigne « deux » ; 'apostrophe'"
ADDRESS = {
    "recipient": "Chloé Béraud", "line1": "12 rue des Lilas", "line2": "Bât. B", "postcode": "69003", "city": "Lyon",
    "region": "Rhône", "country": "FR", "is_default": True,
}  # fmt: skip


@pytest.fixture
def chloe(alice: Client, creator: MakeCreator) -> Creator:
    made = creator(
        "Chloé Béraud", "https://chloe-cuisine.example/", "https://www.instagram.com/chloe.cuisine/",
        followers=12_400, rate=0.0412, published=datetime(2026, 11, 20, 23, 30, tzinfo=UTC),
        preferred_name="Chlo", kind="blogger", address_form="tu", language="fr", country="FR", city="Lyon",
        notes=NASTY, biography="@cuisine, +33", relationship_status="in_conversation", tags=["Cuisine", "VIP"],
        owner=alice.user.pk, emails=["chloe@chloe-cuisine.example", "pro@chloe-cuisine.example"],
    )  # fmt: skip
    changed = alice.patch(
        alice.at(f"creators/{made.pk}/"),
        {
            "addresses": [ADDRESS, ADDRESS | {"line1": "3 rue de Nice", "city": "Nice", "is_default": False}],
            "contact_points": [
                {"kind": "email", "value": "chloe@chloe-cuisine.example"},
                {"kind": "email", "value": "pro@chloe-cuisine.example"},
                {"kind": "agent_email", "value": "agent@agence.example"},
                {"kind": "phone", "value": "+33 6 12 34 56 78"},
            ],
        },
        format="json",
    )
    assert changed.status_code == 200, changed.content
    made.refresh_from_db()
    return made


def as_csv(client: Client, query: str = "", language: str = "en") -> list[dict[str, str]]:
    answer = client.get(client.at(f"creators/export.csv{query}"), headers={"Accept-Language": language})
    assert answer.status_code == 200, answer.content
    text = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    return list(csv.DictReader(io.StringIO(text), delimiter=";" if language == "fr" else ","))


def told(client: Client, name: str) -> dict[str, Any]:
    pk = next(row["id"] for row in client.get(client.at("creators/")).json()["results"] if row["name"] == name)
    person = client.get(client.at(f"creators/{pk}/")).json()
    kept = {
        key: person[key]
        for key in (
            "name", "preferred_name", "kind", "address_form", "language", "country", "city", "biography", "notes",
            "relationship_status",
        )
    }  # fmt: skip
    return kept | {
        "channels": {channel["url"] for channel in person["channels"]},
        "contacts": {(point["kind"], point["value"]) for point in person["contact_points"]},
        "tags": sorted(tag["name"] for tag in person["tags"]),
        "address": {key: person["addresses"][0][key] for key in ADDRESS if key not in {"recipient", "is_default"}},
    }


def test_a_line_tells_the_person_and_what_was_measured(alice: Client, chloe: Creator) -> None:
    (line,) = as_csv(alice)
    assert line["Name"] == "Chloé Béraud"
    assert line["Blog or profile"] == "https://chloe-cuisine.example/ https://www.instagram.com/chloe.cuisine/"
    assert line["E-mail"] == "chloe@chloe-cuisine.example; pro@chloe-cuisine.example"
    assert (line["Country"], line["Language"], line["Kind"]) == ("France", "French", "Blogger")
    assert (line["Postal address"], line["Postcode"], line["City"]) == ("12 rue des Lilas", "69003", "Lyon")
    assert (line["Followers, measured"], line["Engagement in percent"]) == ("12400", "4.12")
    # Half past midnight in Paris.
    assert line["Last publication"] == "2026-11-21"
    assert line["Notes"] == f"'{NASTY}"
    assert "3 rue de Nice" in line["Other phones and addresses"]
    assert line["Owner’s e-mail"] == alice.user.email


def test_french_readers_get_french_words_and_a_comma(alice: Client, chloe: Creator) -> None:
    (line,) = as_csv(alice, language="fr")
    assert (line["Pays"], line["Langue"], line["Statut de la relation"]) == ("France", "français", "En discussion")
    assert line["Engagement en pour cent"] == "4,12"


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_g21_our_own_import_reads_it_back(
    alice: Client, charlie: Client, chloe: Creator, language: str, kind: str
) -> None:
    headers = {"Accept-Language": language}
    answer = alice.get(alice.at(f"creators/export.{kind}"), headers=headers)
    body = b"".join(answer.streaming_content) if kind == "csv" else answer.content  # type: ignore[attr-defined]
    file = SimpleUploadedFile(f"creators.{kind}", body)
    draft = charlie.post(charlie.at("imports/"), {"file": file}, format="multipart").json()
    owner = next(index for index, field in draft["mapping"].items() if field == "owner")
    # The owner is no member there.
    mapping = draft["mapping"] | {owner: ""}
    charlie.patch(charlie.at(f"imports/{draft['id']}/"), {"mapping": mapping}, format="json")
    charlie.post(charlie.at(f"imports/{draft['id']}/run/"))
    with workspace_scope(Import.all_workspaces.get(pk=draft["id"]).workspace_id):
        continue_import(import_id=draft["id"])
    done = charlie.get(charlie.at(f"imports/{draft['id']}/")).json()
    assert (done["created"], done["rejected"]) == (1, 0), charlie.get(
        charlie.at(f"imports/{draft['id']}/rows/")
    ).content.decode()
    assert told(charlie, chloe.name) == told(alice, chloe.name)


def test_numbers_and_days_of_a_workbook_are_such(alice: Client, chloe: Creator) -> None:
    answer = alice.get(alice.at("creators/export.xlsx"))
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    names, line = list(sheet.iter_rows(values_only=True))
    row = dict(zip(names, line, strict=True))
    assert (row["Followers, measured"], row["Engagement in percent"]) == (12_400, 4.12)
    assert row["Last publication"] == datetime(2026, 11, 21)  # noqa: DTZ001 - a day of a spreadsheet has no zone
    assert all(cell.data_type != "f" for cells in sheet.iter_rows() for cell in cells)


def test_it_has_the_filters_and_the_order_of_the_list(alice: Client, creator: MakeCreator) -> None:
    for name, followers in (("Ana", 10), ("Bea", None), ("Cleo", 30), ("Dora", 20)):
        creator(name, f"https://{name.lower()}.example/", followers=followers)
    assert [line["Name"] for line in as_csv(alice, "?order=-followers")] == ["Cleo", "Dora", "Ana", "Bea"]
    assert [line["Name"] for line in as_csv(alice, "?followers_min=15&order=name")] == ["Cleo", "Dora"]
    assert as_csv(alice, "?q=nobody") == []
    ids = ",".join(
        str(pk) for pk in Creator.all_workspaces.filter(name__in=["Ana", "Bea"]).values_list("id", flat=True)
    )
    assert [line["Name"] for line in as_csv(alice, f"?ids={ids}&order=name")] == ["Ana", "Bea"]


@pytest.mark.parametrize("query", ["?colour=red", "?followers_min=many", "?order=shoe_size"])
def test_what_it_does_not_know_is_refused(alice: Client, query: str) -> None:
    for kind in ("csv", "xlsx"):
        answer = alice.get(alice.at(f"creators/export.{kind}{query}"))
        assert answer.status_code == 400, query
        assert query[1:].split("=", maxsplit=1)[0] in answer.json()["errors"]


def test_who_only_reads_takes_nothing_away(viewer: Client) -> None:
    assert viewer.get(viewer.at("creators/export.csv")).status_code == 403


def test_the_others_are_not_in_it(alice: Client, chloe: Creator, foreign: Creator) -> None:
    assert [line["Name"] for line in as_csv(alice)] == [chloe.name]
    assert as_csv(alice, f"?ids={foreign.pk}") == []


def test_a_workbook_too_long_is_refused_with_a_way_out(
    alice: Client, chloe: Creator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "MOST_IN_WORKBOOK", 0)
    answer = alice.get(alice.at("creators/export.xlsx"))
    assert (answer.status_code, answer.json()["code"]) == (400, "too_many_for_workbook")
    assert "CSV" in answer.json()["detail"]


def test_many_are_read_by_five_statements(
    alice: Client, creator: MakeCreator, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    made = [creator(f"Person {number}", f"https://blog{number}.example/") for number in range(20)]
    with workspace_scope(made[0].workspace_id), django_assert_num_queries(5):
        assert len(people.read([person.pk for person in made])) == 20


@pytest.mark.parametrize("accept", ["text/csv", "application/json", "*/*", "text/html"])
def test_it_comes_whatever_the_client_says_it_accepts(alice: Client, chloe: Creator, accept: str) -> None:
    answer = alice.get(alice.at("creators/export.csv"), headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"


def test_the_longest_notes_come_back_from_csv_and_end_with_a_word_in_a_workbook(
    alice: Client, charlie: Client, creator: MakeCreator
) -> None:
    notes = "é" * 49_000
    creator("Zoé", "https://zoe.example/", notes=notes)
    body = b"".join(alice.get(alice.at("creators/export.csv")).streaming_content)  # type: ignore[attr-defined]
    answer = charlie.post(charlie.at("imports/"), {"file": SimpleUploadedFile("a.csv", body)}, format="multipart")
    assert answer.status_code == 201, answer.content
    assert [row["problems"] for row in answer.json()["preview"]["rows"]] == [{}]
    sheet = load_workbook(io.BytesIO(alice.get(alice.at("creators/export.xlsx")).content)).active
    assert sheet is not None
    (cell,) = [cell for cells in sheet.iter_rows(min_row=2, values_only=True) for cell in cells if "éé" in str(cell)]
    assert len(str(cell)) == files.MOST_IN_CELL
    assert str(cell).endswith("the CSV has it whole)")
