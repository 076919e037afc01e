"""Products, their stock, and what was sent to whom."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from relais.campaigns.models import Campaign, Participation
from relais.creators.models import Creator
from relais.kit.constraints import workspace_rules
from relais.kit.models import Versioned, WorkspaceLink, WorkspaceModel
from relais.sendings.rules import SendingKind, StockReason
from relais.workspaces.models import Brand


class Product(WorkspaceModel, Versioned):
    """What is sent. Public value and cost are two different things; stock is the sum of its moves."""

    brand = WorkspaceLink(Brand, models.PROTECT, related_name="products")
    name = models.CharField(max_length=200)
    sku = models.CharField(max_length=64)
    public_value_amount = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    cost_amount = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    stock = models.IntegerField(default=0, editable=False)
    notes = models.TextField(max_length=10_000, blank=True)
    archived_at = models.DateTimeField(null=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta(WorkspaceModel.Meta):
        constraints = [
            *workspace_rules("brand"),
            models.UniqueConstraint("workspace", Lower("sku"), name="product_sku_once"),
            models.CheckConstraint(condition=Q(stock__gte=0), name="product_stock_not_negative"),
        ]

    def __str__(self) -> str:
        return self.name


class Sending(WorkspaceModel, Versioned):
    """A gift or a loan to one creator. The address is copied when it leaves, so history stays true."""

    creator = WorkspaceLink(Creator, models.PROTECT, related_name="sendings")
    participation = WorkspaceLink(Participation, models.SET_NULL, null=True, blank=True, related_name="sendings")
    campaign = WorkspaceLink(Campaign, models.SET_NULL, null=True, blank=True, related_name="sendings")
    kind = models.CharField(max_length=5, choices=[(k.value, k.value) for k in SendingKind])
    address = models.JSONField(null=True, blank=True)
    carrier = models.CharField(max_length=40, blank=True)
    tracking_number = models.CharField(max_length=80, blank=True)
    carriage_amount = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    notes = models.TextField(max_length=10_000, blank=True)
    prepared_on = models.DateField(null=True, blank=True)
    sent_on = models.DateField(null=True, blank=True)
    delivered_on = models.DateField(null=True, blank=True)
    due_back_on = models.DateField(null=True, blank=True)
    returned_on = models.DateField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta(WorkspaceModel.Meta):
        constraints = [*workspace_rules("creator", "participation", "campaign")]
        indexes = [models.Index(fields=["workspace", "sent_on", "id"], name="sending_sent")]


class SendingItem(WorkspaceModel):
    """So many of a product, with its value and cost on the day."""

    sending = WorkspaceLink(Sending, related_name="items")
    product = WorkspaceLink(Product, models.PROTECT, related_name="+")
    quantity = models.PositiveIntegerField(default=1)
    returned_quantity = models.PositiveIntegerField(default=0)
    public_value_amount = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    cost_amount = models.DecimalField(max_digits=12, decimal_places=2, null=True)

    class Meta(WorkspaceModel.Meta):
        constraints = [
            *workspace_rules("sending", "product"),
            models.UniqueConstraint(fields=["sending", "product"], name="sending_item_once"),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="sending_item_quantity"),
            models.CheckConstraint(
                condition=Q(returned_quantity__lte=models.F("quantity")), name="sending_item_returned"
            ),
        ]


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
