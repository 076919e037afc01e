"""What can be done to a promise we made."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from relais.activity.actions import record
from relais.campaigns.models import Promise
from relais.creators.models import Creator
from relais.kit import clock
from relais.kit.actors import Actor
from relais.kit.errors import InvalidError


def _record(verb: str, promise: Promise, by: Actor) -> None:
    data = {"title": promise.title}
    record(verb=verb, subject=promise, by=by, creator_id=promise.creator_id, campaign_id=promise.campaign_id, data=data)


def _write(promise: Promise, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(promise, name, value)
    card = promise.participation
    if card is None:
        return
    if card.creator_id != promise.creator_id:
        raise InvalidError(errors={"participation": [_("This participation is another creator’s.")]})
    if "participation" in values:
        promise.campaign_id = card.campaign_id
    elif promise.campaign_id != card.campaign_id:
        promise.participation = None


@transaction.atomic
def make_promise(*, creator: Creator, values: dict[str, Any], by: Actor) -> Promise:
    """Write down a promise; one about a card is also about its campaign. Whoever makes it keeps it, unless told.

    Raises:
        InvalidError: the card is another creator's.
    """
    promise = Promise(creator=creator, made_by_id=by.user_id, owner_id=by.user_id)
    _write(promise, values)
    promise.save()
    _record("promise.made", promise, by)
    return promise


@transaction.atomic
def change_promise(*, promise: Promise, changes: dict[str, Any], by: Actor) -> Promise:
    """Save new values.

    Raises:
        InvalidError: the card is another creator's.
    """
    _write(promise, changes)
    promise.save()
    _record("promise.changed", promise, by)
    return promise


@transaction.atomic
def keep_promise(*, promise: Promise, by: Actor) -> Promise:
    """Mark as kept; a second time changes nothing."""
    if Promise.objects.filter(pk=promise.pk, kept_at=None).update(kept_at=clock.now()):
        _record("promise.kept", promise, by)
    return promise


@transaction.atomic
def reopen_promise(*, promise: Promise, by: Actor) -> Promise:
    """Mark as not kept yet."""
    if Promise.objects.filter(pk=promise.pk, kept_at__isnull=False).update(kept_at=None):
        _record("promise.reopened", promise, by)
    return promise


@transaction.atomic
def withdraw_promise(*, promise: Promise, by: Actor) -> None:
    """Delete it; history keeps its words."""
    _record("promise.withdrawn", promise, by)
    promise.delete()
