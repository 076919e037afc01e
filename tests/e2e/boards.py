"""A board of one's own in the furnished house, and how cards are moved on it."""

import re
from dataclasses import dataclass
from uuid import uuid4

from playwright.sync_api import Locator, Page, expect

from relais.campaigns.rules import DEFAULT_STAGES
from tests.e2e.house import House
from tests.e2e.words import Words

#: The columns every workspace begins with, as people read them.
STAGES = {
    "fr": [stage.label_fr for stage in DEFAULT_STAGES],
    "en": [stage.label_en for stage in DEFAULT_STAGES],
}
HELD = re.compile("true")


@dataclass(frozen=True)
class Board:
    """A campaign whose cards all wait in the first column, from top to bottom in the order of `people`."""

    campaign: int
    name: str
    path: str
    people: list[str]
    cards: list[int]


def make_board(house: House, people: int = 3) -> Board:
    """Start a campaign with so many creators, whom no other test knows."""
    mark = uuid4().hex[:6]
    names = [f"Noé {chr(ord('A') + number)}-{mark}" for number in range(people)]
    brand = house.call("GET", "brands/")["results"][0]["id"]
    campaign = house.call("POST", "campaigns/", {"brand": brand, "name": f"Essai {mark}", "kind": "gifting"})["id"]
    ids = [house.call("POST", "creators/", {"name": name})["id"] for name in names]
    stage = house.call("GET", f"campaigns/{campaign}/board/")["stages"][0]["id"]
    # The newest card goes on top.
    cards = [
        house.call("POST", "participations/", {"campaign": campaign, "creator": creator, "stage": stage})["id"]
        for creator in reversed(ids)
    ]
    return Board(campaign, f"Essai {mark}", f"/w/{house.workspace}/campaigns/{campaign}", names, cards[::-1])


def column(page: Page, stage: str) -> Locator:
    return page.get_by_role("region", name=stage, exact=True)


def card(page: Page | Locator, name: str) -> Locator:
    """Return the link that a card is known by."""
    return page.get_by_role("link", name=name, exact=True)


def grab(page: Page, name: str) -> None:
    """Take a card with the mouse and hold it."""
    box = card(page, name).locator("xpath=ancestor::li").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 60, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + 70, box["y"] + 66, steps=4)
    expect(page.locator("[data-dragging]").first).to_be_visible()


def drop(page: Page, stage: str) -> None:
    """Let the card fall on the free part of a column."""
    target = column(page, stage)
    box = target.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] - 40, steps=8)
    expect(target).to_have_attribute("data-over", HELD)
    page.mouse.up()


def move_by_menu(page: Page, words: Words, name: str, stage: str) -> None:
    page.get_by_role("button", name=words("Move {name} to…", name=name), exact=True).click()
    page.get_by_role("menuitem", name=stage, exact=True).click()


def said(page: Page, text: str) -> Locator:
    """Return the message at the edge of the screen that says so."""
    return page.get_by_role("alert").filter(has_text=text)
