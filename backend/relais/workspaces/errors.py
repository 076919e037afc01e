"""What can be refused about people and workspaces."""

from django.utils.translation import gettext_lazy as _

from relais.kit.errors import ConflictError, DomainError


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
