"""Ten thousand rows, and every file people upload by mistake or on purpose: read whole, or refused with its reason."""

import gzip
import io
import zipfile
from typing import Any

import pytest
from django.db import connection

from relais.creators.imports.running import CHUNK, continue_import
from relais.creators.models import Creator, Import, ImportRow
from relais.kit.tenancy import workspace_scope
from relais.workspaces.models import Workspace
from tests.backend.conftest import Client
from tests.backend.creators.test_import_files import as_csv, as_xlsx
from tests.backend.creators.test_imports import counts, imported, staged, upload

TABLE = [
    ["nom", "blog", "notes"],
    ["Léa Noël", "lea.example", "aime; le sucré"],
    ["Marc", "marc.example", "dit\n«oui»"],
]
ZIPPED = io.BytesIO()
with zipfile.ZipFile(ZIPPED, "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("xl/workbook.xml", "<workbook/>")
    archive.writestr("xl/worksheets/sheet1.xml", b"<row/>" * 12_000_000)

READ = {
    "a byte order mark": ("liste.csv", as_csv(TABLE).encode("utf-8-sig")),
    "UTF-16": ("liste.csv", as_csv(TABLE, "\t").encode("utf-16")),
    "latin-1": ("liste.csv", as_csv([[cell.replace("œ", "oe") for cell in row] for row in TABLE]).encode("latin-1")),
    "semicolons": ("liste.csv", as_csv(TABLE, ";").encode()),
    "a workbook": ("liste.xlsx", as_xlsx(TABLE)),
    "a workbook called CSV": ("liste.csv", as_xlsx(TABLE)),
    "a CSV called a workbook": ("liste.xlsx", as_csv(TABLE).encode()),
    "a CSV called a picture": ("liste.png", as_csv(TABLE).encode()),
    "a name with folders and a NUL": ("../../etc\\liste\x00.csv", as_csv(TABLE).encode()),
}
REFUSED = {
    "only a header": ("only_header", "liste.csv", b"nom,blog\r\n"),
    "blank lines": ("empty", "liste.csv", b"\r\n\r\n  \r\n"),
    "only a byte order mark": ("empty", "liste.csv", b"\xef\xbb\xbf"),
    "300 columns": ("too_many_columns", "liste.csv", as_csv([[f"c{n}" for n in range(300)], ["x"] * 300]).encode()),
    "a cell of 2 MB": ("cell_too_long", "liste.csv", b"nom,blog\nLea," + b"x" * 2_000_000 + b"\n"),
    "a quoted cell of 2 MB": ("cell_too_long", "liste.csv", b'nom,blog\nLea,"' + b"x" * 2_000_000 + b'"\n'),
    "a quotation mark never closed": ("open_quote", "liste.csv", b'nom,blog\n"Lea,lea\n' + b"Marc,marc\n" * 50_000),
    "a zip bomb": ("too_large_unpacked", "liste.xlsx", ZIPPED.getvalue()),
    "an archive that is no workbook": ("damaged_xlsx", "liste.xlsx", b"PK\x03\x04" + b"\x00" * 40),
    "a short picture called CSV": ("picture", "liste.csv", b"\x89PNG\r\n\x1a\nname,blog\nLea,lea.example\n"),
    "a picture called a workbook": ("picture", "liste.xlsx", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200)),
    "a photograph": ("picture", "liste.csv", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256))),
    "an animation": ("picture", "liste.csv", b"GIF89a,blog\nLea,lea.example\n"),
    "a modern picture": ("picture", "liste.csv", b"RIFF\x24\x00\x00\x00WEBPVP8 " + bytes(20)),
    "a PDF": ("no_table", "liste.csv", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"),
    "a compressed table": ("no_table", "liste.csv", gzip.compress(as_csv(TABLE).encode())),
    "a program": ("no_table", "liste.csv", b"MZ\x90\x00\x03\x00" + b"This program cannot be run" * 20),
    "a database": ("no_table", "liste.csv", b"SQLite format 3\x00" + b"nom,blog\n" * 20),
    "a web page called Excel": ("web_page", "liste.xlsx", b"<html><table><tr><td>nom</td></tr></table></html>"),
    "an old workbook": ("old_excel", "liste.xlsx", b"\xd0\xcf\x11\xe0" + bytes(600)),
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_a_table_is_read_however_it_was_written(name: str, alice: Client) -> None:
    file_name, body = READ[name]
    draft = staged(alice, body, file_name)
    assert "/" not in draft["file_name"]
    assert "\\" not in draft["file_name"]
    assert [column["name"] for column in draft["columns"]] == TABLE[0]
    assert [row["cells"] for row in draft["preview"]["rows"]] == TABLE[1:]


@pytest.mark.parametrize("name", REFUSED)
def test_g22_what_is_no_table_is_refused_with_its_reason(name: str, alice: Client) -> None:
    reason, file_name, body = REFUSED[name]
    answer = upload(alice, body, file_name)
    assert (answer.status_code, answer.json()["code"]) == (400, "unreadable_file"), answer.content
    assert answer.json()["reason"] == reason, answer.json()
    assert answer.json()["errors"]["file"]
    assert not Import.all_workspaces.exists()
    assert not ImportRow.all_workspaces.exists()


def test_an_empty_file_and_one_that_is_too_large(alice: Client) -> None:
    assert upload(alice, b"").status_code == 400
    assert upload(alice, b"nom,blog\n" + b"a,b\n" * 2_700_000).status_code == 413
    assert not Import.all_workspaces.exists()


@pytest.mark.parametrize("begins", ["BM", "MZ", "RIFF", "ID3", "BZh"])
def test_a_column_may_begin_as_a_picture_does(begins: str, alice: Client) -> None:
    draft = staged(alice, f"{begins} nom,blog\nLéa,lea.example\n")
    assert draft["columns"][0]["name"] == f"{begins} nom"


def test_columns_of_one_name_are_not_mixed_up(alice: Client) -> None:
    found = imported(alice, "Nom,Nom,Blog,Blog\nLéa,Lulu,lea.example,lulu.example\n")
    assert counts(found) == (1, 0, 0, 0)
    (person,) = alice.get(alice.at("creators/")).json()["results"]
    assert person["name"] == "Léa"
    channels = alice.get(alice.at(f"creators/{person['id']}/")).json()["channels"]
    assert {channel["url"] for channel in channels} == {"https://lea.example/", "https://lulu.example/"}


def test_g47_ten_thousand_rows_come_in_whole_and_say_how_far_they_are(alice: Client, workspace: Workspace) -> None:
    def line(number: int) -> list[str]:
        if number % 100 == 7:
            return ["", "", "", "pas une adresse"]
        if number % 100 == 8:
            number -= 2  # somebody of two lines above, once more
        return [f"Personne {number}", f"https://blog{number}.example/", "Lyon", f"p{number}@blog{number}.example"]

    rows = [["nom", "blog", "ville", "e-mail"], *(line(number) for number in range(10_000))]
    draft = staged(alice, as_csv(rows, ";").encode("utf-8-sig"))
    assert (draft["total"], draft["state"]) == (10_000, "draft")
    assert alice.post(alice.at(f"imports/{draft['id']}/run/")).status_code == 202
    told: list[int] = []

    def look(execute: Any, sql: str, params: Any, many: Any, context: Any) -> Any:
        answer = execute(sql, params, many, context)
        if sql.startswith('UPDATE "creators_import" ') and '"done"' in sql:
            told.append(Import.all_workspaces.values_list("done", flat=True).get(pk=draft["id"]))
        return answer

    with workspace_scope(workspace.pk), connection.execute_wrapper(look):
        continue_import(import_id=draft["id"])
    assert told == list(range(CHUNK, 10_000 + 1, CHUNK))
    found = alice.get(alice.at(f"imports/{draft['id']}/")).json()
    assert (found["state"], found["done"]) == ("done", 10_000)
    assert counts(found) == (9_800, 0, 100, 100)
    with workspace_scope(workspace.pk):
        assert Creator.objects.live().count() == 9_800
    rejected = alice.get(alice.at(f"imports/{draft['id']}/errors.csv")).content.decode("utf-8-sig")
    assert rejected.count("is no e-mail address") == 100
    rows_left = alice.get(alice.at(f"imports/{draft['id']}/rows/?outcome=rejected&count=true")).json()
    assert rows_left["count"] == 100


def test_rows_kept_by_an_undo_are_asked_for_by_yes_or_no(alice: Client) -> None:
    found = imported(alice, "nom,blog\nLéa,lea.example\n")
    at = alice.at(f"imports/{found['id']}/rows/")
    assert len(alice.get(f"{at}?kept=false").json()["results"]) == 1
    assert alice.get(f"{at}?kept=true").json()["results"] == []
    answer = alice.get(f"{at}?kept=maybe")
    assert answer.status_code == 400
    assert answer.json()["errors"]["kept"] == ["Say true or false."]
