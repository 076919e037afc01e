"""Named reads of people and workspaces."""

from typing import cast

from django.db.models import QuerySet
from django.utils.text import slugify
from rest_framework.request import Request

from relais.kit.access import Access
from relais.kit.actors import Actor
from relais.kit.errors import NotFoundError
from relais.workspaces.models import ApiKey, Membership, User, Workspace


def person_of(request: Request) -> User:
    """Return who is signed in, or whose key it is; the caller has refused strangers."""
    return cast("User", request.user)


def resolve(request: Request, slug: str) -> Access:
    """Return the access of the signed-in person, or of the key, to the workspace `slug`.

    Raises:
        NotFoundError: unknown workspace, not a member, or a key of another workspace.
    """
    person = person_of(request)
    membership = Membership.all_workspaces.select_related("workspace").filter(user=person, workspace__slug=slug).first()
    if membership is None:
        raise NotFoundError
    key = request.auth if isinstance(request.auth, ApiKey) else None
    if key is None:
        return Access(membership.workspace_id, membership.role, Actor(user_id=person.pk), membership.workspace)
    if key.workspace_id != membership.workspace_id:
        raise NotFoundError
    actor = Actor(user_id=person.pk, api_key_id=key.pk)
    return Access(membership.workspace_id, f"{membership.role}:{key.scope}", actor, membership.workspace)


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
