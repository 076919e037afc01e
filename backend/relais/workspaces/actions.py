"""What can be done to people, workspaces and the ways in."""

from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext_lazy as _

from relais.activity.actions import record
from relais.kit import clock
from relais.kit.actors import Actor
from relais.kit.errors import InvalidError
from relais.kit.tenancy import workspace_scope
from relais.workspaces import keys, seeds
from relais.workspaces.errors import (
    InvitationUnusableError,
    LastOwnerError,
    NameTakenError,
    RoleAboveOwnError,
    SetupDoneError,
)
from relais.workspaces.models import ApiKey, Brand, Invitation, Membership, User, Workspace
from relais.workspaces.querysets import free_slug, is_set_up
from relais.workspaces.rules import Role

INVITATION_LIFE = timedelta(days=14)
SETUP_LOCK, SLUG_LOCK = 7_231_001, 7_231_002


@transaction.atomic
def set_up(*, email: str, password: str, name: str, language: str, workspace: dict[str, Any]) -> tuple[User, Workspace]:
    """Make the first account and its workspace; only ever once, however many ask at the same time.

    Raises:
        SetupDoneError: an account exists.
    """
    _one_at_a_time(SETUP_LOCK)
    if is_set_up():
        raise SetupDoneError
    user = User.objects.create_user(email, password, name=name, language=language)
    return user, create_workspace(by=Actor(user_id=user.pk), **workspace)


def _one_at_a_time(lock: int) -> None:
    """Wait for whoever holds the lock, and hold it until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [lock])


def change_profile(*, user: User, changes: dict[str, Any]) -> User:
    """Save a person's own name or language."""
    for field, value in changes.items():
        setattr(user, field, value)
    user.save(update_fields=list(changes))
    return user


@transaction.atomic
def create_workspace(
    *, name: str, language: str, time_zone: str, currency: str, by: Actor, is_sample: bool = False
) -> Workspace:
    """Make a workspace; whoever makes it owns it."""
    _one_at_a_time(SLUG_LOCK)  # two of one name at once would be given the same slug
    workspace = Workspace.objects.create(
        slug=free_slug(name), name=name, language=language, time_zone=time_zone, currency=currency, is_sample=is_sample
    )
    with workspace_scope(workspace.pk):
        Membership.objects.create(user_id=by.person_id, role=Role.OWNER)
        seeds.plant(workspace=workspace, by=by)
        record(verb="workspace.created", subject=workspace, by=by, data={"name": name})
    return workspace


@transaction.atomic
def change_workspace(*, workspace: Workspace, changes: dict[str, Any], by: Actor) -> Workspace:
    """Save new values of a workspace's settings."""
    before = {field: getattr(workspace, field) for field in changes}
    for field, value in changes.items():
        setattr(workspace, field, value)
    workspace.save(update_fields=list(changes))
    record(verb="workspace.changed", subject=workspace, by=by, data={"before": before, "after": changes})
    return workspace


# -- brands -----------------------------------------------------------------------------------------


def save_brand(*, brand: Brand | None, values: dict[str, Any], by: Actor) -> Brand:
    """Create a brand, or change one.

    Raises:
        NameTakenError: another brand has the name.
    """
    target = brand or Brand()
    archived = values.pop("is_archived", None)
    for field, value in values.items():
        setattr(target, field, value)
    if archived is not None:
        target.archived_at = (target.archived_at or clock.now()) if archived else None
    try:
        with transaction.atomic():
            target.save()
            verb = "brand.changed" if brand else "brand.created"
            record(verb=verb, subject=target, by=by, data={"name": target.name})
    except IntegrityError as error:
        raise NameTakenError(errors={"name": [NameTakenError.message]}) from error
    return target


# -- members ----------------------------------------------------------------------------------------


def _keep_an_owner(membership: Membership) -> None:
    owners = Membership.objects.select_for_update(no_key=True).filter(role=Role.OWNER).order_by("id")
    if membership.role == Role.OWNER and len(owners) == 1:
        raise LastOwnerError


@transaction.atomic
def change_role(*, membership: Membership, role: str, by: Actor, by_role: str) -> Membership:
    """Give a member another role; it counts from their next request.

    Raises:
        RoleAboveOwnError: only owners name or change owners.
        LastOwnerError: the last owner stays.
    """
    if Role.OWNER in {role, membership.role} and by_role != Role.OWNER:
        raise RoleAboveOwnError
    if role != Role.OWNER:
        _keep_an_owner(membership)
    before = membership.role
    membership.role = role
    membership.save(update_fields=["role"])
    data = {"member_id": membership.user_id, "before": before, "after": role}
    record(verb="member.role_changed", subject=membership, by=by, data=data)
    return membership


