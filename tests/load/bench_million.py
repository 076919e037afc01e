"""The creators list of a workspace of a million people against that of a hundred thousand.

Goal: at most 1.5 times as long. It takes ten minutes to build, so it is measured only when it is named.
"""

from functools import partial
from typing import Any

import orjson
from django.db import connection

from tests.load import crowd, harness
from tests.load.figures import Figure

TIMES = 10
GOAL_RATIO = 1.5
ROUNDS = 150
PATHS = {
    "creators list by followers, a million against 100,000": "?order=-followers",
    "the same, a later page": "?order=-followers&cursor={cursor}",
}

TAGS = """
INSERT INTO creators_tag ({columns}) SELECT {values} FROM creators_tag WHERE workspace_id = %(old)s ORDER BY id
"""
#: The same people over and over, with followers of their own; tags are those of the new workspace.
PEOPLE = """
INSERT INTO creators_creator ({columns}) SELECT {values} FROM creators_creator, generate_series(1, {times}) AS time
WHERE workspace_id = %(old)s
"""
FACETS = """
ARRAY(SELECT CASE WHEN token LIKE 'tag:%%' THEN 'tag:' || (substr(token, 5)::bigint + %(shift)s) ELSE token END
      FROM unnest(facets) AS token)
"""


def multiply(people: crowd.Crowd) -> Any:
    """Make a workspace that holds everybody ten times."""
    from relais.creators.models import Creator, Tag
    from tests import factories

    workspace = factories.make_workspace(people.owner, "Métropole")
    old = people.workspace.pk
    with connection.cursor() as cursor:
        cursor.execute(_copying(TAGS, Tag, {}), {"old": old, "new": workspace.pk})
    shift = min(Tag.all_workspaces.filter(workspace=workspace).values_list("id", flat=True)) - min(people.tags)
    changed = {"facets": FACETS, "followers": "followers + time * 13 %% 101", "merged_into_id": "NULL"}
    with crowd.without_indexes(Creator), connection.cursor() as cursor:
        cursor.execute(_copying(PEOPLE, Creator, changed), {"old": old, "new": workspace.pk, "shift": shift})
    harness.analyse()
    return workspace


def _copying(statement: str, model: Any, changed: dict[str, str]) -> str:
    columns = [field.column for field in model._meta.concrete_fields if not field.primary_key]
    values = [changed.get(name, "%(new)s" if name == "workspace_id" else name) for name in columns]
    return statement.format(columns=", ".join(columns), values=", ".join(values), times=TIMES)


def run() -> list[Figure]:
    """Ask both workspaces in turn."""
    people = crowd.build()
    larger = multiply(people)
    visitor = harness.Visitor(people.owner)
    figures = []
    for job, query in PATHS.items():
        jobs = {
            name: partial(visitor.get, _path(visitor, workspace.slug, query))
            for name, workspace in (("100,000", people.workspace), ("a million", larger))
        }
        turns = harness.in_turn(jobs, rounds=ROUNDS)
        figures.append(Figure(job, turns.ratio("a million", "100,000"), "×", GOAL_RATIO, times=turns.times))
    return figures


def _path(visitor: harness.Visitor, slug: str, query: str) -> str:
    """Return the address of the page; of a later one, by walking there."""
    root = f"/api/v1/workspaces/{slug}/creators/"
    cursor = ""
    for _page in range(20 if "{cursor}" in query else 0):
        walked = f"{root}{query.format(cursor=cursor)}" if cursor else f"{root}?order=-followers"
        cursor = orjson.loads(visitor.get(walked).body)["next"]
    return f"{root}{query.format(cursor=cursor)}"
