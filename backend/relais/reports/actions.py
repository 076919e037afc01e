"""Put a line off, and take that back."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from relais.activity.actions import record
from relais.kit.actors import Actor
from relais.kit.errors import InvalidError
from relais.reports.errors import HasItsOwnDayError, NothingToPutOffError
from relais.reports.models import Snooze
from relais.reports.reads.asking import About
from relais.reports.registry import SOURCES
from relais.reports.rules import LONGEST_SNOOZE, LineKind


@transaction.atomic
def put_off(*, kind: LineKind, subject: str, until_on: date, today: date, by: Actor) -> Snooze:
    """Leave a line until a day, for everybody; a second time replaces the first.

    Raises:
        HasItsOwnDayError: the row of the line has a day, which is changed instead.
        NothingToPutOffError: no such row.
        InvalidError: the day is not ahead, or too far.
    """
    find = SOURCES[kind].about
    if find is None:
        raise HasItsOwnDayError(errors={"kind": [HasItsOwnDayError.message]})
    about = find(subject)
    if about is None:
        raise NothingToPutOffError(errors={"subject": [NothingToPutOffError.message]})
    if not today < until_on <= today + LONGEST_SNOOZE:
        raise InvalidError(errors={"until_on": [_("Choose a day after today, within a year.")]})
    values = {"until_on": until_on, "user_id": by.user_id}
    snooze, _made = Snooze.objects.update_or_create(kind=kind, subject=subject, defaults=values)
    _record("reminder.put_off", snooze, about, by)
    return snooze


@transaction.atomic
def take_up(*, snooze: Snooze, by: Actor) -> None:
    """Let a line wait again."""
    find = SOURCES[LineKind(snooze.kind)].about
    about = find(snooze.subject) if find is not None else None
    _record("reminder.taken_up", snooze, about or About(), by)
    snooze.delete()


def _record(verb: str, snooze: Snooze, about: About, by: Actor) -> None:
    record(
        verb=verb,
        subject=snooze,
        by=by,
        creator_id=about.creator_id,
        campaign_id=about.campaign_id,
        data={"kind": snooze.kind, "subject": snooze.subject, "until_on": snooze.until_on.isoformat()},
    )