@transaction.atomic
def remove_member(*, membership: Membership, by: Actor, by_role: str) -> None:
    """Take a member out, and revoke the keys they made.

    Raises:
        RoleAboveOwnError: only owners remove owners.
        LastOwnerError: the last owner stays.
    """
    if membership.role == Role.OWNER and by_role != Role.OWNER:
        raise RoleAboveOwnError
    _keep_an_owner(membership)
    ApiKey.objects.filter(made_by_id=membership.user_id, revoked_at=None).update(revoked_at=clock.now())
    record(verb="member.removed", subject=membership, by=by, data={"member_id": membership.user_id})
    membership.delete()


@transaction.atomic
def invite(*, email: str, role: str, by: Actor, by_role: str) -> tuple[Invitation, str]:
    """Make an invitation; return it with the token, which is shown once.

    Raises:
        RoleAboveOwnError: only owners invite owners.
    """
    if role == Role.OWNER and by_role != Role.OWNER:
        raise RoleAboveOwnError
    token = keys.make_token()
    invitation = Invitation.objects.create(
        token_hash=keys.digest(token),
        email=email.lower(),
        role=role,
        made_by_id=by.person_id,
        expires_at=clock.now() + INVITATION_LIFE,
    )
    record(verb="member.invited", subject=invitation, by=by, data={"role": role})
    return invitation, token


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, by: Actor) -> None:
    """Make an invitation's link useless."""
    record(verb="invitation.withdrawn", subject=invitation, by=by)
    invitation.delete()


def find_invitation(*, token: str) -> Invitation:
    """Return a usable invitation.

    Raises:
        InvitationUnusableError: unknown, used or expired.
    """
    found = (
        Invitation.all_workspaces.select_related("workspace", "made_by")
        .filter(token_hash=keys.digest(token), accepted_at=None, expires_at__gt=clock.now())
        .first()
    )
    if found is None:
        raise InvitationUnusableError
    return found


@transaction.atomic
def accept_invitation(
    *, token: str, user: User | None, email: str = "", name: str = "", password: str = "", language: str = "en"
) -> tuple[User, Workspace]:
    """Join by a link: as the signed-in person, or with a new account.

    Raises:
        InvitationUnusableError: unknown, used or expired.
        InvalidError: the e-mail address has an account already: sign in first.
    """
    found = find_invitation(token=token)
    claimed = Invitation.all_workspaces.filter(pk=found.pk, accepted_at=None).update(accepted_at=clock.now())
    if not claimed:
        raise InvitationUnusableError
    if user is None:
        try:
            with transaction.atomic():
                user = User.objects.create_user(email, password, name=name, language=language)
        except IntegrityError as error:
            message = _("This address has an account. Sign in, then open the link again.")
            raise InvalidError(errors={"email": [message]}) from error
    with workspace_scope(found.workspace_id):
        member, created = Membership.objects.get_or_create(user=user, defaults={"role": found.role})
        Invitation.objects.filter(pk=found.pk).update(accepted_by=user)
        if created:
            record(verb="member.joined", subject=member, by=Actor(user_id=user.pk), data={"role": found.role})
    return user, found.workspace


# -- API keys ---------------------------------------------------------------------------------------


@transaction.atomic
def create_api_key(*, name: str, scope: str, expires_at: datetime | None, by: Actor) -> tuple[ApiKey, str]:
    """Make a key; return it with its full text, which is shown once."""
    prefix, secret_hash, text = keys.make_key()
    key = ApiKey.objects.create(
        name=name, prefix=prefix, secret_hash=secret_hash, scope=scope, expires_at=expires_at, made_by_id=by.person_id
    )
    record(verb="api_key.created", subject=key, by=by, data={"name": name, "scope": scope})
    return key, text


@transaction.atomic
def revoke_api_key(*, key: ApiKey, by: Actor) -> None:
    """Refuse the key from its next request on."""
    if key.revoked_at is None:
        key.revoked_at = clock.now()
        key.save(update_fields=["revoked_at"])
        record(verb="api_key.revoked", subject=key, by=by, data={"name": key.name})
