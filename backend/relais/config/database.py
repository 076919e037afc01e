"""The database of a command: the one configured, or the embedded one for as long as the command runs."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings

from relais.kit.embedded_postgres import EmbeddedPostgresError, running


@contextmanager
def at_hand() -> Iterator[None]:
    """Have the database answer for the length of the block; end with one sentence when it cannot."""
    if not settings.DATABASE_IS_EMBEDDED:
        yield
        return
    try:
        with running(settings.VAR / "postgres") as cluster:
            # The first start may have settled elsewhere than the settings, read before it, could know.
            settings.DATABASES["default"]["HOST"] = str(cluster.socket_folder)
            yield
    except EmbeddedPostgresError as error:
        sys.exit(str(error))
