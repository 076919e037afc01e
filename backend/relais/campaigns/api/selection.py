"""Which creators a filter of the creators list finds."""

from collections.abc import Mapping

from django.db.models import QuerySet
from rest_framework.request import Request

from relais.creators.models import Creator
from relais.kit.errors import UnknownParameterError


def select_creators(parameters: Mapping[str, str], request: Request) -> QuerySet[Creator]:  # noqa: ARG001
    """Return the creators that these query parameters of the creators list select; none given means everybody.

    Raises:
        UnknownParameterError: the list has no such parameter.
    """
    if parameters:
        raise UnknownParameterError(errors={f"filter.{name}": [UnknownParameterError.message] for name in parameters})
    return Creator.objects.filter(deleted_at=None)
