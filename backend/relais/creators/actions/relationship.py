"""Where the relation with a person stands, moved by events; what a person set by hand stays."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Greatest

from relais.activity.actions import build, record_all
from relais.creators.actions.headline import refresh_headlines
from relais.creators.models import Creator
from relais.creators.rules import STATUS_AFTER, Event, RelationshipStatus
from relais.kit.actors import Actor


@transaction.atomic
def advance(*, creator_ids: Iterable[int], event: Event, by: Actor) -> None:
    """Set the status that follows from `event` for these people, except where it was set by hand."""
    after = STATUS_AFTER[event]
    rows = Creator.objects.filter(id__in=list(creator_ids), status_by_hand=False, relationship_status__in=list(after))
    moved = list(rows.order_by("id").select_for_update(no_key=True))
    if not moved:
        return
    Creator.objects.filter(id__in=[person.pk for person in moved]).update(
        relationship_status=Case(
            *[When(relationship_status=old, then=Value(str(new))) for old, new in after.items()],
            default=F("relationship_status"),
        )
    )
    record_all(
        [
            build(
                verb="creator.status_changed",
                subject=person,
                by=by,
                creator_id=person.pk,
                data={
                    "from": person.relationship_status,
                    "to": after[RelationshipStatus(person.relationship_status)],
                    "event": event,
                },
            )
            for person in moved
        ]
    )
    refresh_headlines([person.pk for person in moved], words=False)


@transaction.atomic
def mark_contacted(*, creator_ids: Iterable[int], at: datetime, by: Actor) -> None:
    """Remember that these people were contacted at that moment; an earlier one never replaces a later one."""
    ids = list(creator_ids)
    people = Creator.objects.filter(Q(last_contacted_at=None) | Q(last_contacted_at__lt=at), id__in=ids)
    people.update(last_contacted_at=Greatest(F("last_contacted_at"), Value(at)))
    advance(creator_ids=ids, event=Event.CONTACTED, by=by)
