"""Sessions in the database, as Django keeps them, read by a statement that is written once."""

from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from relais.kit.statements import Given, Statement

_LIVING = Statement(
    lambda: Session.objects.filter(session_key=Given("key"), expire_date__gt=Given("now")).values_list("session_data")
)


class SessionStore(db.SessionStore):
    """Looked up at every request, so that a session that was ended is."""

    def load(self) -> dict[str, Any]:
        """Return what the session holds; nothing, under no key, when there is none or it has run out."""
        found = _LIVING.rows(key=self.session_key, now=timezone.now())
        if not found:
            self._session_key = None
            return {}
        held: dict[str, Any] = self.decode(found[0][0])
        return held
