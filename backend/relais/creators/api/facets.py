"""How many people there are by value of a facet, under the filters of the list."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from relais.creators.models import CreatorList, Tag
from relais.creators.rules import NOBODY, Facet
from relais.kit.errors import InvalidError
from relais.workspaces.models import Membership

OFFERED = tuple(Facet)
#: People counted at most, and values told of each facet.
MOST_PEOPLE = 100_000
MOST_VALUES = 100

#: The parameters that select within a facet: its own counts ignore them.
SELECTED_BY: Mapping[Facet, tuple[str, ...]] = {Facet.TAG: ("tags_any", "tags_all")}


def read_names(text: str | None) -> list[Facet]:
    """Read `facets=platform,tag`.

    Raises:
        InvalidError: a facet that is not offered.
    """
    names = [name for name in (text or "").split(",") if name]
    if unknown := [name for name in names if name not in OFFERED]:
        message = _("Unknown: %(unknown)s. Choose among: %(names)s.")
        raise InvalidError(errors={"facets": [message % {"unknown": ", ".join(unknown), "names": ", ".join(OFFERED)}]})
    return [Facet(name) for name in dict.fromkeys(names)]


def count(
    facets: Sequence[Facet], selected: Callable[[Sequence[str]], QuerySet[Any]], given: Mapping[str, Any]
) -> dict[str, list[dict[str, Any]]]:
    """Return `{facet: [{value, label?, count}]}`, most frequent first.

    Args:
        facets: which.
        selected: returns the people that the parameters select, ignoring those named.
        given: the parameters, to know which facets are narrowed by themselves.
    """
    own = {facet: _own(facet, given) for facet in facets}
    together = [facet for facet in facets if not own[facet]]
    found = _count(selected(()), together) if together else {}
    for facet in facets:
        if own[facet]:
            found |= _count(selected(own[facet]), [facet])
    labels = _labels(found)
    return {
        str(facet): [
            {"value": value, "count": number, **({"label": labels[facet, value]} if (facet, value) in labels else {})}
            for value, number in found.get(facet, [])
        ]
        for facet in facets
    }


def _own(facet: Facet, given: Mapping[str, Any]) -> list[str]:
    return [name for name in SELECTED_BY.get(facet, (str(facet),)) if name in given]


def _count(rows: QuerySet[Any], facets: Sequence[Facet]) -> dict[Facet, list[tuple[str, int]]]:
    inner, parameters = rows.order_by().values("facets")[:MOST_PEOPLE].query.sql_with_params()
    # `inner` is Django's own SQL, its values are parameters.
    sql = (
        f"SELECT split_part(token, ':', 1), substr(token, strpos(token, ':') + 1), count(*) FROM ({inner}) AS people, "  # noqa: S608
        "unnest(people.facets) AS token WHERE split_part(token, ':', 1) = ANY(%s) GROUP BY 1, 2 ORDER BY 3 DESC, 2"
    )
    found: dict[Facet, list[tuple[str, int]]] = {}
    with connection.cursor() as cursor:
        cursor.execute(sql, [*parameters, [str(facet) for facet in facets]])
        for name, value, number in cursor.fetchall():
            values = found.setdefault(Facet(name), [])
            if len(values) < MOST_VALUES:
                values.append((value, number))
    return found


def _labels(found: Mapping[Facet, Sequence[tuple[str, int]]]) -> dict[tuple[Facet, str], str]:
    """Return the names of what is known by its id."""
    names: dict[tuple[Facet, str], str] = {}
    for facet, model in ((Facet.TAG, Tag), (Facet.LIST, CreatorList)):
        if ids_of := _ids(found, facet):
            rows = model.objects.filter(id__in=ids_of).values_list("id", "name")
            names |= {(facet, str(pk)): name for pk, name in rows}
    if ids_of := _ids(found, Facet.OWNER):
        members = Membership.objects.filter(user_id__in=ids_of).values_list("user_id", "user__name")
        names |= {(Facet.OWNER, str(pk)): name for pk, name in members}
    return names


def _ids(found: Mapping[Facet, Sequence[tuple[str, int]]], facet: Facet) -> list[int]:
    return [int(value) for value, _number in found.get(facet, ()) if value != NOBODY]
