"""A person from a pasted address: what the address tells, and who it may be already."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from relais.creators import lookalikes
from relais.creators.actions.people import create_creator
from relais.creators.codes import countries, languages
from relais.creators.lookalikes import Lookalike
from relais.creators.models import Channel, Creator, CreatorList
from relais.creators.rules import CreatorKind, domain_of_blog
from relais.kit.actors import Actor
from relais.kit.errors import Message
from relais.kit.text import clean
from relais.sources.actions import identify, look
from relais.sources.errors import LookError, sentence
from relais.sources.rules import Platform
from scrapers.model import ProfileRef, ProfileStats, Via

NAME_LENGTH, BIOGRAPHY_LENGTH = 200, 10_000
#: A platform whose pages Relais leaves alone: all there is comes from the address.
UNREAD = "manual_only"
#: Profiles linked from a page beyond this many are not offered.
MOST_CHANNELS = 20


@dataclass(frozen=True, slots=True)
class DraftChannel:
    """A channel found on the way; `taken_by` is who has it already."""

    platform: str
    url: str
    handle: str
    title: str = ""
    followers: int | None = None
    feed_url: str = ""
    taken_by: Creator | None = None


@dataclass(frozen=True, slots=True)
class Warned:
    """Why something could not be read."""

    code: str
    detail: Message


@dataclass(frozen=True, slots=True)
class Draft:
    """What an address told; nothing of it is stored."""

    url: str
    name: str
    kind: CreatorKind
    biography: str = ""
    language: str = ""
    country: str = ""
    emails: list[str] = field(default_factory=list)
    avatar_url: str = ""
    feed_url: str = ""
    channels: list[DraftChannel] = field(default_factory=list)
    duplicates: list[Lookalike] = field(default_factory=list)
    warning: Warned | None = None


def draft_from_url(*, url: str) -> Draft:
    """Return what the page and its feed say of a person, with those who may be the same.

    A page that cannot be read still gives platform and handle, and a warning.

    Raises:
        UnrecognisedUrlError: the text is no web address.
    """
    ref = identify(url=url)
    try:
        stats = look(url=url)
    except LookError as error:
        return _describe(ProfileStats(ref=ref, via=Via.HAND), warning=Warned(error.reason, error.detail))
    unread = Warned(UNREAD, sentence(UNREAD)) if stats.via == Via.HAND else None
    return _describe(stats, warning=unread)


def create_from_url(*, url: str, values: Mapping[str, Any], by: Actor, lists: list[CreatorList]) -> Creator:
    """Make the person of this address: values given win, the page's serve for what is missing.

    The channels given are the ones made; without any, that of the address alone.

    Raises:
        UnrecognisedUrlError, ChannelTakenError: as `create_creator`.
    """
    chosen = dict(values)
    emails, channels = chosen.pop("emails", None), chosen.pop("channels", None)
    if "name" not in chosen:
        draft = draft_from_url(url=url)
        for name in ("name", "kind", "biography", "language", "country", "avatar_url"):
            chosen.setdefault(name, getattr(draft, name))
        emails = draft.emails if emails is None else emails
    wanted = [url] if channels is None else channels
    return create_creator(
        values=chosen, by=by, channels=wanted, emails=emails or (), lists=lists, found_at=identify(url=url).url
    )


def _describe(stats: ProfileStats, warning: Warned | None) -> Draft:
    refs = list(dict.fromkeys([stats.ref, *stats.links]))[:MOST_CHANNELS]
    names = [(str(ref.platform), ref.key) for ref in refs]
    told = [text for name in (stats.person, stats.name) if (text := clean(name).strip()[:NAME_LENGTH])]
    name = told[0] if told else _fallback_name(stats.ref)
    emails = list(dict.fromkeys(stats.emails))
    taken = _holders(refs)
    return Draft(
        url=stats.ref.url,
        name=name,
        kind=CreatorKind.BLOGGER if stats.ref.platform == Platform.BLOG else CreatorKind.INFLUENCER,
        biography=clean(stats.description)[:BIOGRAPHY_LENGTH],
        language=stats.language if stats.language in languages() else "",
        country=stats.country.upper() if stats.country.upper() in countries() else "",
        emails=emails,
        avatar_url=_web(stats.avatar_url),
        feed_url=stats.feed_url,
        channels=[_channel(ref, stats, taken.get((ref.platform, ref.key))) for ref in refs],
        duplicates=lookalikes.find(channels=names, emails=emails, called=told or [name]),
        warning=warning,
    )


def _channel(ref: ProfileRef, stats: ProfileStats, holder: Creator | None) -> DraftChannel:
    if ref != stats.ref:
        return DraftChannel(platform=ref.platform, url=ref.url, handle=ref.handle, taken_by=holder)
    return DraftChannel(
        platform=ref.platform,
        url=ref.url,
        handle=ref.handle,
        title=clean(stats.name)[:300],
        followers=stats.followers.value if stats.followers else None,
        feed_url=stats.feed_url or ref.feed_url,
        taken_by=holder,
    )


def _holders(refs: list[ProfileRef]) -> dict[tuple[str, str], Creator]:
    rows = Channel.objects.select_related("creator").filter(key__in=[ref.key for ref in refs])
    return {(row.platform, row.key): row.creator for row in rows}


def _fallback_name(ref: ProfileRef) -> str:
    return (ref.handle or domain_of_blog(ref.key))[:NAME_LENGTH]


def _web(url: str) -> str:
    return url if url.startswith(("http://", "https://")) and len(url) <= 2_000 else ""  # noqa: PLR2004
