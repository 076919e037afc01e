"""Who wants to know what was fetched. An app above registers in its `ready()`; sources never calls up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from relais.sources.rules import SourceState
from scrapers.model import Outcome


@dataclass(frozen=True, slots=True)
class Result:
    """What one look at one source told. Numbers that were not believed are None in `outcome.stats`."""

    source_id: int
    outcome: Outcome
    at: datetime
    state: SourceState


#: Runs inside the transaction that closes the sources: what it writes is kept with them, or not at all.
Handler = Callable[[Sequence[Result]], None]

_handlers: list[Handler] = []


def register_handler(handler: Handler) -> None:
    """Have `handler` called with every group of results, in order of registration."""
    if handler not in _handlers:
        _handlers.append(handler)


def handlers() -> tuple[Handler, ...]:
    """Return those that registered."""
    return tuple(_handlers)
