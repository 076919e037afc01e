"""Filters of products and sendings."""

import django_filters as filters
from django.db.models import QuerySet

from relais.kit import clock
from relais.kit.filters import FlagFilter, IdFilter
from relais.sendings import querysets
from relais.sendings.models import Product, Sending
from relais.sendings.rules import SendingKind, SendingState


class ProductFilter(filters.FilterSet):
    """By brand, words, archived, low stock."""

    brand = IdFilter(field_name="brand_id", label="Id of the brand")
    q = filters.CharFilter(method="search", label="Words of the name or SKU", max_length=200)
    archived = FlagFilter(field_name="archived_at", lookup_expr="isnull", exclude=True, label="Archived or not")
    low = FlagFilter(method="by_stock", label="True: stock is at or below its warning level")

    class Meta:
        model = Product
        fields: list[str] = []

    def search(self, rows: QuerySet[Product], name: str, value: str) -> QuerySet[Product]:
        """Keep what holds the words."""
        return querysets.products_matching(rows, value)

    def by_stock(self, rows: QuerySet[Product], name: str, value: bool) -> QuerySet[Product]:  # noqa: FBT001
        """Keep low ones, or the others."""
        low = querysets.low_products(rows)
        return low if value else rows.exclude(pk__in=low.values("pk"))


class SendingFilter(filters.FilterSet):
    """By state, kind, links, lateness, words and days."""

    state = filters.MultipleChoiceFilter(
        choices=[(s.value, s.value) for s in SendingState], method="by_state", label="State; repeat for several"
    )
    kind = filters.ChoiceFilter(choices=[(k.value, k.value) for k in SendingKind], label="Gift or loan")
    campaign = IdFilter(field_name="campaign_id", label="Id of the campaign")
    participation = IdFilter(field_name="participation_id", label="Id of the participation")
    creator = IdFilter(field_name="creator_id", label="Id of the creator")
    product = IdFilter(field_name="items__product_id", label="Id of a product in it")
    late = FlagFilter(method="by_lateness", label="Loans that should be back, or everything else")
    q = filters.CharFilter(
        method="search", label="Words of the creator, a product or the tracking number", max_length=200
    )
    sent_after = filters.DateFilter(field_name="sent_on", lookup_expr="gte", label="Sent on or after")
    sent_before = filters.DateFilter(field_name="sent_on", lookup_expr="lte", label="Sent on or before")

    class Meta:
        model = Sending
        fields: list[str] = []

    def by_state(self, rows: QuerySet[Sending], name: str, value: list[str]) -> QuerySet[Sending]:
        """Keep those in one of the states."""
        return querysets.sendings_in(rows, *value) if value else rows

    def by_lateness(self, rows: QuerySet[Sending], name: str, value: bool) -> QuerySet[Sending]:  # noqa: FBT001
        """Keep late loans, or the others, on this day where the workspace is."""
        today = clock.today(self.request.parser_context["view"].access.workspace.time_zone)
        return querysets.late_sendings(rows, today) if value else querysets.sendings_not_late(rows, today)

    def search(self, rows: QuerySet[Sending], name: str, value: str) -> QuerySet[Sending]:
        """Keep what holds the words."""
        return querysets.sendings_matching(rows, value)
