"""The seam between the base viewset and whoever knows members and roles.

`kit` knows no domain word, so the app that owns memberships registers one resolver and one judge.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from relais.kit.actors import Actor


@dataclass(frozen=True, slots=True)
class Access:
    """What a request may see: the workspace and the effective role in it."""

    workspace_id: int
    role: str
    actor: Actor
    workspace: Any


Resolver = Callable[[Any, str], Access]
Judge = Callable[[str, str, str], bool]


class _Registry:
    resolve: Resolver
    judge: Judge


def register(*, resolve: Resolver, judge: Judge) -> None:
    """Set who resolves `(request, slug)` to an Access and who judges `(role, resource, verb)`."""
    _Registry.resolve = staticmethod(resolve)
    _Registry.judge = staticmethod(judge)


def resolve(request: Any, slug: str) -> Access:
    """Return the access of this request to the workspace named `slug`.

    Raises:
        NotFoundError: no such workspace, or not a member of it.
    """
    return _Registry.resolve(request, slug)


def allows(role: str, resource: str, verb: str) -> bool:
    """Say whether `role` may do `verb` to `resource`."""
    return _Registry.judge(role, resource, verb)
