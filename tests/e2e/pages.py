"""What people do on the pages, found by role and name as people find it."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.e2e.words import Words


def settled(page: Page, words: Words) -> Locator:
    """Wait until nothing is loading any more; return the heading of the page."""
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_be_visible()
    expect(page.get_by_text(words("Loading"), exact=True)).to_have_count(0)
    expect(page.get_by_label(words("Loading"), exact=True)).to_have_count(0)
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    return heading


def field(page: Page | Locator, label: str) -> Locator:
    """Return the field with that label; a required one shows a star behind it."""
    return page.get_by_label(re.compile(rf"^{re.escape(label)}( \*)?$"))


def sign_in(page: Page, words: Words, email: str, password: str) -> None:
    """Fill in the sign-in page and send it."""
    field(page, words("E-mail")).fill(email)
    field(page, words("Password")).fill(password)
    page.get_by_role("button", name=words("Sign in"), exact=True).click()


def scrolls_sideways(page: Page) -> bool:
    """Whether the page itself, not a part of it, is wider than the window."""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
