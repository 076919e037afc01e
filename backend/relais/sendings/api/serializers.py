"""Products and sendings as JSON: what is read, and what may be written."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from relais.campaigns.models import Campaign, Participation
from relais.creators.models import Creator, PostalAddress
from relais.kit import clock
from relais.kit.serializers import WholeSerializer
from relais.sendings.models import Product, Sending, SendingItem, StockMove
from relais.sendings.rules import (
    Carrier,
    SendingKind,
    SendingState,
    StockReason,
    cost,
    days_late,
    is_low,
    public_value,
    state_of,
    tracking_link,
)
from relais.workspaces.models import Brand

MOST_PIECES = 1_000_000
MOST_ITEMS = 100
HAND_REASONS = [StockReason.RECEIVED, StockReason.WRITTEN_OFF, StockReason.CORRECTED]


class SendingBrandSerializer(serializers.ModelSerializer[Brand]):
    """The advertiser, as named beside its products and sendings."""

    class Meta:
        model = Brand
        fields = ["id", "name"]


class ProductSerializer(serializers.ModelSerializer[Product]):
    """A product. `stock` is moved by stock moves and sendings only."""

    brand = SendingBrandSerializer()
    is_low = serializers.SerializerMethodField(help_text="Stock is at or below `low_stock_at`.")

    class Meta:
        model = Product
        fields = [
            "id", "version", "brand", "name", "sku", "public_value_amount", "cost_amount", "stock", "low_stock_at",
            "is_low", "notes", "archived_at", "created_at",
        ]  # fmt: skip
        read_only_fields = fields

    def get_is_low(self, product: Product) -> bool:
        """Compare stock with its warning level."""
        return is_low(product.stock, product.low_stock_at)


class ProductWriteSerializer(serializers.ModelSerializer[Product]):
    """What may be written of a product."""

    brand = serializers.PrimaryKeyRelatedField(queryset=Brand.objects.all())
    public_value_amount = serializers.DecimalField(12, 2, min_value=Decimal(0), allow_null=True, required=False)
    cost_amount = serializers.DecimalField(12, 2, min_value=Decimal(0), allow_null=True, required=False)
    is_archived = serializers.BooleanField(required=False)

    class Meta:
        model = Product
        fields = [
            "brand", "name", "sku", "public_value_amount", "cost_amount", "low_stock_at", "notes", "is_archived",
        ]  # fmt: skip
        extra_kwargs = {"low_stock_at": {"max_value": MOST_PIECES}}


class StockMoveSerializer(serializers.ModelSerializer[StockMove]):
    """One move: negative left, positive came."""

    made_by = serializers.CharField(source="user.name", allow_null=True, default=None)

    class Meta:
        model = StockMove
        fields = ["id", "quantity", "reason", "why", "sending", "made_by", "at"]
        read_only_fields = fields


class StockMoveWriteSerializer(serializers.Serializer[Any]):
    """A move by hand. What is written off is taken out; a correction may be negative."""

    quantity = serializers.IntegerField(min_value=-MOST_PIECES, max_value=MOST_PIECES)
    reason = serializers.ChoiceField(choices=[(r.value, r.value) for r in HAND_REASONS])
    why = serializers.CharField(max_length=300, required=False, allow_blank=True, default="")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Ask for pieces, and for a positive number of those received."""
        if attrs["quantity"] == 0 or (attrs["quantity"] < 0 and attrs["reason"] == StockReason.RECEIVED):
            raise serializers.ValidationError({"quantity": [_("Give the number of pieces, at least 1.")]})
        return attrs


class AddressSerializer(serializers.Serializer[Any]):
    """Where a parcel goes, copied when it leaves."""

    recipient = serializers.CharField(max_length=200)
    line1 = serializers.CharField(max_length=200)
    line2 = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")
    postcode = serializers.CharField(max_length=20)
    city = serializers.CharField(max_length=120)
    region = serializers.CharField(max_length=120, required=False, allow_blank=True, default="")
    country = serializers.RegexField(r"^[A-Z]{2}$", help_text="ISO 3166 code, e.g. FR.")
    phone = serializers.CharField(max_length=40, required=False, allow_blank=True, default="")


class SendingCreatorSerializer(serializers.ModelSerializer[Creator]):
    """To whom."""

    class Meta:
        model = Creator
        fields = ["id", "name", "avatar_url", "main_platform", "main_handle"]


