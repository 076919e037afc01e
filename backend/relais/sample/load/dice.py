"""Chance that falls the same way every time."""

from hashlib import blake2b


def roll(*of: object, sides: int) -> int:
    """Return a number from 0 to `sides` - 1 that depends on nothing but `of`."""
    digest = blake2b(repr(of).encode(), digest_size=8).digest()
    return int.from_bytes(digest) % sides


def share(*of: object) -> float:
    """Return a number from 0 to 1 that depends on nothing but `of`."""
    return roll(*of, sides=10_000) / 10_000
