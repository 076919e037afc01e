"""Whatever stands in any parameter or field of any endpoint, the answer is never a mistake of ours (guarantee 18)."""

import itertools
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from rest_framework.test import APIClient

from relais.kit.problems import CONTENT_TYPE
from relais.kit.tenancy import workspace_scope
from relais.workspaces.models import Workspace
from tests import factories
from tests.contracts.routes import Route, address, workspace_routes
from tests.contracts.rows import make_row, scoped_models
from tests.contracts.test_openapi import SNAPSHOT

WORKSPACE = "/api/v1/workspaces/{slug}/"
#: What every list takes is tried on one of them.
SHARED = {"cursor", "page_size", "order", "count"}
ONE_LIST = f"{WORKSPACE}tags/"
#: These look at the address they are given: their own tests give them addresses on loopback.
READ_THE_WEB = {f"{WORKSPACE}creators/from-url/", f"{WORKSPACE}coverage/prefill/"}

IN_ADDRESSES = (
    "%00", "%FF%FE", "%F0%9F%8D%95", "x" * 10_000, "-1", "0", "1.5", "1e400", "NaN", "-Infinity", "9" * 30, "[]",
    "true", "2026-13-45", "0001-01-01", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00%2B14:00", "1,,2", "%25_%5C'",
)  # fmt: skip
IN_BODIES: tuple[Any, ...] = (
    None, True, 0, -1, 1.5, 1e300, 10**18, 2**63, "", " ", "\x00", "a\u202eb", "🍕" * 40, "x" * 60_000, "NaN", "1e400",
    "9999-12-31", "0001-01-01T00:00:00+14:00", "javascript:alert(1)", "http://[::1", [], [None], [[]], [{}], {},
    {"a": []}, [1, 1],
)  # fmt: skip


def operations(*methods: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, described in json.loads(SNAPSHOT.read_text())["paths"].items():
        for method, operation in described.items():
            if path.startswith(WORKSPACE) and method in methods:
                yield method, path, operation


def parameters_of(path: str, operation: dict[str, Any]) -> list[str]:
    names = [each["name"] for each in operation.get("parameters", []) if each["in"] == "query"]
    return [name for name in names if name not in SHARED or path == ONE_LIST]


@pytest.fixture
def world(db: None) -> tuple[APIClient, Workspace, dict[str, int]]:
    """A client of the owner, and the id of one row of each model by the model's name."""
    owner = factories.make_user("Alice Martin")
    workspace = factories.make_workspace(owner)
    made: dict[Any, Any] = {}
    with workspace_scope(workspace.pk):
        for model in scoped_models():
            made[model] = made.get(model) or make_row(model, user=owner, made=made)
    client = APIClient()
    client.force_login(owner)
    client.raise_request_exception = False
    return client, workspace, {model._meta.model_name or "": row.pk for model, row in made.items()}


def route_of(path: str) -> Route:
    wanted = path.removeprefix(WORKSPACE).split("/")
    for route in workspace_routes():
        concrete = address(route, "{slug}", 7).removeprefix(WORKSPACE).split("/")
        if len(concrete) == len(wanted) and all(
            there == here or (there == "7" and here.startswith("{"))
            for there, here in zip(concrete, wanted, strict=True)
        ):
            return route
    raise AssertionError(path)


def concrete(path: str, world: tuple[APIClient, Workspace, dict[str, int]]) -> str:
    _client, workspace, ids = world
    view = route_of(path).view
    model = getattr(view, "address_model", None) or view.model
    pk = ids[model._meta.model_name]
    return address(route_of(path), workspace.slug, pk)


def check(answer: Any, where: str) -> None:
    assert answer.status_code < 500, f"{where}: {answer.status_code} {answer.content[:300]!r}"
    if answer.status_code >= 400:
        assert answer["Content-Type"] == CONTENT_TYPE, where
        assert b"Traceback" not in answer.content, where


@pytest.mark.parametrize(
    ("path", "names"),
    [(p, names) for _m, p, o in operations("get") if (names := parameters_of(p, o))],
    ids=lambda value: value.removeprefix(WORKSPACE) if isinstance(value, str) else "",
)
def test_g18_any_value_of_any_parameter(path: str, names: list[str], world: Any) -> None:
    place = concrete(path, world)
    for name, value in itertools.product(names, IN_ADDRESSES):
        check(world[0].get(f"{place}?{quote(name)}={value}"), f"{place}?{name}={value[:40]}")


def schema_of(operation: dict[str, Any]) -> dict[str, Any] | None:
    content = operation.get("requestBody", {}).get("content", {})
    described = content.get("application/json")
    return _resolved(described["schema"]) if described else None


DOCUMENT = json.loads(SNAPSHOT.read_text())


def _resolved(schema: dict[str, Any]) -> dict[str, Any]:
    for part in schema.get("allOf", ()) or schema.get("oneOf", ()) or schema.get("anyOf", ()):
        schema = {**_resolved(part), **{k: v for k, v in schema.items() if k not in {"allOf", "oneOf", "anyOf"}}}
    if "$ref" in schema:
        found: dict[str, Any] = DOCUMENT["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        return _resolved(found)
    return schema


#: Fields named otherwise than the model they point at.
POINTS_AT = {"to": "stage", "ids": "creator", "owner": "user", "kept": "creator", "gone": "creator", "first": "creator"}
FORMATS = {
    "date": "2026-06-15", "date-time": "2026-06-15T10:00:00Z", "email": "anne@blog.example",
    "uri": "http://127.0.0.1:9/", "decimal": "12.50",
}  # fmt: skip


def sensible(name: str, schema: dict[str, Any], ids: dict[str, int]) -> Any:
    """A value that may well be accepted."""
    schema = _resolved(schema)
    kind = schema.get("type")
    kind = next((each for each in kind if each != "null"), None) if isinstance(kind, list) else kind
    if "enum" in schema:
        return next(value for value in schema["enum"] if value)
    if kind == "object":
        wanted = schema.get("required", ())
        return {key: sensible(key, part, ids) for key, part in schema.get("properties", {}).items() if key in wanted}
    if kind == "array":
        return [sensible(name, schema["items"], ids)]
    if kind in {"integer", "number"}:
        return ids.get(POINTS_AT.get(name, name), 1)
    if kind == "boolean":
        return True
    return FORMATS.get(schema.get("format", ""), "Texte")


@pytest.mark.parametrize(
    ("method", "path", "schema"),
    [(m, p, s) for m, p, o in operations("post", "patch", "put") if p not in READ_THE_WEB and (s := schema_of(o))],
    ids=lambda value: value.removeprefix(WORKSPACE) if isinstance(value, str) else "",
)
def test_g18_any_value_of_any_field(method: str, path: str, schema: dict[str, Any], world: Any) -> None:
    client, _workspace, ids = world
    place = concrete(path, world)
    usual = sensible("", {**schema, "type": "object"}, ids)
    send = getattr(client, method)
    for name, value in itertools.product(schema["properties"], IN_BODIES):
        check(send(place, {**usual, name: value}), f"{method} {place} {name}={str(value)[:40]!r}")
    for body in ([], 1, "x", None, [usual], {"": 1, "\u202e": 2, "__proto__": {}}):
        check(client.generic(method.upper(), place, json.dumps(body), "application/json"), f"{method} {place} {body!r}")
