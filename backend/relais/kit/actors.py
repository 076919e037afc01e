"""Who does something."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, a person's API key, or the system (both None)."""

    user_id: int | None = None
    api_key_id: int | None = None


SYSTEM = Actor()
