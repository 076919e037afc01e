"""What can go wrong with statistics."""

from django.utils.translation import gettext_lazy as _

from relais.kit.errors import ConflictError, DomainError


class AudienceError(DomainError):
    """Base of this app's refusals."""

    code = "audience_refused"


class NothingSelectedError(AudienceError):
    """The selection holds no channel."""

    code = "nothing_selected"
    message = _("There is no channel to refresh in this selection.")


class UnknownChannelError(AudienceError):
    """Some ids are not channels of this workspace."""

    code = "unknown_channel"
    message = _("Some of these channels do not exist. Nothing was refreshed.")


class RunFinishedError(AudienceError, ConflictError):
    """The run has ended already."""

    code = "run_finished"
    status = 409
    message = _("This refresh has already ended.")
