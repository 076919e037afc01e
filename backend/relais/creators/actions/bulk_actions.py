"""The bulk actions of this app, each one set-based and taken back by others of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from relais.activity.actions import build, record_all
from relais.creators.actions.bulk import BulkCall, BulkResult, calls_by
from relais.creators.actions.headline import refresh_headlines
from relais.creators.actions.lists import add_to_list as put_on
from relais.creators.actions.lists import remove_from_list as take_off
from relais.creators.actions.people import delete_creators, restore_creators
from relais.creators.actions.tags import tags_named
from relais.creators.models import Creator, CreatorTag, Tag
from relais.kit.actors import Actor
from relais.kit.text import fold


def add_tags(ids: Sequence[int], params: Mapping[str, Any], by: Actor) -> BulkResult:
    """Give everybody these tags, made where they are new."""
    tags = tags_named(params["tags"])
    present = set(CreatorTag.objects.filter(tag__in=tags, creator_id__in=ids).values_list("creator_id", "tag_id"))
    new = {tag: [pk for pk in ids if (pk, tag.pk) not in present] for tag in tags}
    CreatorTag.objects.bulk_create(
        [CreatorTag(creator_id=pk, tag=tag) for tag, people in new.items() for pk in people],
        ignore_conflicts=True,
        batch_size=2_000,
    )
    return _tagged("creator.tagged", "remove_tags", new, by)


def remove_tags(ids: Sequence[int], params: Mapping[str, Any], by: Actor) -> BulkResult:
    """Take these tags from everybody."""
    tags = list(Tag.objects.filter(folded__in=[fold(name) for name in params["tags"]]))
    links = CreatorTag.objects.filter(tag__in=tags, creator_id__in=ids)
    gone: dict[Tag, list[int]] = {tag: [] for tag in tags}
    by_id = {tag.pk: tag for tag in tags}
    for creator_id, tag_id in links.order_by("creator_id").values_list("creator_id", "tag_id"):
        gone[by_id[tag_id]].append(creator_id)
    links.delete()
    return _tagged("creator.untagged", "add_tags", gone, by)


def _tagged(verb: str, back: str, changes: Mapping[Tag, list[int]], by: Actor) -> BulkResult:
    names: dict[int, list[str]] = {}
    for tag, people in changes.items():
        for pk in people:
            names.setdefault(pk, []).append(tag.name)
    _record(verb, {pk: {"tags": tags} for pk, tags in names.items()}, by)
    refresh_headlines(names)
    undo = [BulkCall(back, people, {"tags": [tag.name]}) for tag, people in changes.items() if people]
    return BulkResult(sorted(names), undo)


def set_owner(ids: Sequence[int], params: Mapping[str, Any], by: Actor) -> BulkResult:
    """Make one member, or nobody, the owner of all."""
    owner = params["owner"]
    former = dict(_locked(ids).values_list("id", "owner_id"))
    changed = {pk: before for pk, before in former.items() if before != owner}
    Creator.objects.filter(id__in=changed).update(owner_id=owner)
    _record("creator.owner_changed", {pk: {"from": before, "to": owner} for pk, before in changed.items()}, by)
    refresh_headlines(changed, words=False)
    return BulkResult(sorted(changed), calls_by("set_owner", changed, lambda before: {"owner": before}))


def set_status(ids: Sequence[int], params: Mapping[str, Any], by: Actor) -> BulkResult:
    """Set the status of the relation by hand, or (`by_hand` false) as events would have."""
    wanted = (params["status"], params["by_hand"])
    rows = _locked(ids).values_list("id", "relationship_status", "status_by_hand")
    changed = {pk: (status, by_hand) for pk, status, by_hand in rows if (status, by_hand) != wanted}
    Creator.objects.filter(id__in=changed).update(relationship_status=wanted[0], status_by_hand=wanted[1])
    _record("creator.status_changed", {pk: {"from": before[0], "to": wanted[0]} for pk, before in changed.items()}, by)
    refresh_headlines(changed, words=False)
    undo = calls_by("set_status", changed, lambda before: {"status": before[0], "by_hand": before[1]})
    return BulkResult(sorted(changed), undo)


def add_to_list(ids: Sequence[int], params: Mapping[str, Any], by: Actor) -> BulkResult:
    """Put everybody on a list."""
    changed = put_on(target=params["list"], creator_ids=ids, by=by)
    return BulkResult(changed, _undo("remove_from_list", changed, {"list": params["list"].pk}))


def remove_from_list(ids: Sequence[int], params: Mapping[str, Any], by: Actor) -> BulkResult:
    """Take everybody off a list."""
    changed = take_off(target=params["list"], creator_ids=ids, by=by)
    return BulkResult(changed, _undo("add_to_list", changed, {"list": params["list"].pk}))


def delete(ids: Sequence[int], params: Mapping[str, Any], by: Actor) -> BulkResult:  # noqa: ARG001 - one shape for all
    """Put everybody aside."""
    changed = delete_creators(creator_ids=ids, by=by)
    return BulkResult(changed, _undo("restore", changed, {}))


def restore(ids: Sequence[int], params: Mapping[str, Any], by: Actor) -> BulkResult:  # noqa: ARG001 - one shape for all
    """Bring everybody back."""
    changed = restore_creators(creator_ids=ids, by=by)
    return BulkResult(changed, _undo("delete", changed, {}))


def _undo(action: str, ids: list[int], params: dict[str, Any]) -> list[BulkCall]:
    return [BulkCall(action, ids, params)] if ids else []


def _locked(ids: Sequence[int]) -> Any:
    return Creator.objects.filter(id__in=ids).order_by("id").select_for_update(no_key=True)


def _record(verb: str, data: Mapping[int, Mapping[str, Any]], by: Actor) -> None:
    record_all([build(verb=verb, subject=Creator(pk=pk), by=by, creator_id=pk, data=line) for pk, line in data.items()])
