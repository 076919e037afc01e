from typing import Any

import pytest
from rest_framework.test import APIClient

from relais.workspaces.models import User, Workspace
from tests.factories import PASSWORD

BODY: dict[str, Any] = {
    "email": "Camille@Example.org",
    "password": PASSWORD,
    "name": "Camille Leroy",
    "language": "fr",
    "workspace": {"name": "Agence Été", "language": "fr", "time_zone": "Europe/Paris", "currency": "EUR"},
}


@pytest.mark.django_db
def test_first_run_makes_the_account_and_signs_in() -> None:
    client = APIClient()
    assert client.get("/api/v1/setup/").json() == {"needed": True}
    answer = client.post("/api/v1/setup/", BODY)
    assert answer.status_code == 201, answer.content
    me = client.get("/api/v1/me/").json()
    assert me["email"] == "camille@example.org"
    assert [(w["slug"], w["role"], w["currency"]) for w in me["workspaces"]] == [("agence-ete", "owner", "EUR")]
    assert client.get("/api/v1/setup/").json() == {"needed": False}


@pytest.mark.django_db
def test_a_second_setup_is_refused_and_changes_nothing() -> None:
    APIClient().post("/api/v1/setup/", BODY)
    answer = APIClient().post("/api/v1/setup/", BODY | {"email": "intrus@example.org"})
    assert (answer.status_code, answer.json()["code"]) == (409, "setup_done")
    assert User.objects.count() == 1
    assert Workspace.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"email": "not an address"}, "email"),
        ({"password": "short"}, "password"),
        ({"password": "1234567890123"}, "password"),
        ({"name": ""}, "name"),
        ({"language": "de"}, "language"),
        ({"workspace": BODY["workspace"] | {"time_zone": "Europe/Paname'; drop"}}, "workspace.time_zone"),
        ({"workspace": BODY["workspace"] | {"currency": "euro"}}, "workspace.currency"),
        ({"workspace": {}}, "workspace.name"),
    ],
)
def test_wrong_values_are_named(change: dict[str, object], field: str) -> None:
    answer = APIClient().post("/api/v1/setup/", BODY | change)
    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert next(iter(answer.json()["errors"])) == field
    assert not User.objects.exists()


@pytest.mark.django_db
def test_errors_speak_french() -> None:
    answer = APIClient().post("/api/v1/setup/", BODY | {"name": ""}, headers={"Accept-Language": "fr"})
    assert answer.json()["errors"]["name"] == ["Ce champ ne peut être vide."]
