"""From the first visit of an empty Relais to published coverage, as one person goes it in a browser."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.blogs import Web, serving
from tests.deploy.conftest import a_database
from tests.deploy.relais import empty
from tests.e2e import axe, pages
from tests.e2e.boards import STAGES, card, column, drop, grab, move_by_menu, said
from tests.e2e.conftest import Look
from tests.e2e.screens import FIRST
from tests.e2e.words import Words

PLACE = {"fr": ("Zurich", "CHF"), "en": ("London", "GBP")}
PEOPLE = ("Agathe Morel", "Camille Lefèvre", "Théo Blanc")
CAMPAIGN, BRAND, PRODUCT = "Box de printemps", "Maison Olivier", "Coffret lavande"
ARTICLE = "Trois semaines avec le coffret"


@dataclass(frozen=True)
class Journey:
    """Somebody's browser, what the interface says to them, and the web around."""

    page: Page
    words: Words
    web: Web

    def button(self, text: str, within: Locator | None = None) -> Locator:
        return (within or self.page).get_by_role("button", name=self.words(text), exact=True)

    def link(self, text: str, within: Locator | None = None) -> Locator:
        return (within or self.page).get_by_role("link", name=self.words(text), exact=True)

    def field(self, text: str, within: Locator | None = None) -> Locator:
        return pages.field(within or self.page, self.words(text)).first

    def dialog(self, text: str, **values: str) -> Locator:
        return self.page.get_by_role("dialog", name=self.words(text, **values))

    def choose(self, field: Locator, text: str) -> None:
        """Type into a field that offers a list, and take what it finds."""
        field.fill(text)
        self.page.get_by_role("option", name=re.compile(re.escape(text))).first.click()

    def go(self, text: str) -> None:
        """Open a place by the navigation."""
        self.link(text, self.page.get_by_role("navigation", name=self.words("Main"))).click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text(self.words(text))
        pages.settled(self.page, self.words)

    def fact(self, within: Locator, text: str) -> Locator:
        """Return the value beside a name."""
        name = self.page.get_by_role("term").filter(has_text=re.compile(f"^{re.escape(self.words(text))}$"))
        return within.locator("div").filter(has=name).last.get_by_role("definition")


@pytest.fixture
def journey(tmp_path: Path, database_server: str, look: Look, words: Words) -> Iterator[Journey]:
    with (
        serving() as web,
        a_database(database_server) as database,
        empty(tmp_path, DATABASE_URL=database) as (url, _process),
    ):
        page = look(url, words.language).new_page()
        axe.add_axe(page)
        yield Journey(page, words, web)


def test_from_the_first_visit_to_coverage(journey: Journey, complaints: list[str]) -> None:
    set_up(journey)
    pages.forgive(complaints, 401)  # the page asks who is there, and nobody is yet
    bring_in_a_list(journey)
    refresh_everybody(journey)
    look_at_a_creator(journey)
    start_a_campaign(journey)
    add_everybody(journey)
    move_cards(journey)
    fill_the_catalogue(journey)
    send_a_product(journey)
    record_coverage(journey)


def set_up(journey: Journey) -> None:
    page, words = journey.page, journey.words
    zone, currency = PLACE[words.language]
    page.goto("/")
    heading = pages.settled(page, words)
    expect(heading).to_have_text(words(FIRST.heading or ""))
    expect(page).to_have_url(re.compile(f"{FIRST.path}$"))
    axe.check(page)
    journey.field("Your name").fill("Léa Martin")
    journey.field("E-mail").fill("lea@example.org")
    journey.field("Password").fill("Tournesol-et-lavande-42")
    journey.field("Name of the workspace").fill("Agence Lumière")
    journey.choose(journey.field("Currency"), currency)
    journey.choose(journey.field("Time zone"), zone)
    journey.button("Create the workspace").click()
    expect(heading).to_have_text(words("Your workspace is ready"))
    axe.check(page)
    page.get_by_role("link", name=words("Import a list")).click()


