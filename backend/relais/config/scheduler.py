"""Celery's scheduler with a sign of life."""

from typing import Any

from celery.beat import Scheduler
from django.conf import settings


class LivingScheduler(Scheduler):
    """Keeps nothing (each entry only looks for what is due) and touches a file at every tick, for a health check."""

    max_interval = 60  # seconds between ticks at most

    def tick(self, *args: Any, **kwargs: Any) -> float:
        """Do what is due; return the seconds until the next tick."""
        (settings.VAR / "beat-alive").touch()
        return super().tick(*args, **kwargs)
