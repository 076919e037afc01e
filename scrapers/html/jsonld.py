"""JSON-LD as pages really embed it: with control characters, in comments, half of it in a graph."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from scrapers.jsonpath import walk

MAX_SCRIPT = 1_000_000
MAX_OBJECTS = 2_000

_WRAPPING = re.compile(
    r"\A\s*(?:<!--|(?://\s*|/\*\s*)?<!\[CDATA\[(?:\s*\*/)?)|(?:-->|(?://\s*|/\*\s*)?\]\]>(?:\s*\*/)?)\s*\Z"
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029]")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")


def load_lenient(text: str) -> Any:
    """JSON out of a script element, or None when it cannot be read even leniently."""
    if len(text) > MAX_SCRIPT:
        return None
    text = _WRAPPING.sub("", _WRAPPING.sub("", text)).strip().rstrip(";").strip()
    for candidate in (text, _CONTROL.sub(" ", text), _TRAILING_COMMA.sub(r"\1", _CONTROL.sub(" ", text))):
        try:
            return json.loads(candidate, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def objects(scripts: Iterable[str]) -> tuple[Mapping[str, Any], ...]:
    """The objects of all scripts: those at the top, in lists and in `@graph`, in the order of the page."""
    found: list[Mapping[str, Any]] = []
    for script in scripts:
        _collect(load_lenient(script), found)
    return tuple(found[:MAX_OBJECTS])


def _collect(data: Any, found: list[Mapping[str, Any]], depth: int = 0) -> None:
    if depth > 3:  # noqa: PLR2004  lists of graphs of lists: nobody nests them deeper
        return
    if isinstance(data, list):
        for item in data:
            _collect(item, found, depth + 1)
    elif isinstance(data, Mapping):
        if isinstance(data.get("@graph"), list):
            _collect(data["@graph"], found, depth + 1)
        if set(data) - {"@graph", "@context"}:
            found.append(data)


def types(data: Mapping[str, Any]) -> frozenset[str]:
    """The schema.org types of an object, without their prefix."""
    kinds = data.get("@type", ())
    kinds = [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else ()
    return frozenset(kind.rpartition("/")[2].rpartition(":")[2] for kind in kinds if isinstance(kind, str))


def texts(data: Any, key: str) -> list[str]:
    """Every string under `key` anywhere inside, in lists too."""
    found: list[str] = []
    for node in walk(data):
        if isinstance(node, Mapping) and key in node:
            value = node[key]
            values = value if isinstance(value, list) else [value]
            found += [item for item in values if isinstance(item, str)]
    return found


def name_of(data: Any) -> str:
    """The name of a person or organisation given as text, object, or list of them."""
    if isinstance(data, list):
        return next((name for item in data if (name := name_of(item))), "")
    if isinstance(data, Mapping):
        data = data.get("name")
        return name_of(data) if isinstance(data, list) else data if isinstance(data, str) else ""
    return data if isinstance(data, str) and not data.startswith("http") else ""
