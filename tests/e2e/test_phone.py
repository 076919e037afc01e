"""Relais in the hand: nothing scrolls sideways, and a finger does what a mouse does."""

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.e2e import pages
from tests.e2e.boards import STAGES, card, make_board, said
from tests.e2e.conftest import Visit
from tests.e2e.house import House
from tests.e2e.screens import INSIDE, OUTSIDE, Screen
from tests.e2e.words import Words

FRENCH = Words("fr")  # its words are the longer ones


@pytest.mark.parametrize("screen", [*OUTSIDE, *INSIDE], ids=lambda screen: screen.path)
def test_no_screen_scrolls_sideways(visit: Visit, house: House, complaints: list[str], screen: Screen) -> None:
    page = visit("alice" if screen in INSIDE else None, size="phone")
    page.goto(house.at(screen.path))
    pages.arrived(page, FRENCH, screen)
    assert pages.wider_than_the_window(page) == []
    pages.forgive(complaints, *screen.refusals)


def test_a_card_is_moved(visit: Visit, house: House) -> None:
    board = make_board(house)
    name = board.people[1]
    first, second, *_ = STAGES["fr"]
    page = visit("bob", size="phone")
    page.goto(board.path)
    pages.settled(page, FRENCH)
    expect(page.get_by_role("tab", name=f"{first} 3")).to_have_attribute("aria-selected", "true")
    page.get_by_role("button", name=FRENCH("Move {name} to…", name=name), exact=True).tap()
    page.get_by_role("menuitem", name=second, exact=True).tap()
    expect(said(page, FRENCH("{name} is now in {stage}.", name=name, stage=second))).to_be_visible()
    expect(card(page, name)).to_have_count(0)
    page.get_by_role("tab", name=f"{second} 1").tap()
    card(page, name).tap()
    expect(page.get_by_role("dialog").get_by_role("link", name=name)).to_be_visible()
    assert pages.wider_than_the_window(page) == []


def test_a_creator_is_opened(visit: Visit, house: House) -> None:
    name = house.call("GET", house.at("creators/{creator}/"))["name"]
    page = visit("bob", size="phone")
    page.goto(house.at(f"/w/{{slug}}/creators?q={quote(name)}"))
    pages.settled(page, FRENCH)
    page.get_by_role("table").get_by_role("link", name=name).tap()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