def bring_in_a_list(journey: Journey) -> None:
    """Import a spreadsheet with a column whose name nobody could guess."""
    page, words, web = journey.page, journey.words, journey.web
    lines = ["Nom;Blog;Trouvé où"]
    for number, name in enumerate(PEOPLE):
        blog = web.put_blog(f"/b{number}/", title=f"Carnet de {name.split()[0]}", author=name)
        lines.append(f"{name};{blog};Lyon")
    file = FilePayload(name="blogueurs.csv", mimeType="text/csv", buffer="\n".join(lines).encode())
    with page.expect_file_chooser() as chooser:
        journey.button("Choose a file").click()
    chooser.value.set_files(file)

    preview = page.get_by_role("region", name=words("First rows of the file"))
    expect(preview.get_by_text(words("added", context="what becomes of a row"))).to_have_count(len(PEOPLE))
    journey.choose(preview.get_by_label(words("What “{name}” holds", name="Trouvé où")).first, words("City"))
    expect(preview).to_have_attribute("aria-busy", "false")
    page.get_by_role("button", name=re.compile(rf"\b{len(PEOPLE)}\b")).click()
    expect(page.get_by_role("status").filter(has_text=words("Done"))).to_be_visible()
    expect(journey.fact(page.get_by_role("main"), "Added")).to_have_text(str(len(PEOPLE)))
    journey.link("See the creators").click()
    expect(page.get_by_role("table").get_by_role("link")).to_have_count(len(PEOPLE))


def refresh_everybody(journey: Journey) -> None:
    """Ask for fresh numbers of everybody, and see the run end."""
    page, words, all_of_them = journey.page, journey.words, str(len(PEOPLE))
    page.get_by_label(words("Select all rows shown")).check()
    journey.button("Refresh").click()
    expect(said(page, words("Refresh started: {channels} channels", channels=all_of_them))).to_be_visible()
    page.goto(page.url.replace("/creators", "/refresh"))
    run = page.get_by_role("main").get_by_role("listitem")
    expect(run).to_contain_text(words("{doneCount} of {totalCount}", doneCount=all_of_them, totalCount=all_of_them))
    expect(run.get_by_role("status")).to_have_text(words("Done"))


def look_at_a_creator(journey: Journey) -> None:
    """What the feed tells has its source and age; what it never tells is typed, and drawn."""
    page, words = journey.page, journey.words
    journey.go("Creators")
    page.get_by_role("table").get_by_role("link", name=PEOPLE[0]).click()
    pages.settled(page, words)
    glance = page.get_by_role("region", name=words("At a glance"))
    channels = page.get_by_role("region", name=words("Channels"))
    expect(channels).to_contain_text(words("feed"))
    expect(journey.fact(channels, "Posts a month")).not_to_contain_text("—")
    expect(journey.fact(glance, "Followers")).to_contain_text("—")
    for weeks, followers in ((1, "5200"), (3, "5000")):
        type_numbers(journey, datetime.now(UTC).date() - timedelta(weeks=weeks), followers)
    # The newer ones count, whichever was typed first.
    expect(journey.fact(glance, "Followers")).to_contain_text(re.compile("5[.,]2"))
    expect(channels).to_contain_text(words("typed by hand"))
    journey.fact(channels, "Followers").locator("[tabindex]").hover()
    expect(page.get_by_role("tooltip")).to_contain_text(words("Source: {source}", source=words("typed by hand")))
    expect(page.get_by_role("tooltip")).to_contain_text(words("Taken {age} ({date})").split("{", maxsplit=1)[0])
    drawn = words("Followers by week; the same numbers are in the table.")
    expect(page.get_by_role("img", name=drawn)).to_be_visible()
    journey.button("Show as a table").click()
    table = page.get_by_label(words("Followers by week"), exact=True)
    expect(table.get_by_role("row")).not_to_have_count(0)
    expect(table).to_contain_text(re.compile("5.?000"))


def type_numbers(journey: Journey, day: date, followers: str) -> None:
    page, words = journey.page, journey.words
    page.get_by_role("button", name=words.pattern("Actions for {name}")).click()
    page.get_by_role("menuitem", name=words("Type the numbers")).click()
    dialog = page.get_by_role("dialog", name=words.pattern("Numbers of {name}"))
    journey.field("Day", dialog).fill(f"{day:%d/%m/%Y}" if words.language == "fr" else f"{day.day} {day:%b %Y}")
    journey.field("Followers", dialog).fill(followers)
    journey.button("Note the numbers", dialog).click()
    expect(dialog).to_have_count(0)


def start_a_campaign(journey: Journey) -> None:
    page, words = journey.page, journey.words
    journey.go("Campaigns")
    journey.button("New campaign").first.click()
    dialog = journey.dialog("New campaign")
    journey.field("Name", dialog).fill(CAMPAIGN)
    journey.field("Brand", dialog).fill(BRAND)
    journey.button("Add", dialog).click()
    expect(journey.button("Add", dialog)).to_have_count(0)
    expect(journey.field("Brand", dialog)).to_have_value(BRAND)
    journey.button("Create the campaign", dialog).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(CAMPAIGN)
    expect(page.get_by_role("heading", name=words("No creator in this campaign yet"))).to_be_visible()