class SendingCampaignSerializer(serializers.ModelSerializer[Campaign]):
    """For which campaign."""

    brand = SendingBrandSerializer()

    class Meta:
        model = Campaign
        fields = ["id", "name", "brand"]


class SendingProductSerializer(serializers.ModelSerializer[Product]):
    """What was sent."""

    class Meta:
        model = Product
        fields = ["id", "name", "sku"]


class SendingItemSerializer(serializers.ModelSerializer[SendingItem]):
    """So many pieces, with value and cost of one on the day it left."""

    product = SendingProductSerializer()

    class Meta:
        model = SendingItem
        fields = [
            "id", "product", "quantity", "returned_quantity", "public_value_amount", "cost_amount", "condition_out",
            "condition_in",
        ]  # fmt: skip


class SendingTotalsSerializer(serializers.Serializer[Any]):
    """Sums of a sending. An amount is null when that of one product is unknown."""

    pieces = serializers.IntegerField()
    public_value_amount = serializers.DecimalField(14, 2, allow_null=True)
    cost_amount = serializers.DecimalField(
        14, 2, allow_null=True, help_text="Products not returned + packing + carriage + return carriage."
    )


class SendingOwnerSerializer(serializers.Serializer[Any]):
    """Who looks after it."""

    id = serializers.IntegerField()
    name = serializers.CharField()


class SendingSerializer(serializers.ModelSerializer[Sending]):
    """A sending with what is in it."""

    creator = SendingCreatorSerializer()
    campaign = SendingCampaignSerializer(allow_null=True)
    owner = SendingOwnerSerializer(allow_null=True)
    items = SendingItemSerializer(many=True)
    address = AddressSerializer(allow_null=True)
    ship_to = serializers.SerializerMethodField(
        help_text="Where it goes: the address it left with; before that its own, or the creator's usual one."
    )
    carrier = serializers.ChoiceField(choices=[(c.value, c.value) for c in Carrier], allow_blank=True)
    state = serializers.SerializerMethodField()
    days_late = serializers.SerializerMethodField(help_text="Days since the loan was due back; 0 when it is not late.")
    tracking_url = serializers.SerializerMethodField(help_text="The carrier's page, or an empty string.")
    totals = serializers.SerializerMethodField()

    class Meta:
        model = Sending
        fields = [
            "id", "version", "creator", "participation", "campaign", "kind", "state", "days_late", "items", "totals",
            "address", "ship_to", "carrier", "tracking_number", "tracking_url", "packing_amount", "carriage_amount",
            "return_carriage_amount", "notes", "prepared_on", "sent_on", "delivered_on", "due_back_on", "returned_on",
            "cancelled_at", "owner", "created_at", "updated_at",
        ]  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(AddressSerializer(allow_null=True))
    def get_ship_to(self, sending: Sending) -> dict[str, Any] | None:
        """Take the creator's usual address as long as the parcel has none and has not left."""
        if sending.address is not None or sending.sent_on is not None:
            return sending.address
        usual: list[PostalAddress] = sending.creator.usual_addresses
        return AddressSerializer(usual[0]).data if usual else None

    def get_state(self, sending: Sending) -> SendingState:
        """Read it from the dates."""
        return state_of(sending.dates)

    def get_days_late(self, sending: Sending) -> int:
        """Count from the day due, where the workspace is."""
        return days_late(sending.kind, sending.dates, self._today())

    def get_tracking_url(self, sending: Sending) -> str:
        """Find the carrier's page."""
        return tracking_link(sending.carrier, sending.tracking_number)

    @extend_schema_field(SendingTotalsSerializer)
    def get_totals(self, sending: Sending) -> dict[str, Any]:
        """Sum the items."""
        lines = [item.line for item in sending.items.all()]
        extras = (sending.packing_amount, sending.carriage_amount, sending.return_carriage_amount)
        sums = {
            "pieces": sum(line.quantity for line in lines),
            "public_value_amount": public_value(lines),
            "cost_amount": cost(lines, *extras),
        }
        return SendingTotalsSerializer(sums).data

    def _today(self) -> date:
        return clock.today(self.context["view"].access.workspace.time_zone)


