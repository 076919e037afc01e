"""A page of another site cannot act, nor sign anybody in."""

import pytest
from django.utils.crypto import get_random_string
from rest_framework.test import APIClient

from relais.workspaces.models import Membership, User
from tests.backend.conftest import Client
from tests.factories import PASSWORD

ACCOUNT = {"email": "dana@example.org", "password": PASSWORD, "name": "Dana", "language": "en"}
WORKSPACE = {"name": "Agence", "language": "fr", "time_zone": "Europe/Paris", "currency": "EUR"}
SETUP = ACCOUNT | {"workspace": WORKSPACE}


def stranger() -> APIClient:
    return APIClient(enforce_csrf_checks=True)


@pytest.mark.django_db
def test_another_site_cannot_set_relais_up() -> None:
    refused = stranger().post("/api/v1/setup/", SETUP)
    assert (refused.status_code, refused.json()["code"]) == (403, "csrf_failed")
    assert not User.objects.exists()
    form = ACCOUNT | {f"workspace.{name}": value for name, value in WORKSPACE.items()}
    assert stranger().post("/api/v1/setup/", form, format="multipart").status_code == 403
    assert not User.objects.exists()


@pytest.mark.django_db
def test_the_page_itself_can() -> None:
    browser = stranger()
    browser.get("/api/v1/setup/")
    made = browser.post("/api/v1/setup/", SETUP, headers={"X-CSRFToken": browser.cookies["csrftoken"].value})
    assert made.status_code == 201, made.content


def test_another_site_cannot_join_for_its_visitor(alice: Client) -> None:
    path = f"/api/v1{alice.post(alice.at('invitations/'), {'role': 'viewer'}).json()['path']}/"
    visitor = stranger()
    for kind in ("json", "multipart"):
        refused = visitor.post(path, ACCOUNT, format=kind)
        assert (refused.status_code, refused.json()["code"]) == (403, "csrf_failed")
    assert "sessionid" not in visitor.cookies
    assert Membership.all_workspaces.count() == 1
    visitor.get(path)
    joined = visitor.post(path, ACCOUNT, headers={"X-CSRFToken": visitor.cookies["csrftoken"].value})
    assert joined.status_code == 201, joined.content


def test_a_token_made_up_is_refused(alice: Client) -> None:
    path = f"/api/v1{alice.post(alice.at('invitations/'), {'role': 'viewer'}).json()['path']}/"
    assert stranger().post(path, ACCOUNT, headers={"X-CSRFToken": get_random_string(32)}).status_code == 403
