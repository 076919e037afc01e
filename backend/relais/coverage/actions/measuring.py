"""Dated numbers of a piece, typed by hand."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from relais.activity.actions import record
from relais.coverage.models import Coverage, CoverageMetric
from relais.coverage.rules import COUNTERS
from relais.kit.actors import Actor
from relais.kit.errors import InvalidError


@transaction.atomic
def note_numbers(
    *, coverage: Coverage, taken_on: date, numbers: Mapping[str, int | None], today: date, by: Actor
) -> CoverageMetric:
    """Write the numbers of one day; a second time the same day replaces them. What is not given is unknown.

    Raises:
        InvalidError: no number at all, or a day that has not come.
    """
    if all(numbers.get(name) is None for name in COUNTERS):
        raise InvalidError(errors={"views": [_("Give at least one number. Leave unknown ones empty.")]})
    if taken_on > today:
        raise InvalidError(errors={"taken_on": [_("This day has not come yet. Give today or an earlier day.")]})
    values = {name: numbers.get(name) for name in COUNTERS}
    row, _created = CoverageMetric.objects.update_or_create(
        coverage=coverage, taken_on=taken_on, defaults={**values, "user_id": by.user_id}
    )
    _tell(coverage, "measured", taken_on, values, by=by)
    return row


@transaction.atomic
def forget_numbers(*, coverage: Coverage, metric: CoverageMetric, by: Actor) -> None:
    """Remove the numbers of one day."""
    _tell(coverage, "numbers_removed", metric.taken_on, metric.numbers, by=by)
    metric.delete()


def _tell(coverage: Coverage, what: str, day: date, numbers: Mapping[str, int | None], *, by: Actor) -> None:
    record(
        verb=f"coverage.{what}",
        subject=coverage,
        by=by,
        creator_id=coverage.creator_id,
        campaign_id=coverage.campaign_id,
        data={"title": coverage.title, "taken_on": day.isoformat(), **numbers},
    )
