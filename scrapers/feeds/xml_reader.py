"""RSS, RDF and Atom by lxml: one pass, no entities, no network, whatever can be recovered."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from scrapers.feeds import build, markup
from scrapers.feeds.fields import Fields, is_entry, name_of, text_of
from scrapers.feeds.model import Entry, Feed
from scrapers.lang import normalise_language
from scrapers.text import plain

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ROOTS = {"rss": "rss", "channel": "rss", "rdf": "rdf", "feed": "atom"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What one pass gave. `damaged` when the document is not well-formed; `feed` None when it is none."""

    feed: Feed | None
    damaged: bool

    @property
    def entry_count(self) -> int:
        """Entries found."""
        return len(self.feed.entries) if self.feed else 0


def read(text: str, where: str = "") -> Reading:
    """Read prepared text in one pass; `where` it lies, for links that are relative."""
    root, damaged = _parse(text)
    return Reading(None if root is None else _feed(root, where), damaged=damaged)


def read_apart(text: str, starts: list[int], where: str = "") -> Reading:
    """Read each entry by itself, so that damage in one costs the others nothing. `starts` as markup finds them."""
    head, _ = _parse(text[: starts[0]])
    feed = (None if head is None else _feed(head, where)) or Feed(kind="rss")
    entries = []
    for fragment in markup.fragments(text, starts):
        root, _ = _parse(fragment)
        items = [] if root is None else [node for node in root.iterchildren(etree.Element) if is_entry(node)]
        entries.append(_entry(Fields(items[0]), feed.link or where) if items else Entry())
    return Reading(replace(feed, entries=tuple(entries)), damaged=True)


def _parse(text: str) -> tuple[etree._Element | None, bool]:
    """The root element, as far as it can be had, and whether the text is damaged."""
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
        return None, True
    return root, len(parser.error_log) > 0


def _feed(root: etree._Element, where: str) -> Feed | None:
    items = _entries(root)
    kind = _ROOTS.get(name_of(root), "")
    if not kind and not items:
        return None
    kind = kind or ("atom" if name_of(items[0]) == "entry" else "rss")
    head = Fields(_channel(root))
    language = head.text("language", "dc:language") or root.get(_XML_LANG, "") or head.node.get(_XML_LANG, "")
    base = build.base(_link(head), where)
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
        entries=tuple(_entry(Fields(item), base) for item in items),
    )


def _entries(root: etree._Element) -> list[etree._Element]:
    """The elements that are entries, by the usual names in one fast pass, else by any spelling of them."""
    for wanted in (("{*}item", "{*}entry"), (etree.Element,)):
        found = [node for node, _ in zip(_matching(root, wanted), range(build.MAX_ENTRIES), strict=False)]
        if found:
            return found
    return []


def _matching(root: etree._Element, wanted: tuple[Any, ...]) -> Iterator[etree._Element]:
    return (node for node in root.iter(*wanted) if is_entry(node))


def _entry(fields: Fields, base: str) -> Entry:
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
        if name_of(node) in ("channel", "feed"):
            return node
        if is_entry(node):
            break
    return root


def _link(fields: Fields) -> str:
    """The page an entry or a feed stands for: an alternate link, a plain one, a permalink, an origin."""
    if original := fields.text("feedburner:origLink", "origLink"):
        return original
    best, rank = "", 9
    for node in fields.all("link"):
        href = node.get("href") or text_of(node)
        rel = (node.get("rel") or "alternate").lower().strip()
        kind = (node.get("type") or "text/html").lower()
        place = (0 if "html" in kind else 1) if rel == "alternate" else {"self": 4, "via": 3, "related": 3}.get(rel, 8)
        if href.strip() and place < rank and rel not in ("hub", "next", "search", "license"):
            best, rank = href.strip(), place
    if rank > 1:
        guid = next(
            (node for node in fields.all("guid") if (node.get("isPermaLink") or "true").lower() != "false"), None
        )
        permalink = text_of(guid).strip() if guid is not None else ""
        best = (permalink if permalink.startswith("http") else "") or best or fields.attribute("enclosure", "url")
    return best
