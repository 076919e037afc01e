"""The order of locks: campaigns, then stages, then cards, each by id. Every writer of cards comes through here."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import OperationalError, transaction
from django.db.models import F
from psycopg import errors as postgres

from relais.campaigns.models import Campaign, Stage
from relais.kit.errors import ConflictError

P = ParamSpec("P")
R = TypeVar("R")

ATTEMPTS = 4


def settled(action: Callable[P, R]) -> Callable[P, R]:
    """Run the action in one transaction, again when the database chose it to break a deadlock.

    Raises:
        ConflictError: it was chosen every time.
    """

    @wraps(action)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        if transaction.get_connection().in_atomic_block:
            return action(*args, **kwargs)
        for _attempt in range(ATTEMPTS):
            try:
                with transaction.atomic():
                    return action(*args, **kwargs)
            except OperationalError as error:
                if not isinstance(error.__cause__, postgres.DeadlockDetected | postgres.SerializationFailure):
                    raise
        raise ConflictError

    return run


def lock_board_of(*, card_id: int) -> None:
    """Hold the board of a card until the transaction ends: what is read of the card from now on stays true."""
    Campaign.objects.select_for_update(no_key=True).filter(
        pk__in=Campaign.objects.filter(participations=card_id).values("pk")
    ).first()


def open_boards(campaign_ids: Iterable[int], stage_ids: Iterable[int] = ()) -> tuple[dict[int, int], dict[int, Stage]]:
    """Lock boards and columns and count one more change of each board.

    Returns:
        Board version to stamp changed cards with, by campaign; and the stages that are in use, by id.
    """
    campaigns = Campaign.objects.select_for_update(no_key=True).filter(pk__in=set(campaign_ids)).order_by("id")
    versions = {pk: version + 1 for pk, version in campaigns.values_list("id", "board_version")}
    Campaign.objects.filter(pk__in=versions).update(board_version=F("board_version") + 1)
    stages = Stage.objects.select_for_update(no_key=True).filter(pk__in=set(stage_ids)).order_by("id")
    return versions, {stage.pk: stage for stage in stages if stage.position is not None}
