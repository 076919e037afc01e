"""Words the team sorts people by."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import IntegrityError, transaction

from relais.activity.actions import record
from relais.creators.actions.headline import refresh_headlines
from relais.creators.errors import NameTakenError
from relais.creators.models import CreatorTag, Tag
from relais.kit.actors import Actor
from relais.kit.text import fold


def tags_named(names: Iterable[str]) -> list[Tag]:
    """Return the tags of these names, made where they are new, in the caller's transaction; blank names are skipped."""
    wanted: dict[str, str] = {}
    for name in names:
        if folded := fold(name)[:60]:
            wanted.setdefault(folded, name.strip())
    Tag.objects.bulk_create([Tag(name=name, folded=folded) for folded, name in wanted.items()], ignore_conflicts=True)
    return list(Tag.objects.filter(folded__in=wanted))


@transaction.atomic
def save_tag(*, tag: Tag | None, values: Mapping[str, Any], by: Actor) -> Tag:
    """Make a tag, or change one.

    Raises:
        NameTakenError: another tag has the name, accents and case aside.
    """
    target = tag or Tag()
    before = {name: getattr(target, name) for name in values}
    for name, value in values.items():
        setattr(target, name, value)
    target.folded = fold(target.name)[:60]
    try:
        with transaction.atomic():
            target.save()
    except IntegrityError as error:
        raise NameTakenError from error
    data = {"name": target.name} if tag is None else {"before": before, "after": dict(values)}
    record(verb="tag.created" if tag is None else "tag.changed", subject=target, by=by, data=data)
    if tag is not None and "name" in values:
        refresh_headlines(_carriers([target.pk]))
    return target


@transaction.atomic
def delete_tag(*, tag: Tag, by: Actor) -> None:
    """Take a tag from everybody and forget it."""
    carriers = _carriers([tag.pk])
    record(verb="tag.deleted", subject=tag, by=by, data={"name": tag.name, "creators": len(carriers)})
    tag.delete()
    refresh_headlines(carriers)


def _carriers(tag_ids: Sequence[int]) -> list[int]:
    return list(CreatorTag.objects.filter(tag_id__in=tag_ids).values_list("creator_id", flat=True))
