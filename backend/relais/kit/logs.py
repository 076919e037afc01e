"""Lines of the log say which request they belong to."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_current: ContextVar[str] = ContextVar("relais_correlation_id", default="-")


@contextmanager
def correlated(correlation_id: str) -> Iterator[None]:
    """Write that id into every line of the block: it is the one an error answer carries."""
    token = _current.set(correlation_id)
    try:
        yield
    finally:
        _current.reset(token)


class CorrelationFilter(logging.Filter):
    """Adds `correlation_id` to each line; `-` outside any request."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Add it, and let the line pass."""
        # Django writes the line of a refused request when its middleware has ended, with the request beside it.
        record.correlation_id = getattr(getattr(record, "request", None), "correlation_id", None) or _current.get()
        return True
