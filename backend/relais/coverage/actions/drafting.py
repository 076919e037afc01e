"""From an address to a draft record: what the page says, whose it is, and what it answers. Nothing is saved."""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import F, Q

from relais.audience.models import Post
from relais.campaigns.models import Participation
from relais.campaigns.rules import LOST, StageKind
from relais.coverage.models import Coverage
from relais.coverage.querysets import all_sendings, kept
from relais.coverage.rules import CoverageKind, kind_on, same_piece_key
from relais.creators.models import Channel, Creator
from relais.kit.text import fold
from relais.sources import addresses
from relais.sources.actions import read_article
from relais.sources.errors import LookError
from relais.sources.rules import Platform

_DAY_IN_PATH = re.compile(r"/(20\d\d)/(\d\d)/(\d\d)(?:/|$)")
MOST = 5
#: Stages in which a publication is expected, the closest first.
_EXPECTING = (StageKind.PUBLISHING, StageKind.SENDING, StageKind.AGREED, StageKind.PUBLISHED)


class SuggestionReason(StrEnum):
    """Why a creator is suggested, the strongest first."""

    POST = "post"
    CHANNEL = "channel"
    AUTHOR = "author"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A creator it may be by."""

    creator: Creator
    reason: SuggestionReason
    channel: int | None = None


@dataclass(frozen=True, slots=True)
class Warned:
    """Why the page could not be read."""

    code: str
    detail: str


@dataclass(slots=True)
class Draft:
    """A record before anybody saves it."""

    url: str
    canonical_url: str
    platform: Platform
    kind: CoverageKind
    title: str = ""
    author: str = ""
    site_name: str = ""
    language: str = ""
    image_url: str = ""
    published_on: date | None = None
    creators: list[Suggestion] = field(default_factory=list)
    participations: list[Participation] = field(default_factory=list)
    sendings: list[Any] = field(default_factory=list)
    already_recorded: list[int] = field(default_factory=list)
    warning: Warned | None = None


def draft_coverage(*, url: str) -> Draft:
    """Return what can be known of a publication from its address.

    A page that cannot be read gives a draft all the same, of what the address says, with a warning.

    Raises:
        UnrecognisedUrlError: the text is no web address.
    """
    draft = _from_address(url)
    try:
        _from_page(draft)
    except LookError as error:
        draft.warning = Warned(code=error.reason, detail=str(error.detail))
    draft.creators = _creators(draft)
    if draft.creators:
        creator = draft.creators[0].creator
        draft.participations, draft.sendings = _cards(creator), _sendings(creator, draft.published_on)
    key = same_piece_key(draft.canonical_url)
    draft.already_recorded = list(kept(Coverage.objects.filter(piece_key=key)).values_list("pk", flat=True)[:MOST])
    return draft


def _from_address(url: str) -> Draft:
    canonical = addresses.canonical(url)
    platform = addresses.platform_of(canonical)
    site = same_piece_key(canonical).partition("/")[0]
    return Draft(
        url=url, canonical_url=canonical, platform=platform, kind=kind_on(platform), site_name=site,
        published_on=_day_in(canonical),
    )  # fmt: skip


def _day_in(url: str) -> date | None:
    found = _DAY_IN_PATH.search(url)
    if found is None:
        return None
    try:
        return date(*(int(part) for part in found.groups()))
    except ValueError:
        return None


def _from_page(draft: Draft) -> None:
    article = read_article(url=draft.canonical_url)
    draft.canonical_url = addresses.canonical(article.canonical_url or draft.canonical_url)
    draft.platform = article.platform
    draft.kind = kind_on(article.platform)
    draft.title, draft.author = article.title[:500], article.author[:200]
    draft.site_name = article.site_name[:200] or draft.site_name
    draft.language, draft.image_url = article.language[:2], article.image_url[:2000]
    if article.published_at is not None:
        draft.published_on = article.published_at.date()


def _creators(draft: Draft) -> list[Suggestion]:
    """Whoever's channel showed this post; else whose channel it lies below; else who signs with that name."""
    found: dict[int, Suggestion] = {}
    posts = Post.objects.filter(url=draft.canonical_url).values_list("channel_id", flat=True)[:MOST]
    for channel in _channels(Q(pk__in=list(posts))):
        found.setdefault(channel.creator_id, Suggestion(channel.creator, SuggestionReason.POST, channel.pk))
    above = addresses.channels_above(draft.canonical_url)
    wanted = Q(pk__in=[])
    for platform, key in above:
        wanted |= Q(platform=platform, key=key)
    for channel in sorted(_channels(wanted), key=lambda c: above.index((Platform(c.platform), c.key))):
        found.setdefault(channel.creator_id, Suggestion(channel.creator, SuggestionReason.CHANNEL, channel.pk))
    if not found and draft.author:
        name = fold(draft.author)
        for creator in Creator.objects.filter(deleted_at=None, search__contains=name)[:MOST]:
            if name in {fold(creator.name), fold(creator.preferred_name), fold(creator.main_handle)}:
                found.setdefault(creator.pk, Suggestion(creator, SuggestionReason.AUTHOR))
    return list(found.values())[:MOST]


def _channels(which: Q) -> list[Channel]:
    return list(Channel.objects.filter(which, creator__deleted_at=None).select_related("creator")[:MOST])


def _cards(creator: Creator) -> list[Participation]:
    cards = Participation.objects.filter(creator=creator, removed_at=None, campaign__archived_at=None)
    cards = cards.exclude(stage__kind__in=LOST).select_related("campaign__brand", "stage").order_by("-stage_since")
    order = {kind: place for place, kind in enumerate(_EXPECTING)}
    return sorted(cards[: 10 * MOST], key=lambda card: order.get(StageKind(card.stage.kind), len(order)))[:MOST]


def _sendings(creator: Creator, published_on: date | None) -> list[Any]:
    rows = all_sendings().filter(creator=creator, sent_on__isnull=False, cancelled_at=None)
    if published_on is not None:
        rows = rows.filter(sent_on__lte=published_on)
    # What nothing answers yet comes first, then the newest.
    rows = rows.annotate(answer=F("coverage__id")).order_by(F("answer").asc(nulls_first=True), "-sent_on", "-id")
    found = list({row.pk: row for row in rows.prefetch_related("items__product")[: 2 * MOST]}.values())[:MOST]
    for sending in found:
        sending.product_names = [item.product.name for item in sending.items.all()]
    return found