class SendingItemWriteSerializer(WholeSerializer):
    """So many of a product."""

    product = serializers.PrimaryKeyRelatedField(queryset=Product.objects.all())
    quantity = serializers.IntegerField(min_value=1, max_value=MOST_PIECES)
    condition_out = serializers.CharField(
        max_length=300, required=False, allow_blank=True, help_text="What it looks like when it leaves."
    )


class ReturnedItemSerializer(serializers.Serializer[Any]):
    """So many of a product that came back."""

    product = serializers.PrimaryKeyRelatedField(queryset=Product.objects.all())
    quantity = serializers.IntegerField(min_value=1, max_value=MOST_PIECES)
    condition_in = serializers.CharField(
        max_length=300, required=False, allow_blank=True, help_text="What it looks like now."
    )


class SendingChangeSerializer(serializers.Serializer[Any]):
    """What may be corrected of a sending; what is not given stays."""

    participation = serializers.PrimaryKeyRelatedField(
        queryset=Participation.objects.filter(removed_at=None), required=False, allow_null=True
    )
    campaign = serializers.PrimaryKeyRelatedField(queryset=Campaign.objects.all(), required=False, allow_null=True)
    kind = serializers.ChoiceField(choices=[(k.value, k.value) for k in SendingKind], required=False)
    items = serializers.ListField(
        child=SendingItemWriteSerializer(), required=False, allow_empty=False, max_length=MOST_ITEMS
    )
    address = AddressSerializer(required=False, allow_null=True)
    address_id = serializers.PrimaryKeyRelatedField(
        queryset=PostalAddress.objects.all(), required=False, help_text="One of the creator's addresses, to copy."
    )
    carrier = serializers.ChoiceField(choices=[(c.value, c.value) for c in Carrier], required=False, allow_blank=True)
    tracking_number = serializers.CharField(max_length=80, required=False, allow_blank=True)
    packing_amount = serializers.DecimalField(12, 2, min_value=Decimal(0), required=False, allow_null=True)
    carriage_amount = serializers.DecimalField(12, 2, min_value=Decimal(0), required=False, allow_null=True)
    return_carriage_amount = serializers.DecimalField(12, 2, min_value=Decimal(0), required=False, allow_null=True)
    notes = serializers.CharField(max_length=10_000, required=False, allow_blank=True)
    prepared_on = serializers.DateField(required=False, allow_null=True)
    sent_on = serializers.DateField(required=False, allow_null=True)
    delivered_on = serializers.DateField(required=False, allow_null=True)
    due_back_on = serializers.DateField(required=False, allow_null=True)
    returned_on = serializers.DateField(
        required=False, allow_null=True, help_text="To correct the day; null takes the return back."
    )


class SendingCreateSerializer(SendingChangeSerializer):
    """A new sending."""

    creator = serializers.PrimaryKeyRelatedField(queryset=Creator.objects.filter(deleted_at=None))
    kind = serializers.ChoiceField(choices=[(k.value, k.value) for k in SendingKind])
    items = serializers.ListField(child=SendingItemWriteSerializer(), allow_empty=False, max_length=MOST_ITEMS)
    returned_on = None  # type: ignore[assignment]


class StepSerializer(serializers.Serializer[Any]):
    """The day of a step: today, where the workspace is, unless told."""

    on = serializers.DateField(required=False)


class SendStepSerializer(StepSerializer):
    """A departure, with what is known only now."""

    carrier = serializers.ChoiceField(choices=[(c.value, c.value) for c in Carrier], required=False, allow_blank=True)
    tracking_number = serializers.CharField(max_length=80, required=False, allow_blank=True)
    carriage_amount = serializers.DecimalField(12, 2, min_value=Decimal(0), required=False, allow_null=True)
    due_back_on = serializers.DateField(required=False)
    address = AddressSerializer(required=False)
    address_id = serializers.PrimaryKeyRelatedField(queryset=PostalAddress.objects.all(), required=False)


class ReturnStepSerializer(StepSerializer):
    """A return; everything that is out unless `items` says less."""

    items = serializers.ListField(
        child=ReturnedItemSerializer(), required=False, allow_empty=False, max_length=MOST_ITEMS
    )


class CancelStepSerializer(serializers.Serializer[Any]):
    """A cancellation."""

    why = serializers.CharField(max_length=300, required=False, allow_blank=True, default="")
