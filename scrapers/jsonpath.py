"""Reading deep into JSON whose layout may have changed, and knowing which path answered."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

#: A walk stops after this many nodes, however large the document.
MAX_NODES = 200_000


def get(data: Any, path: str) -> Any:
    """The value at a dotted `path` (`a.b.0.c`), or None. Digits index lists; `-1` is the last."""
    for step in path.split("."):
        if isinstance(data, Mapping):
            data = data.get(step)
        elif isinstance(data, Sequence) and not isinstance(data, str | bytes):
            try:
                data = data[int(step)]
            except (ValueError, IndexError):
                return None
        else:
            return None
    return data


def first(data: Any, *paths: str) -> tuple[Any, str]:
    """The first value that is there, and its path; `(None, "")` when no path leads anywhere."""
    for path in paths:
        value = get(data, path)
        if value is not None:
            return value, path
    return None, ""


def find_key(data: Any, key: str, *, max_nodes: int = MAX_NODES) -> Iterator[Any]:
    """Every value under `key`, nearest to the root first."""
    for value in walk(data, max_nodes=max_nodes):
        if isinstance(value, Mapping) and key in value:
            yield value[key]


def walk(data: Any, *, max_nodes: int = MAX_NODES) -> Iterator[Any]:
    """All objects and lists inside `data`, itself included, breadth first, at most `max_nodes`."""
    queue: deque[Any] = deque([data])
    seen = 0
    while queue and seen < max_nodes:
        node = queue.popleft()
        seen += 1
        if isinstance(node, Mapping):
            yield node
            queue.extend(value for value in node.values() if isinstance(value, Mapping | list))
        elif isinstance(node, list):
            yield node
            queue.extend(value for value in node if isinstance(value, Mapping | list))
