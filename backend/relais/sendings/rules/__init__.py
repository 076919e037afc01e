"""What follows from facts alone: states, the order of dates, stock, costs, tracking links. No Django."""

from relais.sendings.rules.carriers import Carrier, tidy_number, tracking_link
from relais.sendings.rules.costs import Line, cost, public_value
from relais.sendings.rules.kinds import SendingKind, SendingState, StockReason
from relais.sendings.rules.lifecycle import Dates, days_late, first_misordered, state_of
from relais.sendings.rules.stock import is_low, signed, still_out

__all__ = [
    "Carrier",
    "Dates",
    "Line",
    "SendingKind",
    "SendingState",
    "StockReason",
    "cost",
    "days_late",
    "first_misordered",
    "is_low",
    "public_value",
    "signed",
    "state_of",
    "still_out",
    "tidy_number",
    "tracking_link",
]
