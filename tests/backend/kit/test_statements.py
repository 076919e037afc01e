from typing import Any

import pytest
from django.db import connection

from relais.creators.models import Creator
from relais.kit.statements import Given, IsAmong, Statement
from relais.kit.tenancy import NoWorkspaceError, workspace_scope
from relais.workspaces.models import Workspace
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair() -> list[Workspace]:
    """Two workspaces, Anne in the first, Anne and Bruno in the second."""
    made = [factories.make_workspace(factories.make_user(name), name) for name in ("Alice", "Charlie")]
    for workspace, names in zip(made, (["Anne"], ["Anne", "Bruno"]), strict=True):
        with workspace_scope(workspace.pk):
            for name in names:
                factories.make_creator(name)
    return made


def test_a_statement_written_in_one_workspace_reads_the_one_in_scope(pair: list[Workspace]) -> None:
    names = Statement(lambda: Creator.objects.order_by("name").values_list("name"))
    for workspace, expected in zip([*pair, *pair], ([("Anne",)], [("Anne",), ("Bruno",)]) * 2, strict=True):
        with workspace_scope(workspace.pk):
            assert names.rows() == expected


def test_outside_any_workspace_it_does_not_run(pair: list[Workspace]) -> None:
    names = Statement(lambda: Creator.objects.values_list("name"))
    with workspace_scope(pair[0].pk):
        names.rows()
    with pytest.raises(NoWorkspaceError):
        names.rows()


def test_values_are_given_each_time_and_never_written_into_the_text(pair: list[Workspace]) -> None:
    ids = Statement(lambda: Creator.objects.filter(name=Given("name")).values_list("name"))
    among = Statement(lambda: Creator.objects.filter(IsAmong("id", Given("ids"))).values_list("id"))
    with workspace_scope(pair[1].pk):
        assert ids.rows(name="Bruno") == [("Bruno",)]
        assert ids.rows(name="Anne") == [("Anne",)]
        assert ids.rows(name="' OR true --") == []
        everyone = list(Creator.objects.values_list("id"))
        assert sorted(among.rows(ids=[pk for (pk,) in everyone])) == sorted(everyone)
        assert among.rows(ids=[]) == []


def test_columns_are_read_as_django_reads_them(pair: list[Workspace]) -> None:
    fields = [field.attname for field in Creator._meta.concrete_fields]
    whole = Statement(lambda: Creator.objects.order_by("id").values_list(*fields))
    with workspace_scope(pair[1].pk):
        expected: list[Any] = list(Creator.objects.order_by("id").values_list(*fields))
        assert whole.rows() == expected


def test_its_text_is_written_once(pair: list[Workspace]) -> None:
    made = []

    def make() -> Any:
        made.append(1)
        return Creator.objects.values_list("name")

    statement = Statement(make)
    with workspace_scope(pair[0].pk):
        statement.rows()
        statement.rows()
    assert made == [1]


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_the_server_ended_is_made_anew() -> None:
    from django.db import close_old_connections

    assert factories.make_user().pk
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (before,) = cursor.fetchone()
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [before])
    other.close()
    close_old_connections()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (after,) = cursor.fetchone()
    assert after != before
