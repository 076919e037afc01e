"""Verbs of the catalogue."""

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction

from relais.activity.actions import record
from relais.kit import clock
from relais.kit.actors import Actor
from relais.kit.text import fold
from relais.sendings.actions.stock import Shift, shift
from relais.sendings.errors import ProductInUseError, SkuTakenError
from relais.sendings.models import Product, SendingItem, StockMove
from relais.sendings.rules import signed


def save_product(*, product: Product | None, values: Mapping[str, Any], by: Actor) -> Product:
    """Create a product, or change one; `is_archived` among the values archives or brings back.

    Raises:
        SkuTakenError: the SKU is another product's.
    """
    target = product or Product()
    before = {field: getattr(target, field) for field in values if field != "is_archived"} if product else {}
    for field, value in values.items():
        if field == "is_archived":
            target.archived_at = (target.archived_at or clock.now()) if value else None
        else:
            setattr(target, field, value)
    target.search = fold(f"{target.name} {target.sku}")
    try:
        with transaction.atomic():
            if product:
                target.bump()
            # `stock` belongs to stock moves: an edit that wrote it back would undo a move made meanwhile.
            target.save(update_fields=_edited(target) if product else None)
            changed = {
                f: [_plain(old), _plain(getattr(target, f))] for f, old in before.items() if old != getattr(target, f)
            }
            data = {"name": target.name, "changed": changed, "is_archived": target.archived_at is not None}
            record(verb="product.changed" if product else "product.created", subject=target, by=by, data=data)
    except IntegrityError as error:
        if "product_sku_once" not in str(error):
            raise
        raise SkuTakenError(errors={"sku": [SkuTakenError.message]}) from error
    return target


@transaction.atomic
def delete_product(*, product: Product, by: Actor) -> None:
    """Remove a product that was never sent, with its stock moves.

    Raises:
        ProductInUseError: a sending holds it.
    """
    Product.objects.select_for_update().get(pk=product.pk)
    if SendingItem.objects.filter(product=product).exists():
        raise ProductInUseError
    record(verb="product.deleted", subject=product, by=by, data={"name": product.name, "sku": product.sku})
    product.delete()


@transaction.atomic
def move_stock(*, product: Product, quantity: int, reason: str, why: str, by: Actor) -> StockMove:
    """Put pieces in or take them out by hand.

    Args:
        product: of which.
        quantity: pieces; negative takes out; what is written off is always taken out.
        reason: received, written_off or corrected.
        why: said by the person, may be empty.
        by: who.

    Raises:
        OutOfStockError: there are not that many.
    """
    change = Shift(product_id=product.pk, quantity=signed(reason, quantity), reason=reason, why=why)
    (move,) = shift([change], by=by)
    product.refresh_from_db(fields=["stock"])
    data = {"name": product.name, "quantity": move.quantity, "reason": reason, "why": why, "stock": product.stock}
    record(verb="stock.moved", subject=product, by=by, data=data)
    return move


def _edited(product: Product) -> list[str]:
    kept = {"stock", "id", "workspace", "created_at"}
    return [field.name for field in product._meta.concrete_fields if field.name not in kept]


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, int) else str(value)
