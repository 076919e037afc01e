"""Every screen, in both themes and both languages: nothing axe objects to, nothing the browser complains of."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import pages
from tests.e2e.conftest import Visit
from tests.e2e.house import House
from tests.e2e.screens import INSIDE, OUTSIDE, Screen
from tests.e2e.words import Words

READERS = {"fr": "alice", "en": "emily"}
AXE = """async () => {
  // The colours of another theme come by transitions, one inside the other, however short.
  const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  do await frame(); while (document.getAnimations().length > 0);
  return (await axe.run({resultTypes: ["violations"]})).violations.map(
    ({id, nodes}) => `${id}: ${nodes.map(({target, failureSummary}) => `${target} ${failureSummary}`).join(" | ")}`);
}"""


def objections(page: Page) -> list[Any]:
    """Return what axe objects to on the page as it stands, in light and in dark."""
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", scheme)
        found += [f"{scheme}: {violation}" for violation in page.evaluate(AXE)]
    return found


def check(page: Page, words: Words, screen: Screen) -> None:
    heading = pages.settled(page, words)
    if screen.heading:
        expect(heading).to_have_text(words(screen.heading))
    expect(page).to_have_title(f"{heading.inner_text()} · Relais")
    expect(page.locator("html")).to_have_attribute("lang", words.language)
    assert "\n".join(objections(page)) == ""


@pytest.mark.parametrize("screen", OUTSIDE, ids=lambda screen: screen.path)
def test_before_signing_in(visit: Visit, axe: str, words: Words, screen: Screen) -> None:
    page = visit(language=words.language)
    page.add_init_script(axe)
    page.goto(screen.path)
    check(page, words, screen)


@pytest.mark.parametrize("screen", INSIDE, ids=lambda screen: screen.path)
def test_in_the_workspace(visit: Visit, house: House, axe: str, words: Words, screen: Screen) -> None:
    page = visit(READERS[words.language])
    page.add_init_script(axe)
    page.goto(screen.path.format(slug=house.workspace))
    check(page, words, screen)
