from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import RequestFactory
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rest_framework.request import Request

from relais.creators.models import Creator
from relais.kit.errors import InvalidError
from relais.kit.pagination import read_page, read_window
from relais.workspaces.models import Workspace

ORDERINGS = {"followers": "followers", "name": "name", "created": "id", "last_published": "last_published_at"}


def window_of(**query: Any) -> Any:
    return read_window(Request(RequestFactory().get("/", query)), ORDERINGS, "-created")


def walk(order: str, size: int, **kwargs: Any) -> list[int]:
    seen: list[int] = []
    cursor: str | None = ""
    while cursor is not None:
        query = {"order": order, "page_size": size} | ({"cursor": cursor} if cursor else {})
        page = read_page(Creator.objects.all(), window_of(**query), **kwargs)
        assert len(page.rows) <= size
        seen += [row.pk for row in page.rows]
        cursor = page.next
    return seen


def expected(order: str) -> list[int]:
    column, down = ORDERINGS[order.removeprefix("-")], order.startswith("-")
    rows = list(Creator.objects.values_list("pk", column))
    known = sorted(((v, pk) for pk, v in rows if v is not None), reverse=down)
    unknown = sorted((pk for pk, v in rows if v is None), reverse=down)
    return [pk for _, pk in known] + unknown


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    followers=st.lists(st.none() | st.integers(0, 4), max_size=12),
    size=st.integers(1, 5),
    order=st.sampled_from(["followers", "-followers", "created", "-created"]),
)
def test_pages_give_every_row_once_in_order(
    scope: Workspace, followers: list[int | None], size: int, order: str
) -> None:
    Creator.all_workspaces.all().delete()
    Creator.objects.bulk_create([Creator(name=f"c{i}", followers=f) for i, f in enumerate(followers)])
    assert walk(order, size) == expected(order)


@pytest.mark.parametrize("order", ["name", "-name", "last_published", "-last_published"])
def test_texts_and_dates_too(scope: Workspace, order: str) -> None:
    noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    Creator.objects.bulk_create(
        Creator(name=name, last_published_at=None if i % 3 == 0 else noon + timedelta(microseconds=i))
        for i, name in enumerate(["Zoé", "Anne", "Anne", "Éloi", "bob", "Zoé", "Anne"])
    )
    if "name" in order:
        assert sorted(walk(order, 2)) == sorted(expected(order))
        return
    assert walk(order, 2) == expected(order)


def test_a_page_costs_one_statement_two_at_the_border(scope: Workspace, django_assert_num_queries: Any) -> None:
    Creator.objects.bulk_create([Creator(name=f"c{i}", followers=i if i < 6 else None) for i in range(12)])
    with django_assert_num_queries(1):
        page = read_page(Creator.objects.all(), window_of(order="-followers", page_size=4))
    with django_assert_num_queries(2):
        page = read_page(Creator.objects.all(), window_of(order="-followers", page_size=4, cursor=page.next))
    assert [row.followers for row in page.rows] == [1, 0, None, None]


def test_counts_only_when_asked(scope: Workspace) -> None:
    Creator.objects.bulk_create([Creator(name=f"c{i}") for i in range(3)])
    assert read_page(Creator.objects.all(), window_of()).count is None
    assert read_page(Creator.objects.all(), window_of(), count=True).count == 3


@pytest.mark.parametrize(
    "query",
    [
        {"page_size": "0"},
        {"page_size": "201"},
        {"page_size": "many"},
        {"order": "password"},
        {"order": "--name"},
        {"cursor": "garbage"},
        {"cursor": "W10="},
        {"cursor": "WyItY3JlYXRlZCIsIHsiYSI6IDF9LCAxXQ=="},
        {"cursor": "é"},
        {"cursor": "WyItY3JlYXRlZCIsICJhXHUwMDAwIiwgMV0="},  # ["-created", "a\\0", 1]
    ],
)
def test_wrong_parameters_are_refused_and_named(query: dict[str, str]) -> None:
    with pytest.raises(InvalidError) as refused:
        window_of(**query)
    assert list(refused.value.errors) == list(query)


def test_a_cursor_of_another_order_is_refused(scope: Workspace) -> None:
    Creator.objects.bulk_create([Creator(name=f"c{i}") for i in range(3)])
    cursor = read_page(Creator.objects.all(), window_of(page_size=1)).next
    with pytest.raises(InvalidError):
        window_of(order="name", cursor=cursor)
