"""Every screen, in both themes and both languages: nothing axe objects to, nothing the browser complains of."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import axe, pages
from tests.e2e.conftest import Visit
from tests.e2e.house import House
from tests.e2e.openings import OPENINGS, Opening
from tests.e2e.screens import INSIDE, OUTSIDE, Screen
from tests.e2e.words import Words

READERS = {"fr": "alice", "en": "emily"}
Show = Callable[[str | None, Words, str], Page]


@pytest.fixture
def show(visit: Visit, house: House) -> Show:
    """Open a path in somebody's browser, with axe in it."""

    def open_at(person: str | None, words: Words, path: str) -> Page:
        page = visit(person, language=words.language)
        axe.add_axe(page)
        page.goto(house.at(path))
        return page

    return open_at


def look_over(page: Page, words: Words, screen: Screen) -> None:
    heading = pages.arrived(page, words, screen)
    expect(page).to_have_title(f"{heading.inner_text()} · Relais")
    expect(page.locator("html")).to_have_attribute("lang", words.language)
    axe.check(page)


@pytest.mark.parametrize("screen", OUTSIDE, ids=lambda screen: screen.path)
def test_before_signing_in(show: Show, complaints: list[str], words: Words, screen: Screen) -> None:
    look_over(show(None, words, screen.path), words, screen)
    pages.forgive(complaints, *screen.refusals)


@pytest.mark.parametrize("screen", INSIDE, ids=lambda screen: screen.path)
def test_in_the_workspace(show: Show, complaints: list[str], words: Words, screen: Screen) -> None:
    look_over(show(READERS[words.language], words, screen.path), words, screen)
    pages.forgive(complaints, *screen.refusals)


@pytest.mark.parametrize("opening", OPENINGS, ids=str)
def test_with_something_open(show: Show, words: Words, opening: Opening) -> None:
    page = show(READERS[words.language], words, opening.path)
    pages.settled(page, words)
    opening.open(page, words)
    axe.check(page)
