"""The browser that the tests of this folder drive."""

import os
from typing import Any

import pytest

from tests.e2e import browser

# Playwright's synchronous interface runs an event loop in this thread; the ORM would refuse to work beside it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the browser that was found, quietly; a red result with advice when there is none."""
    executable = browser.find_or_install()
    return {**browser_type_launch_args, "executable_path": str(executable), "args": browser.arguments()}
