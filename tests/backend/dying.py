"""Die at the k-th statement: run an operation in a forked child that ends as if killed, at each of its statements."""

import os
from collections.abc import Callable
from typing import Any

from django.db import connection, connections

KILLED = 137


def dies_at(operation: Callable[[], object], number: int) -> bool:
    """Run `operation` in a child killed before its statement `number`; say whether it died before it was done."""
    connections.close_all()  # the child must not share the parent's socket
    child = os.fork()
    if child == 0:
        _run(operation, number)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in {0, KILLED}, f"the child ended with {code}"
    return code == KILLED


def _run(operation: Callable[[], object], number: int) -> None:
    left = number

    def count(execute: Any, sql: Any, params: Any, many: Any, context: Any) -> Any:
        nonlocal left
        left -= 1
        if left < 0:
            os._exit(KILLED)
        return execute(sql, params, many, context)

    code = 1
    try:
        with connection.execute_wrapper(count):
            operation()
        code = 0
    finally:
        os._exit(code)
