"""robots.txt as RFC 9309 reads it: 4xx allows, an unreadable file forbids, answers are kept a day."""

import time
from dataclasses import dataclass, field

from protego import Protego

from scrapers.errors import ScraperError
from scrapers.fetch.policy import Policy

ALLOW_ALL = ""
MAX_ORIGINS = 20_000


@dataclass(frozen=True, slots=True)
class Rules:
    """What one origin allows. `refusal` is why its robots.txt could not be read: then nothing is allowed."""

    protego: Protego
    read_at: float
    refusal: ScraperError | None = None
    expires_at: float = 0.0

    def allows(self, url: str, token: str) -> bool:
        """Tell whether `token` may fetch `url`."""
        return self.refusal is None and self.protego.can_fetch(url, token)

    def crawl_delay(self, token: str, longest: float) -> float:
        """Return the seconds asked between two requests, at most `longest`; 0 when the file is silent."""
        delay = self.protego.crawl_delay(token)
        return min(float(delay), longest) if delay and delay > 0 else 0.0


def parse_rules(text: str) -> Protego:
    """Read the file's text. Anything is a valid robots.txt; what makes no sense is ignored."""
    return Protego.parse(text)


@dataclass(slots=True)
class RobotsCache:
    """The rules of each origin, plain data that outlives an event loop."""

    rules: dict[str, Rules] = field(default_factory=dict)

    def fresh(self, origin: str) -> Rules | None:
        """Return rules that need no new look."""
        known = self.rules.get(origin)
        return known if known is not None and time.monotonic() < known.expires_at else None

    def store(self, origin: str, text: str, policy: Policy) -> Rules:
        """Keep what the origin answered: the file, or ALLOW_ALL where it has none."""
        now = time.monotonic()
        return self._keep(origin, Rules(parse_rules(text), read_at=now, expires_at=now + policy.robots_ttl))

    def store_failure(self, origin: str, reason: ScraperError, policy: Policy) -> Rules:
        """Keep that it could not be read: the last good copy speaks on for a while, else nothing is allowed."""
        now = time.monotonic()
        known = self.rules.get(origin)
        expires = now + policy.robots_error_ttl
        if known and known.refusal is None and now - known.read_at < policy.robots_stale_ttl:
            return self._keep(origin, Rules(known.protego, read_at=known.read_at, expires_at=expires))
        return self._keep(origin, Rules(parse_rules(""), read_at=now, refusal=reason, expires_at=expires))

    def _keep(self, origin: str, rules: Rules) -> Rules:
        self.rules.pop(origin, None)
        while len(self.rules) >= MAX_ORIGINS:
            self.rules.pop(next(iter(self.rules)))
        self.rules[origin] = rules
        return rules
