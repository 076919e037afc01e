"""Products, their stock, and what was sent to whom."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from relais.campaigns.models import Campaign, Participation
from relais.creators.models import Creator
from relais.kit.constraints import workspace_rules
from relais.kit.models import Versioned, WorkspaceLink, WorkspaceModel
from relais.sendings.rules import Carrier, Dates, Line, SendingKind, StockReason
from relais.workspaces.models import Brand


class Product(WorkspaceModel, Versioned):
    """What is sent. Public value and cost are two different things; stock is the sum of its moves.

    `version` counts edits of the catalogue entry; stock moves leave it alone.
    """

    brand = WorkspaceLink(Brand, models.PROTECT, related_name="products")
    name = models.CharField(max_length=200)
    sku = models.CharField(max_length=64)
    public_value_amount = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    cost_amount = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    stock = models.BigIntegerField(default=0, editable=False)
    #: Stock at or below this is low.
    low_stock_at = models.PositiveIntegerField(default=0)
    notes = models.TextField(max_length=10_000, blank=True)
    archived_at = models.DateTimeField(null=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    #: Folded name and SKU: what search reads.
    search = models.TextField(default="", editable=False)

    class Meta(WorkspaceModel.Meta):
        constraints = [
            *workspace_rules("brand"),
            models.UniqueConstraint("workspace", Lower("sku"), name="product_sku_once"),
            models.CheckConstraint(condition=Q(stock__gte=0), name="product_stock_not_negative"),
            *[
                models.CheckConstraint(
                    condition=Q(**{column: None}) | Q(**{f"{column}__gte": 0}), name=f"product_{column}"
                )
                for column in ("public_value_amount", "cost_amount")
            ],
        ]
        indexes = [
            models.Index(fields=["workspace", "name", "id"], name="product_name"),
            GinIndex(fields=["search"], name="product_search", opclasses=["gin_trgm_ops"]),
        ]

    def __str__(self) -> str:
        return self.name


class Sending(WorkspaceModel, Versioned):
    """A gift or a loan to one creator. The address is copied when it leaves, so history stays true."""

    creator = WorkspaceLink(Creator, models.PROTECT, related_name="sendings")
    participation = WorkspaceLink(Participation, models.SET_NULL, null=True, blank=True, related_name="sendings")
    campaign = WorkspaceLink(Campaign, models.SET_NULL, null=True, blank=True, related_name="sendings")
    kind = models.CharField(max_length=5, choices=[(k.value, k.value) for k in SendingKind])
    #: The columns of a postal address, as it was on the parcel; NULL when handed over in person.
    address = models.JSONField(null=True, blank=True)
    carrier = models.CharField(max_length=16, choices=[(c.value, c.value) for c in Carrier], blank=True)
    tracking_number = models.CharField(max_length=80, blank=True)
    packing_amount = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    carriage_amount = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    return_carriage_amount = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    notes = models.TextField(max_length=10_000, blank=True)
    prepared_on = models.DateField(null=True, blank=True)
    sent_on = models.DateField(null=True, blank=True)
    delivered_on = models.DateField(null=True, blank=True)
    due_back_on = models.DateField(null=True, blank=True)
    #: The day the last piece came back.
    returned_on = models.DateField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta(WorkspaceModel.Meta):
        constraints = [
            *workspace_rules("creator", "participation", "campaign"),
            models.CheckConstraint(
                condition=~Q(kind=SendingKind.LOAN) | Q(sent_on=None) | Q(due_back_on__isnull=False),
                name="loan_due_back",
            ),
            models.CheckConstraint(condition=Q(kind=SendingKind.LOAN) | Q(due_back_on=None), name="gift_not_due_back"),
            *[
                models.CheckConstraint(
                    condition=Q(**{column: None}) | Q(**{f"{column}__gte": 0}), name=f"sending_{column}"
                )
                for column in ("packing_amount", "carriage_amount", "return_carriage_amount")
            ],
        ]
        indexes = [
            models.Index(fields=["workspace", "sent_on", "id"], name="sending_sent"),
            models.Index(fields=["workspace", "due_back_on", "id"], name="sending_due_back"),
            # Of years of parcels the few that are on their way.
            models.Index(
                fields=["workspace", "sent_on", "id"],
                name="sending_on_its_way",
                condition=Q(sent_on__isnull=False, delivered_on=None, returned_on=None, cancelled_at=None),
            ),
        ]

    @property
    def dates(self) -> Dates:
        """The days that rules read."""
        return Dates(
            prepared_on=self.prepared_on,
            sent_on=self.sent_on,
            delivered_on=self.delivered_on,
            due_back_on=self.due_back_on,
            returned_on=self.returned_on,
            is_cancelled=self.cancelled_at is not None,
        )


class SendingItem(WorkspaceModel):
    """So many of a product, with its value and cost on the day it left."""

    sending = WorkspaceLink(Sending, related_name="items")
    product = WorkspaceLink(Product, models.PROTECT, related_name="+")
    quantity = models.PositiveIntegerField(default=1)
    returned_quantity = models.PositiveIntegerField(default=0)
    public_value_amount = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    cost_amount = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    #: What it looked like when it left, and when the last piece came back; said by people, of loans mostly.
    condition_out = models.CharField(max_length=300, blank=True)
    condition_in = models.CharField(max_length=300, blank=True)

    class Meta(WorkspaceModel.Meta):
        constraints = [
            *workspace_rules("sending", "product"),
            models.UniqueConstraint(fields=["sending", "product"], name="sending_item_once"),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="sending_item_quantity"),
            models.CheckConstraint(condition=Q(returned_quantity__lte=F("quantity")), name="sending_item_returned"),
        ]

    @property
    def line(self) -> Line:
        """What the formulas read."""
        return Line(self.quantity, self.returned_quantity, self.public_value_amount, self.cost_amount)


class StockMove(WorkspaceModel):
    """So many in or out of stock, and why."""

    product = WorkspaceLink(Product, related_name="stock_moves")
    quantity = models.IntegerField()
    reason = models.CharField(max_length=11, choices=[(r.value, r.value) for r in StockReason])
    sending = WorkspaceLink(Sending, models.SET_NULL, null=True, related_name="stock_moves")
    why = models.CharField(max_length=300, blank=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta(WorkspaceModel.Meta):
        constraints = [
            *workspace_rules("product", "sending", target=False),
            models.CheckConstraint(condition=~Q(quantity=0), name="stock_move_not_zero"),
        ]
