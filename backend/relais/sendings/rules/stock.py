"""How many pieces a move puts in or takes out."""

from relais.sendings.rules.kinds import StockReason


def signed(reason: str, quantity: int) -> int:
    """Return the change of stock: what was written off leaves, whatever sign was typed."""
    return -abs(quantity) if reason == StockReason.WRITTEN_OFF else quantity


def still_out(quantity: int, returned: int, *, has_left: bool) -> int:
    """Return how many pieces of an item are outside our stock."""
    return quantity - returned if has_left else 0


def is_low(stock: int, low_at: int) -> bool:
    """Say whether it is time to order more."""
    return stock <= low_at
