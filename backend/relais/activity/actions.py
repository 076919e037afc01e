"""The one way to write history."""

from collections.abc import Mapping
from typing import Any

from django.db import models, transaction

from relais.activity.models import Activity
from relais.kit import clock
from relais.kit.actors import Actor


class OutsideTransactionError(RuntimeError):
    """History must commit together with what it tells."""


def record(
    *,
    verb: str,
    subject: models.Model,
    by: Actor,
    creator_id: int | None = None,
    campaign_id: int | None = None,
    data: Mapping[str, Any] | None = None,
) -> Activity:
    """Write one line inside the caller's transaction.

    Args:
        verb: `noun.past_tense`, e.g. `participation.moved`.
        subject: the changed row, already saved.
        by: who did it.
        creator_id: whose timeline shows it.
        campaign_id: which campaign's timeline shows it.
        data: what a reader needs to understand the line later: old and new values, names.

    Raises:
        OutsideTransactionError: no transaction is open.
    """
    line = build(verb=verb, subject=subject, by=by, creator_id=creator_id, campaign_id=campaign_id, data=data)
    record_all([line])
    return line


def build(
    *,
    verb: str,
    subject: models.Model,
    by: Actor,
    creator_id: int | None = None,
    campaign_id: int | None = None,
    data: Mapping[str, Any] | None = None,
) -> Activity:
    """Return an unsaved line, for actions that write many with `record_all`."""
    return Activity(
        verb=verb,
        subject_type=subject._meta.model_name or "",
        subject_id=subject.pk,
        creator_id=creator_id,
        campaign_id=campaign_id,
        user_id=by.user_id,
        api_key_id=by.api_key_id,
        data=dict(data or {}),
        at=clock.now(),
    )


def record_all(lines: list[Activity]) -> None:
    """Write many lines in one statement inside the caller's transaction.

    Raises:
        OutsideTransactionError: no transaction is open.
    """
    if not transaction.get_connection().in_atomic_block:
        raise OutsideTransactionError
    Activity.objects.bulk_create(lines, batch_size=2_000)
