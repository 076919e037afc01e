"""What people do on the pages, found by role and name as people find it."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.e2e.screens import Screen
from tests.e2e.words import Words


def settled(page: Page, words: Words) -> Locator:
    """Wait until nothing is loading any more; return the heading of the page."""
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_be_visible()
    expect(page.get_by_text(words("Loading"), exact=True)).to_have_count(0)
    expect(page.get_by_label(words("Loading"), exact=True)).to_have_count(0)
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    return heading


def arrived(page: Page, words: Words, screen: Screen) -> Locator:
    """Wait until a screen is there, complete; return its heading."""
    heading = settled(page, words)
    if screen.heading:
        expect(heading).to_have_text(words(screen.heading))
    return heading


def field(page: Page | Locator, label: str) -> Locator:
    """Return the field with that label; a required one shows a star behind it."""
    return page.get_by_label(re.compile(rf"^{re.escape(label)}( \*)?$"))


def sign_in(page: Page, words: Words, email: str, password: str) -> None:
    """Fill in the sign-in page and send it."""
    field(page, words("E-mail")).fill(email)
    field(page, words("Password")).fill(password)
    page.get_by_role("button", name=words("Sign in"), exact=True).click()


def wider_than_the_window(page: Page) -> list[str]:
    """Return what is cut off at the right or scrolls sideways: the page, its main part, an open dialog."""
    found: list[str] = page.evaluate(
        """() => [document.documentElement, ...document.querySelectorAll("main, [role=dialog]")]
          .filter((part) => part.scrollWidth > part.clientWidth)
          .map((part) => `${part.tagName}: ${part.scrollWidth} > ${part.clientWidth}`)"""
    )
    return found


def forgive(complaints: list[str], *statuses: int) -> None:
    """Take out what the browser says of answers that are meant to be refusals; each must have come."""
    for status in statuses:
        expected = [line for line in complaints if f"the server responded with a status of {status}" in line]
        assert expected, f"nothing was refused with {status}"
        complaints[:] = [line for line in complaints if line not in expected]
