"""The columns of the file: first what the import reads back, then what is measured."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale

from relais.creators.exporting.people import Person
from relais.creators.exporting.words import KINDS, STATUSES, TIERS
from relais.creators.imports.fields import LABELS, MEASURED, Field, Measured
from relais.creators.rules import ContactKind
from relais.kit.text import fold

#: Text, a number, a day, or nothing.
Cell = str | int | float | date | None

_POSTAL = {Field.ADDRESS: "line1", Field.ADDRESS2: "line2", Field.POSTCODE: "postcode", Field.REGION: "region"}


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads the file: `language` is "fr" or "en", `zone` the workspace's."""

    language: str
    zone: ZoneInfo

    def country(self, code: str) -> str:
        """Return the name of a country; "" for none."""
        return str(Locale(self.language).territories.get(code, code))

    def language_named(self, code: str) -> str:
        """Return the name of a language; "" for none."""
        return str(Locale(self.language).languages.get(code, code))

    def day(self, at: datetime | None) -> date | None:
        """Return the day of a moment, where the workspace is."""
        return None if at is None else at.astimezone(self.zone).date()


def headings() -> list[str]:
    """Return the names of the columns in the language in use."""
    return [str(LABELS[column] if isinstance(column, Field) else MEASURED[column]) for column in _CELLS]


def cells(person: Person, reader: Reader) -> list[Cell]:
    """Return the line of one person."""
    return [make(person, reader) for make in _CELLS.values()]


def _plain(name: str) -> Callable[[Person, Reader], Cell]:
    return lambda person, _reader: person.row[name]


def _named(name: str, names: Mapping[str, Any]) -> Callable[[Person, Reader], Cell]:
    return lambda person, _reader: str(names.get(person.row[name], ""))


def _contacts(kind: ContactKind) -> Callable[[Person, Reader], Cell]:
    return lambda person, _reader: "; ".join(person.contacts.get(kind, ()))


def _phone(person: Person, _reader: Reader) -> Cell:
    return next(iter(person.contacts.get(ContactKind.PHONE, ())), "")


def _place(person: Person, name: str) -> str:
    # The import takes the town and the country of the address from the person's own columns.
    return person.row[name] or (person.addresses[0][name] if person.addresses else "")


def _fits(person: Person) -> bool:
    if not person.addresses:
        return False
    return all(fold(_place(person, name)) == fold(person.addresses[0][name]) for name in ("city", "country"))


def _postal(name: str) -> Callable[[Person, Reader], Cell]:
    return lambda person, _reader: person.addresses[0][name] if _fits(person) else ""


def _others(person: Person, reader: Reader) -> Cell:
    """Return what no other column holds: further phones and addresses, and one in another town."""
    phones = list(person.contacts.get(ContactKind.PHONE, ()))[1:]
    sites = person.contacts.get(ContactKind.WEBSITE, ())
    left = person.addresses[1 if _fits(person) else 0 :]
    written = [
        ", ".join(
            filter(
                None,
                [
                    place["recipient"], place["line1"], place["line2"], f"{place['postcode']} {place['city']}",
                    place["region"], reader.country(place["country"]),
                ],
            )
        )
        for place in left
    ]  # fmt: skip
    return "\n".join([*phones, *sites, *written])


def _engagement(person: Person, _reader: Reader) -> Cell:
    rate = person.row["engagement_rate"]
    return None if rate is None else round(rate * 100, 2)


_CELLS: dict[Field | Measured, Callable[[Person, Reader], Cell]] = {
    Field.NAME: _plain("name"),
    Field.PREFERRED_NAME: _plain("preferred_name"),
    Field.KIND: _named("kind", KINDS),
    Field.CHANNEL: lambda person, _reader: " ".join(person.channels),
    Field.EMAIL: _contacts(ContactKind.EMAIL),
    Field.AGENT_EMAIL: _contacts(ContactKind.AGENT_EMAIL),
    Field.PHONE: _phone,
    Field.LANGUAGE: lambda person, reader: reader.language_named(person.row["language"]),
    Field.COUNTRY: lambda person, reader: reader.country(_place(person, "country")),
    Field.CITY: lambda person, _reader: _place(person, "city"),
    **{field: _postal(name) for field, name in _POSTAL.items()},
    Field.ADDRESS_FORM: _plain("address_form"),
    Field.STATUS: _named("relationship_status", STATUSES),
    Field.TAGS: lambda person, _reader: "; ".join(person.tags),
    Field.OWNER: lambda person, _reader: person.row["owner__email"] or "",
    Field.BIOGRAPHY: _plain("biography"),
    Field.NOTES: _plain("notes"),
    Measured.NETWORK: _plain("main_platform"),
    Measured.FOLLOWERS: _plain("followers"),
    Measured.REACH: _plain("reach"),
    Measured.ENGAGEMENT: _engagement,
    Measured.SIZE: _named("tier", TIERS),
    Measured.PUBLISHED: lambda person, reader: reader.day(person.row["last_published_at"]),
    Measured.CONTACTED: lambda person, reader: reader.day(person.row["last_contacted_at"]),
    Measured.OTHERS: _others,
}
