"""Named reads of products and sendings."""

from datetime import date

from django.db.models import F, Prefetch, Q, QuerySet

from relais.creators.models import PostalAddress
from relais.kit.text import fold
from relais.sendings.models import Product, Sending, SendingItem
from relais.sendings.rules import SendingKind, SendingState, tidy_number

#: The rows of each state: the same table as `rules.state_of`, which a test holds against it.
STATES: dict[str, Q] = {
    SendingState.CANCELLED: Q(cancelled_at__isnull=False),
    SendingState.RETURNED: Q(cancelled_at=None, returned_on__isnull=False),
    SendingState.DELIVERED: Q(cancelled_at=None, returned_on=None, delivered_on__isnull=False),
    SendingState.SENT: Q(cancelled_at=None, returned_on=None, delivered_on=None, sent_on__isnull=False),
    SendingState.PREPARED: Q(
        cancelled_at=None, returned_on=None, delivered_on=None, sent_on=None, prepared_on__isnull=False
    ),
    SendingState.DRAFT: Q(cancelled_at=None, returned_on=None, delivered_on=None, sent_on=None, prepared_on=None),
}
_LATE = Q(kind=SendingKind.LOAN, sent_on__isnull=False, returned_on=None, cancelled_at=None)
#: Long texts of a person or a campaign that no row of a list shows.
_UNSHOWN = (
    "creator__search",
    "creator__facets",
    "creator__notes",
    "creator__biography",
    "campaign__brief",
    "campaign__hashtags",
)


def products_matching(rows: QuerySet[Product], text: str) -> QuerySet[Product]:
    """Keep those with the words in name or SKU, accents and case ignored."""
    return rows.filter(search__contains=fold(text))


def low_products(rows: QuerySet[Product]) -> QuerySet[Product]:
    """Keep those of which more should be ordered."""
    return rows.filter(stock__lte=F("low_stock_at"))


def sendings_in(rows: QuerySet[Sending], *states: str) -> QuerySet[Sending]:
    """Keep those in one of the states."""
    wanted = Q(pk__in=[])
    for state in states:
        wanted |= STATES[state]
    return rows.filter(wanted)


def late_sendings(rows: QuerySet[Sending], today: date) -> QuerySet[Sending]:
    """Keep loans that should be back by now."""
    return rows.filter(_LATE, due_back_on__lt=today)


def sendings_not_late(rows: QuerySet[Sending], today: date) -> QuerySet[Sending]:
    """Keep the others."""
    return rows.filter(~_LATE | Q(due_back_on__gte=today) | Q(due_back_on=None))


def sendings_matching(rows: QuerySet[Sending], text: str) -> QuerySet[Sending]:
    """Keep those whose creator, tracking number or products hold the words."""
    words = fold(text)
    items = SendingItem.objects.filter(product__search__contains=words)
    found = Q(creator__search__contains=words) | Q(pk__in=items.values("sending_id"))
    number = tidy_number(text)
    return rows.filter(found | Q(tracking_number__contains=number) if number else found)


def with_contents(rows: QuerySet[Sending]) -> QuerySet[Sending]:
    """Read what a sending shows, in three statements however many rows; `usual_addresses` are their default ones."""
    usual = PostalAddress.objects.filter(is_default=True)
    items = SendingItem.objects.select_related("product").defer("product__notes", "product__search").order_by("id")
    return (
        rows.select_related("creator", "campaign__brand", "owner")
        .defer(*_UNSHOWN)
        .prefetch_related(Prefetch("items", items), Prefetch("creator__addresses", usual, to_attr="usual_addresses"))
    )
