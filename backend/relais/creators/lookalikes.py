"""Who of the workspace may be the same person as one we are about to add, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from relais.creators.models import Channel, ContactPoint, Creator
from relais.creators.rules import ContactKind, LookalikeReason, domain_of_blog, domain_of_email
from relais.kit.text import fold
from relais.sources.rules import Platform

EMAIL_KINDS = (ContactKind.EMAIL, ContactKind.AGENT_EMAIL)
#: More than this many are not shown.
MOST = 20


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A person, deleted ones included (their channels are still theirs), and why it may be the same."""

    creator: Creator
    reasons: tuple[LookalikeReason, ...]


def find(
    *,
    channels: Sequence[tuple[str, str]] = (),
    emails: Iterable[str] = (),
    called: Iterable[str] = (),
    domains: Iterable[str] = (),
) -> list[Lookalike]:
    """Return who shares a channel, an e-mail address, or the name and a domain; the surest first.

    Args:
        channels: `(platform, key)` of each channel.
        emails: addresses, in any case.
        called: full names, of the person or of its blog: lists are kept under either.
        domains: hosts of the person's sites, without `www.`; those of `channels` and `emails` count too.
    """
    addresses = {fold(email) for email in emails}
    hosts = {*domains} | _domains(channels, addresses)
    reasons: dict[int, list[LookalikeReason]] = {}
    for creator_id in _with_channel(channels):
        reasons.setdefault(creator_id, []).append(LookalikeReason.CHANNEL)
    for creator_id in _with_email(addresses):
        reasons.setdefault(creator_id, []).append(LookalikeReason.EMAIL)
    for creator_id in _with_name_and_domain(called, hosts):
        reasons.setdefault(creator_id, []).append(LookalikeReason.NAME_AND_DOMAIN)
    people = Creator.objects.filter(merged_into=None).in_bulk(list(reasons)[:MOST])
    return [Lookalike(people[pk], tuple(why)) for pk, why in reasons.items() if pk in people]


def _domains(channels: Iterable[tuple[str, str]], addresses: Iterable[str]) -> set[str]:
    hosts = {domain_of_blog(key) for platform, key in channels if platform == Platform.BLOG}
    return (hosts | {domain_of_email(address) for address in addresses}) - {""}


def _with_channel(channels: Sequence[tuple[str, str]]) -> list[int]:
    chosen = Q(pk__in=[])
    for platform, key in channels:
        chosen |= Q(platform=platform, key=key)
    return list(
        dict.fromkeys(Channel.objects.filter(chosen).order_by("creator_id").values_list("creator_id", flat=True))
    )


def _with_email(addresses: set[str]) -> list[int]:
    if not addresses:
        return []
    rows = ContactPoint.objects.filter(kind__in=EMAIL_KINDS, normalised__in=addresses).order_by("creator_id")
    return list(dict.fromkeys(rows.values_list("creator_id", flat=True)))


def _with_name_and_domain(called: Iterable[str], hosts: set[str]) -> list[int]:
    names = {folded for name in called if (folded := fold(name))}
    if not names or not hosts:
        return []
    people = Creator.objects.live().filter(folded_name__in=names).order_by("id")
    namesakes = people.prefetch_related("channels", "contact_points")[:MOST]
    return [
        person.pk
        for person in namesakes
        if hosts
        & _domains(
            [(channel.platform, channel.key) for channel in person.channels.all()],
            [point.normalised for point in person.contact_points.all() if point.kind in EMAIL_KINDS],
        )
    ]
