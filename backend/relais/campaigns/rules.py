"""Kinds of campaigns and stages, which moves are allowed, and the stages a workspace begins with."""

from dataclasses import dataclass
from enum import StrEnum

from relais.creators.rules import Event


class CampaignKind(StrEnum):
    """What is asked of creators."""

    GIFTING = "gifting"
    LOAN = "loan"
    SPONSORED = "sponsored"
    EVENT = "event"
    CONTEST = "contest"
    AFFILIATE = "affiliate"
    AMBASSADOR = "ambassador"


class CampaignState(StrEnum):
    """Where a campaign stands."""

    PLANNED = "planned"
    ACTIVE = "active"
    CLOSED = "closed"


class StageKind(StrEnum):
    """The fixed kinds rules depend on; labels and order belong to the workspace."""

    PROSPECT = "prospect"
    CONTACTED = "contacted"
    IN_CONVERSATION = "in_conversation"
    AGREED = "agreed"
    SENDING = "sending"
    PUBLISHING = "publishing"
    PUBLISHED = "published"
    DONE = "done"
    DECLINED = "declined"
    DROPPED = "dropped"


#: Stages that end a participation without a publication: a reason is asked.
LOST = frozenset({StageKind.DECLINED, StageKind.DROPPED})


class LostReason(StrEnum):
    """Why it ended without a publication."""

    NO_ANSWER = "no_answer"
    NOT_INTERESTED = "not_interested"
    TOO_EXPENSIVE = "too_expensive"
    NO_TIME = "no_time"
    COMPETITOR = "competitor"
    NOT_A_FIT = "not_a_fit"
    DID_NOT_PUBLISH = "did_not_publish"
    OTHER = "other"


class MoveSource(StrEnum):
    """What caused a move."""

    HAND = "hand"
    BULK = "bulk"
    UNDO = "undo"
    RULE = "rule"


#: Stages in which a fee counts as agreed with the creator.
AGREED = frozenset({StageKind.AGREED, StageKind.SENDING, StageKind.PUBLISHING, StageKind.PUBLISHED, StageKind.DONE})

#: Kind → kinds a card may not go to from there. Any other move is allowed: people correct mistakes and jump stages.
#: Who has published did not decline; take the card back first.
REFUSED_MOVES: dict[StageKind, frozenset[StageKind]] = {
    StageKind.PUBLISHED: frozenset({StageKind.DECLINED}),
    StageKind.DONE: frozenset({StageKind.DECLINED}),
}


def may_move(origin: StageKind, target: StageKind) -> bool:
    """Say whether a card may go from a stage of one kind to a stage of another."""
    return target not in REFUSED_MOVES.get(origin, frozenset())


#: The way a card goes when all is well; events move it along this way only.
FORWARD = (
    StageKind.PROSPECT,
    StageKind.CONTACTED,
    StageKind.IN_CONVERSATION,
    StageKind.AGREED,
    StageKind.SENDING,
    StageKind.PUBLISHING,
    StageKind.PUBLISHED,
    StageKind.DONE,
)


def may_advance(origin: StageKind, target: StageKind) -> bool:
    """Say whether an event may move a card there: forward, and never a lost one."""
    return origin in FORWARD and FORWARD.index(origin) < FORWARD.index(target)


@dataclass(frozen=True, slots=True)
class DefaultStage:
    """A column every workspace begins with; colour is a name of the interface's palette."""

    kind: StageKind
    label_en: str
    label_fr: str
    colour: str


DEFAULT_STAGES: tuple[DefaultStage, ...] = (
    DefaultStage(StageKind.PROSPECT, "To contact", "À contacter", "gray"),
    DefaultStage(StageKind.CONTACTED, "Contacted", "Contacté", "blue"),
    DefaultStage(StageKind.IN_CONVERSATION, "In conversation", "En discussion", "cyan"),
    DefaultStage(StageKind.AGREED, "Agreed", "Accord trouvé", "teal"),
    DefaultStage(StageKind.SENDING, "Sending", "Envoi en cours", "yellow"),
    DefaultStage(StageKind.PUBLISHING, "Awaiting publication", "Publication attendue", "orange"),
    DefaultStage(StageKind.PUBLISHED, "Published", "Publié", "green"),
    DefaultStage(StageKind.DONE, "Done", "Terminé", "lime"),
    DefaultStage(StageKind.DECLINED, "Declined", "Refus", "red"),
    DefaultStage(StageKind.DROPPED, "Dropped", "Abandonné", "grape"),
)


#: What reaching a stage says about the relation with the creator.
EVENTS: dict[StageKind, Event] = {
    StageKind.CONTACTED: Event.CONTACTED,
    StageKind.IN_CONVERSATION: Event.REPLIED,
    StageKind.DECLINED: Event.DECLINED,
    **dict.fromkeys(AGREED, Event.AGREED),
}
