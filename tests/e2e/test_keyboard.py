"""A day's work by keyboard alone; after every key something has the focus."""

from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e import pages
from tests.e2e.boards import STAGES, card, column, make_board, said
from tests.e2e.conftest import Visit
from tests.e2e.house import PASSWORD, House
from tests.e2e.words import Words

MOST = 80  # presses of one key in a row, on the longest way there is
HAS_FOCUS = "element => element === document.activeElement"


def press(page: Page, key: str) -> None:
    """Press a key; something has the focus afterwards."""
    page.keyboard.press(key)
    expect(page.locator("body")).not_to_be_focused()


def press_until(page: Page, key: str, wanted: Locator) -> None:
    """Press a key until the element that is wanted has the focus."""
    expect(wanted).to_be_attached()
    for _ in range(MOST):
        if wanted.evaluate(HAS_FOCUS):
            return
        press(page, key)
    pytest.fail(f"{MOST} times {key} did not lead to {wanted}")


def press_through(page: Page, key: str, arrived: Callable[[], None]) -> None:
    """Press a key that opens something; it is there, and has the focus or holds it."""
    page.keyboard.press(key)
    arrived()
    expect(page.locator("body")).not_to_be_focused()


def test_one_signs_in_and_opens_a_creator(visit: Visit, house: House, words: Words, complaints: list[str]) -> None:
    name = house.call("GET", house.at("creators/{creator}/"))["name"]
    page = visit(None, language=words.language)
    page.goto(house.at(f"/w/{{slug}}/creators?q={quote(name)}"))
    pages.settled(page, words)
    pages.forgive(complaints, 401)
    expect(pages.field(page, words("E-mail"))).to_be_focused()
    page.keyboard.type({"fr": "alice@example.org", "en": "emily@example.org"}[words.language])
    press_until(page, "Tab", pages.field(page, words("Password")))
    page.keyboard.type(PASSWORD)
    heading = page.get_by_role("heading", level=1)
    press_through(page, "Enter", lambda: expect(heading).to_have_text(words("Creators")))
    pages.settled(page, words)

    press_until(page, "Tab", page.get_by_role("table").get_by_role("link", name=name))
    press_through(page, "Enter", lambda: expect(heading).to_have_text(name))


def test_the_skip_link_leads_past_the_navigation(visit: Visit, house: House, words: Words) -> None:
    page = visit({"fr": "alice", "en": "emily"}[words.language])
    page.goto(house.at("/w/{slug}/campaigns"))
    pages.settled(page, words)
    skip = page.get_by_role("link", name=words("Skip to the content"))
    press(page, "Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    press(page, "Enter")
    expect(page.get_by_role("main")).to_be_focused()
    press(page, "Tab")
    expect(page.get_by_role("button", name=words("New campaign"))).to_be_focused()


def test_a_card_is_moved_and_taken_back(visit: Visit, house: House, words: Words) -> None:
    board = make_board(house)
    page = visit({"fr": "alice", "en": "emily"}[words.language])
    page.goto(house.at("/w/{slug}/campaigns"))
    pages.settled(page, words)
    campaign = page.get_by_role("link", name=board.name)
    press_until(page, "Tab", campaign)
    heading = page.get_by_role("heading", level=1)
    press_through(page, "Enter", lambda: expect(heading).to_have_text(board.name))
    pages.settled(page, words)

    first, second, _third = board.people
    stages = STAGES[words.language]
    press_until(page, "Tab", card(page, first))
    press(page, "ArrowDown")
    expect(card(page, second)).to_be_focused()
    press_through(page, "m", lambda: expect(page.get_by_role("menu").locator(":focus")).to_have_count(1))
    press_until(page, "ArrowDown", page.get_by_role("menuitem", name=stages[2], exact=True))
    press(page, "Enter")
    expect(card(column(page, stages[2]), second)).to_be_focused()

    expect(page.get_by_role("button", name=words("Undo"))).to_be_visible()
    press(page, "Control+z")
    expect(card(column(page, stages[0]), second)).to_be_focused()
    expect(page.get_by_role("button", name=words("Undo"))).to_have_count(0)

    sheet = page.get_by_role("dialog")
    press_through(page, "Enter", lambda: expect(sheet).to_be_visible())
    expect(sheet.locator(":focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    expect(card(page, second)).to_be_focused()


def test_a_card_is_given_to_somebody_and_taken_back(visit: Visit, house: House) -> None:
    words = Words("en")
    board = make_board(house)
    name = board.people[1]
    page = visit("emily")
    page.goto(f"{board.path}?group=owner")
    pages.settled(page, words)
    nobody = words("Nobody", context="owner of a card")
    press_until(page, "Tab", card(page, board.people[0]))
    press(page, "ArrowDown")
    expect(card(page, name)).to_be_focused()
    search = page.get_by_role("combobox", name=words("Who looks after it?"))
    press_through(page, "a", lambda: expect(search).to_be_focused())
    page.keyboard.type("Bob")
    press(page, "Enter")
    expect(card(column(page, "Bob Durand"), name)).to_be_visible()
    expect(said(page, words("{name} now looks after: {who}.", name="Bob Durand", who=name))).to_be_visible()

    with page.expect_response("**/bulk-change/") as undone:
        press(page, "Control+z")
    assert undone.value.ok
    expect(card(column(page, nobody), name)).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)
    assert house.call("GET", f"participations/{board.cards[1]}/")["owner"] is None
