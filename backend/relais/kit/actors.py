"""Who does something."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, a person's API key, or the system (both None)."""

    user_id: int | None = None
    api_key_id: int | None = None

    @property
    def person_id(self) -> int:
        """The person, where only a person can act.

        Raises:
            LookupError: the system acts.
        """
        if self.user_id is None:
            raise LookupError("Only a person does this.")
        return self.user_id


SYSTEM = Actor()
