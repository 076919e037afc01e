"""From the cells of a row to what it says of a person, and what is wrong with it. Nothing is stored here."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from relais.creators.actions.contacts import normalise
from relais.creators.imports import words
from relais.creators.imports.fields import Field
from relais.creators.imports.handles import address_of
from relais.creators.imports.problems import ROW, problem
from relais.creators.models import Creator, PostalAddress
from relais.creators.rules import ContactKind, CreatorKind, domain_of_blog
from relais.kit.text import fold
from relais.sources.actions import identify
from relais.sources.addresses import platform_of
from relais.sources.errors import UnrecognisedUrlError
from relais.sources.rules import Platform
from scrapers.model import ProfileRef

MOST_CHANNELS = MOST_CONTACTS = 50
MOST_TAGS = 100
TAG_LENGTH, EMAIL_LENGTH, URL_LENGTH, KEY_LENGTH = 60, 320, 2_000, 500
#: Fewest digits of a phone number, most characters of one.
PHONE_DIGITS, PHONE_LENGTH = 5, 40
#: What people write into a cell that has no value.
NOTHING = frozenset(
    {"-", "–", "—", "?", "n/a", "na", "n.a.", "nc", "n.c.", "/", "x", "null", "none", "aucun", "aucune"}
)
#: What may be the same as nothing but can be a name.
_KEPT_AS_WRITTEN = frozenset({Field.NAME, Field.FIRST_NAME, Field.LAST_NAME, Field.NOTES, Field.TAGS})

_ADDRESSES = re.compile(r"[\s;|]+|,\s+|,(?=https?:)")
_MAILS = re.compile(r"[\s;,|/]+")
#: Stands around an address, never in it.
_AROUND_MAIL = "<>()[]{}.:\"'"
#: Between two addresses.
_AND = frozenset({"et", "ou", "and", "or", "&"})
_TAGS = re.compile(r"[;,|\n]+")
_PLAIN = {
    Field.PREFERRED_NAME: "preferred_name", Field.CITY: "city", Field.BIOGRAPHY: "biography",
}  # fmt: skip
_CODED: Mapping[Field, tuple[str, Callable[[str], str]]] = {
    Field.KIND: ("kind", words.kind),
    Field.LANGUAGE: ("language", words.language),
    Field.COUNTRY: ("country", words.country),
    Field.ADDRESS_FORM: ("address_form", words.address_form),
    Field.STATUS: ("relationship_status", words.status),
}
_POSTAL = {
    Field.ADDRESS: "line1", Field.ADDRESS2: "line2", Field.POSTCODE: "postcode", Field.REGION: "region",
}  # fmt: skip

Contact = tuple[str, str, str]


@dataclass(slots=True)
class Wanted:
    """What a row says of one person. `contacts` are `(kind, value, normalised)`."""

    columns: dict[str, Any] = field(default_factory=dict)
    channels: list[ProfileRef] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    address: dict[str, str] | None = None
    #: Column that said it, for channels.
    channel_columns: dict[ProfileRef, str] = field(default_factory=dict)
    has_own_name: bool = True

    @property
    def emails(self) -> list[str]:
        """Addresses that name the person, folded."""
        return [folded for kind, _, folded in self.contacts if kind == ContactKind.EMAIL]


@dataclass(slots=True)
class ReadRow:
    """A row understood; with any problem it is rejected whole, so that nothing of it is lost halfway."""

    wanted: Wanted
    problems: dict[str, list[Any]] = field(default_factory=dict)


@dataclass(slots=True)
class RowReader:
    """Reads rows of one import.

    `mapping` is column index → field, `names` the columns' names, `owners` the members by folded e-mail.
    """

    mapping: Mapping[int, Field]
    names: Sequence[str]
    owners: Mapping[str, int]

    def read(self, cells: Sequence[str]) -> ReadRow:
        """Return what the row says."""
        row = _Reading(self.names, self.owners)
        for column, what in self.mapping.items():
            text = cells[column] if column < len(cells) else ""
            if text and (what in _KEPT_AS_WRITTEN or text.lower() not in NOTHING):
                row.take(column, what, text)
        return row.finish(self.mapping)


class _Reading:
    def __init__(self, names: Sequence[str], owners: Mapping[str, int]) -> None:
        self.names, self.owners = names, owners
        self.wanted = Wanted()
        self.problems: dict[str, list[Any]] = {}
        self.parts: dict[Field, str] = {}
        self.postal: dict[str, str] = {}
        self.notes: list[str] = []
        self.feed, self.feed_column = "", 0

    def take(self, column: int, what: Field, text: str) -> None:
        """Read one cell."""
        if what in _CODED:
            name, read = _CODED[what]
            if value := read(text):
                self.wanted.columns[name] = value
            else:
                self.refuse(column, what, value=text)
        elif what in _PLAIN:
            self.keep(column, _PLAIN[what], text)
        elif what in _POSTAL:
            self.postal[_POSTAL[what]] = self.fitting(column, text, _length(PostalAddress, _POSTAL[what]))
        else:
            getattr(self, f"take_{what}")(column, text)

    def refuse(self, column: int, code: str, **values: Any) -> None:
        """Note what is wrong with a cell."""
        self.problems.setdefault(str(column), []).append(problem(str(code), **values))

    def fitting(self, column: int, text: str, most: int) -> str:
        """Return the text when it is not too long."""
        if len(text) > most:
            self.refuse(column, "too_long", most=most)
            return ""
        return text

    def keep(self, column: int, name: str, text: str) -> None:
        """Keep a column of the person."""
        self.wanted.columns[name] = self.fitting(column, text, _length(Creator, name))

    # -- one cell of each field ----------------------------------------------------------------------

    def take_name(self, column: int, text: str) -> None:
        """Keep the name."""
        self.parts[Field.NAME] = self.fitting(column, " ".join(text.split()), _length(Creator, "name"))

    def take_first_name(self, column: int, text: str) -> None:
        """Keep half the name."""
        self.parts[Field.FIRST_NAME] = self.fitting(column, " ".join(text.split()), _length(Creator, "name") // 2)

    def take_last_name(self, column: int, text: str) -> None:
        """Keep the other half."""
        self.parts[Field.LAST_NAME] = self.fitting(column, " ".join(text.split()), _length(Creator, "name") // 2 - 1)

    def take_notes(self, column: int, text: str) -> None:
        """Keep a note; a column of another name says so."""
        name = self.names[column]
        self.notes.append(text if fold(name) in {"notes", "note"} else f"{name}: {text}")
        if sum(map(len, self.notes)) > _length(Creator, "notes"):
            self.refuse(column, "too_long", most=_length(Creator, "notes"))

    def take_owner(self, column: int, text: str) -> None:
        """Find the member."""
        owner = self.owners.get(fold(text))
        if owner is None:
            self.refuse(column, "owner", value=text)
        else:
            self.wanted.columns["owner_id"] = owner

    def take_tags(self, column: int, text: str) -> None:
        """Split the tags."""
        for tag in filter(None, map(str.strip, _TAGS.split(text))):
            if fold(tag) and self.fitting(column, tag, TAG_LENGTH):
                self.wanted.tags.append(tag)
        if len(self.wanted.tags) > MOST_TAGS:
            self.refuse(column, "too_many", most=MOST_TAGS)

    def take_email(self, column: int, text: str) -> None:
        """Keep each address of the cell."""
        self._mails(column, ContactKind.EMAIL, text)

    def take_agent_email(self, column: int, text: str) -> None:
        """Keep each address of the cell."""
        self._mails(column, ContactKind.AGENT_EMAIL, text)

    def _mails(self, column: int, kind: ContactKind, text: str) -> None:
        for one in _mails_in(text):
            address = one.removeprefix("mailto:").partition("?")[0].strip(_AROUND_MAIL)
            try:
                validate_email(address)
            except ValidationError:
                self.refuse(column, "email", value=one)
                continue
            if self.fitting(column, address, EMAIL_LENGTH):
                self._contact(column, kind, address)

    def take_phone(self, column: int, text: str) -> None:
        """Keep a phone number."""
        if sum(map(str.isdecimal, text)) < PHONE_DIGITS or len(text) > PHONE_LENGTH:
            self.refuse(column, "phone", value=text)
        else:
            self._contact(column, ContactKind.PHONE, text)

    def _contact(self, column: int, kind: ContactKind, value: str) -> None:
        contact = (str(kind), value, normalise(kind, value))
        if not any(had[0] == contact[0] and had[2] == contact[2] for had in self.wanted.contacts):
            self.wanted.contacts.append(contact)
        if len(self.wanted.contacts) > MOST_CONTACTS:
            self.refuse(column, "too_many", most=MOST_CONTACTS)

    def take_channel(self, column: int, text: str) -> None:
        """Keep each blog or profile of the cell."""
        for one in filter(None, _ADDRESSES.split(text)):
            ref = self._ref(column, one)
            if ref is not None and ref not in self.wanted.channel_columns:
                self.wanted.channels.append(ref)
                self.wanted.channel_columns[ref] = str(column)
        if len(self.wanted.channels) > MOST_CHANNELS:
            self.refuse(column, "too_many", most=MOST_CHANNELS)

    def take_feed(self, column: int, text: str) -> None:
        """Keep the feed: of the blog given beside it, or itself the blog's address."""
        if self._ref(column, text) is not None:
            self.feed = text if "//" in text else f"https://{text}"
            self.feed_column = column

    def _ref(self, column: int, text: str) -> ProfileRef | None:
        address = text
        if "/" not in text and "://" not in text:
            address = address_of(text, self.names[column]) or text
        host = address.partition("://")[2] or address
        if "." not in host.partition("/")[0] and not host.startswith("@"):
            self.refuse(column, "url", value=text)
            return None
        if address.startswith("@") and "@" not in address[1:]:
            self.refuse(column, "handle", value=text)
            return None
        return self._identified(column, address, text)

    def _identified(self, column: int, address: str, text: str) -> ProfileRef | None:
        ref = _read_address(address)
        if ref is None:
            self.refuse(column, "url", value=text)
        elif ref.platform == Platform.BLOG and platform_of(address) != Platform.BLOG:
            self.refuse(column, "no_profile", value=text)
            return None
        return ref

    # -- the row as a whole --------------------------------------------------------------------------

    def finish(self, mapping: Mapping[int, Field]) -> ReadRow:
        """Put the parts together."""
        wanted = self.wanted
        self._finish_feed()
        self._finish_address()
        wanted.columns["name"] = self._name()
        if not wanted.columns["name"] and not self.problems:
            named = [str(column) for column, what in mapping.items() if what in {Field.NAME, Field.LAST_NAME}]
            self.problems[named[0] if named else ROW] = [problem("no_name")]
        if self.notes:
            wanted.columns["notes"] = "\n".join(self.notes)
        if "kind" not in wanted.columns and wanted.channels:
            blog = wanted.channels[0].platform == Platform.BLOG
            wanted.columns["kind"] = str(CreatorKind.BLOGGER if blog else CreatorKind.INFLUENCER)
        wanted.columns = {name: value for name, value in wanted.columns.items() if value != ""}
        return ReadRow(wanted, self.problems)

    def _finish_feed(self) -> None:
        if not self.feed:
            return
        blogs = [number for number, ref in enumerate(self.wanted.channels) if ref.platform == Platform.BLOG]
        if blogs:
            ref = self.wanted.channels[blogs[0]]
            self.wanted.channels[blogs[0]] = replace(ref, feed_url=self.feed[:URL_LENGTH])
        elif not self.wanted.channels:
            ref = replace(identify(url=self.feed), feed_url=self.feed[:URL_LENGTH])
            self.wanted.channels.append(ref)
            self.wanted.channel_columns[ref] = str(self.feed_column)

    def _finish_address(self) -> None:
        """Keep a complete postal address; an incomplete one goes to the notes, since no parcel could be sent there."""
        if not any(self.postal.get(part) for part in ("line1", "line2", "postcode")):
            return
        place = self.postal | {name: self.wanted.columns.get(name, "") for name in ("city", "country")}
        if all(place.get(part) for part in ("line1", "postcode", "city", "country")):
            self.wanted.address = place
        else:
            parts = [self.postal.get(part, "") for part in ("line1", "line2", "postcode", "region")]
            self.notes.append(", ".join(filter(None, parts)))

    def _name(self) -> str:
        written = self.parts.get(Field.NAME) or " ".join(
            filter(None, (self.parts.get(Field.FIRST_NAME), self.parts.get(Field.LAST_NAME)))
        )
        if written:
            return written
        self.wanted.has_own_name = False
        if pseudonym := self.wanted.columns.get("preferred_name"):
            self.wanted.has_own_name = True
            return str(pseudonym)
        for ref in self.wanted.channels:
            return (ref.handle or domain_of_blog(ref.key))[: _length(Creator, "name")]
        for _, value, _folded in self.wanted.contacts:
            return value.partition("@")[0][: _length(Creator, "name")]
        return ""


def _read_address(address: str) -> ProfileRef | None:
    if "@" in address.partition("/")[0] and not address.startswith("@"):
        return None  # an e-mail address
    try:
        ref = identify(url=address)
    except UnrecognisedUrlError:
        return None
    return ref if len(ref.url) <= URL_LENGTH and len(ref.key) <= KEY_LENGTH else None


def _mails_in(text: str) -> list[str]:
    """Return the addresses of a cell; beside one in angle brackets, as mail programs copy it, stands a name.

    What holds no address at all is returned whole, to be refused as such.
    """
    parts = [part for part in _MAILS.split(text) if part and part.lower() not in _AND]
    named = [part for part in parts if "@" in part]
    if not named:
        return [text.strip()]
    return named if "<" in text else parts


def _length(model: Any, name: str) -> int:
    return int(model._meta.get_field(name).max_length)
