"""Formulas of the audience, each with its name and version."""

from enum import StrEnum


class RunState(StrEnum):
    """Where a refresh run stands."""

    PENDING = "pending"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"


class ItemState(StrEnum):
    """What became of one channel of a run."""

    PENDING = "pending"
    DONE = "done"
    FAILED = "failed"
