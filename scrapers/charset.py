"""From bytes to text, and which rule decided: BOM, HTTP, the document's own word, or a guess."""

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import charset_normalizer

#: A document's own declaration counts only near its start; browsers look at 1,024 bytes, feeds and
#: themes put more in front of it.
DECLARATION_WINDOW = 4096
GUESS_WINDOW = 65_536
#: A declared UTF-8 text with a few bad bytes is still UTF-8.
TOLERATED_DAMAGE = 0.005

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: The first two characters `<?`, `<r`, … of markup without a BOM (XML 1.0, appendix F).
_SHAPES = (
    (re.compile(rb"<\0\0\0[^\0]\0\0\0"), "utf-32-le"),
    (re.compile(rb"\0\0\0<\0\0\0[^\0]"), "utf-32-be"),
    (re.compile(rb"<\0[^\0]\0"), "utf-16-le"),
    (re.compile(rb"\0<\0[^\0]"), "utf-16-be"),
)
_HTTP = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:+-]+)", re.IGNORECASE)
_PROLOG = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']\s*([\w.:+-]+)", re.IGNORECASE)
_META = re.compile(rb"<meta[^>]+?charset\s*=\s*[\"']?\s*([\w.:+-]+)", re.IGNORECASE)
#: What servers and themes write without looking; the HTML standard reads them as windows-1252.
_WESTERN = frozenset({"iso8859-1", "ascii", "cp1252"})


class Rule(StrEnum):
    """What decided the encoding."""

    BOM = "bom"
    SHAPE = "shape"
    HTTP = "http"
    DECLARED = "declared"
    #: A western label on bytes that can only be UTF-8.
    UTF8_OVER_LABEL = "utf8_over_label"
    UTF8 = "utf8"
    GUESS = "guess"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the Python name of its encoding, and the rule that chose it."""

    text: str
    encoding: str
    rule: Rule


def decode(body: bytes, headers: Mapping[str, str] | None = None) -> Decoded:
    """Decode markup. `headers` have lower-case names. Never raises: bad bytes become U+FFFD."""
    for bom, encoding in _BOMS:
        if body.startswith(bom):
            return Decoded(body[len(bom) :].decode(encoding, "replace"), encoding, Rule.BOM)
    head = body[:64].lstrip(b" \t\r\n")
    for shape, encoding in _SHAPES:
        if shape.match(head):
            return Decoded(body.decode(encoding, "replace"), encoding, Rule.SHAPE)
    for rule, label in _labels(body, headers or {}):
        encoding = _known(label)
        if encoding and (decoded := _as_labelled(body, encoding, rule)):
            return decoded
    if (text := _utf8(body, damage=0)) is not None:
        return Decoded(text, "utf-8", Rule.UTF8)
    return _guess(body)


def _labels(body: bytes, headers: Mapping[str, str]) -> list[tuple[Rule, str]]:
    start = body[:DECLARATION_WINDOW]
    labels = []
    if http := _HTTP.search(headers.get("content-type", "")):
        labels.append((Rule.HTTP, http[1]))
    if declared := _PROLOG.search(start) or _META.search(start):
        labels.append((Rule.DECLARED, declared[1].decode("ascii", "replace")))
    return labels


def _known(label: str) -> str:
    """Python's name of a text encoding, or "" for an unknown one."""
    try:
        name = codecs.lookup(label).name
        "".encode(name)
    except (LookupError, ValueError):
        return ""
    # Readable without a BOM or zero bytes, so it cannot be what it says (HTML standard, 13.2.3.2).
    return "utf-8" if name.startswith(("utf-16", "utf-32", "utf-7")) else name


def _as_labelled(body: bytes, encoding: str, rule: Rule) -> Decoded | None:
    if encoding == "utf-8":
        text = _utf8(body, damage=TOLERATED_DAMAGE)
        return None if text is None else Decoded(text, encoding, rule)
    if encoding in _WESTERN:
        if not body.isascii() and (text := _utf8(body, damage=0)) is not None:
            return Decoded(text, "utf-8", Rule.UTF8_OVER_LABEL)
        return Decoded(body.decode("cp1252", "replace"), "cp1252", rule)
    try:
        return Decoded(body.decode(encoding), encoding, rule)
    except (UnicodeError, ValueError):
        text = body.decode(encoding, "replace")
        damaged = text.count("�") > len(text) * TOLERATED_DAMAGE
        return None if damaged else Decoded(text, encoding, rule)


def _utf8(body: bytes, *, damage: float) -> str | None:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        # The last character of a truncated document may be cut.
        if error.start >= len(body) - 3 and error.reason == "unexpected end of data":
            return body.decode("utf-8", "replace")
        if not damage:
            return None
    text = body.decode("utf-8", "replace")
    return None if text.count("�") > len(text) * damage else text


def _guess(body: bytes) -> Decoded:
    best = charset_normalizer.from_bytes(body[:GUESS_WINDOW]).best()
    encoding = _known(best.encoding) if best else ""
    encoding = encoding or "cp1252"
    return Decoded(body.decode(encoding, "replace"), encoding, Rule.GUESS)
