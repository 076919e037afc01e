"""What can be refused about people and workspaces."""

from datetime import timedelta
from math import ceil

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from relais.kit.errors import ConflictError, DomainError, TooManyRequestsError


class SetupDoneError(ConflictError):
    """The first account exists already."""

    code = "setup_done"
    message = _("This Relais is already set up. Sign in, or ask for an invitation.")


class LastOwnerError(ConflictError):
    """A workspace keeps at least one owner."""

    code = "last_owner"
    message = _("A workspace needs an owner: make somebody else owner first.")


class InvitationUnusableError(DomainError):
    """Unknown, used, expired or revoked: never told apart."""

    code = "invitation_unusable"
    status = 404
    message = _("This invitation cannot be used any more. Ask for a new one.")


class RoleAboveOwnError(DomainError):
    """Nobody gives more than they have."""

    code = "role_above_own"
    status = 403
    message = _("Only an owner can name or change an owner.")


class NameTakenError(ConflictError):
    """Another row of the workspace has this name."""

    code = "name_taken"
    message = _("This name is taken.")


class TooManyTriesError(TooManyRequestsError):
    """Too many wrong passwords, or requests for a link: told alike whether the account exists or not."""

    code = "too_many_tries"

    def __init__(self, *, wait: timedelta) -> None:
        seconds = max(1, ceil(wait.total_seconds()))
        minutes = ceil(seconds / 60)
        sentence = ngettext(
            "Too many tries. Wait %(minutes)d minute, then try again.",
            "Too many tries. Wait %(minutes)d minutes, then try again.",
            minutes,
        )
        super().__init__(sentence % {"minutes": minutes}, headers={"Retry-After": str(seconds)})
