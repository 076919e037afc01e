"""Cards in the hand of a mouse: several at once, and from one owner to another."""

from playwright.sync_api import Page, expect

from tests.e2e import pages
from tests.e2e.boards import STAGES, card, column, drop, grab, make_board, said
from tests.e2e.conftest import Visit
from tests.e2e.house import House
from tests.e2e.words import Words

ENGLISH = Words("en")
TO_CONTACT, CONTACTED, *_ = STAGES["en"]


def expect_in_order(page: Page, place: str, people: list[str]) -> None:
    """Assert that these cards, and no others, stand in a column from top to bottom."""
    cards = column(page, place).get_by_role("listitem")
    expect(cards).to_have_count(len(people))
    for number, name in enumerate(people):
        expect(card(cards.nth(number), name)).to_be_visible()


def test_several_cards_are_dragged_at_once_and_brought_back(visit: Visit, house: House) -> None:
    board = make_board(house, people=4)
    first, second, third, fourth = board.people
    page = visit("emily")
    page.goto(board.path)
    pages.settled(page, ENGLISH)
    for name in (first, third):
        page.get_by_role("checkbox", name=ENGLISH("Select {name}", name=name)).check()
    grab(page, third)
    expect(page.locator("[data-dragging]")).to_have_count(2)
    drop(page, CONTACTED)
    expect_in_order(page, CONTACTED, [first, third])
    expect_in_order(page, TO_CONTACT, [second, fourth])
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(0)

    page.get_by_role("button", name=ENGLISH("Undo"), exact=True).click()
    expect_in_order(page, TO_CONTACT, board.people)
    expect_in_order(page, CONTACTED, [])


def test_a_card_is_given_to_somebody_by_dragging(visit: Visit, house: House) -> None:
    board = make_board(house)
    name = board.people[1]
    nobody = ENGLISH("Nobody", context="owner of a card")
    page = visit("emily")
    page.goto(f"{board.path}?group=owner")
    pages.settled(page, ENGLISH)
    expect(column(page, nobody).get_by_role("listitem")).to_have_count(3)
    grab(page, name)
    drop(page, "Bob Durand")
    expect(said(page, ENGLISH("{name} now looks after: {who}.", name="Bob Durand", who=name))).to_be_visible()
    expect_in_order(page, "Bob Durand", [name])
    expect_in_order(page, nobody, [board.people[0], board.people[2]])

    page.reload()
    expect_in_order(page, "Bob Durand", [name])
    assert house.call("GET", f"participations/{board.cards[1]}/")["owner_name"] == "Bob Durand"
