"""A day typed wrong: it stays as typed, says how days are written, and nothing is sent in its place."""

import re

from playwright.sync_api import Locator, expect

from tests.e2e import pages
from tests.e2e.conftest import Visit
from tests.e2e.house import House
from tests.e2e.openings import Opening
from tests.e2e.words import Words


def test_numbers_of_no_day_are_not_noted(visit: Visit, house: House) -> None:
    words = Words("fr")
    page = visit("alice", scheme="dark")
    page.goto(house.at("/w/{slug}/creators/{creator}"))
    pages.settled(page, words)
    presses = ("button", "Actions for {name}"), ("menuitem", "Type the numbers")
    dialog = Opening("", presses).open(page, words)
    day = pages.field(dialog, words("Day"))
    pages.field(dialog, words("Followers")).fill("1200")
    day.fill("31/02/2026")
    dialog.get_by_role("button", name=words("Note the numbers")).click()
    expect_refused(day, "31/02/2026")
    expect(dialog.get_by_text(words.pattern("Write the day as {sample}."))).to_be_visible()

    page.get_by_role("button", name=re.compile(r"^1 \D+ \d{4}$")).first.click()
    expect(day).not_to_have_attribute("aria-invalid", "true")
    dialog.get_by_role("button", name=words("Note the numbers")).click()
    expect(dialog).to_have_count(0)


def test_a_step_on_another_day_takes_no_day_to_come(visit: Visit, house: House) -> None:
    words = Words("fr")
    page = visit("alice")
    page.goto(house.at("/w/{slug}/sendings?state=%5B%22sent%22%5D"))
    pages.settled(page, words)
    presses = ("button", "More about the sending to {name}"), ("menuitem", "On another day…")
    dialog = Opening("", presses).open(page, words)
    day = pages.field(dialog, words("On"))
    expect(day).to_be_focused()
    day.fill("31/12/2090")
    day.press("Enter")
    expect_refused(day, "31/12/2090")
    expect(dialog.get_by_role("button", name=words("Mark delivered"))).to_be_disabled()


def expect_refused(day: Locator, text: str) -> None:
    expect(day).to_have_value(text)
    expect(day).to_have_attribute("aria-invalid", "true")
