"""Sign-in of people: allauth's, with the look-up of who is signed in compiled."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import BigIntegerField, QuerySet

from relais.kit.compiled import CompiledRead, Given
from relais.workspaces.models import User

_COLUMNS = [field.attname for field in User._meta.concrete_fields]


def _person() -> QuerySet[Any, tuple[Any, ...]]:
    return User.objects.filter(pk=Given("pk", BigIntegerField()), is_active=True).values_list(*_COLUMNS)


_READ = CompiledRead(_person)


class PeopleBackend(AuthenticationBackend):
    """By e-mail address and password."""

    def get_user(self, user_id: int) -> User | None:
        """Return who has that id; None for the unknown and the disabled."""
        row = _READ.first({"pk": user_id})
        return None if row is None else User.from_db("default", _COLUMNS, row)
