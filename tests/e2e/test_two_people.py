"""Two people on one board: no move is lost unseen, and each sees what the other does."""

from playwright.sync_api import Page, expect

from tests.e2e import pages
from tests.e2e.boards import STAGES, Board, card, column, drop, grab, make_board, move_by_menu, said
from tests.e2e.conftest import Visit
from tests.e2e.house import House
from tests.e2e.words import Words

FRENCH, ENGLISH = Words("fr"), Words("en")


def on_the_board(page: Page, words: Words, board: Board) -> Page:
    page.goto(board.path)
    pages.settled(page, words)
    for name in board.people:
        expect(card(column(page, STAGES[words.language][0]), name)).to_be_visible()
    return page


def test_the_slower_of_two_learns_the_true_place(visit: Visit, house: House, complaints: list[str]) -> None:
    board = make_board(house)
    name = board.people[0]
    quick = on_the_board(visit("bob"), FRENCH, board)
    slow = on_the_board(visit("emily"), ENGLISH, board)
    grab(slow, name)
    move_by_menu(quick, FRENCH, name, STAGES["fr"][1])
    expect(said(quick, FRENCH("{name} is now in {stage}.", name=name, stage=STAGES["fr"][1]))).to_be_visible()
    drop(slow, STAGES["en"][2])

    place = STAGES["en"][1]
    expect(said(slow, ENGLISH("{name} was not moved: it is in {place}", name=name, place=place))).to_be_visible()
    for page, language in ((quick, "fr"), (slow, "en")):
        expect(card(column(page, STAGES[language][1]), name)).to_be_visible()
        expect(card(page, name)).to_have_count(1)
    moves = house.call("GET", f"participations/{board.cards[0]}/moves/")
    assert len(moves) == 1
    pages.forgive(complaints, 409)


def test_what_one_moves_the_other_sees(visit: Visit, house: House) -> None:
    board = make_board(house)
    first, second, _third = board.people
    mover = on_the_board(visit("bob"), FRENCH, board)
    watcher = on_the_board(visit("emily"), ENGLISH, board)
    move_by_menu(mover, FRENCH, first, STAGES["fr"][3])
    move_by_menu(watcher, ENGLISH, second, STAGES["en"][1])
    for page, stages in ((mover, STAGES["fr"]), (watcher, STAGES["en"])):
        expect(card(column(page, stages[3]), first)).to_be_visible()
        expect(card(column(page, stages[1]), second)).to_be_visible()
        expect(card(column(page, stages[0]), first)).to_have_count(0)
