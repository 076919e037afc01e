"""RSS, RDF and Atom by lxml: one pass, no entities, no network, whatever can be recovered."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import name2codepoint

from lxml import etree

from scrapers.feeds import build
from scrapers.feeds.model import Entry, Feed
from scrapers.lang import normalise_language
from scrapers.text import plain

_MEDIA = "http://search.yahoo.com/mrss"
_ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
_DC = "http://purl.org/dc/"
_CONTENT = "http://purl.org/rss/1.0/modules/content"
_SLASH = "http://purl.org/rss/1.0/modules/slash"
_THREAD = "http://purl.org/syndication/thread"
_YOUTUBE = "http://www.youtube.com/xml/schemas"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

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
_ROOTS = {"rss": "rss", "channel": "rss", "rdf": "rdf", "feed": "atom"}
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_PROLOG = re.compile(r"\s*<\?xml[^>]*\?>", re.IGNORECASE)
_FIRST_TAG = re.compile(r"<(?:\?xml|!DOCTYPE|!--|[a-zA-Z])")
_CDATA = re.compile(r"(<!\[CDATA\[.*?(?:\]\]>|\Z))", re.DOTALL)
_AMPERSAND = re.compile(r"&(?:(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)?")
_XML_ENTITIES = frozenset(("amp", "lt", "gt", "quot", "apos"))
_MAX_TEXT = 200_000


@dataclass(frozen=True, slots=True)
class Reading:
    """What one pass gave. `damaged` when the document is not well-formed; `feed` None when it is none."""

    feed: Feed | None
    damaged: bool

    @property
    def entry_count(self) -> int:
        """Entries found."""
        return len(self.feed.entries) if self.feed else 0


def prepare(text: str) -> str:
    """Make decoded text readable as XML: nothing before the first tag, no encoding claim, no control characters."""
    text = _UNPRINTABLE.sub("", text)
    first = _FIRST_TAG.search(text)
    return _PROLOG.sub("", text[first.start() :] if first else text, count=1)


def repair(text: str) -> str:
    """Bare ampersands and HTML entities outside CDATA made into what XML knows."""
    if "<!ENTITY" in text:
        return text
    parts = _CDATA.split(text)
    return "".join(part if part.startswith("<![CDATA[") else _AMPERSAND.sub(_as_xml, part) for part in parts)


def read(text: str) -> Reading:
    """Read prepared text."""
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return Reading(None, damaged=True)
    damaged = len(parser.error_log) > 0
    return Reading(None if root is None else _feed(root), damaged=damaged)


def _as_xml(ampersand: re.Match[str]) -> str:
    name = ampersand[1]
    if name is None:
        return "&amp;"
    if name in _XML_ENTITIES or name.startswith("#"):
        return ampersand[0]
    return f"&#{name2codepoint[name]};" if name in name2codepoint else f"&amp;{name};"


def _feed(root: etree._Element) -> Feed | None:
    items = [node for node in root.iter(etree.Element) if _is_entry(node)]
    kind = _ROOTS.get(_name(root)[1].lower(), "")
    if not kind and not items:
        return None
    kind = kind or ("atom" if _name(items[0])[1].lower() == "entry" else "rss")
    head = _Fields(_channel(root))
    language = head.text("language", "dc:language") or root.get(_XML_LANG, "") or head.node.get(_XML_LANG, "")
    base = _link(head)
    author = build.person(head.person())
    if kind != "atom" and head.has_sound_items(items[:3]):
        kind = "podcast"
    return Feed(
        kind=kind,
        title=plain(head.text("title"), build.MAX_TITLE),
        link=build.link(base),
        description=plain(head.text("description", "subtitle", "tagline", "itunes:summary"), build.MAX_SUMMARY),
        language=normalise_language(language),
        author=author,
        emails=build.emails(head.emails()),
        image_url=build.link(head.image(), base),
        entries=tuple(_entry(_Fields(item), base) for item in items[: build.MAX_ENTRIES]),
    )


def _entry(fields: "_Fields", base: str) -> Entry:
    return build.entry(
        title=fields.text("title", "media:title", "dc:title"),
        url=_link(fields),
        base=base,
        external_id=fields.text("guid", "id", "dc:identifier") or fields.about(),
        published=fields.texts(
            "pubDate",
            "published",
            "issued",
            "dc:date",
            "dc:issued",
            "dc:created",
            "created",
            "date",
            "updated",
            "modified",
            "dc:modified",
        ),
        author=fields.person(),
        summary=fields.text(
            "description",
            "summary",
            "content:encoded",
            "content",
            "media:description",
            "itunes:summary",
            "body",
            "encoded",
        ),
        image_url=fields.image(),
        tags=fields.tags(),
        comments=fields.text("slash:comments", "thr:total"),
        views=fields.attribute("media:statistics", "views"),
        likes=fields.attribute("media:starRating", "count"),
    )


def _channel(root: etree._Element) -> etree._Element:
    """The element whose children describe the feed itself."""
    for node in root.iter(etree.Element):
        if _name(node)[1].lower() in ("channel", "feed"):
            return node
        if _is_entry(node):
            break
    return root


def _link(fields: "_Fields") -> str:
    """The page an entry or a feed stands for: an alternate link, a plain one, a permalink, an origin."""
    if original := fields.text("feedburner:origLink", "origLink"):
        return original
    best, rank = "", 9
    for node in fields.all("link"):
        href = node.get("href") or _text(node)
        rel = (node.get("rel") or "alternate").lower().strip()
        kind = (node.get("type") or "text/html").lower()
        place = (0 if "html" in kind else 1) if rel == "alternate" else {"self": 4, "via": 3, "related": 3}.get(rel, 8)
        if href.strip() and place < rank and rel not in ("hub", "next", "search", "license"):
            best, rank = href.strip(), place
    if rank > 1:
        guid = next(
            (node for node in fields.all("guid") if (node.get("isPermaLink") or "true").lower() != "false"), None
        )
        permalink = _text(guid).strip() if guid is not None else ""
        best = (permalink if permalink.startswith("http") else "") or best or fields.attribute("enclosure", "url")
    return best


class _Fields:
    """The children of an entry or a channel by `name` or `prefix:name`, whatever prefix the document chose."""

    def __init__(self, node: etree._Element) -> None:
        self.node = node
        self._children: dict[str, list[etree._Element]] = {}
        for child in node.iterchildren(etree.Element):
            namespace, name = _name(child)
            self._children.setdefault(f"{_prefix(namespace)}{name.lower()}", []).append(child)

    def all(self, name: str) -> list[etree._Element]:
        return self._children.get(name.lower(), [])

    def texts(self, *names: str) -> Iterator[str]:
        for name in names:
            for node in self.all(name) or self._nested(name):
                text = _text(node).strip()
                if text:
                    yield text

    def text(self, *names: str) -> str:
        return next(self.texts(*names), "")

    def attribute(self, name: str, attribute: str) -> str:
        """From a child, or from below `media:group` and `media:community` as YouTube nests it."""
        for node in [*self.all(name), *self._nested(name)]:
            if value := node.get(attribute):
                return value
        return ""

    def about(self) -> str:
        return next((str(value) for key, value in self.node.attrib.items() if str(key).endswith("about")), "")

    def person(self) -> str:
        for name in ("author", "dc:creator", "itunes:author", "creator", "managingEditor", "itunes:owner", "publisher"):
            for node in self.all(name):
                inner = _Fields(node)
                text = inner.text("name", "itunes:name") or _text(node).strip()
                if build.person(text):
                    return text
        return ""

    def emails(self) -> list[str]:
        found = list(self.texts("managingEditor", "webMaster", "author", "dc:creator", "dc:publisher"))
        for name in ("author", "itunes:owner", "owner"):
            found += [_Fields(node).text("email", "itunes:email") for node in self.all(name)]
        return found

    def tags(self) -> list[str]:
        found = list(self.texts("category", "dc:subject"))
        found += [node.get("term") or node.get("label") or "" for node in self.all("category")]
        return [*found, *",".join(self.texts("media:keywords", "itunes:keywords")).split(",")]

    def image(self) -> str:
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
            if url := _Fields(node).text("url") or _text(node).strip():
                return url
        return self.text("logo", "icon")

    def has_sound_items(self, items: list[etree._Element]) -> bool:
        return any(
            (node.get("type") or "").startswith("audio") for item in items for node in _Fields(item).all("enclosure")
        )

    def _nested(self, name: str) -> Iterator[etree._Element]:
        for group in self.all("media:group"):
            inner = _Fields(group)
            yield from inner.all(name)
            for community in inner.all("media:community"):
                yield from _Fields(community).all(name)
        for community in self.all("media:community"):
            yield from _Fields(community).all(name)


def _is_entry(node: etree._Element) -> bool:
    namespace, name = _name(node)
    if name.lower() not in ("item", "entry"):
        return False
    return namespace.lower().startswith(_FEED_NAMESPACES) or not namespace


def _name(node: etree._Element) -> tuple[str, str]:
    """Namespace and local name; an undeclared prefix is taken for what everybody means by it."""
    tag = str(node.tag)
    if tag.startswith("{"):
        namespace, _, name = tag[1:].partition("}")
        return namespace, name
    prefix, colon, name = tag.rpartition(":")
    return (_PREFIXES.get(prefix.lower(), prefix), name) if colon else ("", tag)


def _prefix(namespace: str) -> str:
    low = namespace.lower()
    for prefix, known in _NAMED.items():
        if low.startswith(known.lower()):
            return f"{prefix}:"
    if not low or low.startswith(_FEED_NAMESPACES):
        return ""
    return "feedburner:" if "/feedburner/" in low else f"{low.rstrip('/#').rpartition('/')[2]}:"


def _text(node: etree._Element | None) -> str:
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
