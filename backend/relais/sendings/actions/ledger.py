"""Enter a sending, correct it, cancel it, bring it back."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from relais.activity.actions import record
from relais.campaigns.actions import advance
from relais.campaigns.rules import StageKind
from relais.creators.models import Creator
from relais.kit import clock
from relais.kit.actors import Actor
from relais.kit.errors import InvalidError, StaleVersionError
from relais.sendings.actions import contents
from relais.sendings.actions.checks import address_of, check, links_of
from relais.sendings.actions.stock import settle
from relais.sendings.errors import SendingStateError
from relais.sendings.models import Sending, SendingItem
from relais.sendings.rules import SendingKind, SendingState, state_of, tidy_number


@transaction.atomic
def create_sending(
    *, creator: Creator, values: Mapping[str, Any], items: Sequence[dict[str, Any]], today: date, by: Actor
) -> Sending:
    """Enter a sending, planned or already under way: stock leaves when `sent_on` is known.

    Args:
        creator: to whom.
        values: columns of a sending; `address_id` may name one of the creator's addresses.
        items: `{product, quantity}` each.
        today: in the workspace's zone.
        by: who enters it.

    Raises:
        InvalidError: a date, a link, an address or an item is wrong.
        OutOfStockError: it has left, and a product had not that many.
    """
    sending = Sending(creator=creator, owner_id=by.user_id)
    _write(sending, values)
    sending.participation, sending.campaign = links_of(
        creator=creator, participation=sending.participation, campaign=sending.campaign
    )
    data = {"kind": sending.kind, "products": [[item["product"].name, item["quantity"]] for item in items]}
    check(sending, today=today)
    sending.save()
    contents.put_items(sending=sending, wanted=items)
    tell(sending, "created", by=by, data=data)
    if sending.sent_on is not None:
        depart(sending)
        tell(sending, state_of(sending.dates), by=by, data={"on": sending.sent_on.isoformat()})
    settle(sending=sending, by=by)
    follow(sending, by=by)
    return sending


@transaction.atomic
def change_sending(*, sending: Sending, values: Mapping[str, Any], today: date, by: Actor) -> Sending:
    """Correct a sending; stock follows whatever days and items are corrected.

    `items` replaces what is in the parcel. `returned_on` may be moved, or emptied to take a return back.

    Raises:
        InvalidError: a date, a link, an address or an item is wrong.
        OutOfStockError: a product has not that many left.
        SendingStateError: it is cancelled.
        StaleVersionError: somebody else saved it since it was read.
    """
    target = lock(sending)
    if target.version != sending.version:
        raise StaleVersionError
    if target.cancelled_at is not None:
        raise refuse(target, _("This sending is cancelled. Restore it before you change it."))
    before = {field: _plain(getattr(target, field)) for field in values if field not in {"items", "address_id"}}
    had_left, state = target.sent_on is not None, state_of(target.dates)
    _take_return_back(target, values)
    _write(target, values)
    if {"participation", "campaign"} & set(values):
        campaign = target.campaign if "campaign" in values or "participation" not in values else None
        target.participation, target.campaign = links_of(
            creator=target.creator, participation=target.participation, campaign=campaign
        )
    check(target, today=today)
    if "items" in values:
        contents.put_items(sending=target, wanted=values["items"])
    if target.sent_on is not None and not had_left:
        depart(target)
    save(target)
    settle(sending=target, by=by)
    changed = {f: [old, _plain(getattr(target, f))] for f, old in before.items() if old != _plain(getattr(target, f))}
    now = state_of(target.dates)
    tell(target, "changed" if now == state else str(now), by=by, data={"changed": changed, "state": [state, now]})
    if {"sent_on", "tracking_number", "participation", "campaign"} & set(values):
        follow(target, by=by)
    return target


@transaction.atomic
def cancel_sending(*, sending: Sending, by: Actor, why: str = "") -> Sending:
    """Cancel a sending: what it had taken from stock comes back. `restore_sending` undoes it.

    Raises:
        SendingStateError: it is cancelled already, or everything came back.
    """
    target = lock(sending)
    state = state_of(target.dates)
    if state in {SendingState.CANCELLED, SendingState.RETURNED}:
        raise refuse(target, _("This sending is finished already."))
    target.cancelled_at = clock.now()
    save(target)
    settle(sending=target, by=by, why=why)
    tell(target, "cancelled", by=by, data={"was": state, "why": why})
    return target


@transaction.atomic
def restore_sending(*, sending: Sending, by: Actor) -> Sending:
    """Undo a cancellation; stock leaves again if the sending had left.

    Raises:
        SendingStateError: it is not cancelled.
        OutOfStockError: the products are gone meanwhile.
    """
    target = lock(sending)
    if target.cancelled_at is None:
        raise refuse(target, _("This sending is not cancelled."))
    target.cancelled_at = None
    save(target)
    settle(sending=target, by=by)
    tell(target, "restored", by=by, data={"state": state_of(target.dates)})
    return target


# -- shared with the steps --------------------------------------------------------------------------


def lock(sending: Sending) -> Sending:
    """Return the row as it is now, kept for this transaction."""
    return Sending.objects.select_for_update(no_key=True, of=("self",)).select_related("creator").get(pk=sending.pk)


def depart(sending: Sending) -> None:
    """Copy what must stay true of the parcel: address, values and costs of the day it leaves."""
    if sending.address is None:
        sending.address = address_of(creator=sending.creator)
        Sending.objects.filter(pk=sending.pk).update(address=sending.address)
    contents.fix_amounts(sending=sending)


def save(sending: Sending) -> None:
    """Save, counting one change."""
    sending.bump().save()


def follow(sending: Sending, *, by: Actor) -> None:
    """Move the card on when the parcel leaves, or gets the number it leaves with."""
    under_way = sending.sent_on is not None or bool(sending.tracking_number)
    if sending.participation_id is not None and under_way and sending.cancelled_at is None:
        advance(participation_id=sending.participation_id, to=StageKind.SENDING, by=by, why=sending.tracking_number)


def tell(sending: Sending, what: str, *, by: Actor, data: Mapping[str, Any]) -> None:
    """Write `sending.<what>` to the histories of creator and campaign."""
    record(
        verb=f"sending.{what}",
        subject=sending,
        by=by,
        creator_id=sending.creator_id,
        campaign_id=sending.campaign_id,
        data=data,
    )


def refuse(sending: Sending, message: Any) -> SendingStateError:
    """Return the refusal of a step, naming the state that forbids it."""
    return SendingStateError(message, extra={"state": str(state_of(sending.dates))})


def _write(sending: Sending, values: Mapping[str, Any]) -> None:
    chosen = values.get("address_id")
    for field, value in values.items():
        if field not in {"items", "address_id"}:
            setattr(sending, field, value)
    if chosen is not None:
        sending.address = address_of(creator=sending.creator, chosen=chosen)
    sending.tracking_number = tidy_number(sending.tracking_number)
    if values.get("kind") == SendingKind.GIFT and "due_back_on" not in values:
        sending.due_back_on = None


def _take_return_back(sending: Sending, values: Mapping[str, Any]) -> None:
    """Let `returned_on` be corrected or emptied, never set: pieces are counted by `return_sending`."""
    if "returned_on" not in values:
        return
    if values["returned_on"] is None:
        SendingItem.objects.filter(sending=sending).update(returned_quantity=0, condition_in="")
    elif sending.returned_on is None:
        raise InvalidError(errors={"returned_on": [_("Enter a return with what came back.")]})


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | str | dict):
        return value
    return value.pk if hasattr(value, "pk") else str(value)
