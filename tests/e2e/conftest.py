"""What the browser tests share: a browser, a Relais full of sample data, and people who look at it.

Playwright's synchronous interface keeps an event loop running in its thread, which would break other tests in the same
process. So here it lives for one module, and nothing of it touches the ORM: tests speak to Relais through the browser.
"""

from collections.abc import Iterator
from typing import Any, Protocol

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    WebError,
    expect,
    sync_playwright,
)

from tests.deploy.conftest import a_database
from tests.e2e import browser as browsers
from tests.e2e.house import House, furnished
from tests.e2e.words import Words

SIZES = {"desk": (1440, 900), "phone": (390, 844)}
PATIENCE = 30_000  # milliseconds: only what never comes takes that long
LOCALES = {"fr": "fr-FR", "en": "en-GB"}
LANGUAGES = {"alice": "fr", "bob": "fr", "dora": "fr", "emily": "en"}


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the browser that was found, quietly; a red result with advice when there is none."""
    executable = browsers.find_or_install()
    return {**browser_type_launch_args, "executable_path": str(executable), "args": browsers.arguments()}


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="module")
def browser(playwright: Playwright, browser_type_launch_args: dict[str, Any]) -> Iterator[Browser]:
    started = playwright.chromium.launch(**browser_type_launch_args)
    yield started
    started.close()


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, Any]:
    """Look with no animation, so that what is seen has settled; at French hours."""
    return {"reduced_motion": "reduce", "timezone_id": "Europe/Paris"}


@pytest.fixture(scope="session")
def house(database_server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Return a running Relais with the sample workspace, one for each process of the test run."""
    with (
        a_database(database_server) as database,
        furnished(database, tmp_path_factory.mktemp("house"), places=True) as found,
    ):
        yield found


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """Collect what the browser complains of; a test that ends with any fails, unless it took them out as expected."""
    heard: list[str] = []
    yield heard
    assert heard == []


class Look(Protocol):
    """Open a browser that knows nobody: `look(url, "fr")`."""

    def __call__(self, url: str, language: str, *, size: str = "desk", **more: Any) -> BrowserContext: ...


@pytest.fixture
def look(new_context: Any, complaints: list[str]) -> Look:
    def open_context(url: str, language: str, *, size: str = "desk", **more: Any) -> BrowserContext:
        width, height = SIZES[size]
        context: BrowserContext = new_context(
            base_url=url,
            locale=LOCALES[language],
            viewport={"width": width, "height": height},
            has_touch=size == "phone",
            is_mobile=size == "phone",
            **more,
        )
        listen(context, complaints)
        return context

    return open_context


class Visit(Protocol):
    """Open a browser of somebody's own: `visit("alice")` is signed in, `visit(None, language="en")` is not."""

    def __call__(
        self, person: str | None = None, *, language: str = "fr", size: str = "desk", scheme: Any = "light"
    ) -> Page: ...


@pytest.fixture
def visit(house: House, look: Look) -> Visit:
    def open_browser(
        person: str | None = None, *, language: str = "fr", size: str = "desk", scheme: Any = "light"
    ) -> Page:
        context = look(house.url, LANGUAGES.get(person or "", language), size=size, color_scheme=scheme)
        if person:
            context.add_cookies([{"name": "sessionid", "value": house.sessions[person], "url": house.url}])
        return context.new_page()

    return open_browser


def listen(context: BrowserContext, complaints: list[str]) -> None:
    """Write down every error and warning of the console, what a content security policy refused included."""

    def hear(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            complaints.append(f"{message.text} ({message.location.get('url', '')})")

    def hear_error(error: WebError) -> None:
        complaints.append(str(error.error))

    context.on("console", hear)
    context.on("weberror", hear_error)


@pytest.fixture(params=["fr", "en"])
def words(request: pytest.FixtureRequest) -> Words:
    """Return the words of the interface, in one language after the other."""
    return Words(request.param)
