"""Every POST that makes or sends something takes an Idempotency-Key, and the schema says so (guarantee 43)."""

import json
from typing import Any

import pytest

from relais.kit.idempotency import HEADER, REPLAYED, AnsweredOnce
from relais.kit.tenancy import workspace_scope
from tests import factories
from tests.contracts.routes import Route, address, all_routes, workspace_routes
from tests.contracts.rows import make_row
from tests.contracts.test_openapi import SNAPSHOT
from tests.contracts.test_routes import client_of

#: Once by nature: what is asked can be done only once, or changes nothing when it is done again.
ONCE_ANYWAY = {
    "api/v1/setup/": "closed for ever after the first account",
    "api/v1/invitations/<str:token>/": "a token lets one person in, once",
    "_allauth/browser/v1/auth/login": "signs in",
    "_allauth/browser/v1/auth/session": "signs out",
    "_allauth/browser/v1/auth/password/request": "counted, and answers everybody alike",
    "_allauth/browser/v1/auth/password/reset": "a link is used once",
    "_allauth/browser/v1/account/password/change": "asks for the present password",
    "healthz": "only says",
    "readyz": "only says",
}


def takes_post(route: Route) -> bool:
    if route.actions:
        return "post" in route.actions
    return hasattr(route.view, "post") or not isinstance(route.view, type)


@pytest.mark.parametrize("route", [route for route in all_routes() if takes_post(route)], ids=str)
def test_g43_a_post_takes_a_key_or_is_reasoned(route: Route) -> None:
    if route.pattern in ONCE_ANYWAY:
        return
    assert isinstance(route.view, type), f"{route} is a plain function"
    assert issubclass(route.view, AnsweredOnce), f"{route}: derive its view from AnsweredOnce, or write down why not"


def test_g43_the_schema_offers_the_key_on_each_of_them() -> None:
    reasoned = {f"/{pattern}".replace("<str:token>", "{token}") for pattern in ONCE_ANYWAY}
    for path, operations in json.loads(SNAPSHOT.read_text())["paths"].items():
        for method, operation in operations.items():
            offered = HEADER in {each["name"] for each in operation.get("parameters", [])}
            assert offered is (method == "post" and path not in reasoned), f"{method} {path}"


@pytest.mark.django_db
@pytest.mark.parametrize("route", [each for each in workspace_routes() if "post" in each.actions], ids=str)
def test_g43_a_post_sent_again_is_answered_again(route: Route) -> None:
    owner = factories.make_user("Alice Martin")
    workspace = factories.make_workspace(owner)
    model: Any = getattr(route.view, "address_model", None) or route.view.model
    with workspace_scope(workspace.pk):
        pk = make_row(model, user=owner).pk
    client, path = client_of(owner), address(route, workspace.slug, pk)
    first, second = (client.post(path, {}, HTTP_IDEMPOTENCY_KEY="one-key") for _time in range(2))
    assert first.status_code < 500, first.content
    assert second.headers.get(REPLAYED) == "true", second.content
    assert (second.status_code, second.content) == (first.status_code, first.content)
