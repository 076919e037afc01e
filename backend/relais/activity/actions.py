"""The one way to write history."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import models, transaction

from relais.activity.models import Activity
from relais.kit import clock
from relais.kit.actors import Actor
from relais.kit.setwise import insert_rows

#: A line that is not written yet: columns by name.
Line = dict[str, Any]
#: The changed row, already saved; or its model and id.
Subject = models.Model | tuple[type[models.Model], int]


class OutsideTransactionError(RuntimeError):
    """History must commit together with what it tells."""


def record(
    *,
    verb: str,
    subject: Subject,
    by: Actor,
    creator_id: int | None = None,
    campaign_id: int | None = None,
    data: Mapping[str, Any] | None = None,
) -> int:
    """Write one line inside the caller's transaction; return its id.

    Args:
        verb: `noun.past_tense`, e.g. `participation.moved`.
        subject: what was changed.
        by: who did it.
        creator_id: whose timeline shows it.
        campaign_id: which campaign's timeline shows it.
        data: what a reader needs to understand the line later: old and new values, names.

    Raises:
        OutsideTransactionError: no transaction is open.
    """
    line = build(verb=verb, subject=subject, by=by, creator_id=creator_id, campaign_id=campaign_id, data=data)
    return record_all([line])[0]


def build(
    *,
    verb: str,
    subject: Subject,
    by: Actor,
    creator_id: int | None = None,
    campaign_id: int | None = None,
    data: Mapping[str, Any] | None = None,
) -> Line:
    """Return an unwritten line, for actions that write many with `record_all`."""
    model, pk = subject if isinstance(subject, tuple) else (type(subject), subject.pk)
    return {
        "verb": verb,
        "subject_type": model._meta.model_name,
        "subject_id": pk,
        "creator_id": creator_id,
        "campaign_id": campaign_id,
        "user_id": by.user_id,
        "api_key_id": by.api_key_id,
        "data": dict(data or {}),
        "at": clock.now(),
    }


def record_all(lines: Sequence[Line]) -> list[int]:
    """Write many lines in one statement inside the caller's transaction; return their ids.

    Raises:
        OutsideTransactionError: no transaction is open.
    """
    if not transaction.get_connection().in_atomic_block:
        raise OutsideTransactionError
    return insert_rows(Activity, lines)
