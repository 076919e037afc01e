"""Bells. What is due stands in the rows; a lost or doubled ring is harmless."""

from celery import shared_task

from relais.sources.actions import refreshing


@shared_task(name="sources.refresh_due")
def refresh_due() -> None:
    """Fetch one batch of due sources, of all workspaces."""
    refreshing.refresh_due()


@shared_task(name="sources.sweep")
def sweep() -> None:
    """Ring when something is due: by the clock, for what nobody rang for."""
    refreshing.ring_if_due()
