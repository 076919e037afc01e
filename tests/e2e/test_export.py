"""What the list shows is taken away as a file."""

import csv
from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.e2e import pages
from tests.e2e.conftest import Visit
from tests.e2e.house import House
from tests.e2e.words import Words


def take(page: Page, words: Words, item: str, folder: Path) -> Path:
    """Choose in the menu that is open; return the file that was saved."""
    with page.expect_download() as download:
        page.get_by_role("menuitem", name=words.pattern(item)).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_what_the_list_shows_and_what_is_ticked(visit: Visit, house: House, words: Words, tmp_path: Path) -> None:
    page = visit({"en": "emily", "fr": "alice"}[words.language], language=words.language)
    query = "country=BE&order=name"
    shown = [row["name"] for row in house.call("GET", f"creators/?{query}")["results"]]
    assert shown
    page.goto(f"/w/{house.workspace}/creators?{query}")
    pages.settled(page, words)
    table = page.get_by_role("table", name=words("Creators"))
    expect(table.get_by_role("link")).to_have_count(len(shown))

    page.get_by_role("button", name=words("Export")).click()
    path = take(page, words, "CSV, any number", tmp_path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file, delimiter=";" if words.language == "fr" else ","))
    assert [line[0] for line in lines[1:]] == shown

    table.get_by_role("checkbox").nth(1).check()
    page.get_by_role("toolbar").get_by_role("button", name=words("Export")).click()
    sheet = load_workbook(take(page, words, "Excel, up to {0}", tmp_path)).active
    assert sheet is not None
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == shown[:1]
    expect(page.get_by_role("alert")).to_have_count(0)
