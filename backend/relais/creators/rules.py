"""Plain values of people and channels."""

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


def tier_of(followers: int | None) -> Tier | None:
    """Return the tier of that many followers; unknown stays unknown."""
    if followers is None:
        return None
    return next((tier for floor, tier in TIER_FLOORS if followers >= floor), None)


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
