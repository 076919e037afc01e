"""Making feeds readable as XML before any parser sees them, and cutting damaged ones into their entries."""

import re
from html.entities import name2codepoint

#: Beyond this the second look at a damaged document costs more than it finds.
MAX_REPAIR = 4_000_000
MAX_NAMESPACES = 50

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_PROLOG = re.compile(r"\s*<\?xml[^>]*\?>", re.IGNORECASE)
_FEED_TAG = re.compile(r"<(?:\?xml\b|!DOCTYPE\s+(?!html)|(?:[\w.-]+:)?(?:rss|feed|rdf|channel)[\s>])", re.IGNORECASE)
_ANY_TAG = re.compile(r"<(?:!DOCTYPE|!--|[a-zA-Z])")
_CDATA = re.compile(r"(<!\[CDATA\[.*?(?:\]\]>|\Z))", re.DOTALL)
_BARE_AMPERSAND = re.compile(r"&(?!(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)")
_NAMED_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,30});")
_LANDMARK = re.compile(r"<!\[CDATA\[|<!--|<(?P<entry>(?:[\w.-]+:)?(?:item|entry))[\s/>]", re.IGNORECASE)
_NAMESPACE = re.compile(r"\sxmlns(?::[\w.-]+)?\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*')")


def prepare(text: str) -> str:
    """Decoded text without what stands before the feed, its encoding claim and control characters; "" without a tag."""
    text = _UNPRINTABLE.sub("", text)
    first = _FEED_TAG.search(text) or _ANY_TAG.search(text)
    return _PROLOG.sub("", text[first.start() :] if first else "", count=1)


def repair(text: str) -> str:
    """Bare ampersands and HTML entities outside CDATA made into what XML knows."""
    if "<!ENTITY" in text or len(text) > MAX_REPAIR:
        return text
    parts = _CDATA.split(text)
    return "".join(part if part.startswith("<![CDATA[") else _repair_part(part) for part in parts)


def entry_starts(text: str, limit: int) -> list[int]:
    """Where the first entries begin: `<item` and `<entry` outside comments and CDATA, those left open ignored."""
    starts: list[int] = []
    unclosed: set[str] = set()
    position = 0
    while len(starts) < limit and (landmark := _LANDMARK.search(text, position)):
        position = landmark.end()
        if landmark["entry"]:
            starts.append(landmark.start())
            continue
        closing = "-->" if landmark[0] == "<!--" else "]]>"
        if closing not in unclosed:
            end = text.find(closing, position)
            if end < 0:
                unclosed.add(closing)
            else:
                position = end + len(closing)
    return starts


def fragments(text: str, starts: list[int]) -> list[str]:
    """Each entry as a document of its own, with the namespaces of the whole, up to where the next one begins."""
    namespaces = "".join([*dict.fromkeys(_NAMESPACE.findall(text[: min(starts[0], 20_000)]))][:MAX_NAMESPACES])
    pieces = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        piece = text[start:end]
        closing = max(piece.rfind("</item"), piece.rfind("</entry"), piece.rfind("</ITEM"))
        pieces.append(f"<rss{namespaces}>{piece[:closing] if closing > 0 else piece}</rss>")
    return pieces


def _repair_part(text: str) -> str:
    return _NAMED_ENTITY.sub(_as_number, _BARE_AMPERSAND.sub("&amp;", text))


def _as_number(entity: re.Match[str]) -> str:
    name = entity[1]
    return f"&#{name2codepoint[name]};" if name in name2codepoint else f"&amp;{name};"
