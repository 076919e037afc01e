"""Keys, the palette and the list of keys, in a real browser."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e import axe, pages
from tests.e2e.boards import STAGES, column, make_board
from tests.e2e.conftest import Visit
from tests.e2e.house import House
from tests.e2e.words import Words

READERS = {"fr": "alice", "en": "emily"}
FIND = "Find a creator, a campaign or a command"


def opened(visit: Visit, house: House, words: Words, path: str) -> Page:
    """Open a page of the workspace, with axe in it, and wait until it hears keys."""
    page = visit(READERS[words.language])
    axe.add_axe(page)
    page.goto(f"/w/{house.workspace}/{path}")
    pages.settled(page, words)
    expect(page.locator("html")).to_have_attribute("data-keys", "heard")
    return page


def palette(page: Page, words: Words) -> Locator:
    return page.get_by_role("combobox", name=words(FIND))


def test_the_palette_finds_a_creator_whatever_the_accents_and_remembers(
    visit: Visit, house: House, words: Words
) -> None:
    page = opened(visit, house, words, "campaigns")
    page.keyboard.press("Control+k")
    expect(palette(page, words)).to_be_focused()
    axe.check(page)
    page.keyboard.type("lea fontaine")
    found = page.get_by_role("option", name="Léa Fontaine")
    expect(found).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Léa Fontaine")
    expect(palette(page, words)).to_have_count(0)

    page.keyboard.press("Control+k")
    recent = page.get_by_role("group", name=words("Recent"))
    expect(recent.get_by_role("option", name="Léa Fontaine")).to_be_visible()


def test_the_palette_opens_by_a_button_and_gives_the_focus_back(visit: Visit, house: House, words: Words) -> None:
    page = opened(visit, house, words, "campaigns")
    button = page.get_by_role("button", name=words("Search…"))
    button.click()
    expect(palette(page, words)).to_be_focused()
    page.keyboard.press("Escape")
    expect(palette(page, words)).to_have_count(0)
    expect(button).to_be_focused()


def test_the_keys_of_the_page_are_listed(visit: Visit, house: House, words: Words) -> None:
    page = opened(visit, house, words, "creators")
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name=words("Keyboard shortcuts"))
    expect(dialog.get_by_role("heading", name=words("In a list"))).to_be_visible()
    axe.check(page)
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


@pytest.mark.parametrize(
    ("key", "heading"), [("t", "Today"), ("c", "Creators"), ("b", "Campaigns"), ("s", "Sendings"), ("r", "Coverage")]
)
def test_g_and_a_letter_lead_somewhere(visit: Visit, house: House, words: Words, key: str, heading: str) -> None:
    page = opened(visit, house, words, "settings/profile")
    page.keyboard.press("g")
    expect(page.get_by_role("status").filter(has_text=words("Coverage"))).to_be_visible()
    page.keyboard.press(key)
    expect(page.get_by_role("heading", level=1)).to_have_text(words(heading))


def test_keys_rest_while_one_types(visit: Visit, house: House, words: Words) -> None:
    page = opened(visit, house, words, "campaigns")
    page.keyboard.press("/")
    field = page.get_by_role("searchbox")
    expect(field).to_be_focused()
    page.keyboard.type("gcn?xj")
    expect(field).to_have_value("gcn?xj")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_have_text(words("Campaigns"))


def test_rows_are_walked_and_selected(visit: Visit, house: House, words: Words) -> None:
    page = opened(visit, house, words, "creators")
    rows = page.get_by_role("table").get_by_role("row")
    ticked = page.get_by_role("table").get_by_role("checkbox", checked=True)
    for key in ("j", "x", "ArrowDown", "j", "Shift+X"):
        page.keyboard.press(key)
    expect(ticked).to_have_count(3)
    expect(rows.nth(3).get_by_role("link")).to_be_focused()
    page.keyboard.press("Escape")
    expect(ticked).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/creators/\d+$"))


def test_cards_are_chosen_moved_together_and_brought_back(visit: Visit, house: House, words: Words) -> None:
    board = make_board(house)
    page = opened(visit, house, words, f"campaigns/{board.campaign}")
    first, second, *_ = STAGES[words.language]
    for key in ("ArrowDown", "Home", "x", "Shift+ArrowDown"):
        page.keyboard.press(key)
    expect(page.get_by_role("toolbar", name=words("With the selection"))).to_be_visible()
    page.keyboard.press("m")
    page.get_by_role("menuitem", name=second, exact=True).click()
    expect(column(page, second).get_by_role("listitem")).to_have_count(2)
    expect(column(page, first).get_by_role("listitem")).to_have_count(1)
    page.get_by_role("button", name=words("Undo"), exact=True).click()
    expect(column(page, first).get_by_role("listitem")).to_have_count(3)
