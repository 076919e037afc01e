"""Configuration from the environment, read in one place and refused when it is unsafe."""

import os
import secrets
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

SECRET_LENGTH = 50


def read(name: str, default: str = "") -> str:
    """Return the variable, or the content of the file that `NAME_FILE` points at (a mounted secret)."""
    path = os.environ.get(f"{name}_FILE")
    if path:
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except OSError as error:
            msg = f"{name}_FILE points at {path}, which cannot be read: {error.strerror}."
            raise ImproperlyConfigured(msg) from error
    return os.environ.get(name, default)


def read_list(name: str) -> list[str]:
    """Return a comma-separated variable as a list without blanks."""
    return [item.strip() for item in read(name).split(",") if item.strip()]


def database(url: str) -> dict[str, object]:
    """Return Django's settings of a `postgres://user:password@host:port/name` address.

    Raises:
        ImproperlyConfigured: another database than PostgreSQL.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        msg = "DATABASE_URL must be a postgres:// address: Relais speaks PostgreSQL only."
        raise ImproperlyConfigured(msg)
    query = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "relais.kit.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": read("DATABASE_PASSWORD") or unquote(parts.password or ""),
        "HOST": unquote(query.pop("host", parts.hostname or "")),
        "PORT": str(query.pop("port", parts.port or "")),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": query,
    }


def email(url: str) -> dict[str, object]:
    """Return Django's mail settings of `smtp://`, `smtps://` or `smtp+tls://user:password@host:port`.

    An empty address prints mails on the terminal, so that a password reset works on the first day.
    """
    if not url:
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtps", "smtp+tls"}:
        msg = "EMAIL_URL must begin with smtp://, smtps:// or smtp+tls://."
        raise ImproperlyConfigured(msg)
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname or "",
        "EMAIL_PORT": parts.port or {"smtp": 25, "smtps": 465, "smtp+tls": 587}[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": read("EMAIL_PASSWORD") or unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_TIMEOUT": 20,
    }


def secret_key(*, production: bool, var: Path) -> str:
    """Return the signing key: given in production, made once and kept under `var` otherwise.

    Raises:
        ImproperlyConfigured: production without a key, or with a weak one.
    """
    given = read("RELAIS_SECRET_KEY")
    if production and len(given) < SECRET_LENGTH:
        msg = f"Set RELAIS_SECRET_KEY (or RELAIS_SECRET_KEY_FILE) to at least {SECRET_LENGTH} random characters."
        raise ImproperlyConfigured(msg)
    if given:
        return given
    path = var / "secret_key"
    if not path.exists():
        var.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(secrets.token_urlsafe(SECRET_LENGTH))
    return path.read_text(encoding="utf-8")
