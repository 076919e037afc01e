"""What two do in the same instant is done once, or refused in words."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from rest_framework.test import APIClient

from relais.workspaces.models import User, Workspace
from tests import factories
from tests.backend.conftest import client_of

AT_ONCE = 6
WORKSPACE = {"name": "Agence Nord", "language": "fr", "time_zone": "Europe/Paris", "currency": "EUR"}


def _statuses(call: Callable[[int], int]) -> Counter[int]:
    def one(number: int) -> int:
        try:
            return call(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return Counter(pool.map(one, range(AT_ONCE)))


@pytest.mark.django_db(transaction=True)
def test_workspaces_of_one_name_get_a_slug_each() -> None:
    user = factories.make_user()
    clients = [client_of(user, factories.make_workspace(user)) for _ in range(AT_ONCE)]
    statuses = _statuses(lambda number: clients[number].post("/api/v1/workspaces/", WORKSPACE).status_code)
    assert statuses == {201: AT_ONCE}
    assert Workspace.objects.filter(slug__startswith="agence-nord").count() == AT_ONCE


@pytest.mark.django_db(transaction=True)
def test_one_address_joins_once_by_many_invitations() -> None:
    alice_user = factories.make_user()
    alice = client_of(alice_user, factories.make_workspace(alice_user))
    paths = [alice.post(alice.at("invitations/"), {"role": "viewer"}).json()["path"] for _ in range(AT_ONCE)]
    account = {"email": "dana@example.org", "password": factories.PASSWORD, "name": "Dana", "language": "en"}
    statuses = _statuses(lambda number: APIClient().post(f"/api/v1{paths[number]}/", account).status_code)
    assert statuses == {201: 1, 400: AT_ONCE - 1}
    assert User.objects.filter(email="dana@example.org").count() == 1


@pytest.mark.django_db(transaction=True)
def test_one_invitation_is_used_once() -> None:
    alice_user = factories.make_user()
    alice = client_of(alice_user, factories.make_workspace(alice_user))
    path = alice.post(alice.at("invitations/"), {"role": "viewer"}).json()["path"]

    def join(number: int) -> int:
        account = {"email": f"dana{number}@example.org", "password": factories.PASSWORD, "name": "Dana"}
        return APIClient().post(f"/api/v1{path}/", account).status_code

    assert _statuses(join) == {201: 1, 404: AT_ONCE - 1}
    assert User.objects.filter(email__startswith="dana").count() == 1
