"""Sessions in the database, as Django's own; only their look-up, which stands before every answer, is compiled."""

from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db.models import CharField, DateTimeField, QuerySet
from django.utils import timezone

from relais.kit.compiled import CompiledRead, Given


def _alive() -> QuerySet[Any, tuple[Any, ...]]:
    sessions = DatabaseStore.get_model_class().objects
    return sessions.filter(
        session_key=Given("key", CharField()), expire_date__gt=Given("now", DateTimeField())
    ).values_list("session_data")


_READ = CompiledRead(_alive)


class SessionStore(DatabaseStore):
    """Django's store."""

    def load(self) -> dict[str, Any]:
        """Return what the session holds; nothing when it is unknown or over."""
        found = _READ.first({"key": self.session_key, "now": timezone.now()})
        if found is None:
            self._session_key = None
            return {}
        return self.decode(found[0])
