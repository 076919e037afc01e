"""Transactions that lost a race are run again, a few times."""

import functools
import time
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from django.db import OperationalError, connection
from psycopg.errors import DeadlockDetected, SerializationFailure

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")

ATTEMPTS = 4
#: Seconds before the second attempt; doubles.
PAUSE = 0.05


def retried(work: Callable[Arguments, Answer]) -> Callable[Arguments, Answer]:
    """Run `work` again when PostgreSQL gave it up for another transaction. It must open its own transaction.

    Inside somebody else's transaction it runs once: that one must be run again as a whole.
    """

    @functools.wraps(work)
    def run(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Answer:
        for attempt in range(1, ATTEMPTS):
            try:
                return work(*args, **kwargs)
            except OperationalError as error:
                lost = isinstance(error.__cause__, DeadlockDetected | SerializationFailure)
                if not lost or connection.in_atomic_block:
                    raise
                time.sleep(PAUSE * 2**attempt)
        return work(*args, **kwargs)

    return run
