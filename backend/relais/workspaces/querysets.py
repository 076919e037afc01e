"""Named reads of people and workspaces."""

from typing import cast

from django.db import connection
from django.db.models import QuerySet
from django.utils.text import slugify
from rest_framework.request import Request

from relais.kit.access import Access
from relais.kit.actors import Actor
from relais.kit.errors import NotFoundError
from relais.kit.statements import Given, Statement
from relais.workspaces.models import ApiKey, Membership, User, Workspace

_WORKSPACE = [field.attname for field in Workspace._meta.concrete_fields]
_MEMBERSHIP = Statement(
    lambda: Membership.all_workspaces.filter(user_id=Given("user"), workspace__slug=Given("slug")).values_list(
        "role", *(f"workspace__{name}" for name in _WORKSPACE)
    )
)


def person_of(request: Request) -> User:
    """Return who is signed in, or whose key it is; the caller has refused strangers."""
    return cast("User", request.user)


def resolve(request: Request, slug: str) -> Access:
    """Return the access of the signed-in person, or of the key, to the workspace `slug`.

    Raises:
        NotFoundError: unknown workspace, not a member, or a key of another workspace.
    """
    person = person_of(request)
    found = _MEMBERSHIP.rows(user=person.pk, slug=slug)
    if not found:
        raise NotFoundError
    role, *columns = found[0]
    workspace = Workspace.from_db(connection.alias, _WORKSPACE, columns)
    key = request.auth if isinstance(request.auth, ApiKey) else None
    if key is None:
        return Access(workspace.pk, role, Actor(user_id=person.pk), workspace)
    if key.workspace_id != workspace.pk:
        raise NotFoundError
    return Access(workspace.pk, f"{role}:{key.scope}", Actor(user_id=person.pk, api_key_id=key.pk), workspace)


def memberships_of(user: User, *, key: ApiKey | None = None) -> QuerySet[Membership]:
    """Return the memberships of a person, with their workspaces; a key sees only its own."""
    rows = Membership.all_workspaces.select_related("workspace").filter(user=user).order_by("workspace__name", "id")
    return rows.filter(workspace_id=key.workspace_id) if key is not None else rows


def is_set_up() -> bool:
    """Say whether the first account exists."""
    return User.objects.exists()


def free_slug(name: str) -> str:
    """Return a free slug for a workspace of that name."""
    base = slugify(name)[:50] or "workspace"
    taken = set(Workspace.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug
