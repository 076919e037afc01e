"""Kinds of campaigns and stages, and which moves are allowed."""

from enum import StrEnum


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
