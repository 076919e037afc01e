"""What can be done to a campaign itself."""

from typing import Any

from django.db import transaction

from relais.activity.actions import record
from relais.campaigns.actions.stages import ensure_stages
from relais.campaigns.errors import CampaignNotEmptyError
from relais.campaigns.models import Campaign
from relais.kit import clock
from relais.kit.actors import Actor
from relais.kit.text import fold


@transaction.atomic
def create_campaign(*, values: dict[str, Any], by: Actor) -> Campaign:
    """Save a new campaign; its board is ready."""
    ensure_stages()
    campaign = Campaign.objects.create(**values, folded=fold(values["name"]))
    record(verb="campaign.created", subject=campaign, by=by, campaign_id=campaign.pk, data={"name": campaign.name})
    return campaign


@transaction.atomic
def change_campaign(*, campaign: Campaign, changes: dict[str, Any], by: Actor) -> Campaign:
    """Save new values of a campaign that the caller has locked."""
    before = {name: told(getattr(campaign, name)) for name in changes}
    for name, value in changes.items():
        setattr(campaign, name, value)
    campaign.folded = fold(campaign.name)
    campaign.bump().save(update_fields=[*changes, "folded", "version", "updated_at"])
    after = {name: told(value) for name, value in changes.items()}
    record(
        verb="campaign.changed",
        subject=campaign,
        by=by,
        campaign_id=campaign.pk,
        data={"before": before, "after": after},
    )
    return campaign


def told(value: Any) -> Any:
    """Return a value as history keeps it: links by id, days and money as text."""
    if hasattr(value, "pk"):
        return value.pk
    return value if value is None or isinstance(value, int | str | list) else str(value)


@transaction.atomic
def archive(*, campaign: Campaign, by: Actor) -> Campaign:
    """Put the campaign away; nothing is lost."""
    if campaign.archived_at is None:
        campaign.archived_at = clock.now()
        campaign.bump().save(update_fields=["archived_at", "version", "updated_at"])
        record(verb="campaign.archived", subject=campaign, by=by, campaign_id=campaign.pk)
    return campaign


@transaction.atomic
def unarchive(*, campaign: Campaign, by: Actor) -> Campaign:
    """Take the campaign out again."""
    if campaign.archived_at is not None:
        campaign.archived_at = None
        campaign.bump().save(update_fields=["archived_at", "version", "updated_at"])
        record(verb="campaign.unarchived", subject=campaign, by=by, campaign_id=campaign.pk)
    return campaign


@transaction.atomic
def delete_campaign(*, campaign: Campaign, by: Actor) -> None:
    """Delete a campaign nobody takes part in.

    Raises:
        CampaignNotEmptyError: it has cards, even taken out: history would lose its ground.
    """
    if campaign.participations.exists():
        raise CampaignNotEmptyError
    record(verb="campaign.deleted", subject=campaign, by=by, campaign_id=campaign.pk, data={"name": campaign.name})
    campaign.delete()
