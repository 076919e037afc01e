"""Who is behind a session: looked up at every request, by a statement that is written once."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.db import connection

from relais.kit.statements import Given, Statement
from relais.workspaces.models import User

_COLUMNS = [field.attname for field in User._meta.concrete_fields]
_PERSON = Statement(lambda: User.objects.filter(id=Given("id")).values_list(*_COLUMNS))


class SignInBackend(AuthenticationBackend):
    """Compares passwords as allauth does."""

    def get_user(self, user_id: Any) -> User | None:
        """Return the person of a session; nobody when they may not sign in any more."""
        found = _PERSON.rows(id=user_id)
        if not found:
            return None
        person = User.from_db(connection.alias, _COLUMNS, found[0])
        return person if self.user_can_authenticate(person) else None
