"""Record a publication, correct it, remove it, bring it back."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from relais.activity.actions import record
from relais.campaigns.actions import advance
from relais.campaigns.rules import StageKind
from relais.coverage.actions.links import tie
from relais.coverage.errors import AlreadyRecordedError
from relais.coverage.models import Coverage
from relais.coverage.rules import kind_on, same_piece_key
from relais.creators.models import Creator
from relais.kit import clock
from relais.kit.actors import Actor
from relais.kit.errors import InvalidError, StaleVersionError
from relais.kit.text import clean, fold
from relais.sources import addresses

LINKS = frozenset({"participation", "campaign", "sending", "channel"})


@transaction.atomic
def record_coverage(*, creator: Creator, url: str, values: Mapping[str, Any], today: date, by: Actor) -> Coverage:
    """Record one publication of a creator.

    Args:
        creator: who published it.
        url: where; tracking parameters are dropped.
        values: other columns; platform and kind follow from the address unless given.
        today: in the workspace's zone.
        by: who records it.

    Raises:
        UnrecognisedUrlError: the text is no web address.
        AlreadyRecordedError: this creator has the piece already; its id is in the answer.
        InvalidError: a link or the day does not fit.
    """
    piece = Coverage(creator=creator, made_by_id=by.user_id)
    _address(piece, url)
    for field, value in values.items():
        setattr(piece, field, value)
    if "kind" not in values:
        piece.kind = kind_on(piece.platform)
    _save(piece, given=set(values), today=today)
    _tell(piece, "recorded", by=by, data={"url": piece.canonical_url, "title": piece.title})
    _follow(piece, by=by)
    return piece


@transaction.atomic
def change_coverage(*, coverage: Coverage, values: Mapping[str, Any], today: date, by: Actor) -> Coverage:
    """Correct a piece, or link it.

    Raises:
        AlreadyRecordedError: the new address is another piece's of this creator.
        InvalidError: a link or the day does not fit.
        StaleVersionError: somebody else saved it since it was read.
    """
    target = Coverage.objects.select_for_update(no_key=True, of=("self",)).get(pk=coverage.pk)
    if target.version != coverage.version:
        raise StaleVersionError
    before = {field: _plain(getattr(target, field)) for field in values}
    for field, value in values.items():
        if field == "url":
            _address(target, value)
        else:
            setattr(target, field, value)
    if "participation" in values and "campaign" not in values:
        target.campaign = None
    _save(target.bump(), given=set(values) & LINKS - _emptied(values), today=today)
    changed = {f: [old, _plain(getattr(target, f))] for f, old in before.items() if old != _plain(getattr(target, f))}
    _tell(target, "changed", by=by, data={"title": target.title, "changed": changed})
    if {"participation", "sending"} & set(changed):
        _follow(target, by=by)
    return target


@transaction.atomic
def remove_coverage(*, coverage: Coverage, by: Actor) -> Coverage:
    """Take a piece out of all lists and sums; `restore_coverage` undoes it, numbers included."""
    coverage.removed_at = clock.now()
    coverage.bump().save(update_fields=["removed_at", "version", "updated_at"])
    _tell(coverage, "removed", by=by, data={"url": coverage.canonical_url, "title": coverage.title})
    return coverage


@transaction.atomic
def restore_coverage(*, coverage: Coverage, by: Actor) -> Coverage:
    """Undo a removal.

    Raises:
        AlreadyRecordedError: the piece was recorded again meanwhile.
    """
    if coverage.removed_at is not None:
        _refuse_second(coverage)
        coverage.removed_at = None
        coverage.bump().save(update_fields=["removed_at", "version", "updated_at"])
        _tell(coverage, "restored", by=by, data={"url": coverage.canonical_url, "title": coverage.title})
    return coverage


def _address(piece: Coverage, url: str) -> None:
    piece.url = piece.canonical_url = addresses.canonical(url)
    piece.platform = addresses.platform_of(piece.canonical_url)
    piece.piece_key = same_piece_key(piece.canonical_url)


def _save(piece: Coverage, *, given: set[str], today: date) -> None:
    if piece.published_on is not None and piece.published_on > today:
        raise InvalidError(errors={"published_on": [_("This day has not come yet. Give today or an earlier day.")]})
    tie(piece, given=given)
    for field in ("title", "author", "site_name"):
        setattr(piece, field, clean(getattr(piece, field)).strip())
    piece.search = fold(f"{piece.title} {piece.author} {piece.site_name} {piece.piece_key}")
    _refuse_second(piece)
    try:
        with transaction.atomic():
            piece.save()
    except IntegrityError as error:
        if "coverage_once" not in str(error):
            raise
        _refuse_second(piece)
        raise AlreadyRecordedError from error


def _refuse_second(piece: Coverage) -> None:
    twins = Coverage.objects.filter(creator_id=piece.creator_id, piece_key=piece.piece_key, removed_at=None)
    other = twins.exclude(pk=piece.pk).values_list("pk", flat=True).first()
    if other is not None:
        raise AlreadyRecordedError(errors={"url": [AlreadyRecordedError.message]}, extra={"coverage": other})


def _emptied(values: Mapping[str, Any]) -> set[str]:
    return {field for field in LINKS if field in values and values[field] is None and field != "participation"}


def _follow(piece: Coverage, *, by: Actor) -> None:
    if piece.participation_id is not None:
        advance(participation_id=piece.participation_id, to=StageKind.PUBLISHED, by=by, why=piece.title)


def _tell(piece: Coverage, what: str, *, by: Actor, data: Mapping[str, Any]) -> None:
    record(
        verb=f"coverage.{what}",
        subject=piece,
        by=by,
        creator_id=piece.creator_id,
        campaign_id=piece.campaign_id,
        data=data,
    )


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | str):
        return value
    return value.pk if hasattr(value, "pk") else str(value)
