"""Transactions that lost a race are run again, a few times."""

import functools
import time
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from django.db import OperationalError, connection, transaction
from psycopg.errors import DeadlockDetected, SerializationFailure

from relais.kit.errors import ConflictError

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")

ATTEMPTS = 4
#: Seconds before the second attempt; doubles.
PAUSE = 0.05


def retried(work: Callable[Arguments, Answer]) -> Callable[Arguments, Answer]:
    """Run `work` in one transaction, again when PostgreSQL gave it up for another one.

    Inside somebody else's transaction it runs once: that one must be run again as a whole.

    Raises:
        ConflictError: it was given up every time.
    """

    @functools.wraps(work)
    def run(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Answer:
        if connection.in_atomic_block:
            return work(*args, **kwargs)
        for attempt in range(ATTEMPTS):
            if attempt:
                time.sleep(PAUSE * 2 ** (attempt - 1))
            try:
                with transaction.atomic():
                    return work(*args, **kwargs)
            except OperationalError as error:
                if not isinstance(error.__cause__, DeadlockDetected | SerializationFailure):
                    raise
        raise ConflictError

    return run
