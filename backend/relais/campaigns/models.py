"""Campaigns, the board and its history, tasks and promises."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Deferrable, F, Q

from relais.campaigns.rules import CampaignKind, CampaignState, LostReason, MoveSource, StageKind
from relais.creators.models import Creator
from relais.kit.constraints import workspace_rules
from relais.kit.models import Versioned, WorkspaceLink, WorkspaceModel
from relais.workspaces.models import Brand


def choices(values: type) -> list[tuple[str, str]]:
    """Return the choices of a StrEnum; labels are the interface's business."""
    return [(item.value, item.value) for item in values]  # type: ignore[attr-defined]


class Stage(WorkspaceModel):
    """A column of the board: a fixed kind under free labels."""

    kind = models.CharField(max_length=16, choices=choices(StageKind))
    label_en = models.CharField(max_length=60)
    label_fr = models.CharField(max_length=60)
    colour = models.CharField(max_length=16, blank=True)
    #: Place on the board, from 0. NULL: taken off the board, and kept because history speaks of it.
    position = models.PositiveSmallIntegerField(null=True)

    class Meta(WorkspaceModel.Meta):
        constraints = [
            *workspace_rules(),
            models.UniqueConstraint(
                fields=["workspace", "position"], name="stage_position_once", deferrable=Deferrable.DEFERRED
            ),
        ]


class Campaign(WorkspaceModel, Versioned):
    """An operation with dates, a goal and a budget."""

    brand = WorkspaceLink(Brand, models.PROTECT, related_name="campaigns")
    name = models.CharField(max_length=200)
    #: The name without accents and case: what search reads.
    folded = models.CharField(max_length=400, editable=False)
    kind = models.CharField(max_length=10, choices=choices(CampaignKind))
    state = models.CharField(max_length=8, choices=choices(CampaignState), default=CampaignState.PLANNED)
    goal = models.CharField(max_length=500, blank=True)
    brief = models.TextField(max_length=50_000, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    budget_amount = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    hashtags = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    archived_at = models.DateTimeField(null=True, editable=False)
    #: Counts the transactions that changed any card. Each takes this row's lock first, so the numbers commit in order
    #: and "changed since 42" forgets nothing.
    board_version = models.PositiveBigIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta(WorkspaceModel.Meta):
        constraints = [
            *workspace_rules("brand"),
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="campaign_dates"
            ),
            models.CheckConstraint(condition=Q(budget_amount=None) | Q(budget_amount__gte=0), name="campaign_budget"),
        ]

    def __str__(self) -> str:
        return self.name


class Participation(WorkspaceModel, Versioned):
    """One creator in one campaign: the card on the board."""

    campaign = WorkspaceLink(Campaign, related_name="participations")
    creator = WorkspaceLink(Creator, related_name="participations")
    stage = WorkspaceLink(Stage, models.PROTECT, related_name="participations")
    #: Place in its column, by plain text order (collation C); unique, so the order is total.
    rank = models.CharField(max_length=120, db_collation="C")
    stage_since = models.DateTimeField()
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    next_action = models.CharField(max_length=300, blank=True)
    next_action_on = models.DateField(null=True, blank=True)
    fee_amount = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    notes = models.TextField(max_length=50_000, blank=True)
    lost_reason = models.CharField(max_length=16, choices=choices(LostReason), blank=True)
    lost_note = models.CharField(max_length=500, blank=True)
    removed_at = models.DateTimeField(null=True, editable=False)
    #: `Campaign.board_version` when this card last changed.
    board_version = models.PositiveBigIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta(WorkspaceModel.Meta):
        constraints = [
            *workspace_rules("campaign", "creator", "stage"),
            models.UniqueConstraint(fields=["campaign", "creator"], name="participation_once"),
            models.UniqueConstraint(
                fields=["campaign", "stage", "rank"], name="participation_rank_once", deferrable=Deferrable.DEFERRED
            ),
            models.CheckConstraint(condition=Q(fee_amount=None) | Q(fee_amount__gte=0), name="participation_fee"),
        ]
        indexes = [
            models.Index(fields=["creator"], name="participation_creator"),
            models.Index(
                fields=["workspace", "next_action_on", "id"],
                name="participation_next",
                condition=Q(removed_at=None, next_action_on__isnull=False),
            ),
        ]


class StageMove(WorkspaceModel):
    """One accepted move: history, funnel and undo. Within one column `from_stage` is `to_stage`.

    The `from_*` columns hold what the card was before, for undo to put back.
    """

    participation = WorkspaceLink(Participation, related_name="moves")
    from_stage = WorkspaceLink(Stage, models.PROTECT, null=True, related_name="+")
    to_stage = WorkspaceLink(Stage, models.PROTECT, related_name="+")
    from_rank = models.CharField(max_length=120, blank=True)
    from_since = models.DateTimeField(null=True)
    from_lost_reason = models.CharField(max_length=16, choices=choices(LostReason), blank=True)
    from_lost_note = models.CharField(max_length=500, blank=True)
    caused_by = models.CharField(max_length=4, choices=choices(MoveSource), default=MoveSource.HAND)
    why = models.CharField(max_length=500, blank=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta(WorkspaceModel.Meta):
        constraints = [*workspace_rules("participation", "from_stage", "to_stage", target=False)]
        indexes = [models.Index(fields=["participation", "id"], name="move_by_participation")]


class Task(WorkspaceModel):
    """Something to do, with a day."""

    title = models.CharField(max_length=300)
    notes = models.TextField(max_length=10_000, blank=True)
    due_on = models.DateField(null=True, blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    creator = WorkspaceLink(Creator, null=True, blank=True, related_name="tasks")
    campaign = WorkspaceLink(Campaign, null=True, blank=True, related_name="tasks")
    participation = WorkspaceLink(Participation, null=True, blank=True, related_name="tasks")
    done_at = models.DateTimeField(null=True, editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta(WorkspaceModel.Meta):
        constraints = [*workspace_rules("creator", "campaign", "participation")]
        indexes = [models.Index(fields=["workspace", "due_on", "id"], name="task_due", condition=Q(done_at=None))]


class Promise(WorkspaceModel):
    """Something we promised a creator, with a day. It outlives the card it was made about."""

    creator = WorkspaceLink(Creator, related_name="promises")
    campaign = WorkspaceLink(Campaign, models.SET_NULL, null=True, blank=True, related_name="promises")
    participation = WorkspaceLink(Participation, models.SET_NULL, null=True, blank=True, related_name="promises")
    title = models.CharField(max_length=300)
    due_on = models.DateField(null=True, blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    kept_at = models.DateTimeField(null=True, editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta(WorkspaceModel.Meta):
        constraints = [*workspace_rules("creator", "campaign", "participation")]
        indexes = [models.Index(fields=["workspace", "due_on", "id"], name="promise_due", condition=Q(kept_at=None))]
