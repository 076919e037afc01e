"""What can be refused about coverage."""

from django.utils.translation import gettext_lazy as _

from relais.kit.errors import ConflictError


class AlreadyRecordedError(ConflictError):
    """The piece stands under this creator already; `coverage` is its id."""

    code = "already_recorded"
    message = _("This publication is recorded already.")
