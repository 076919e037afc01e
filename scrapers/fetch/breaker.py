"""Stops asking hosts that fail or refuse: closed, open for a while, then one probe decides."""

import time
from dataclasses import dataclass, field

from scrapers.errors import BlockedError, RateLimitedError, ScraperError, ServerFailedError, UnreachableError

#: An open breaker doubles its pause with every failed probe, up to 2 ** 5 times.
MAX_DOUBLINGS = 5


@dataclass(slots=True)
class _Circuit:
    failures: int = 0
    openings: int = 0
    open_until: float = 0.0
    blocked: bool = False
    probing: bool = False


@dataclass(slots=True)
class Breakers:
    """One circuit per host. `failures` in a row open it, or a single refusal."""

    limit: int
    pause: float
    circuits: dict[str, _Circuit] = field(default_factory=dict)

    def before(self, host: str) -> None:
        """Let the request pass, as the probe when the pause is over; raise the reason when it may not."""
        circuit = self.circuits.get(host)
        if circuit is None or not circuit.openings:
            return
        if not circuit.probing and time.monotonic() >= circuit.open_until:
            circuit.probing = True
            return
        if circuit.blocked:
            raise BlockedError("The site refused Relais earlier and is left alone for a while.")
        raise UnreachableError("The site failed several times in a row and is left alone for a while.")

    def succeeded(self, host: str) -> None:
        """Close the circuit."""
        self.circuits.pop(host, None)

    def failed(self, host: str, *, blocked: bool = False) -> None:
        """Count a failure; open the circuit at the limit, at a refusal, or when the probe failed."""
        circuit = self.circuits.setdefault(host, _Circuit())
        circuit.failures += 1
        circuit.blocked = blocked
        if blocked or circuit.probing or circuit.failures >= self.limit:
            doublings = min(circuit.openings, MAX_DOUBLINGS)
            circuit.open_until = time.monotonic() + self.pause * 2**doublings
            circuit.openings += 1
        circuit.probing = False

    def judge(self, host: str, error: ScraperError) -> None:
        """Draw the conclusion from an answer that is no document."""
        if isinstance(error, BlockedError | ServerFailedError):
            self.failed(host, blocked=isinstance(error, BlockedError))
        elif isinstance(error, RateLimitedError):
            self.undecided(host)
        else:
            self.succeeded(host)

    def undecided(self, host: str) -> None:
        """Give the probe back: the request ended without telling anything about the host."""
        if host in self.circuits:
            self.circuits[host].probing = False
