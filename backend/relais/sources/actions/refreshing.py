"""Fetching what is due, batch after batch."""

from relais.kit.jobs import enqueue
from relais.sources import batch
from relais.sources.actions import leasing
from relais.sources.stopping import stopping

BATCH = 200


def refresh_due(*, limit: int = BATCH) -> int:
    """Fetch one batch of what is due; return its size.

    Only a batch that found work rings for the next, so the chain ends with the work: once at its start, for
    another worker that may be free, and once at its end.
    """
    lease = leasing.lease_due(limit=limit)
    if not lease.sources:
        return 0
    ring_if_due()
    try:
        batch.refresh(lease)
    finally:
        leasing.release(token=lease.token)
    ring_if_due()
    return len(lease.sources)


def ring_if_due() -> None:
    """Ring for a batch when something is due and nobody has it."""
    if not stopping() and leasing.anything_due():
        enqueue("sources.refresh_due")
