"""What axe objects to on a page, in light and in dark."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

SOURCE = Path(__file__).resolve().parents[2] / "frontend/node_modules/axe-core/axe.min.js"
RUN = """async () => {
  // The colours of another theme come by transitions, one inside the other, however short.
  const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  do await frame(); while (document.getAnimations().length > 0);
  return (await axe.run({resultTypes: ["violations"]})).violations.map(
    ({id, nodes}) => `${id}: ${nodes.map(({target, failureSummary}) => `${target} ${failureSummary}`).join(" | ")}`);
}"""


def add_axe(page: Page) -> None:
    """Bring it to every document the page will show."""
    page.add_init_script(path=SOURCE)


def check(page: Page) -> None:
    """Fail with what it objects to on the page as it stands."""
    found: list[Any] = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", scheme)
        found += [f"{scheme}: {violation}" for violation in page.evaluate(RUN)]
    page.emulate_media(color_scheme="light")
    if found:
        pytest.fail("\n".join(found))
