"""The creators list, filters and search over 100,000 people, and two years of one channel's numbers.

Goals: at most 3 × raw, the whole stack with sign-in and scope against psycopg + orjson; a chart in 10 ms and two
statements.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import cycle
from typing import Any

import orjson

from relais.creators.rules import Facet, values_of
from relais.kit.pagination import _write_cursor
from tests.load import crowd, harness
from tests.load.figures import Figure

GOAL_RATIO = 3.0
GOAL_CHART_MS = 10.0
GOAL_CHART_STATEMENTS = 2
PAGE = 50

Job = Callable[[], Any]
ROUNDS = 150
#: Shorter words are looked up as beginnings.
TRIGRAM = 3
#: What people type: a whole name without its accents, a name and a city, a blog's title, one word, a fragment.
SEARCHES = ("eloise bilou", "noemie nantes", "couture et patisserie", "foufou", "gan benoit")

COLUMNS = """
creator.id, creator.name, kind, main_platform, main_handle, facets, followers, reach, engagement_rate, tier,
measured_at, main_state, country, creator.language, city, owner_id, person.name, relationship_status, last_contacted_at,
last_published_at, channel_count, has_email, avatar_url, version, creator.created_at
"""
PEOPLE = f"""
SELECT {COLUMNS} FROM creators_creator creator LEFT JOIN workspaces_user person ON person.id = owner_id
WHERE workspace_id = %(workspace)s AND deleted_at IS NULL AND merged_into_id IS NULL AND followers IS NOT NULL
    AND {{where}}
ORDER BY followers DESC, creator.id DESC LIMIT {PAGE + 1}
"""  # noqa: S608
TAGS = "SELECT id, name, colour FROM creators_tag WHERE workspace_id = %s AND id = ANY(%s)"


def bare(workspace: Any, where: str, values: Mapping[str, Any]) -> Any:
    """Return a WSGI function that does nothing but the two statements and the JSON."""
    connection = harness.raw_connection()
    connection.execute("SET TIME ZONE 'UTC'")
    statement = PEOPLE.format(where=where)

    def application(environ: Any, start_response: Any) -> list[bytes]:
        found = connection.execute(statement, {"workspace": workspace.pk, **values}).fetchall()
        ids = {int(value) for row in found for value in values_of(row[5], Facet.TAG)}
        rows = connection.execute(TAGS, [workspace.pk, list(ids)])
        tags = {row[0]: {"id": row[0], "name": row[1], "colour": row[2]} for row in rows}
        page = found[:PAGE]
        more = len(found) > PAGE
        body = {
            "results": [_row(row, tags) for row in page],
            "next": _write_cursor("-followers", page[-1][6], page[-1][0]) if more else None,
        }
        start_response("200 OK", [("Content-Type", "application/json")])
        return [orjson.dumps(body, option=orjson.OPT_UTC_Z)]

    return application


def _row(row: Sequence[Any], tags: Mapping[int, Any]) -> dict[str, Any]:
    return {
        "id": row[0],
        "name": row[1],
        "kind": row[2],
        "main_platform": row[3],
        "main_handle": row[4],
        "platforms": values_of(row[5], Facet.PLATFORM),
        "followers": row[6],
        "reach": row[7],
        "engagement_rate": row[8],
        "tier": row[9],
        "measured_at": row[10],
        "main_state": row[11],
        "country": row[12],
        "language": row[13],
        "city": row[14],
        "tags": [tags[int(value)] for value in values_of(row[5], Facet.TAG)],
        "owner": None if row[15] is None else {"id": row[15], "name": row[16]},
        "relationship_status": row[17],
        "last_contacted_at": row[18],
        "last_published_at": row[19],
        "channel_count": row[20],
        "has_email": row[21],
        "avatar_url": row[22],
        "version": row[23],
        "created_at": row[24],
    }


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of Relais, and the condition that says the same to the database."""

    query: str
    where: str = "true"
    values: Mapping[str, Any] = field(default_factory=dict)


def questions(people: crowd.Crowd) -> dict[str, list[Question]]:
    """Return what is measured; several of one job are asked in turn."""
    tag = people.tags[3]
    filters = f"&platform=instagram&country=FR&tags_any={tag}&followers_min=10000&followers_max=100000"
    tokens = {"tokens": ["platform:instagram", "country:FR", f"tag:{tag}"]}
    return {
        "creators list, 50 rows of 100,000 by followers": [Question("")],
        "creators list, five filters": [
            Question(filters, "facets @> %(tokens)s::varchar[] AND followers BETWEEN 10000 AND 100000", tokens)
        ],
        "creators search, top 50": [_search(text) for text in SEARCHES],
    }


def _search(text: str) -> Question:
    words = text.split()
    where = " AND ".join(f"search LIKE %(word{place})s" for place in range(len(words)))
    patterns = [f"%{word}%" if len(word) >= TRIGRAM else f"% {word}%" for word in words]
    return Question(f"&q={'+'.join(words)}", where, {f"word{place}": pattern for place, pattern in enumerate(patterns)})


def run() -> list[Figure]:
    """Measure the lists, then the chart."""
    people = crowd.build()
    visitor = harness.Visitor(people.owner)
    root = f"/api/v1/workspaces/{people.workspace.slug}"
    figures = []
    for job, asked in questions(people).items():
        calls = cycle([_calls(people, visitor, f"{root}/creators/?order=-followers", each) for each in asked])
        turns = harness.in_turn_of(calls, rounds=ROUNDS)
        figures.append(Figure(job, turns.ratio("relais", "raw"), "× raw", GOAL_RATIO, times=turns.times))
    return [*figures, *_chart(people, visitor, root)]


def _calls(people: crowd.Crowd, visitor: harness.Visitor, path: str, question: Question) -> dict[str, Job]:
    path += question.query
    raw = bare(people.workspace, question.where, question.values)
    found = visitor.get(path)
    harness.compare(found, harness.call(raw, path))
    if not orjson.loads(found.body)["results"]:
        raise AssertionError(f"Nobody is found by {path}.")
    return {"raw": partial(harness.call, raw, path), "relais": partial(visitor.get, path)}


def _chart(people: crowd.Crowd, visitor: harness.Visitor, root: str) -> list[Figure]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    channels = cycle(range(people.first_channel, people.first_channel + crowd.MEASURED, 97))

    def ask() -> harness.Answer:
        return visitor.get(f"{root}/channels/{next(channels)}/snapshots/?since=2024-03-04&until=2026-03-02")

    if len(orjson.loads(ask().body)["points"]) != crowd.WEEKS:
        raise AssertionError("The chart does not hold all its points.")
    with CaptureQueriesContext(connection) as queries:
        ask()
    own = [query for query in queries if "django_session" not in query["sql"] and "workspaces_" not in query["sql"]]
    turns = harness.in_turn({"relais": ask}, rounds=ROUNDS)
    job = f"{crowd.WEEKS} weekly points of one channel out of {crowd.WEEKS * crowd.MEASURED:,}"
    return [
        Figure(job, turns.times["relais"].median, "ms", GOAL_CHART_MS, times=turns.times),
        Figure(f"{job}: statements after sign-in", len(own), "statements", GOAL_CHART_STATEMENTS),
    ]
