"""Who may do what: the one table, and the plain values of this app."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class Role(StrEnum):
    """What a member is in a workspace, from most to least."""

    OWNER = "owner"
    MANAGER = "manager"
    EDITOR = "editor"
    VIEWER = "viewer"


class Language(StrEnum):
    """Languages of the interface."""

    ENGLISH = "en"
    FRENCH = "fr"


class Scope(StrEnum):
    """What an API key may do at most."""

    READ = "read"
    WRITE = "write"


ALL = frozenset(Role)
EDITORS = frozenset({Role.OWNER, Role.MANAGER, Role.EDITOR})
MANAGERS = frozenset({Role.OWNER, Role.MANAGER})
OWNERS = frozenset({Role.OWNER})

#: resource → verb → roles. A resource or verb that is missing is refused to everybody.
TABLE: dict[str, dict[str, frozenset[Role]]] = {
    "workspace": {"read": ALL, "write": MANAGERS, "delete": OWNERS},
    "brands": {"read": ALL, "write": EDITORS, "delete": MANAGERS},
    "members": {"read": ALL, "write": MANAGERS, "delete": MANAGERS},
    "invitations": {"read": MANAGERS, "write": MANAGERS, "delete": MANAGERS},
    "api_keys": {"read": MANAGERS, "write": MANAGERS, "delete": MANAGERS},
    "activity": {"read": ALL},
    "creators": {"read": ALL, "write": EDITORS, "delete": EDITORS, "merge": EDITORS, "export": EDITORS},
    "channels": {"read": ALL, "write": EDITORS, "delete": EDITORS, "refresh": EDITORS},
    "notes": {"read": ALL, "write": EDITORS, "delete": EDITORS},
    "tags": {"read": ALL, "write": EDITORS, "delete": EDITORS},
    "lists": {"read": ALL, "write": EDITORS, "delete": EDITORS},
    "saved_views": {"read": ALL, "write": ALL, "delete": ALL},
    "imports": {"read": EDITORS, "write": EDITORS, "delete": EDITORS},
    "refresh_runs": {"read": ALL, "write": EDITORS, "delete": EDITORS},
    "campaigns": {"read": ALL, "write": EDITORS, "delete": MANAGERS},
    "stages": {"read": ALL, "write": MANAGERS, "delete": MANAGERS},
    "participations": {"read": ALL, "write": EDITORS, "delete": EDITORS},
    "tasks": {"read": ALL, "write": EDITORS, "delete": EDITORS},
    "promises": {"read": ALL, "write": EDITORS, "delete": EDITORS},
    "products": {"read": ALL, "write": EDITORS, "delete": MANAGERS},
    "sendings": {"read": ALL, "write": EDITORS, "delete": EDITORS},
    "coverage": {"read": ALL, "write": EDITORS, "delete": EDITORS},
    "today": {"read": ALL, "write": EDITORS, "delete": EDITORS},
}

#: What a key of each scope may be at most; its maker's present role lowers it further.
SCOPE_VERBS = {Scope.READ: frozenset({"read", "export"}), Scope.WRITE: None}


def allows(role: str, resource: str, verb: str) -> bool:
    """Say whether a member, or a key (`role` = `"manager:read"`), may do `verb` to `resource`.

    A key never manages keys, members or invitations: only a person signed in does.
    """
    name, _, scope = role.partition(":")
    if scope:
        verbs = SCOPE_VERBS[Scope(scope)]
        if verbs is not None and verb not in verbs:
            return False
        if resource in {"api_keys", "members", "invitations", "workspace"} and verb != "read":
            return False
    return Role(name) in TABLE.get(resource, {}).get(verb, frozenset())


@dataclass(frozen=True, slots=True)
class Patience:
    """How many wrong tries are free, and how long each further one makes the next wait."""

    free: int
    first_wait: timedelta = timedelta(seconds=15)
    longest_wait: timedelta = timedelta(minutes=15)

    def wait_after(self, tries: int) -> timedelta:
        """Return how long nothing is tried after that many tries; it doubles each time, up to a bound."""
        if tries < self.free:
            return timedelta(0)
        doubled: int = 2 ** min(tries - self.free, 16)
        return min(self.first_wait * doubled, self.longest_wait)


#: Tries at one account from browsers that never signed in to it, or from one that did.
OF_ACCOUNT = Patience(free=10)
#: Tries from one address, behind which a whole office may sit.
OF_SOURCE = Patience(free=40)
#: Requests for a link by mail.
OF_RESET = Patience(free=5)
#: Tries this long ago are forgotten.
TRIES_KEPT = timedelta(days=1)
#: How long a request sent again with its Idempotency-Key is answered as it was the first time.
ANSWERS_KEPT = timedelta(days=1)
