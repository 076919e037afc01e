"""Who writes a site, as far as it says so: a blog's title is the blog's name and not a person's."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from scrapers.html import jsonld
from scrapers.text import plain

MAX_NAME = 120
#: How much of a feed one person must have written to be its author.
MOST = 0.8

_SITE = frozenset(("WebSite", "Blog", "ProfilePage", "AboutPage"))
_ARTICLE = frozenset(("Article", "BlogPosting", "NewsArticle", "Recipe", "TechArticle", "SocialMediaPosting"))
#: Where a site or an article names somebody, most telling first.
_SITE_ROLES = ("mainEntity", "author", "creator", "founder", "publisher")
_ARTICLE_ROLES = ("author", "creator")

_LEAD = re.compile(
    r"^(?:(?:posted|written|published|view all posts|all posts|more posts|posts|articles?)\s+)?by:?\s+"
    r"|^(?:écrit|publié|posté|proposé|(?:voir )?tous les articles)?\s*par\s*:?\s+|^(?:zeige )?alle beiträge von\s+"
    r"|^(?:author|auteur|autrice|autor)\s*:\s*",
    re.IGNORECASE,
)
#: “Kim - The Blog”, “Sam @ The Blog”, “Jenn (The Blog)”.
_TAIL = re.compile(r"(?:[’']s)? (?:posts|articles)$|\s+[-–—@|·]\s+.*$|\s*\(.*\)$", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s+[-–—|:·]\s+|\s*:\s+")
_TEAM = frozenset(("team", "staff", "editors", "équipe", "rédaction", "redaktion", "redaction", "redacción"))
_ADDRESS = re.compile(r"@\w|://|^www\.|\w\.[a-z]{2,}$", re.IGNORECASE)
#: What a name cannot have in it: a whole sentence, a list.
_UNLIKELY = re.compile(
    r"[|•·»«<>{}=#/\\!?:]|\w{3,}\.\s|\b(?:view|read|more|profile|about|voir|lire|plus|profil|à propos)\b", re.IGNORECASE
)
_NOBODY = re.compile(
    r"(?:(?:admin|administrator|administrat(?:eur|rice)|author|auteur|autrice|blogger|contribut(?:or|eur)|default|editor"
    r"|editorial|éditeur|guest|invité|r[eé]daction|r[eé]dacteur|staff|team|équipe|user|utilisateur|webmaster|wordpress"
    r"|wpadmin|unknown|inconnu|anonym(?:ous|e)|root|nobody|none|null|undefined|support|contact|home|accueil|me|moi"
    r"|the|la|le|les)(?:\s+|$))+",
    re.IGNORECASE,
)
_MOST_WORDS = 5


def person_of(page_jsonld: Sequence[Mapping[str, Any]], *, links: Iterable[str], meta: str, site: str) -> str:
    """Return the name of the person behind a page, or "" when it names none, or several.

    Args:
        page_jsonld: the page's JSON-LD objects.
        links: texts of its `rel=author` links.
        meta: what its author meta element says.
        site: what the site calls itself: a person of that name is no news.
    """
    for found in (*_declared(page_jsonld), links, [meta]):
        names = list(dict.fromkeys(name for text in found if (name := tidy(text, site=site))))
        if len(names) == 1:
            return names[0]
    return ""


def author_of(names: Sequence[str], *, feed_author: str, site: str) -> str:
    """Return who writes a feed: the author it names, else the one of most of its entries."""
    named = tidy(feed_author, site=site)
    if named or not names:
        return named
    name, times = Counter(names).most_common(1)[0]
    return tidy(name, site=site) if times >= MOST * len(names) else ""


def tidy(text: str, *, site: str) -> str:
    """Return a person's name out of a byline, or "" for what can be none: an address, “admin”, the site itself."""
    name = _TAIL.sub("", _LEAD.sub("", plain(text, MAX_NAME * 2))).strip(" ,;-–—")
    words = name.split()
    if not 0 < len(words) <= _MOST_WORDS or len(name) > MAX_NAME or not any(letter.isalpha() for letter in name):
        return ""
    if _ADDRESS.search(name) or _UNLIKELY.search(name) or _NOBODY.fullmatch(name):
        return ""
    if words[-1].casefold() in _TEAM or words[0].casefold() in _TEAM:
        return ""
    return "" if _bare(name) in {_bare(site), _bare(_SEPARATOR.split(site)[0])} else name


def _bare(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


def _declared(objects: Sequence[Mapping[str, Any]]) -> Iterator[list[str]]:
    """Yield groups of names, most telling first: the site's owner, the article's author, people with sameAs, people."""
    by_id = {str(data["@id"]): data for data in objects if "@id" in data and set(data) - {"@id"}}
    for kinds, roles in ((_SITE, _SITE_ROLES), (_ARTICLE, _ARTICLE_ROLES)):
        holders = [data for data in objects if jsonld.types(data) & kinds]
        for role in roles:
            yield [name for data in holders for name in _people(data.get(role), by_id)]
    people = [data for data in objects if "Person" in jsonld.types(data)]
    yield [jsonld.name_of(data) for data in people if data.get("sameAs")]
    yield [jsonld.name_of(data) for data in people]


def _people(value: Any, by_id: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            yield item
        elif isinstance(item, Mapping):
            known = by_id.get(str(item.get("@id", "")), {})
            kinds = jsonld.types(item) | jsonld.types(known)
            if "Person" in kinds or not kinds:
                yield jsonld.name_of(item) or jsonld.name_of(known)