def add_everybody(journey: Journey) -> None:
    """Bring all the creators into the campaign from their list, at once."""
    page, words = journey.page, journey.words
    journey.link("Choose from the list").click()
    pages.settled(page, words)
    page.get_by_label(words("Select all rows shown")).check()
    journey.button("Add to a campaign").click()
    dialog = journey.dialog("Add to a campaign")
    journey.choose(journey.field("Campaign", dialog), CAMPAIGN)
    journey.button("Add", dialog).click()
    expect(said(page, words("{added} added to the campaign", added=str(len(PEOPLE))))).to_be_visible()


def open_the_board(journey: Journey) -> None:
    journey.go("Campaigns")
    journey.page.get_by_role("link", name=CAMPAIGN).click()
    pages.settled(journey.page, journey.words)


def move_cards(journey: Journey) -> None:
    """One by mouse, one by menu."""
    page, words = journey.page, journey.words
    stages = STAGES[words.language]
    open_the_board(journey)
    expect(column(page, stages[0]).get_by_role("listitem")).to_have_count(len(PEOPLE))
    dragged, chosen, _rest = PEOPLE
    grab(page, dragged)
    drop(page, stages[1])
    expect(said(page, words("{name} is now in {stage}.", name=dragged, stage=stages[1]))).to_be_visible()
    move_by_menu(page, words, chosen, stages[3])
    expect(said(page, words("{name} is now in {stage}.", name=chosen, stage=stages[3]))).to_be_visible()
    expect(card(column(page, stages[1]), dragged)).to_be_visible()
    expect(card(column(page, stages[3]), chosen)).to_be_visible()


def fill_the_catalogue(journey: Journey) -> None:
    page, words = journey.page, journey.words
    _zone, currency = PLACE[words.language]
    journey.go("Sendings")
    journey.link("Products").click()
    journey.button("New product").first.click()
    dialog = journey.dialog("New product")
    journey.field("Name", dialog).fill(PRODUCT)
    journey.field("SKU", dialog).fill("MO-1")
    journey.field("Public value", dialog).fill("54")
    journey.button("Add", dialog).click()
    row = page.get_by_role("row").filter(has_text=PRODUCT)
    expect(row).to_contain_text({"CHF": "CHF", "GBP": "£54"}[currency])
    journey.button("Stock", row).click()
    stock = journey.dialog("Stock of {name}", name=PRODUCT)
    stock.get_by_label(words("Pieces", context="stock")).fill("5")
    journey.button("Note the move", stock).click()
    expect(stock.get_by_role("list", name=words("Stock moves"))).to_contain_text("+5")
    page.keyboard.press("Escape")
    expect(row).to_contain_text("5")


def card_sheet(journey: Journey) -> Locator:
    return journey.page.get_by_role("dialog").filter(has_text=journey.words("Sendings and coverage"))


def send_a_product(journey: Journey) -> None:
    page, words = journey.page, journey.words
    open_the_board(journey)
    card(page, PEOPLE[1]).click()
    sheet = card_sheet(journey)
    journey.link("Send a product", sheet).click()
    dialog = journey.dialog("New sending")
    journey.choose(dialog.get_by_label(words("Product"), exact=True).first, PRODUCT)
    journey.button("Note the sending", dialog).click()
    expect(said(page, words("The sending to {name} is noted.", name=PEOPLE[1]))).to_be_visible()
    expect(sheet.get_by_role("link", name=PRODUCT)).to_be_visible()


def record_coverage(journey: Journey) -> None:
    """From the open card, the article's address is enough; the card and the list of coverage show it."""
    page, words = journey.page, journey.words
    day = datetime.now(UTC) - timedelta(days=2)
    url = journey.web.put_article("/b1/avis", title=ARTICLE, author=PEOPLE[1], site="Carnet de Camille", day=day)
    sheet = card_sheet(journey)
    journey.link("Add coverage", sheet).click()
    dialog = journey.dialog("Add coverage by {0}", **{"0": PEOPLE[1]})
    journey.field("Address of the publication", dialog).fill(url)
    journey.button("Read the page", dialog).click()
    expect(journey.field("Title", dialog)).to_have_value(ARTICLE)
    expect(journey.field("Author", dialog)).to_have_value(PEOPLE[1])
    expect(journey.field("Creator", dialog)).to_have_value(PEOPLE[1])
    expect(journey.field("Published on", dialog)).to_have_value(re.compile(str(day.year)))
    journey.button("Record it", dialog).click()
    expect(said(page, words("The publication is recorded."))).to_be_visible()
    expect(sheet.get_by_role("link", name=ARTICLE)).to_be_visible()
    page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)

    journey.go("Coverage")
    page.get_by_role("table").get_by_role("link", name=ARTICLE).click()
    expect(page.get_by_role("dialog", name=ARTICLE)).to_contain_text(CAMPAIGN)
