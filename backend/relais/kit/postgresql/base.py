"""Django's PostgreSQL, which asks a connection only after a pause whether it is still there."""

import select
import time
from typing import Any

from django.db.backends.postgresql import base

#: Seconds without a request after which a statement is sent to ask: a network can go silent without a word.
PAUSE = 30.0


class DatabaseWrapper(base.DatabaseWrapper):
    """Trusts a connection that served a moment ago and has heard nothing from the server since.

    A server that ends, and whatever ends a connection in between, says so; that lies in the socket unread. After an
    error Django itself asks, as ever.
    """

    health_check_done: bool
    _checked_at: float = 0.0

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Connect."""
        made = super().get_new_connection(conn_params)
        self._checked_at = time.monotonic()
        return made

    def close_if_health_check_failed(self) -> None:
        """Close a connection that does not work, before the first statement of a request."""
        if self.connection is None or self.health_check_done:
            return
        now = time.monotonic()
        if now - self._checked_at < PAUSE and not self._has_word():
            self.health_check_done = True
        else:
            super().close_if_health_check_failed()
        self._checked_at = now

    def _has_word(self) -> bool:
        """Say whether the server sent something unasked, or hung up."""
        if self.connection.closed:
            return True
        poll = select.poll()
        poll.register(self.connection.fileno(), select.POLLIN)
        return bool(poll.poll(0))
