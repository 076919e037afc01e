"""The worker of `make dev`: starts again whenever a Python file changes."""

import django
from django.utils import autoreload

from relais.config.celery import app


def work() -> None:
    """Work in this process, so that nothing outlives a restart."""
    django.setup()
    app.worker_main(["--quiet", "worker", "--beat", "--pool=solo", "--loglevel=info"])


if __name__ == "__main__":
    autoreload.run_with_reloader(work)
