"""The steps of a sending, in the order they happen; each moves stock and history in one transaction."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from relais.creators.models import PostalAddress
from relais.kit.actors import Actor
from relais.sendings.actions import contents
from relais.sendings.actions.checks import address_of, check
from relais.sendings.actions.ledger import depart, follow, lock, refuse, save, tell
from relais.sendings.actions.stock import settle
from relais.sendings.errors import GiftNotReturnedError
from relais.sendings.models import Sending
from relais.sendings.rules import SendingKind, SendingState, state_of, tidy_number


@transaction.atomic
def prepare_sending(*, sending: Sending, on: date, today: date, by: Actor) -> Sending:
    """Note that the parcel is packed.

    Raises:
        SendingStateError: it is further than that.
        InvalidError: the day is wrong.
    """
    target = lock(sending)
    if state_of(target.dates) not in {SendingState.DRAFT, SendingState.PREPARED}:
        raise refuse(target, _("This sending has left or is cancelled: there is nothing to prepare."))
    target.prepared_on = on
    check(target, today=today)
    save(target)
    tell(target, "prepared", by=by, data={"on": on.isoformat()})
    return target


@transaction.atomic
def send_sending(
    *,
    sending: Sending,
    on: date,
    today: date,
    by: Actor,
    details: Mapping[str, Any] | None = None,
    address: PostalAddress | None = None,
) -> Sending:
    """Hand the parcel over: stock leaves, the address is copied, values and costs are those of the day.

    Args:
        sending: draft or prepared.
        on: the day.
        today: in the workspace's zone.
        by: who.
        details: carrier, tracking_number, carriage_amount, due_back_on, address: what is known only now.
        address: one of the creator's addresses instead of the default one.

    Raises:
        SendingStateError: it has left already, or is cancelled.
        OutOfStockError: a product has not that many left.
        InvalidError: the day is wrong, or a loan has no day to come back.
    """
    target = lock(sending)
    if state_of(target.dates) not in {SendingState.DRAFT, SendingState.PREPARED}:
        raise refuse(target, _("This sending has left already, or is cancelled."))
    for field, value in (details or {}).items():
        setattr(target, field, value)
    target.tracking_number = tidy_number(target.tracking_number)
    if address is not None:
        target.address = address_of(creator=target.creator, chosen=address)
    target.sent_on = on
    check(target, today=today)
    depart(target)
    save(target)
    settle(sending=target, by=by)
    data = {"on": on.isoformat(), "carrier": target.carrier, "tracking_number": target.tracking_number}
    tell(target, "sent", by=by, data=data)
    follow(target, by=by)
    return target


@transaction.atomic
def deliver_sending(*, sending: Sending, on: date, today: date, by: Actor) -> Sending:
    """Note that the parcel arrived.

    Raises:
        SendingStateError: it has not left, or is finished.
        InvalidError: the day is wrong.
    """
    target = lock(sending)
    if state_of(target.dates) not in {SendingState.SENT, SendingState.DELIVERED}:
        raise refuse(target, _("Only a sending that is on its way can be delivered."))
    target.delivered_on = on
    check(target, today=today)
    save(target)
    tell(target, "delivered", by=by, data={"on": on.isoformat()})
    return target


@transaction.atomic
def return_sending(
    *, sending: Sending, on: date, today: date, by: Actor, pieces: Sequence[dict[str, Any]] | None = None
) -> Sending:
    """Take a loan back into stock, all of it or some; it is returned when nothing is out any more.

    Args:
        sending: a loan that has left.
        on: the day.
        today: in the workspace's zone.
        by: who.
        pieces: `{product, quantity}` each, perhaps with `condition_in`; None for everything that is out.

    Raises:
        GiftNotReturnedError: it is a gift.
        SendingStateError: it has not left, or is finished.
        InvalidError: the day is wrong, or more pieces than are out.
    """
    target = lock(sending)
    if target.kind == SendingKind.GIFT:
        raise GiftNotReturnedError
    if state_of(target.dates) not in {SendingState.SENT, SendingState.DELIVERED}:
        raise refuse(target, _("Only a loan that has left can come back."))
    still_out = contents.take_back(sending=target, pieces=pieces)
    target.returned_on = on
    check(target, today=today)
    if still_out:
        target.returned_on = None
    save(target)
    settle(sending=target, by=by)
    tell(target, "returned", by=by, data={"on": on.isoformat(), "still_out": still_out})
    return target
