"""Takes the pictures of the user guide: `make screenshots` writes docs/images/<screen>-<language>.png.

A throw-away database is filled with the sample workspace and served as the browser tests do it; nothing of yours is
touched. One person reads French, another English; both look at the same things. Names of screens as arguments take
those alone.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import django
from playwright.sync_api import APIRequestContext, Browser, Page, ViewportSize, expect, sync_playwright

from relais.kit.embedded_postgres import running
from tests.e2e import browser as browsers
from tests.e2e import pages
from tests.e2e.words import Words

django.setup()

from tests.e2e.house import House, furnished  # noqa: E402 - it reaches models

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "images"
SIZE: ViewportSize = {"width": 1440, "height": 900}
PATIENCE = 60_000  # milliseconds
READERS = {"en": ("emily", "en-GB"), "fr": ("alice", "fr-FR")}
# Text in shades of grey, not of colours, makes pictures a third smaller.
ARGUMENTS = (*browsers.arguments(), "--disable-lcd-text")
LIST = """Nom;Blog;E-mail;Ville;Étiquettes
Manon Ribeiro;https://www.carnetdemanon.example/;manon@carnetdemanon.example;Rennes;couture
Bastien Roche;https://bastien-cuisine.example/blog;bonjour@bastien-cuisine.example;Lyon;cuisine
Ines Delcourt;https://www.filsetcouleurs.example/;;Lille;couture
Oliver Hart;https://slowmornings.example/;oliver@slowmornings.example;Bristol;maison
"""


def main() -> None:
    """Take every picture, in both languages."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    expect.set_options(timeout=PATIENCE)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "postgres"
        with running(home, careless=True) as cluster:
            try:
                with furnished(cluster.url(), Path(folder)) as house, sync_playwright() as playwright:
                    path = str(browsers.find_or_install())
                    browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
                    for language in READERS:
                        take_all(browser, house, language)
                    browser.close()
            finally:
                elsewhere = cluster.folder  # as root the data may have settled outside of the folder
        shutil.rmtree(elsewhere, ignore_errors=True)


def take_all(browser: Browser, house: House, language: str) -> None:
    """Take the pictures of one language."""
    person, locale = READERS[language]
    context = browser.new_context(
        base_url=house.url, locale=locale, viewport=SIZE, color_scheme="light", timezone_id="Europe/Paris",
        reduced_motion="reduce",
    )  # fmt: skip
    context.add_cookies([{"name": "sessionid", "value": house.sessions[person], "url": house.url}])
    page, words = context.new_page(), Words(language)
    for name, path in screens(context.request, house):
        if sys.argv[1:] and name not in sys.argv[1:]:
            continue
        page.goto(f"/w/{house.workspace}/{path}")
        pages.settled(page, words)
        if name == "import":
            choose_a_list(page)
        save(page, f"{name}-{language}")
    context.close()


def screens(api: APIRequestContext, house: House) -> Iterator[tuple[str, str]]:
    """Yield the name of each picture, and the path of its screen inside the workspace."""
    creator = first(api, house, "creators/?order=-followers&tier=micro&page_size=1")
    campaign = first(api, house, "campaigns/?q=printemps&page_size=1")
    yield "board", f"campaigns/{campaign}"
    yield "creators", "creators"
    yield "creator", f"creators/{creator}"
    yield "import", "creators/import"
    yield "sendings", "sendings"
    yield "coverage", "coverage"
    yield "settings", "settings/stages"


def first(api: APIRequestContext, house: House, path: str) -> int:
    """Return the id of the first one listed there."""
    return int(api.get(f"/api/v1/workspaces/{house.workspace}/{path}").json()["results"][0]["id"])


def choose_a_list(page: Page) -> None:
    """Give the import page a small list, so that the picture shows what it makes of it."""
    page.locator("input[type=file]").set_input_files(
        {"name": "blogs.csv", "mimeType": "text/csv", "buffer": LIST.encode()}
    )
    expect(page.get_by_text("Manon Ribeiro").first).to_be_visible()
    page.wait_for_load_state("networkidle")


def save(page: Page, name: str) -> None:
    """Take the picture once nothing is being fetched or drawn."""
    page.wait_for_load_state("networkidle")
    expect(page.locator(".mantine-Skeleton-root")).to_have_count(0)
    page.evaluate("document.fonts.ready")
    path = IMAGES / f"{name}.png"
    page.screenshot(path=path, animations="disabled", caret="hide")
    sys.stdout.write(f"{path.name}: {path.stat().st_size // 1000} kB\n")


if __name__ == "__main__":
    main()
