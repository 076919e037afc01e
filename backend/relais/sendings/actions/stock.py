"""The one place that changes stock: never below zero, however many write at once."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, Sum
from django.utils.translation import gettext_lazy as _

from relais.kit import clock
from relais.kit.actors import Actor
from relais.sendings.errors import OutOfStockError
from relais.sendings.models import Product, Sending, SendingItem, StockMove
from relais.sendings.rules import StockReason, still_out


@dataclass(frozen=True, slots=True)
class Shift:
    """A wanted change of one product's stock."""

    product_id: int
    quantity: int
    reason: str
    why: str = ""
    sending: Sending | None = None


def shift(changes: Iterable[Shift], *, by: Actor) -> list[StockMove]:
    """Apply the changes and write a move for each, inside the caller's transaction.

    Products are taken in the order of their ids, so that two writers wait for each other and never block each other.

    Raises:
        OutOfStockError: one of the products has not that many; nothing is applied.
    """
    moves = []
    for change in sorted(changes, key=lambda change: change.product_id):
        rows = Product.objects.filter(pk=change.product_id, stock__gte=-change.quantity)
        if not rows.update(stock=F("stock") + change.quantity):
            raise _out_of_stock(change)
        moves.append(
            StockMove(
                product_id=change.product_id,
                quantity=change.quantity,
                reason=change.reason,
                why=change.why,
                sending=change.sending,
                user_id=by.user_id,
                at=clock.now(),
            )
        )
    return StockMove.objects.bulk_create(moves)


def settle(*, sending: Sending, by: Actor, why: str = "") -> None:
    """Make the stock moves of a sending add up to what it has out, whatever was edited.

    So sending, returning, cancelling, restoring and correcting a quantity are one rule.

    Raises:
        OutOfStockError: a product has not that many left.
    """
    has_left = sending.sent_on is not None and sending.cancelled_at is None
    items = SendingItem.objects.filter(sending=sending)
    out = {item.product_id: still_out(item.quantity, item.returned_quantity, has_left=has_left) for item in items}
    booked = StockMove.objects.filter(sending=sending).values_list("product_id").annotate(Sum("quantity"))
    missing = {product_id: -pieces for product_id, pieces in out.items()}
    for product_id, pieces in booked:
        missing[product_id] = missing.get(product_id, 0) - pieces
    shift(
        [
            Shift(product_id, pieces, StockReason.SENT if pieces < 0 else StockReason.RETURNED, why, sending)
            for product_id, pieces in missing.items()
            if pieces
        ],
        by=by,
    )


def _out_of_stock(change: Shift) -> OutOfStockError:
    product = Product.objects.get(pk=change.product_id)
    values = {"name": product.name, "left": product.stock, "wanted": -change.quantity}
    return OutOfStockError(
        _("Not enough in stock of “%(name)s”: %(wanted)d needed, %(left)d left.") % values,
        extra={"product": product.pk, **values},
    )
