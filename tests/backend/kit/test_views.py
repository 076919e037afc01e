import pytest

from relais.kit.errors import DomainError, StaleVersionError
from relais.kit.problems import flatten
from relais.kit.views import WorkspaceViewSet
from relais.workspaces.models import Brand
from tests.backend.conftest import Client


@pytest.mark.parametrize("name", ["get_queryset", "get_object", "get_permissions", "initial", "dispatch", "asker"])
def test_a_view_that_weakens_the_guard_fails_at_import(name: str) -> None:
    with pytest.raises(TypeError, match=name):
        type("Weak", (WorkspaceViewSet,), {"model": Brand, "resource": "brands", name: lambda _self: None})


@pytest.mark.parametrize(
    ("detail", "flat"),
    [
        ({"name": ["Required."]}, {"name": ["Required."]}),
        ({"items": [{}, {"product": ["Unknown."]}]}, {"items.1.product": ["Unknown."]}),
        ({"non_field_errors": ["No."]}, {"": ["No."]}),
        ({"address": {"city": ["Too long."]}}, {"address.city": ["Too long."]}),
        (["Bad."], {"": ["Bad."]}),
        ({"ids": {0: ["Not a number."]}}, {"ids.0": ["Not a number."]}),
    ],
)
def test_nested_errors_become_paths(detail: object, flat: dict[str, list[str]]) -> None:
    assert flatten(detail) == flat


@pytest.mark.parametrize(
    ("method", "body", "content_type", "status"),
    [
        ("post", "{not json", "application/json", 400),
        ("post", "<a/>", "application/xml", 415),
        ("put", "{}", "application/json", 405),
        ("post", "[]", "application/json", 400),
        ("post", '{"name": "A", "notes": "a\\u0000b"}', "application/json", 400),
    ],
)
def test_g18_every_error_is_a_problem(alice: Client, method: str, body: str, content_type: str, status: int) -> None:
    answer = getattr(alice, method)(alice.at("brands/"), data=body, content_type=content_type)
    assert answer.status_code == status, answer.content
    assert answer.headers["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert {"type", "title", "status", "code", "detail", "correlation_id"} <= set(problem)
    assert problem["correlation_id"] == answer.headers["X-Request-ID"]


def test_g16_headers_on_every_answer(alice: Client) -> None:
    for path in (alice.at("brands/"), alice.at("nothing/"), "/healthz", "/api/docs/"):
        headers = alice.get(path).headers
        assert "script-src 'self'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
    assert alice.get(alice.at("brands/")).headers["Cache-Control"] == "no-store"


def test_errors_carry_what_a_caller_needs() -> None:
    error = StaleVersionError(extra={"current": {"id": 1}}, headers={"ETag": '"2"'})
    assert isinstance(error, DomainError)
    assert (error.status, error.code, error.extra["current"]) == (412, "stale_version", {"id": 1})


def test_an_object_inside_a_patch_is_given_whole(alice: Client) -> None:
    view = alice.post(alice.at("saved-views/"), {"name": "Cuisine"}).json()
    answer = alice.patch(alice.at(f"saved-views/{view['id']}/"), {"columns": [{}]})
    assert answer.status_code == 400, answer.content
    assert all(path.startswith("columns.0") for path in answer.json()["errors"])


@pytest.mark.parametrize("query", ["has_email=maybe", "count=maybe"])
def test_a_flag_that_says_neither_is_refused(alice: Client, query: str) -> None:
    answer = alice.get(alice.at(f"creators/?{query}"))
    assert answer.status_code == 400
    assert list(answer.json()["errors"]) == [query.partition("=")[0]]
