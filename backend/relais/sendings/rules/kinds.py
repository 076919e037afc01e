"""The fixed words of sendings and stock."""

from enum import StrEnum


class SendingKind(StrEnum):
    """Whether it comes back."""

    GIFT = "gift"
    LOAN = "loan"


class SendingState(StrEnum):
    """Read from the dates, never stored apart from them."""

    DRAFT = "draft"
    PREPARED = "prepared"
    SENT = "sent"
    DELIVERED = "delivered"
    RETURNED = "returned"
    CANCELLED = "cancelled"


class StockReason(StrEnum):
    """Why stock moved."""

    RECEIVED = "received"
    SENT = "sent"
    RETURNED = "returned"
    WRITTEN_OFF = "written_off"
    CORRECTED = "corrected"
