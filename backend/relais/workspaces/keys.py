"""API keys and invitation tokens: random, hashed, compared in constant time."""

import hashlib
import hmac
import secrets

MARK = "rl"
PREFIX_BYTES = 5
SECRET_BYTES = 32
PARTS = 3


def make_token() -> str:
    """Return a URL-safe token of 256 random bits."""
    return secrets.token_urlsafe(SECRET_BYTES)


def digest(secret: str) -> str:
    """Return what is stored: the secret has full entropy, so one SHA-256 is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def make_key() -> tuple[str, str, str]:
    """Return `(prefix, secret hash, the whole key to show once)`."""
    prefix = secrets.token_hex(PREFIX_BYTES)
    secret = secrets.token_urlsafe(SECRET_BYTES)
    return prefix, digest(secret), f"{MARK}_{prefix}_{secret}"


def split_key(text: str) -> tuple[str, str] | None:
    """Return `(prefix, secret)` of a well-formed key."""
    parts = text.split("_", PARTS - 1)
    return (parts[1], parts[2]) if len(parts) == PARTS and parts[0] == MARK and parts[1] and parts[2] else None


def matches(secret: str, stored: str) -> bool:
    """Compare in constant time."""
    return hmac.compare_digest(digest(secret), stored)
