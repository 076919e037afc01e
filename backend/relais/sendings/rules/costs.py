"""What a sending is worth and what it costs. Unknown is never zero."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Line:
    """One product in a parcel: pieces, pieces that came back, and the amounts of one piece."""

    quantity: int
    returned: int
    public_value: Decimal | None
    cost: Decimal | None


def public_value(lines: Iterable[Line]) -> Decimal | None:
    """Return the public value of everything sent; None when that of one line is unknown."""
    return _sum((line.quantity, line.public_value) for line in lines)


def cost(lines: Iterable[Line], *extras: Decimal | None) -> Decimal | None:
    """Return unit costs + packing + carriage + return carriage − recovered stock.

    Args:
        lines: what is in the parcel; pieces that came back cost nothing.
        extras: packing, carriage, return carriage; what was not noted (None) did not occur.

    Returns:
        None when the unit cost of a line is unknown.
    """
    goods = _sum((line.quantity - line.returned, line.cost) for line in lines)
    return None if goods is None else goods + sum((extra for extra in extras if extra is not None), Decimal(0))


def _sum(parts: Iterable[tuple[int, Decimal | None]]) -> Decimal | None:
    total = Decimal("0.00")
    for quantity, amount in parts:
        if amount is None and quantity:
            return None
        total += quantity * (amount or Decimal(0))
    return total
