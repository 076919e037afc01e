"""Whether this worker was told to stop. Its processes learn it through memory they share."""

import mmap
from typing import Any

from celery.signals import worker_init, worker_shutting_down

#: Made before the pool forks, so that the parent's word reaches every child.
_flag = mmap.mmap(-1, 1)


def stopping() -> bool:
    """Say whether no new work should be begun."""
    return _flag[0] != 0


@worker_init.connect
def _begin(**_: Any) -> None:
    _flag[0] = 0


@worker_shutting_down.connect
def _stop(**_: Any) -> None:
    _flag[0] = 1
