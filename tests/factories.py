"""Rows for tests, shaped like real ones. Each builder takes what it hangs on; nothing is global."""

from typing import Any

from relais.kit.actors import Actor
from relais.kit.tenancy import workspace_scope
from relais.workspaces.actions import create_workspace
from relais.workspaces.models import Brand, Membership, User, Workspace

PASSWORD = "Tournesol-et-lavande-42"


def make_user(name: str = "Alice Martin", email: str | None = None, **fields: Any) -> User:
    address = email or f"{name.split(maxsplit=1)[0].lower()}@example.org"
    return User.objects.create_user(address, PASSWORD, name=name, **fields)


def make_workspace(owner: User, name: str = "Agence Lumière", **fields: Any) -> Workspace:
    values = {"language": "fr", "time_zone": "Europe/Paris", "currency": "EUR"} | fields
    return create_workspace(name=name, by=Actor(user_id=owner.pk), **values)


def add_member(workspace: Workspace, user: User, role: str) -> Membership:
    with workspace_scope(workspace.pk):
        return Membership.objects.create(user=user, role=role)


def make_brand(name: str = "Maison Olivier", **fields: Any) -> Brand:
    """Inside a scope."""
    return Brand.objects.create(name=name, **fields)
