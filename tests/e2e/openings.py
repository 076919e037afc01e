"""What can be opened on top of a screen: dialogs, sheets, menus; and how."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.e2e import pages
from tests.e2e.words import Words


@dataclass(frozen=True)
class Opening:
    """The presses that open it, one after the other: role and name, in the interface's own words.

    A role may say within which other it is looked for: "cell button"; "text" takes what is written instead of the name.
    """

    path: str
    presses: tuple[tuple[str, str], ...] = ()
    role: str = "dialog"

    def __str__(self) -> str:
        return " > ".join([self.path.removeprefix("/w/{slug}"), *(name for _role, name in self.presses)])

    def open(self, page: Page, words: Words) -> Locator:
        """Press what opens it on the screen, which is loaded; return it, complete."""
        for role, name in self.presses:
            *within, last = role.split()
            place = page.get_by_role(within[0]) if within else page  # type: ignore[arg-type]
            wanted = words.pattern(name)
            found = place.get_by_text(wanted) if last == "text" else place.get_by_role(last, name=wanted)  # type: ignore[arg-type]
            found.first.click()
        opened = page.get_by_role(self.role)  # type: ignore[arg-type]
        expect(opened).to_be_visible()
        pages.settled(page, words)
        return opened


def _menu(path: str, *presses: tuple[str, str]) -> Opening:
    return Opening(f"/w/{{slug}}/{path}", presses, "menu")


def _dialog(path: str, *presses: tuple[str, str]) -> Opening:
    return Opening(f"/w/{{slug}}/{path}", presses)


_ALL = ("checkbox", "Select all rows shown")
_CHANNEL = ("button", "Actions for {name}")
_SENDING = ("button", "More about the sending to {name}")

OPENINGS = (
    _menu("settings/profile", ("button", "Your menu: {name}")),
    _menu("settings/profile", ("button", "Switch workspace. Current:")),
    _menu("creators", ("button", "Add")),
    _menu("creators", ("button", "Export")),
    _dialog("creators", ("button", "Columns")),
    _dialog("creators", ("button", "Add"), ("menuitem", "Add a creator")),
    _dialog("creators", ("button", "Views"), ("menuitem", "Save as a new view…")),
    _dialog("creators", ("button", "Audience")),
    _dialog("creators", ("button", "More")),
    _dialog("creators", _ALL, ("button", "Add to a campaign")),
    _dialog("creators", _ALL, ("button", "Tag")),
    _dialog("creators/{creator}", ("button", "Edit")),
    _menu("creators/{creator}", _CHANNEL),
    _dialog("creators/{creator}", _CHANNEL, ("menuitem", "Type the numbers")),
    _dialog("campaigns", ("button", "New campaign")),
    _dialog("campaigns/{campaign}", ("button", "More about {name}"), ("menuitem", "Edit the campaign")),
    _dialog("campaigns/{campaign}", ("button", "Add a creator to {name}")),
    _menu("campaigns/{campaign}", ("button", "Move {name} to…")),
    _dialog("campaigns/{campaign}?card={card}"),
    _dialog("sendings?add=0"),
    _menu("sendings", _SENDING),
    _dialog("sendings?state=%5B%22sent%22%5D", _SENDING, ("menuitem", "On another day…")),
    _dialog("sendings?state=%5B%22prepared%22%5D", ("cell text", "Mark sent")),
    _dialog("sendings?state=%5B%22prepared%22%5D", _ALL, ("button", "{verb} ({count})")),
    _dialog("sendings?sending={sending}"),
    _dialog("creators/{creator}?quick=send"),
    _dialog("sendings/products", ("button", "New product")),
    _menu("sendings/products", ("button", "More about {name}")),
    _dialog("sendings/products", ("cell button", "Stock")),
    _dialog("coverage?add=0"),
    _dialog("coverage?piece={piece}"),
    _dialog("settings/brands", ("button", "Add a brand")),
    _dialog("settings/members", ("button", "Invite someone")),
    _dialog("settings/members", ("button", "Remove {name}")),
    _dialog("settings/stages", ("button", "Add a stage")),
    _dialog("settings/api-keys", ("button", "Make a key")),
)
