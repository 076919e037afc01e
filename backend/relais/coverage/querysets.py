"""Named reads of coverage. Sendings are a sibling layer: they are reached through the link, never imported."""

from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from relais.coverage.models import Coverage, CoverageMetric
from relais.kit.text import fold

_UNSHOWN = (
    "creator__search", "creator__facets", "creator__notes", "creator__biography", "campaign__brief",
    "campaign__hashtags", "sending__notes", "sending__address", "search",
)  # fmt: skip


def all_sendings() -> QuerySet[Any]:
    """Return the workspace's sendings."""
    model: Any = Coverage._meta.get_field("sending").related_model
    sendings: QuerySet[Any] = model._default_manager.all()
    return sendings


def kept(rows: QuerySet[Coverage]) -> QuerySet[Coverage]:
    """Leave out what was removed."""
    return rows.filter(removed_at=None)


def of_brand(rows: QuerySet[Coverage], brand_id: int) -> QuerySet[Coverage]:
    """Keep what was published for a brand: by its campaign, or without one by the products sent."""
    return rows.filter(Q(campaign__brand=brand_id) | Q(campaign=None, sending__in=sendings_of_brand(brand_id)))


def sendings_of_brand(brand_id: int) -> QuerySet[Any]:
    """Return what was sent for a brand: by its campaign, or without one by the products in it."""
    sent = all_sendings()
    with_product = sent.filter(campaign=None, items__product__brand=brand_id)
    return sent.filter(Q(campaign__brand=brand_id) | Q(pk__in=with_product.values("pk")))


def matching(rows: QuerySet[Coverage], text: str) -> QuerySet[Coverage]:
    """Keep those whose title, author, site, address or creator hold the words."""
    words = fold(text)
    return rows.filter(Q(search__contains=words) | Q(creator__search__contains=words))


def with_newest_numbers(rows: QuerySet[Coverage]) -> QuerySet[Coverage]:
    """Read what a row shows, in two statements however many rows; `newest` holds the last numbers or nothing."""
    newest = CoverageMetric.objects.select_related("user").order_by("coverage_id", "-taken_on").distinct("coverage_id")
    return (
        rows.select_related("creator", "campaign__brand", "sending")
        .defer(*_UNSHOWN)
        .prefetch_related(Prefetch("metrics", newest, to_attr="newest"))
    )
