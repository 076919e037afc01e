"""The order of locks: campaigns, then stages, then cards, each by id. Every writer of cards comes through here."""

from collections.abc import Iterable

from django.db.models import F

from relais.campaigns.models import Campaign, Stage


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
