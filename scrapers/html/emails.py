"""E-mail addresses a page offers for contact, and not the many strings that only look like one."""

import re
from collections.abc import Iterable
from urllib.parse import unquote

_EMAIL = re.compile(r"[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_HEX = re.compile(r"(?:[0-9a-f]{2}){4,200}\Z", re.IGNORECASE)
_FILE_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif", ".css", ".js", ".mp4", ".pdf", ".local")
_PLACEHOLDER_HOSTS = (
    "example.com",
    "example.org",
    "example.net",
    "exemple.com",
    "exemple.fr",
    "domain.com",
    "domaine.com",
    "yourdomain.com",
    "votredomaine.com",
    "mysite.com",
    "yoursite.com",
    "votresite.com",
    "email.com",
    "site.com",
    "test.com",
    "address.com",
    "company.com",
)
_MACHINE_HOSTS = ("sentry.io", "wixpress.com", "sentry-next.wixpress.com", "sentry.wixpress.com", "ingest.sentry.io")
_PLACEHOLDER_NAMES = (
    "noreply",
    "no-reply",
    "donotreply",
    "do-not-reply",
    "your-email",
    "youremail",
    "email.address",
)
_MACHINE_NAME = re.compile(r"[0-9a-f]{16,}\Z", re.IGNORECASE)


def from_mailto(href: str) -> tuple[str, ...]:
    """The addresses of a `mailto:` link."""
    if not href.strip().lower().startswith("mailto:"):
        return ()
    recipients = unquote(href.strip()[len("mailto:") :]).partition("?")[0]
    return tuple(address for part in re.split(r"[,;\s]+", recipients) if (address := tidy(part)))


def from_cloudflare(text: str) -> str:
    """The address Cloudflare hid as hexadecimal: each byte XOR the first one."""
    if not _HEX.match(text):
        return ""
    data = bytes.fromhex(text)
    return tidy(bytes(byte ^ data[0] for byte in data[1:]).decode("utf-8", "replace").partition("?")[0])


def tidy(text: str) -> str:
    """The address in lower case, or "" when it is none that a person reads."""
    address = text.strip().strip("<>\"'().,;:").lower().removeprefix("mailto:")
    if not _EMAIL.fullmatch(address) or address.endswith(_FILE_ENDINGS):
        return ""
    name, _, host = address.rpartition("@")
    ending = host.rpartition(".")[2]
    if (
        host in _PLACEHOLDER_HOSTS
        or host.endswith(_MACHINE_HOSTS)
        or not (ending.isalpha() or ending.startswith("xn--"))
    ):
        return ""
    if name in _PLACEHOLDER_NAMES or _MACHINE_NAME.match(name) or len(ending) < 2:  # noqa: PLR2004
        return ""
    return address


def distinct(addresses: Iterable[str]) -> tuple[str, ...]:
    """The addresses in order, each once, junk dropped."""
    return tuple(dict.fromkeys(address for text in addresses if (address := tidy(text))))
