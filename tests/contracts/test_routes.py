"""Every address is guarded: by the base viewset inside a workspace, by a reason on a short list outside."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from relais.kit.tenancy import workspace_scope
from relais.kit.views import WorkspaceViewSet
from relais.workspaces.models import Membership, User
from relais.workspaces.rules import TABLE, Role, allows
from tests import factories
from tests.contracts.routes import WORKSPACE, Route, address, all_routes, workspace_routes
from tests.contracts.rows import make_row

OUTSIDE = {
    "healthz": "says only that the process serves",
    "readyz": "says only whether the database is ready",
    "api/v1/schema/": "the public description of the API",
    "api/docs/": "the same as a page",
    "api/v1/me/": "about whoever asks",
    "api/v1/setup/": "closed for ever after the first account",
    "api/v1/workspaces/": "lists one's own memberships",
    "api/v1/sample-workspace/": "makes a workspace owned by whoever asks",
    "api/v1/invitations/<str:token>/": "opened by whoever holds the token",
    "_allauth/browser/v1/auth/login": "the way in",
    "_allauth/browser/v1/auth/session": "about whoever asks",
    "_allauth/browser/v1/auth/password/request": "answers everybody alike",
    "_allauth/browser/v1/auth/password/reset": "opened by whoever holds the link",
    "_allauth/browser/v1/account/password/change": "about whoever asks",
}
UNKNOWN = 999_999_999


def cases() -> list[Any]:
    return [
        pytest.param(route, method, action, id=f"{method.upper()} {route.pattern.split('>/', 1)[-1] or '.'}")
        for route in workspace_routes()
        for method, action in sorted(route.actions.items())
        if method != "head"
    ]


def has_id(route: Route) -> bool:
    return "(?P<" in route.pattern or "<int:" in route.pattern


def verb_of(route: Route, method: str, action: str) -> str:
    default = "read" if method in {"get", "head", "options"} else "write"
    return str(route.view.verbs.get(action, default))


@pytest.mark.parametrize("route", all_routes(), ids=str)
def test_g1_a_route_is_inside_a_workspace_or_reasoned(route: Route) -> None:
    if route.pattern.startswith(WORKSPACE):
        assert isinstance(route.view, type), f"{route} is a plain function"
        assert issubclass(route.view, WorkspaceViewSet), f"{route}: derive its view from WorkspaceViewSet"
        return
    assert route.pattern in OUTSIDE, f"{route} is outside any workspace: move it, or write down why it may be"


@pytest.mark.parametrize("route", workspace_routes(), ids=str)
def test_g4_every_verb_stands_in_the_role_table(route: Route) -> None:
    for method, action in route.actions.items():
        verb = verb_of(route, method, action)
        assert verb in TABLE.get(route.view.resource, {}), f"{route}: {route.view.resource}.{verb} is not in the table"


@pytest.fixture
def world(db: None) -> dict[str, Any]:
    alice, charlie = factories.make_user("Alice Martin"), factories.make_user("Charlie Roux")
    return {
        "alice": alice,
        "charlie": charlie,
        "ours": factories.make_workspace(alice),
        "theirs": factories.make_workspace(charlie, "Studio Béton"),
    }


def client_of(user: User | None) -> APIClient:
    client = APIClient()
    if user is not None:
        client.force_login(user)
    return client


def call(client: APIClient, method: str, path: str) -> Any:
    return getattr(client, method)(path, {} if method in {"post", "put", "patch"} else None)


def without_correlation(answer: Any) -> tuple[int, dict[str, Any]]:
    body = answer.json()
    body.pop("correlation_id")
    return answer.status_code, body


@pytest.mark.parametrize(("route", "method", "action"), cases())
def test_strangers_get_401(route: Route, method: str, action: str, world: dict[str, Any]) -> None:
    answer = call(client_of(None), method, address(route, world["ours"].slug, 1))
    assert answer.status_code == 401, answer.content


@pytest.mark.parametrize(("route", "method", "action"), cases())
def test_g1_a_foreign_workspace_answers_like_an_unknown_one(
    route: Route, method: str, action: str, world: dict[str, Any]
) -> None:
    client = client_of(world["alice"])
    foreign = call(client, method, address(route, world["theirs"].slug, 1))
    unknown = call(client, method, address(route, "no-such-workspace", 1))
    assert foreign.status_code == 404, foreign.content
    assert without_correlation(foreign) == without_correlation(unknown)


@pytest.mark.parametrize(("route", "method", "action"), [c for c in cases() if has_id(c.values[0])])
def test_g1_a_foreign_row_answers_like_an_unknown_one(
    route: Route, method: str, action: str, world: dict[str, Any]
) -> None:
    with workspace_scope(world["theirs"].pk):
        row = make_row(_row_model(route), user=world["charlie"])
    client, slug = client_of(world["alice"]), world["ours"].slug
    foreign = call(client, method, address(route, slug, row.pk))
    unknown = call(client, method, address(route, slug, UNKNOWN))
    assert foreign.status_code == 404, foreign.content
    assert without_correlation(foreign) == without_correlation(unknown)


def _row_model(route: Route) -> Any:
    """Return the model whose id the address holds: the view's, or the one its path begins with."""
    return getattr(route.view, "address_model", None) or route.view.model


@pytest.mark.parametrize(("route", "method", "action"), cases())
def test_g4_role_matrix(route: Route, method: str, action: str, world: dict[str, Any]) -> None:
    member = factories.make_user("Bob Durand")
    membership = factories.add_member(world["ours"], member, Role.VIEWER)
    client, path = client_of(member), address(route, world["ours"].slug, UNKNOWN)
    for role in Role:
        Membership.all_workspaces.filter(pk=membership.pk).update(role=role)
        answer = call(client, method, path)
        allowed = allows(role, route.view.resource, verb_of(route, method, action))
        assert (answer.status_code == 403) is not allowed, f"{role}: {answer.content!r}"
        assert answer.status_code < 500, answer.content
