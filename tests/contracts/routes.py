"""All addresses of the server, read from the resolver."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

WORKSPACE = "api/v1/workspaces/<slug:slug>/"


@dataclass(frozen=True)
class Route:
    """One address: its pattern as text, its view, and HTTP method → DRF action."""

    pattern: str
    view: Any
    actions: dict[str, str]

    def __str__(self) -> str:
        return self.pattern


def _walk(patterns: list[Any], prefix: str) -> Iterator[Route]:
    for entry in patterns:
        text = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _walk(entry.url_patterns, text)
        elif isinstance(entry, URLPattern):
            view = getattr(entry.callback, "cls", None) or getattr(entry.callback, "view_class", entry.callback)
            yield Route(text, view, dict(getattr(entry.callback, "actions", None) or {}))


def all_routes() -> list[Route]:
    """Return every address."""
    return list(_walk(get_resolver().url_patterns, ""))


def workspace_routes() -> list[Route]:
    """Return the addresses inside a workspace."""
    return [route for route in all_routes() if route.pattern.startswith(WORKSPACE)]


def address(route: Route, slug: str, pk: int) -> str:
    """Return a concrete path: every number in it is `pk`."""
    text = route.pattern.replace("<slug:slug>", slug)
    text = re.sub(r"\(\?P<\w+>[^)]*\)", str(pk), text)
    text = re.sub(r"<(?:\w+:)?\w+>", str(pk), text)
    return "/" + text.replace("^", "").replace("$", "").replace("\\Z", "").replace("\\", "")
