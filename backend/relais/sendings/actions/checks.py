"""What must hold before a sending is saved; each refusal says which field and what to do."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from relais.campaigns.models import Campaign, Participation
from relais.creators.models import Creator, PostalAddress
from relais.kit.errors import InvalidError
from relais.sendings.models import Sending
from relais.sendings.rules import SendingKind, first_misordered

_DAYS = {
    "prepared_on": _("the day it was prepared"),
    "sent_on": _("the day it was sent"),
    "delivered_on": _("the day it was delivered"),
    "due_back_on": _("the day it is due back"),
    "returned_on": _("the day it came back"),
}
_NOT_AHEAD = ("prepared_on", "sent_on", "delivered_on", "returned_on")


def links_of(
    *, creator: Creator, participation: Participation | None, campaign: Campaign | None
) -> tuple[Participation | None, Campaign | None]:
    """Return the card and the campaign of a sending; each is found by the other.

    Raises:
        InvalidError: the card is another creator's or another campaign's.
    """
    if participation is None:
        if campaign is not None:
            participation = Participation.objects.filter(campaign=campaign, creator=creator, removed_at=None).first()
        return participation, campaign
    if participation.creator_id != creator.pk:
        raise InvalidError(errors={"participation": [_("This participation is another creator’s.")]})
    if campaign is not None and participation.campaign_id != campaign.pk:
        raise InvalidError(errors={"campaign": [_("The participation belongs to another campaign.")]})
    return participation, participation.campaign


def address_of(*, creator: Creator, chosen: PostalAddress | None = None) -> dict[str, Any] | None:
    """Return a copy of the chosen address, or of the creator's default one; None when there is none.

    Raises:
        InvalidError: the chosen one is another creator's.
    """
    if chosen is not None and chosen.creator_id != creator.pk:
        raise InvalidError(errors={"address_id": [_("This address is another creator’s.")]})
    found = chosen or PostalAddress.objects.filter(creator=creator, is_default=True).first()
    if found is None:
        return None
    parts = ("recipient", "line1", "line2", "postcode", "city", "region", "country", "phone")
    return {part: getattr(found, part) for part in parts}


def check(sending: Sending, *, today: date) -> None:
    """Refuse days that cannot be true, and a loan that leaves without a day to come back.

    Raises:
        InvalidError: naming the field.
    """
    dates = sending.dates
    for name in _NOT_AHEAD:
        day = getattr(dates, name)
        if day is not None and day > today:
            raise InvalidError(errors={name: [_("This day has not come yet. Give today or an earlier day.")]})
    if found := first_misordered(dates):
        later, earlier = found
        words = {"later": _DAYS[later], "earlier": _DAYS[earlier], "day": getattr(dates, earlier).isoformat()}
        raise InvalidError(
            errors={later: [_("Check the days: %(later)s cannot be before %(earlier)s (%(day)s).") % words]}
        )
    if sending.kind == SendingKind.GIFT and dates.due_back_on is not None:
        raise InvalidError(errors={"due_back_on": [_("A gift is not due back. Leave this empty, or make it a loan.")]})
    if sending.kind == SendingKind.LOAN and dates.sent_on is not None and dates.due_back_on is None:
        raise InvalidError(errors={"due_back_on": [_("Say when the loan is due back before it leaves.")]})
