"""The list as such: pages, orders, columns, cost, and the indexes that carry it."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from relais.creators.actions.headline import refresh_headlines
from relais.creators.api.rows import FIELDS
from relais.creators.models import Creator
from relais.creators.rules import Facet
from relais.kit import clock
from relais.kit.tenancy import workspace_scope
from relais.workspaces.models import Workspace
from tests.backend.conftest import Client
from tests.backend.creators.conftest import MakeCreator

ORDERS = ["name", "followers", "engagement", "last_contact", "last_published", "created"]


@pytest.fixture
def crowd(workspace: Workspace) -> list[int]:
    """Eleven people with ties and unknowns in every sortable column."""
    day = datetime(2026, 1, 1, tzinfo=UTC)
    values = [None, 5, 5, 5, 9, None, 1, 1, None, 9, 3]
    with workspace_scope(workspace.pk):
        Creator.objects.bulk_create(
            [
                Creator(
                    name=f"P{value}", folded_name=f"p{value}", followers=value, engagement_rate=value,
                    last_contacted_at=day.replace(day=value) if value else None,
                    last_published_at=day.replace(day=value) if value else None,
                )
                for value in values
            ]
        )  # fmt: skip
        return list(Creator.objects.values_list("id", flat=True))


def _walk(client: Client, order: str, size: int) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    cursor = ""
    while True:
        body = client.get(client.at(f"creators/?order={order}&page_size={size}&cursor={cursor}")).json()
        rows += body["results"]
        if body["next"] is None:
            return rows
        assert len(body["results"]) == size
        cursor = body["next"]


@pytest.mark.parametrize("order", [sign + name for name in ORDERS for sign in ("", "-")])
def test_every_page_size_walks_everybody_once_in_order(alice: Client, crowd: list[int], order: str) -> None:
    whole = _walk(alice, order, 200)
    assert sorted(row["id"] for row in whole) == sorted(crowd)
    column = {
        "name": "name", "followers": "followers", "engagement": "engagement_rate", "last_contact": "last_contacted_at",
        "last_published": "last_published_at", "created": "id",
    }[order.removeprefix("-")]  # fmt: skip
    known = [row[column] for row in whole if row[column] is not None]
    assert known == sorted(known, reverse=order.startswith("-"))
    assert [row[column] is None for row in whole] == sorted(row[column] is None for row in whole), "unknown comes last"
    for size in (1, 2, 3, 5, 11):
        assert [row["id"] for row in _walk(alice, order, size)] == [row["id"] for row in whole], size


def test_count_only_when_asked(alice: Client, crowd: list[int]) -> None:
    assert "count" not in alice.get(alice.at("creators/")).json()
    assert alice.get(alice.at("creators/?count=true&page_size=2")).json()["count"] == len(crowd)


def test_a_row_holds_what_the_schema_says(alice: Client, creator: MakeCreator) -> None:
    creator(
        "Chloé Béraud", "https://chloe.example/", followers=12_000, rate=0.03, owner=alice.user.pk, tags=["Cuisine"]
    )
    (row,) = alice.get(alice.at("creators/")).json()["results"]
    assert tuple(row) == FIELDS
    assert row["owner"] == {"id": alice.user.pk, "name": "Alice Martin"}
    assert (row["main_platform"], row["main_state"], row["tier"]) == ("blog", "fresh", "micro")
    assert row["measured_at"].endswith("Z")
    assert row["tags"][0].keys() == {"id", "name", "colour"}


def test_fields_select_columns(alice: Client, creator: MakeCreator) -> None:
    creator("Chloé Béraud", tags=["Cuisine"])
    (row,) = alice.get(alice.at("creators/?fields=name,tags")).json()["results"]
    assert row.keys() == {"name", "tags"}
    with CaptureQueriesContext(
        connection,
    ) as queries:
        (row,) = alice.get(alice.at("creators/?fields=id,name&order=-followers")).json()["results"]
    assert row.keys() == {"id", "name"}
    assert not any("facets" in query["sql"] for query in queries)


def test_the_cost_does_not_depend_on_the_number_of_rows(alice: Client, creator: MakeCreator) -> None:
    def cost(path: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert alice.get(alice.at(path)).status_code == 200
        return len(queries)

    paths = ["creators/", "creators/?facets=tag,owner,platform", "channels/", "tags/", "lists/"]

    def add(number: int) -> None:
        channels = [f"https://blog{number}.example/", f"https://mastodon.social/@p{number}"]
        creator(f"P{number}", *channels, followers=number, tags=[f"T{number}", "Tous"], owner=alice.user.pk)

    for number in (1, 2):
        add(number)
    few = [cost(path) for path in paths]
    for number in range(3, 21):
        add(number)
    assert [cost(path) for path in paths] == few
    # Session, user, membership; rows, tags.
    assert few[0] == 5


def test_nobody_else_is_listed(alice: Client, charlie: Client, foreign: Creator) -> None:
    assert alice.get(alice.at("creators/")).json()["results"] == []
    assert [row["id"] for row in charlie.get(charlie.at("creators/")).json()["results"]] == [foreign.pk]


def _plan(people: Any) -> str:
    sql, parameters = people.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN {sql}", parameters)
        return "\n".join(line for (line,) in cursor.fetchall())


@pytest.fixture
def many(scope: Workspace) -> None:
    """Enough people, and statistics about them, for the planner to choose as it does in earnest."""
    Creator.objects.bulk_create(
        [
            Creator(
                name=f"N{number}", folded_name=f"n{number:04d}", followers=number, engagement_rate=number / 1e6,
                last_contacted_at=clock.now(), last_published_at=clock.now(),
                facets=[f"country:{number % 200}", f"tag:{number % 7}"], search=f" nom{number:04d} z{number % 50}",
            )
            for number in range(3_000)
        ]
    )  # fmt: skip
    with connection.cursor() as cursor:
        # What was just written waits in a list beside the index, which the planner shuns while it is long.
        cursor.execute("SELECT gin_clean_pending_list('creator_facets'), gin_clean_pending_list('creator_search')")
        cursor.execute("ANALYZE creators_creator")


@pytest.mark.parametrize(
    "column", ["folded_name", "followers", "engagement_rate", "last_contacted_at", "last_published_at", "id"]
)
def test_each_order_has_its_index(many: None, column: str) -> None:
    rows = Creator.objects.live().filter(**{f"{column}__isnull": False}).order_by(f"-{column}", "-pk")[:50]
    plan = _plan(rows.values("id"))
    assert f"creator_{column.replace('id', 'created')}" in plan or column == "id", plan
    assert "Sort" not in plan, plan


@pytest.mark.parametrize(
    ("index", "found"),
    [
        ("creator_facets", Creator.objects.live().with_any(Facet.COUNTRY, ["17"])),
        ("creator_facets", Creator.objects.live().with_all(Facet.COUNTRY, ["17"])),
        ("creator_search", Creator.objects.live().matching("nom0017")),
        ("creator_search", Creator.objects.live().matching("z17")),
        ("creator_search", Creator.objects.live().matching("z7")),
    ],
)
def test_facets_and_search_have_theirs(many: None, index: str, found: Any) -> None:
    assert index in _plan(found.values("id"))


def test_headlines_cost_the_same_for_2_and_20(scope: Workspace, creator: MakeCreator) -> None:
    ids = [creator(f"P{number}", f"https://b{number}.example/", tags=["Tous"]).pk for number in range(20)]

    def cost(people: list[int], *, words: bool) -> int:
        with CaptureQueriesContext(connection) as queries:
            refresh_headlines(people, words=words)
        return len([query for query in queries if "SAVEPOINT" not in query["sql"]])

    assert cost(ids[:2], words=True) == cost(ids, words=True) == 3
    assert cost(ids[:2], words=False) == cost(ids, words=False) == 2
