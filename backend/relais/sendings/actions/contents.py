"""What is in a parcel."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from relais.kit.errors import InvalidError
from relais.sendings.models import Product, Sending, SendingItem


def put_items(*, sending: Sending, wanted: Sequence[dict[str, Any]]) -> None:
    """Make the parcel hold exactly `wanted` (`{product, quantity}`, perhaps `condition_out`).

    What stays keeps the values of its day, and its condition when nothing is said of it.

    Raises:
        InvalidError: a product twice, an archived one added, or fewer pieces than already came back.
    """
    present = {item.product_id: item for item in SendingItem.objects.filter(sending=sending)}
    seen: set[int] = set()
    for place, want in enumerate(wanted):
        product: Product = want["product"]
        item = present.get(product.pk)
        problem = _problem(product, item, want["quantity"], seen)
        if problem:
            field, message = problem
            raise InvalidError(errors={f"items.{place}.{field}": [message]})
        seen.add(product.pk)
        if item is None:
            item = SendingItem(sending=sending, product=product, **_amounts(product))
        item.quantity = want["quantity"]
        item.condition_out = want.get("condition_out", item.condition_out)
        item.save()
    gone = [item for product_id, item in present.items() if product_id not in seen]
    if any(item.returned_quantity for item in gone):
        raise InvalidError(errors={"items": [_("Pieces of a product you removed have come back already. Keep it.")]})
    SendingItem.objects.filter(pk__in=[item.pk for item in gone]).delete()


def fix_amounts(*, sending: Sending) -> None:
    """Copy the value and cost that the products have today: the parcel leaves."""
    items = list(SendingItem.objects.filter(sending=sending).select_related("product"))
    for item in items:
        for field, amount in _amounts(item.product).items():
            setattr(item, field, amount)
    SendingItem.objects.bulk_update(items, ["public_value_amount", "cost_amount"])


def take_back(*, sending: Sending, pieces: Sequence[dict[str, Any]] | None) -> int:
    """Count pieces as returned, all that are out unless told; return how many stay out.

    Raises:
        InvalidError: a product that is not in the parcel, or more pieces than are out.
    """
    items = {item.product_id: item for item in SendingItem.objects.filter(sending=sending)}
    if pieces is None:
        for item in items.values():
            item.returned_quantity = item.quantity
    for place, piece in enumerate(pieces or ()):
        item_or_none = items.get(piece["product"].pk)
        if item_or_none is None:
            raise InvalidError(errors={f"items.{place}.product": [_("This product is not in the parcel.")]})
        out = item_or_none.quantity - item_or_none.returned_quantity
        if piece["quantity"] > out:
            raise InvalidError(errors={f"items.{place}.quantity": [_("Only %(out)d are still out.") % {"out": out}]})
        item_or_none.returned_quantity += piece["quantity"]
        item_or_none.condition_in = piece.get("condition_in", item_or_none.condition_in)
    SendingItem.objects.bulk_update(items.values(), ["returned_quantity", "condition_in"])
    return sum(item.quantity - item.returned_quantity for item in items.values())


def _amounts(product: Product) -> dict[str, Any]:
    return {"public_value_amount": product.public_value_amount, "cost_amount": product.cost_amount}


def _problem(product: Product, item: SendingItem | None, quantity: int, seen: set[int]) -> tuple[str, Any] | None:
    if product.pk in seen:
        return "product", _("This product is in the parcel already: change its quantity.")
    if item is None and product.archived_at is not None:
        return "product", _("This product is archived. Bring it back to the catalogue first.")
    if item is not None and quantity < item.returned_quantity:
        return "quantity", _("%(count)d have come back already.") % {"count": item.returned_quantity}
    return None
