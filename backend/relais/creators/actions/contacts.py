"""How a person is reached."""

from collections.abc import Mapping, Sequence
from typing import Any

from relais.creators.models import ContactPoint, Creator, PostalAddress
from relais.creators.rules import ContactKind
from relais.kit import clock
from relais.kit.text import fold

_ADDRESS = ("recipient", "line1", "line2", "postcode", "city", "region", "country", "phone", "is_default")


def normalise(kind: str, value: str) -> str:
    """Return what two spellings of one contact point have in common: folded text, or the digits of a number."""
    if kind == ContactKind.PHONE:
        digits = "".join(letter for letter in value if letter.isdigit())
        return f"+{digits}" if value.strip().startswith("+") else digits
    return fold(value)


def replace_contact_points(*, creator: Creator, points: Sequence[Mapping[str, Any]]) -> bool:
    """Make these the person's contact points, in the caller's transaction; say whether anything changed.

    What was there already keeps its id, its origin and its date; a repeated one counts once; the first
    of each kind is primary when none is said to be.
    """
    wanted: dict[tuple[str, str], Mapping[str, Any]] = {}
    for point in points:
        key = (point["kind"], normalise(point["kind"], point["value"]))
        if key not in wanted or point.get("is_primary"):
            wanted[key] = point
    present = {(point.kind, point.normalised): point for point in ContactPoint.objects.filter(creator=creator)}
    primary = _primary(wanted)
    changed = bool(present.keys() - wanted.keys())
    ContactPoint.objects.filter(id__in=[present[key].pk for key in present.keys() - wanted.keys()]).delete()
    for key, point in wanted.items():
        row = present.get(key) or ContactPoint(
            creator=creator,
            kind=key[0],
            normalised=key[1],
            source_url=point.get("source_url", ""),
            collected_at=clock.now(),
        )
        values = {"value": point["value"], "label": point.get("label", ""), "is_primary": key in primary}
        if key not in present or any(getattr(row, name) != value for name, value in values.items()):
            for name, value in values.items():
                setattr(row, name, value)
            row.save()
            changed = True
    return changed


def _primary(wanted: Mapping[tuple[str, str], Mapping[str, Any]]) -> set[tuple[str, str]]:
    chosen: dict[str, tuple[str, str]] = {}
    for key, point in wanted.items():
        if point.get("is_primary"):
            chosen.setdefault(key[0], key)
    for key in wanted:
        chosen.setdefault(key[0], key)
    return set(chosen.values())


def replace_addresses(*, creator: Creator, addresses: Sequence[Mapping[str, Any]]) -> bool:
    """Make these the person's addresses, in the caller's transaction; say whether anything changed.

    One that reads the same keeps its id and its confirmation. The first is the default when none is.
    """
    wanted = [{name: address.get(name, "") for name in _ADDRESS} for address in addresses]
    default = next((number for number, address in enumerate(wanted) if address["is_default"]), 0)
    for number, address in enumerate(wanted):
        address["is_default"] = number == default
    present = list(PostalAddress.objects.filter(creator=creator))
    if sorted(map(_text, wanted)) == sorted(_text({name: getattr(row, name) for name in _ADDRESS}) for row in present):
        return False
    kept = {_place({name: getattr(row, name) for name in _ADDRESS}): row for row in present}
    rows = [(address, kept.pop(_place(address), None)) for address in wanted]
    PostalAddress.objects.filter(id__in=[row.pk for row in present if row in kept.values()]).delete()
    # One default at a time: the unique index looks at every statement.
    PostalAddress.objects.filter(creator=creator).update(is_default=False)
    for address, row in rows:
        if row is None:
            PostalAddress.objects.create(creator=creator, **address)
        elif address["is_default"]:
            PostalAddress.objects.filter(pk=row.pk).update(is_default=True)
    return True


def _place(address: Mapping[str, Any]) -> str:
    return "\n".join(str(address[name]) for name in _ADDRESS if name != "is_default")


def _text(address: Mapping[str, Any]) -> str:
    return f"{_place(address)}\n{bool(address['is_default'])}"
