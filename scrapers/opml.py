"""Lists of blogs as feed readers export them, however roughly, and back."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from scrapers.charset import decode
from scrapers.errors import MalformedError, TooLargeError
from scrapers.text import clean
from scrapers.urls import join

MAX_BYTES = 10 * 1024 * 1024
MAX_OUTLINES = 50_000
MAX_DEPTH = 50
MAX_TITLE = 500

_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)"
    r"|<(?P<close>/?)\s*(?P<name>outline|opml|body|head)\b(?P<rest>(?:[^<>\"']|\"(?:[^\"<]|<(?!/?(?:outline|body|opml)\b))*\"|'(?:[^'<]|<(?!/?(?:outline|body|opml)\b))*')*)>?",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"([A-Za-z_:][\w:.-]*)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Outline:
    """One subscription: its title, feed and site (absolute or ""), and the folders it lies in, outermost first."""

    title: str
    xml_url: str
    html_url: str = ""
    folders: tuple[str, ...] = ()


def parse_opml(body: bytes) -> tuple[Outline, ...]:
    """All outlines with an address, in order; the same feed or site in two folders comes once, from the first.

    Reads bare ampersands, attributes over several lines and files that end too early. Raises MalformedError when there
    is no outline in it at all, TooLargeError above 10 MB.
    """
    if len(body) > MAX_BYTES:
        raise TooLargeError(f"the list is larger than {MAX_BYTES // 1024 // 1024} MB")
    text = decode(body).text
    found: dict[str, Outline] = {}
    folders: list[str] = []
    seen = 0
    for tag in _TAG.finditer(text):
        if (tag["name"] or "").lower() != "outline":
            continue
        seen += 1
        if tag["close"]:
            folders = folders[:-1]
            continue
        rest = tag["rest"]
        attributes = {name.lower(): html.unescape(one or two) for name, one, two in _ATTRIBUTE.findall(rest)}
        outline = _outline(attributes, tuple(name for name in folders if name))
        if outline is not None:
            found.setdefault(outline.xml_url or outline.html_url, outline)
        if not rest.rstrip().endswith("/") and len(folders) < MAX_DEPTH:
            folders.append("" if outline else clean(attributes.get("title") or attributes.get("text"), MAX_TITLE))
        if len(found) >= MAX_OUTLINES:
            break
    if not seen:
        raise MalformedError("this is no OPML: it has no <outline> element")
    return tuple(found.values())


def write_opml(title: str, outlines: Iterable[Outline]) -> bytes:
    """OPML 2.0 in UTF-8, folders nested, in the order given within each folder."""
    tree: dict[str, object] = {}
    for number, outline in enumerate(outlines):
        folder = tree
        for name in outline.folders:
            inner = folder.setdefault(f"folder {name}", {})
            folder = inner if isinstance(inner, dict) else folder
        folder[f"outline {number}"] = outline
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<opml version="2.0">']
    lines += [
        f"  <head><title>{escape(title)}</title></head>",
        "  <body>",
        *_lines(tree, 2),
        "  </body>",
        "</opml>",
        "",
    ]
    return "\n".join(lines).encode()


def _outline(attributes: dict[str, str], folders: tuple[str, ...]) -> Outline | None:
    xml_url = _address(attributes.get("xmlurl", ""))
    html_url = _address(attributes.get("htmlurl", "") or attributes.get("url", ""))
    if not xml_url and not html_url:
        return None
    title = clean(attributes.get("title") or attributes.get("text"), MAX_TITLE)
    return Outline(title or html_url or xml_url, xml_url, html_url, folders)


def _address(text: str) -> str:
    text = "".join(text.split())
    return join("", re.sub(r"\Afeed:(?://)?(?=https?:)|\Afeed:(?=//)", "", text, flags=re.IGNORECASE)) if text else ""


def _lines(tree: dict[str, object], depth: int) -> list[str]:
    indent = "  " * depth
    lines = []
    for key, value in tree.items():
        if isinstance(value, Outline):
            fields = {"text": value.title, "title": value.title, "xmlUrl": value.xml_url, "htmlUrl": value.html_url}
            written = " ".join(f"{name}={_quoted(text)}" for name, text in fields.items() if text)
            lines.append(f'{indent}<outline type="{"rss" if value.xml_url else "link"}" {written}/>')
        elif isinstance(value, dict):
            name = _quoted(key.removeprefix("folder "))
            lines += [f"{indent}<outline text={name} title={name}>", *_lines(value, depth + 1), f"{indent}</outline>"]
    return lines


def _quoted(text: str) -> str:
    return quoteattr(text, {'"': "&quot;"})
