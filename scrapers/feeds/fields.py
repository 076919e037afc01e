"""The children of a feed's elements by what they mean, whatever namespaces and prefixes the document chose."""

import html
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from lxml import etree

from scrapers.feeds import build

_MEDIA = "http://search.yahoo.com/mrss"
_ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
_DC = "http://purl.org/dc/"
_CONTENT = "http://purl.org/rss/1.0/modules/content"
_SLASH = "http://purl.org/rss/1.0/modules/slash"
_THREAD = "http://purl.org/syndication/thread"
_YOUTUBE = "http://www.youtube.com/xml/schemas"

#: Namespaces whose elements mean what a plain one of the same name means.
_FEED_NAMESPACES = (
    "http://www.w3.org/2005/atom",
    "http://purl.org/atom",
    "http://purl.org/rss/",
    "http://purl.org/net/rss",
    "http://my.netscape.com/rdf",
    "http://channel.netscape.com/rdf",
    "http://backend.userland.com/",
    "http://blogs.law.harvard.edu/tech/rss",
    "http://cyber.law.harvard.edu/rss",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns",
)
_NAMED = {
    "media": _MEDIA,
    "itunes": _ITUNES,
    "dc": _DC,
    "dcterms": _DC,
    "content": _CONTENT,
    "slash": _SLASH,
    "thr": _THREAD,
    "yt": _YOUTUBE,
}
_PREFIXES = _NAMED | dict.fromkeys(("atom", "atom10", "rss", "rdf", "a10"), "")
_MAX_TEXT = 200_000
#: A channel describes itself before, between or after its entries, and no entry has thousands of parts.
_MAX_CHILDREN = 10_000


class Fields:
    """The children of an entry or a channel by `name` or `prefix:name`, whatever prefix the document chose."""

    def __init__(self, node: etree._Element) -> None:
        self._node = node
        self._children: dict[str, list[etree._Element]] = {}
        for child in islice(node.iterchildren(etree.Element), _MAX_CHILDREN):
            self._children.setdefault(_key(str(child.tag)), []).append(child)

    @property
    def node(self) -> etree._Element:
        """The element itself."""
        return self._node

    def all(self, name: str) -> list[etree._Element]:
        """The children of this name."""
        return self._children.get(name.lower(), [])

    def texts(self, *names: str) -> Iterator[str]:
        """The texts of the children of these names, in the order of the names; empty ones left out."""
        for name in names:
            for node in self.all(name) or self._nested(name):
                text = text_of(node).strip()
                if text:
                    yield text

    def text(self, *names: str) -> str:
        """The first of these texts, or ""."""
        return next(self.texts(*names), "")

    def attribute(self, name: str, attribute: str) -> str:
        """From a child, or from below `media:group` and `media:community` as YouTube nests it."""
        for node in [*self.all(name), *self._nested(name)]:
            if value := node.get(attribute):
                return value
        return ""

    def about(self) -> str:
        """The `rdf:about` of the element, or ""."""
        return next((str(value) for key, value in self._node.attrib.items() if str(key).endswith("about")), "")

    def person(self) -> str:
        """Who wrote it, as written, or ""."""
        for name in ("author", "dc:creator", "itunes:author", "creator", "managingEditor", "itunes:owner", "publisher"):
            for node in self.all(name):
                inner = Fields(node)
                text = inner.text("name", "itunes:name") or text_of(node).strip()
                if build.person(text):
                    return text
        return ""

    def emails(self) -> list[str]:
        """Texts that may hold addresses of the owner."""
        found = list(self.texts("managingEditor", "webMaster", "dc:creator", "dc:publisher"))
        found += [text_of(node) for node in self.all("author") if len(node) == 0]
        for name in ("author", "itunes:owner", "owner"):
            found += [Fields(node).text("email", "itunes:email") for node in self.all(name)]
        return found

    def tags(self) -> list[str]:
        """Categories, subjects and keywords."""
        found = list(self.texts("category", "dc:subject"))
        found += [node.get("term") or node.get("label") or "" for node in self.all("category")]
        return [*found, *",".join(self.texts("media:keywords", "itunes:keywords")).split(",")]

    def image(self) -> str:
        """The address of a picture, or ""."""
        for name in ("media:thumbnail", "media:content", "enclosure"):
            for node in [*self.all(name), *self._nested(name)]:
                kind = (
                    node.get("type") or node.get("medium") or ("image" if name == "media:thumbnail" else "")
                ).lower()
                if kind.startswith("image") and node.get("url"):
                    return node.get("url") or ""
        for node in self.all("itunes:image"):
            if href := node.get("href"):
                return href
        for node in self.all("image"):
            if url := Fields(node).text("url") or text_of(node).strip():
                return url
        return self.text("logo", "icon")

    def has_sound_items(self, items: list[etree._Element]) -> bool:
        """Whether any of these entries encloses sound."""
        return any(
            (node.get("type") or "").startswith("audio") for item in items for node in Fields(item).all("enclosure")
        )

    def _nested(self, name: str) -> Iterator[etree._Element]:
        if "media:group" not in self._children and "media:community" not in self._children:
            return
        for group in self.all("media:group"):
            inner = Fields(group)
            yield from inner.all(name)
            for community in inner.all("media:community"):
                yield from Fields(community).all(name)
        for community in self.all("media:community"):
            yield from Fields(community).all(name)


def is_entry(node: etree._Element) -> bool:
    """Whether this element is an entry: an `item` or `entry` of no namespace or of a feed's."""
    return _key(str(node.tag)) in ("item", "entry")


def name_of(node: etree._Element) -> str:
    """The local name in lower case."""
    return _split(str(node.tag))[1].lower()


@lru_cache(maxsize=4096)
def _key(tag: str) -> str:
    """`name` for what a feed defines itself, `prefix:name` for the rest, in lower case."""
    namespace, name = _split(tag)
    namespace, name = namespace.lower(), name.lower()
    for prefix, known in _NAMED.items():
        if namespace.startswith(known.lower()):
            return f"{prefix}:{name}"
    if not namespace or namespace.startswith(_FEED_NAMESPACES):
        return name
    prefix = "feedburner" if "/feedburner/" in namespace else namespace.rstrip("/#").rpartition("/")[2]
    return f"{prefix}:{name}"


def _split(tag: str) -> tuple[str, str]:
    """Namespace and local name; an undeclared prefix is taken for what everybody means by it."""
    if tag.startswith("{"):
        namespace, _, name = tag[1:].partition("}")
        return namespace, name
    prefix, colon, name = tag.rpartition(":")
    return (_PREFIXES.get(prefix.lower(), prefix), name) if colon else ("", tag)


def text_of(node: etree._Element | None) -> str:
    """All text inside, bounded; HTML that was not escaped keeps its words."""
    if node is None:
        return ""
    if len(node) == 0:
        return (node.text or "")[:_MAX_TEXT]
    pieces: list[str] = []
    size = 0
    for piece in node.itertext():
        pieces.append(html.unescape(str(piece)) if str(piece).startswith("&") else str(piece))
        size += len(piece)
        if size > _MAX_TEXT:
            break
    return "".join(pieces)[:_MAX_TEXT]
