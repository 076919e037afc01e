"""What a piece answers: creator, card, campaign and sending must tell one story."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from relais.coverage.models import Coverage
from relais.kit.errors import InvalidError


def tie(coverage: Coverage, *, given: set[str]) -> None:
    """Fill the links that follow from the others, and refuse those that contradict each other.

    Args:
        coverage: with its links as wanted.
        given: names of the links the caller set himself; the others may be filled.

    Raises:
        InvalidError: naming the link that does not fit.
    """
    sending: Any = coverage.sending
    if sending is not None:
        _same(sending.creator_id, coverage.creator_id, "sending", _("This sending went to another creator."))
        if coverage.participation_id is None and "participation" not in given:
            coverage.participation = sending.participation
        if coverage.campaign_id is None and coverage.participation_id is None and "campaign" not in given:
            coverage.campaign = sending.campaign
    if coverage.channel is not None:
        _same(coverage.channel.creator_id, coverage.creator_id, "channel", _("This channel is another creator’s."))
    card = coverage.participation
    if card is not None:
        _same(card.creator_id, coverage.creator_id, "participation", _("This participation is another creator’s."))
        if coverage.campaign_id is None and "campaign" not in given:
            coverage.campaign = card.campaign
        _same(card.campaign_id, coverage.campaign_id, "campaign", _("The participation belongs to another campaign."))


def _same(found: int | None, wanted: int | None, field: str, message: Any) -> None:
    if found != wanted:
        raise InvalidError(errors={field: [message]})
