"""The morning of a community manager: what waits is dealt with where it stands, by keys, until nothing does."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.e2e import pages
from tests.e2e.conftest import PATIENCE, Visit
from tests.e2e.house import House
from tests.e2e.words import Words

LINE = "[data-key] [data-line]"  # one that waits; what comes next has lines too
LARGE = 44  # pixels: what a thumb hits


def test_today_to_empty(visit: Visit) -> None:
    words = Words("fr")
    page = visit("dora")
    make_sample(page, words)

    page.keyboard.press("j")
    first = here(page)
    deal_with(page, words, first)
    page.get_by_role("button", name=words("Undo"), exact=True).first.click()
    expect(page.locator(f'[data-line="{first}"]')).to_be_focused()

    kinds = set()
    while page.locator(LINE).count():
        key = here(page)
        kinds.add(key.split("/")[0])
        deal_with(page, words, key)
        expect_focus_on_something_new(page, key)
    assert kinds == {"task", "promise", "next_action", "parcel", "loan", "coverage", "stale", "refresh"}
    expect(page.get_by_role("heading", name=words("Nothing waits"), exact=True)).to_be_focused()

    page.reload()
    expect(page.get_by_role("heading", name=words("Nothing waits for you"))).to_be_visible()
    expect(page.get_by_role("region", name=words("What comes next")).get_by_role("listitem")).not_to_have_count(0)
    page.get_by_role("button", name=words("See what waits for everybody")).click()
    expect(page.get_by_role("img", name=re.compile("Hugo Lemaire")).first).to_be_visible()


def make_sample(page: Page, words: Words) -> None:
    """A first workspace, empty, opens with the first steps; the sample opens with what waits."""
    page.goto("/")
    pages.field(page, words("Name of the workspace")).fill("Atelier Dora")
    page.get_by_role("button", name=words("Create the workspace")).click()
    expect(page.get_by_role("link", name=words("Start with an empty workspace"))).to_be_visible()
    page.goto("/")
    page.wait_for_url("**/w/atelier-dora/today")
    expect(page.get_by_role("heading", level=1)).to_have_text(words("Your workspace is ready"))
    expect(page.get_by_role("link", name=re.compile(words("Import a list")))).to_be_visible()
    page.get_by_role("button", name=re.compile(re.escape(words("Look around first")))).click()
    # Sixty people and half a year of numbers are made meanwhile.
    page.wait_for_url("**/w/agence-exemple*/today", timeout=6 * PATIENCE)
    expect(page.get_by_role("region", name=words("Late"))).to_be_visible()
    pages.settled(page, words)


def here(page: Page) -> str:
    """Return the line that has the focus."""
    key = page.evaluate("document.activeElement.dataset.line")
    assert key, page.evaluate("document.activeElement.outerHTML")
    return str(key)


def deal_with(page: Page, words: Words, key: str) -> None:
    """Do what the line asks for, by its keys."""
    kind = key.split("/", maxsplit=1)[0]
    line = page.locator(f'[data-line="{key}"]')
    if kind == "coverage" and not page.get_by_text(words("The publication is recorded.")).count():
        page.keyboard.press("d")
        record(page.get_by_role("dialog"), words)
    elif kind == "coverage":
        page.keyboard.press("s")
        page.get_by_role("menuitem", name=re.compile(rf"^{words('Tomorrow')}")).click()
    elif kind == "stale":
        page.keyboard.press("e")
        dialog = page.get_by_role("dialog")
        pages.field(dialog, words("What comes next")).fill("Proposer une date")
        dialog.get_by_role("button", name=words("Plan"), exact=True).click()
    else:
        page.keyboard.press("d" if kind != "promise" else "Space")
    expect(line).to_have_count(0)


def record(dialog: Locator, words: Words) -> None:
    """Record a publication at an address that nobody answers at: it is recorded as typed."""
    pages.field(dialog, words("Address of the publication")).fill("https://mon-essai.example/machine")
    dialog.get_by_role("button", name=words("Read the page")).click()
    dialog.get_by_role("button", name=words("Record it")).click()
    expect(dialog).to_have_count(0)


def expect_focus_on_something_new(page: Page, key: str) -> None:
    """Focus is on another line, or on the heading when none is left; never nowhere."""
    page.wait_for_function(
        """(gone) => {
          const {activeElement: here} = document;
          return here !== document.body && here.dataset.line !== gone && (here.dataset.line || here.tagName === "H2");
        }""",
        arg=key,
    )


def test_on_a_phone_one_thumb_does_it(visit: Visit, house: House) -> None:
    words = Words("fr")
    page = visit("bob", size="phone")
    page.goto(f"/w/{house.workspace}/today")
    pages.settled(page, words)
    page.get_by_role("button", name=words("Add a task")).click()
    dialog = page.get_by_role("dialog")
    pages.field(dialog, words("What is to be done")).fill("Acheter des timbres")
    dialog.get_by_role("button", name=words("Write down")).click()
    line = page.get_by_role("listitem").filter(has_text="Acheter des timbres")
    done = line.get_by_role("button", name=re.compile(words("Done", context="a task")))
    for button in (done, line.get_by_role("button").last):
        box = button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= LARGE
    assert pages.wider_than_the_window(page) == []

    line.get_by_role("button").last.click()
    page.get_by_role("menuitem", name=re.compile(rf"^{words('Tomorrow')}")).click()
    expect(page.get_by_role("region", name=words("This week")).get_by_text("Acheter des timbres")).to_be_visible()
    done.click()
    expect(line).to_have_count(0)
    page.reload()
    pages.settled(page, words)
    expect(line).to_have_count(0)
