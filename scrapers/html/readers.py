"""Two ways to read markup behind one small interface: lexbor, fast, and BeautifulSoup, forgiving."""

import re
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Protocol

from bs4 import BeautifulSoup, Tag, XMLParsedAsHTMLWarning
from bs4.element import NavigableString
from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from scrapers.errors import MalformedError


class Reader(StrEnum):
    """Which parser reads a page."""

    LEXBOR = "lexbor"
    SOUP = "soup"


class Element(Protocol):
    """One element: its attributes (lower-case names) and the text inside."""

    @property
    def attributes(self) -> Mapping[str, str]:
        """Attribute values by lower-case name; "" for one without a value."""

    def text(self) -> str:
        """All text inside, as written."""


class Tree(Protocol):
    """A parsed page."""

    def elements(self, tag: str) -> Iterator[Element]:
        """All elements of one name, in the order of the document."""


#: The deepest of a thousand recorded pages nests 300 elements, and the longest has 8,000 tags.
MAX_DEPTH = 2_000
UNCHECKED_TAGS = 8_000
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]{0,30})")
_VOID = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
_SELF_CLOSING = frozenset((*_VOID, "p", "li", "dt", "dd", "td", "th", "tr", "option", "path", "use"))

#: Inside a link these hold no words of it.
_UNSEEN_NAMES = ("script", "style", "noscript", "template")
_UNSEEN = ", ".join(_UNSEEN_NAMES)


class _LexborElement:
    __slots__ = ("_node",)

    def __init__(self, node: LexborNode) -> None:
        self._node = node

    @property
    def attributes(self) -> Mapping[str, str]:
        return {name.lower(): value or "" for name, value in self._node.attributes.items()}

    def text(self) -> str:
        hidden = self._node.css_first(_UNSEEN) if self._node.tag == "a" and not self._is_bare() else None
        if hidden is None:
            return self._node.text(deep=True) or ""
        # A copy without what nobody sees: the tree itself stays as it is.
        copy = LexborHTMLParser(self._node.html or "")
        copy.strip_tags(list(_UNSEEN_NAMES))
        return copy.body.text(deep=True) if copy.body else ""

    def _is_bare(self) -> bool:
        """Whether nothing but one text is inside, as in most links."""
        inside = self._node.first_child
        return inside is not None and inside.next is None and inside.is_text_node


class LexborTree:
    """The fast reader."""

    def __init__(self, text: str) -> None:
        try:
            self._tree = LexborHTMLParser(text)
        except (SelectolaxError, ValueError) as error:
            raise MalformedError("the page cannot be read as HTML") from error

    def elements(self, tag: str) -> Iterator[Element]:
        """All elements of one name, in the order of the document."""
        return (_LexborElement(node) for node in self._tree.css(tag))


class _SoupElement:
    __slots__ = ("_tag",)

    def __init__(self, tag: Tag) -> None:
        self._tag = tag

    @property
    def attributes(self) -> Mapping[str, str]:
        return {
            name.lower(): " ".join(value) if isinstance(value, list) else value or ""
            for name, value in self._tag.attrs.items()
        }

    def text(self) -> str:
        if self._tag.name in ("script", "style", "template"):
            return self._tag.string or "".join(str(part) for part in self._tag.contents)
        return "".join(text for text in self._tag.strings if not _is_unseen(text, self._tag))


def _is_unseen(text: NavigableString, root: Tag) -> bool:
    for parent in text.parents:
        if parent is root:
            return False
        if parent.name in _UNSEEN_NAMES:
            return True
    return False


class SoupTree:
    """The forgiving reader, about 28 times slower."""

    def __init__(self, text: str) -> None:
        try:
            with warnings.catch_warnings():
                # A page that begins like XML is read as the HTML it is served as.
                warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
                self._tree = BeautifulSoup(text, "lxml", multi_valued_attributes=None)
        except (ValueError, AssertionError, RecursionError) as error:
            raise MalformedError("the page cannot be read as HTML") from error
        # A template is no part of the page, and lexbor keeps it apart.
        for node in self._tree.find_all("template"):
            node.decompose()

    def elements(self, tag: str) -> Iterator[Element]:
        """All elements of one name, in the order of the document."""
        return (_SoupElement(node) for node in self._tree.find_all(tag))


def read(text: str, reader: Reader | None = None) -> Tree:
    """Parse `text` with one reader; without a choice lexbor, and BeautifulSoup when lexbor sees no links at all.

    Raises MalformedError, also for markup nested deeper than any page: both readers take quadratic time for it.
    """
    if text.count("<") > UNCHECKED_TAGS and _depth(text) > MAX_DEPTH:
        raise MalformedError("the page is nested too deep to be read")
    if reader is Reader.SOUP:
        return SoupTree(text)
    fast = LexborTree(text)
    if reader is None and "<a" in text.lower() and next(fast.elements("a"), None) is None:
        return SoupTree(text)
    return fast


def _depth(text: str) -> int:
    """How deep elements nest: opened and not closed yet, those left out that close themselves."""
    opened: Counter[str] = Counter()
    depth = deepest = 0
    for closing, written in _TAG.findall(text):
        name = written.lower()
        if name in _SELF_CLOSING:
            continue
        if not closing:
            opened[name] += 1
            depth += 1
            deepest = max(deepest, depth)
        elif opened[name]:
            opened[name] -= 1
            depth -= 1
    return deepest
