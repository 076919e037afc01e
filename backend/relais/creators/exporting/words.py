"""What a closed choice is called in a spreadsheet; the import reads each of them back."""

from django.utils.translation import gettext_lazy as _

from relais.creators.rules import CreatorKind, RelationshipStatus, Tier
from relais.kit.errors import Message

KINDS: dict[str, Message] = {
    CreatorKind.BLOGGER: _("Blogger"),
    CreatorKind.INFLUENCER: _("Influencer"),
    CreatorKind.JOURNALIST: _("Journalist"),
    CreatorKind.AMBASSADOR: _("Ambassador"),
    CreatorKind.OTHER: _("Other"),
}
STATUSES: dict[str, Message] = {
    RelationshipStatus.NEW: _("New"),
    RelationshipStatus.CONTACTED: _("Contacted"),
    RelationshipStatus.IN_CONVERSATION: _("In conversation"),
    RelationshipStatus.PARTNER: _("Partner"),
    RelationshipStatus.DORMANT: _("Dormant"),
    RelationshipStatus.DECLINED: _("Declined"),
}
TIERS: dict[str, Message] = {
    Tier.NANO: _("Nano"),
    Tier.MICRO: _("Micro"),
    Tier.MID: _("Mid"),
    Tier.MACRO: _("Macro"),
    Tier.MEGA: _("Mega"),
}
