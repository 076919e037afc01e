"""Reading JSON answers of which nothing is certain: a wrong type is a missing value, never an error."""

import re
from collections.abc import Iterable
from typing import Any

import orjson

from scrapers import urls
from scrapers.errors import MalformedError, UnknownAddressError
from scrapers.html import emails
from scrapers.jsonpath import first
from scrapers.model import Count, Document, ProfileRef
from scrapers.text import clean

NAME_LIMIT = 200
TEXT_LIMIT = 5000
#: Larger than any audience on earth; beyond it a number is a mistake.
LARGEST = 10**12

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"']{3,500}", re.IGNORECASE)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}(?![\w@])", re.IGNORECASE)


def json_of(doc: Document) -> Any:
    """Return the document's JSON. Raises MalformedError when it is something else."""
    try:
        return orjson.loads(doc.body)
    except orjson.JSONDecodeError as error:
        raise MalformedError("The answer is not JSON.") from error


def text_at(data: Any, *paths: str, limit: int = NAME_LIMIT) -> str:
    """Return the first text found, on one line; empty when there is none."""
    value, _ = first(data, *paths)
    return clean(value, limit) if isinstance(value, str) else ""


def whole_at(data: Any, *paths: str) -> int | None:
    """Return the first whole number that is not negative (as a number or in digits)."""
    value, _ = first(data, *paths)
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= len(str(LARGEST)):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 <= value <= LARGEST else None


def exact_at(data: Any, *paths: str) -> Count | None:
    """Return an exact count from the first path that leads to one."""
    for path in paths:
        value = whole_at(data, path)
        if value is not None:
            return Count(value, low=value, high=value, exact=True, text=str(value), path=path)
    return None


def web_address(value: Any) -> str:
    """Return `value` as a normalised web address, empty when it is none."""
    return urls.join("", value) if isinstance(value, str) and value else ""


def list_of(data: Any, path: str) -> list[Any]:
    """Return the list at `path`, empty when there is none."""
    value, _ = first(data, path)
    return value if isinstance(value, list) else []


def addresses_in(text: str) -> list[str]:
    """Return the web addresses written out in a text."""
    return [found.rstrip(".,;:!?)]}»”’") for found in _ADDRESS.findall(text)]


def emails_in(text: str) -> tuple[str, ...]:
    """Return the e-mail addresses written out in a text, lower case, each once."""
    return emails.distinct(_EMAIL.findall(text))


def channels(addresses: Iterable[str], own: ProfileRef) -> tuple[ProfileRef, ...]:
    """Return the channels and sites behind addresses a person put on their profile, `own` left out."""
    found: dict[ProfileRef, None] = {}
    for address in addresses:
        try:
            ref = urls.identify(address) or urls.blog_ref(address)
        except UnknownAddressError:
            continue
        if (ref.platform, ref.key) != (own.platform, own.key):
            found.setdefault(ref)
    return tuple(found)
