"""Kinds of coverage, and the formulas that measure it."""

from enum import StrEnum


class CoverageKind(StrEnum):
    """What was published."""

    ARTICLE = "article"
    POST = "post"
    VIDEO = "video"
    STORY = "story"
    REVIEW = "review"
    ROUND_UP = "round_up"
    OTHER = "other"
