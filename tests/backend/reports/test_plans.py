"""What Today reads of large tables it finds by an index: never all parcels ever sent, nor all channels."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from relais.creators.models import Channel, Creator
from relais.reports.reads.asking import Asked
from relais.reports.reads.channels import failing_channels
from relais.reports.reads.parcels import late_parcels, loans
from relais.sendings.models import Sending
from relais.workspaces.models import Workspace
from tests.backend.reports.conftest import TODAY

SENT = 4_000


@pytest.fixture
def years(scope: Workspace) -> None:
    """Parcels of years, nearly all arrived; channels, nearly all well."""
    with connection.cursor() as cursor:
        # What tests before this one took back still swells the tables and their indexes, and sways the planner.
        cursor.execute("TRUNCATE sendings_sending, creators_channel CASCADE")
    people = Creator.objects.bulk_create(Creator(name=f"N{n}", search=f"n{n}") for n in range(200))
    Sending.objects.bulk_create(
        Sending(
            creator=people[n % 200],
            kind="gift" if n % 10 else "loan",
            sent_on=TODAY - timedelta(days=n % 1_000 + 30),
            delivered_on=None if n % 100 == 0 else TODAY - timedelta(days=n % 1_000 + 25),
            due_back_on=None if n % 10 else TODAY - timedelta(days=n % 1_000),
            returned_on=None if n % 100 == 0 or n % 10 else TODAY - timedelta(days=n % 1_000),
        )
        for n in range(SENT)
    )
    Channel.objects.bulk_create(
        Channel(
            creator=people[n % 200],
            platform="blog",
            key=f"b{n}.example",
            url=f"https://b{n}.example/",
            error_code="not_found" if n % 100 == 0 else "",
        )
        for n in range(SENT)
    )
    with connection.cursor() as cursor:
        for table in ("sendings_sending", "creators_channel", "creators_creator"):
            cursor.execute(f"ANALYZE {table}")


def plans_of(read: Callable[[Asked], Any]) -> str:
    """Return how PostgreSQL runs each statement of a read."""
    asked = Asked(today=TODAY, time_zone="Europe/Paris", keeper=None, limit=50)
    statements: list[tuple[str, Any]] = []

    def note(execute: Any, sql: str, params: Any, many: Any, context: Any) -> Any:
        statements.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        read(asked)
    lines: list[str] = []
    with connection.cursor() as cursor:
        for sql, params in statements:
            cursor.execute(f"EXPLAIN {sql}", params)
            lines += [line for (line,) in cursor.fetchall()]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("read", "index", "table"),
    [
        (late_parcels, "sending_on_its_way", "sendings_sending"),
        (loans, "sending_due_back", "sendings_sending"),
        (failing_channels, "channel_failing", "creators_channel"),
    ],
)
def test_a_read_walks_its_index(years: None, read: Callable[[Asked], Any], index: str, table: str) -> None:
    plan = plans_of(read)
    assert index in plan, plan
    assert f"Seq Scan on {table}" not in plan, plan
