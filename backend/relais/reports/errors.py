"""What can be refused about what waits today."""

from django.utils.translation import gettext_lazy as _

from relais.kit.errors import InvalidError


class HasItsOwnDayError(InvalidError):
    """Tasks, promises and next actions are put off by changing their day."""

    code = "has_its_own_day"
    message = _("This has a day of its own: change that day instead.")


class NothingToPutOffError(InvalidError):
    """No line of that kind is about that."""

    code = "nothing_to_put_off"
    message = _("This is no longer there, so there is nothing to put off.")
