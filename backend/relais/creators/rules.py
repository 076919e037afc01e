"""Plain values of people and channels."""

from collections.abc import Iterable
from enum import StrEnum


class CreatorKind(StrEnum):
    """What a creator is to us."""

    BLOGGER = "blogger"
    INFLUENCER = "influencer"
    JOURNALIST = "journalist"
    AMBASSADOR = "ambassador"
    OTHER = "other"


class AddressForm(StrEnum):
    """How to address the person in French."""

    UNKNOWN = ""
    TU = "tu"
    VOUS = "vous"


class RelationshipStatus(StrEnum):
    """Where the relation stands; set by events, and by hand for good."""

    NEW = "new"
    CONTACTED = "contacted"
    IN_CONVERSATION = "in_conversation"
    PARTNER = "partner"
    DORMANT = "dormant"
    DECLINED = "declined"


class ContactKind(StrEnum):
    """How a person is reached."""

    EMAIL = "email"
    PHONE = "phone"
    AGENT_EMAIL = "agent_email"
    WEBSITE = "website"


class NoteKind(StrEnum):
    """What is written down by hand; all but the first count as having been in touch."""

    NOTE = "note"
    CALL = "call"
    MESSAGE = "message"
    MEETING = "meeting"


class ChannelState(StrEnum):
    """How far the numbers of a channel can be trusted."""

    NEW = "new"
    FRESH = "fresh"
    STALE = "stale"
    BLOCKED = "blocked"
    GONE = "gone"


class Tier(StrEnum):
    """Size of the audience, by followers."""

    NANO = "nano"
    MICRO = "micro"
    MID = "mid"
    MACRO = "macro"
    MEGA = "mega"


#: Lowest number of followers of each tier; below nano there is no tier.
TIER_FLOORS: tuple[tuple[int, Tier], ...] = (
    (1_000_000, Tier.MEGA),
    (250_000, Tier.MACRO),
    (50_000, Tier.MID),
    (10_000, Tier.MICRO),
    (1_000, Tier.NANO),
)


def domain_of_email(address: str) -> str:
    """Return the host that says something about the person; "" for one that everybody uses."""
    host = address.rpartition("@")[2].lower()
    return "" if host in PUBLIC_MAIL else host


def domain_of_blog(key: str) -> str:
    """Return the host of a blog channel's key."""
    return key.partition("/")[0]


def tier_of(followers: int | None) -> Tier | None:
    """Return the tier of that many followers; unknown stays unknown."""
    if followers is None:
        return None
    return next((tier for floor, tier in TIER_FLOORS if followers >= floor), None)


class Event(StrEnum):
    """What happens between us and a person, and moves the status of the relation."""

    CONTACTED = "contacted"
    REPLIED = "replied"
    AGREED = "agreed"
    DECLINED = "declined"


_Status = RelationshipStatus

#: event → status before → status after; a pair that is missing changes nothing.
STATUS_AFTER: dict[Event, dict[RelationshipStatus, RelationshipStatus]] = {
    Event.CONTACTED: {_Status.NEW: _Status.CONTACTED, _Status.DORMANT: _Status.CONTACTED},
    Event.REPLIED: dict.fromkeys(
        (_Status.NEW, _Status.CONTACTED, _Status.DORMANT, _Status.DECLINED), _Status.IN_CONVERSATION
    ),
    Event.AGREED: {before: _Status.PARTNER for before in _Status if before is not _Status.PARTNER},
    Event.DECLINED: dict.fromkeys((_Status.NEW, _Status.CONTACTED, _Status.IN_CONVERSATION), _Status.DECLINED),
}


#: From the least to the most binding: of two, the later one holds for the person they turn out to be.
_STRICTNESS = (_Status.NEW, _Status.DORMANT, _Status.CONTACTED, _Status.IN_CONVERSATION, _Status.PARTNER)


def joined_status(ours: tuple[str, bool], theirs: tuple[str, bool]) -> tuple[str, bool]:
    """Return the status, and whether it is by hand, of one person who was two.

    A refusal always holds; else what was set by hand, ours first; else the farther.
    """
    both = (ours, theirs)
    for one in both:
        if one[0] == RelationshipStatus.DECLINED:
            return one[0], any(by_hand for status, by_hand in both if status == RelationshipStatus.DECLINED)
    for one in both:
        if one[1]:
            return one
    return max(both, key=lambda one: _STRICTNESS.index(RelationshipStatus(one[0])))


class Facet(StrEnum):
    """What the list filters on exactly, kept as tokens `facet:value` in one indexed array."""

    PLATFORM = "platform"
    COUNTRY = "country"
    LANGUAGE = "language"
    TIER = "tier"
    STATUS = "status"
    KIND = "kind"
    TAG = "tag"
    OWNER = "owner"
    LIST = "list"


#: Value of a facet that has none but can be asked for: nobody owns the person.
NOBODY = "none"


def token(facet: Facet, value: object) -> str:
    """Return how a facet's value is written in the array, e.g. `country:FR`."""
    return f"{facet}:{value}"


def values_of(tokens: Iterable[str], facet: Facet) -> list[str]:
    """Return the values of one facet among the tokens of a person."""
    start = f"{facet}:"
    return [text.removeprefix(start) for text in tokens if text.startswith(start)]


#: How much of a person's notes the search reads: the rest stays readable, not findable.
SEARCHED_NOTES = 4_000


class LookalikeReason(StrEnum):
    """Why two people may be one."""

    CHANNEL = "channel"
    EMAIL = "email"
    NAME_AND_DOMAIN = "name_and_domain"


#: Mail hosts that everybody uses: sharing one means nothing.
PUBLIC_MAIL = frozenset(
    {
        "aol.com", "bbox.fr", "free.fr", "gmail.com", "gmx.com", "gmx.de", "gmx.fr", "googlemail.com", "hotmail.be",
        "hotmail.co.uk", "hotmail.com", "hotmail.fr", "icloud.com", "laposte.net", "live.com", "live.fr", "mac.com",
        "me.com", "msn.com", "neuf.fr", "orange.fr", "outlook.com", "outlook.fr", "pm.me", "proton.me",
        "protonmail.com", "sfr.fr", "wanadoo.fr", "yahoo.co.uk", "yahoo.com", "yahoo.fr", "ymail.com",
    }
)  # fmt: skip


class ImportKind(StrEnum):
    """Formats that are read."""

    CSV = "csv"
    XLSX = "xlsx"
    OPML = "opml"


class ImportState(StrEnum):
    """Where an import stands."""

    DRAFT = "draft"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    UNDONE = "undone"


class RowOutcome(StrEnum):
    """What became of one row: read = created + updated + skipped + rejected."""

    CREATED = "created"
    UPDATED = "updated"
    SKIPPED = "skipped"
    REJECTED = "rejected"
