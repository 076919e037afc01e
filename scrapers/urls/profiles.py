"""Whose channel an address is: platform and handle, or nothing for share buttons, posts and searches."""

import re
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from scrapers.errors import UnknownAddressError
from scrapers.model import Platform, ProfileRef
from scrapers.urls.address import domain_of, host_of, normalise, query_of
from scrapers.urls.redirectors import redirects, unwrap
from scrapers.urls.rules import BY_DOMAIN, NOT_FEDIVERSE, RESERVED, Rule

_HASHBANG = re.compile(r"([^#]*(?:twitter|facebook)\.com)/#(?:!|%21)?/@?", re.IGNORECASE)
_FEDIVERSE_NAME = re.compile(r"@?([a-z0-9_][a-z0-9_.-]{0,63})@([a-z0-9-]+(?:\.[a-z0-9-]+)+)\Z", re.IGNORECASE)
_FEDIVERSE_USER = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,62}[A-Za-z0-9_])?\Z")
#: A written-out address in plain letters; its host, and its path.
_PLAIN = re.compile(r"https?://([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::\d{1,5})?(/[!$->@-~]*|)(?:\?[!$-~]*)?\Z")
#: What makes a path on any host that of a channel, or hides it.
_FEDIVERSE_PATH = re.compile(r"[@\\]|%[0-7]|/users|/web")
_PODCAST_ID = re.compile(r"id(\d{5,})\Z")
_FEED_ENDING = re.compile(
    r"/(?:feeds?(?:/(?:posts?/default|rss2?|atom|rdf|all|main|posts))?|rss2?|atom|rdf|index\.(?:html?|php|xml|rdf|rss)"
    r"|(?:feed|rss|atom|rss2)\.(?:xml|json|rss|php)|default\.aspx?)\Z",
    re.IGNORECASE,
)


def identify(url: str) -> ProfileRef | None:
    """The channel an address, or a `@user@instance` name, belongs to.

    A page below a profile (its videos, its about page, a board) is that profile. Share and sign-in links, posts,
    searches, tags, short links and plain websites are nobody's: None. Never raises on text.
    """
    text = url.strip()
    if name := _FEDIVERSE_NAME.match(text):
        return _mastodon(name[1], name[2]) if text.startswith("@") else None
    return None if _is_plain_page(text) else _of_address(text)


def _of_address(text: str) -> ProfileRef | None:
    try:
        address = unwrap(_without_hashbang(text))
    except UnknownAddressError:
        return None
    host = host_of(address)
    segments = [unquote(part).strip() for part in urlsplit(address).path.split("/") if part.strip()]
    domain = domain_of(host)
    rule = BY_DOMAIN.get(domain) or BY_DOMAIN.get(domain.partition(".")[0] + ".*")
    if rule is not None:
        if not rule.accepts_host(host.removesuffix(domain).rstrip(".")):
            return None
        return _READERS[rule.platform](rule, segments, address)
    if host.endswith(".bsky.social"):
        return _ref(Platform.BLUESKY, host, f"https://bsky.app/profile/{host}", host)
    return _fediverse_page(host, domain, segments)


def _is_plain_page(text: str) -> bool:
    """Whether an address is surely nobody's channel: most links of a page are, and are not worth a closer look."""
    found = _PLAIN.match(text)
    return found is not None and not _FEDIVERSE_PATH.search(found[2]) and _is_plain_host(found[1])


@lru_cache(maxsize=4096)
def _is_plain_host(host: str) -> bool:
    domain = domain_of(host)
    known = {domain, f"{domain.partition('.')[0]}.*"} & BY_DOMAIN.keys()
    return not known and not host.endswith(".bsky.social") and not redirects(host)


def platform_of(url: str) -> Platform:
    """The platform an address is on, that of a single post or video too; BLOG for all other sites.

    Raises UnknownAddressError.
    """
    address = unwrap(url)
    host = host_of(address)
    domain = domain_of(host)
    rule = BY_DOMAIN.get(domain) or BY_DOMAIN.get(domain.partition(".")[0] + ".*")
    if rule is not None and rule.accepts_host(host.removesuffix(domain).rstrip(".")):
        return rule.platform
    if domain == "youtu.be":
        return Platform.YOUTUBE
    fediverse = domain not in NOT_FEDIVERSE and urlsplit(address).path.startswith(("/@", "/users/"))
    return Platform.MASTODON if fediverse else Platform.BLOG


def blog_ref(url: str) -> ProfileRef:
    """A website as a blog: its key is the host without `www.` and the path without index page or feed ending.

    The address keeps its last slash: a server may know the one and not the other.

    Raises UnknownAddressError.
    """
    parts = urlsplit(normalise(url))
    path = parts.path.rstrip("/")
    path = _FEED_ENDING.sub("", path).rstrip("/")
    if domain_of(parts.netloc) == "medium.com":
        path = path.removeprefix("/feed")
    host = parts.netloc
    shown = parts.path if parts.path.rstrip("/") == path else f"{path}/"
    return ProfileRef(Platform.BLOG, f"{host.removeprefix('www.')}{path}", f"{parts.scheme}://{host}{shown or '/'}")


def _without_hashbang(text: str) -> str:
    """`twitter.com/#!/alice` and `facebook.com/#/alice` say their path in the fragment."""
    found = _HASHBANG.match(text)
    return f"{found[1]}/{text[found.end() :]}" if found else text


def _ref(platform: Platform, key: str, url: str, handle: str) -> ProfileRef:
    return ProfileRef(platform, key, url, handle)


def _handle(rule: Rule, segments: list[str]) -> str:
    """The handle in the first segment, when it can be one and what follows is no single post."""
    if not segments:
        return ""
    name = segments[0]
    if rule.at_sign == "required" and not name.startswith("@"):
        return ""
    name = name if rule.at_sign == "never" else name.removeprefix("@")
    if not rule.handle.match(name) or name.lower() in RESERVED or name.lower() in rule.reserved:
        return ""
    below = [segment.lower() for segment in segments[1:]]
    if rule.posts.intersection(below) and not (rule.posts_are_tabs and len(below) == 1):
        return ""
    return name


def _simple(rule: Rule, segments: list[str], _address: str) -> ProfileRef | None:
    name = _handle(rule, segments)
    if not name:
        return None
    key = name.lower()
    return _ref(rule.platform, key, rule.url.format(handle=key), name)


def _youtube(rule: Rule, segments: list[str], _address: str) -> ProfileRef | None:
    kind, name = segments[0].lower() if segments else "", segments[1] if len(segments) > 1 else ""
    if kind == "channel":
        stable = re.fullmatch(r"UC[\w-]{22}", name)
        return _ref(rule.platform, name, f"https://www.youtube.com/channel/{name}", "") if stable else None
    if kind.startswith("@"):
        handle = segments[0][1:]
        known = rule.handle.match(handle)
        return _ref(rule.platform, kind, f"https://www.youtube.com/{kind}", handle) if known else None
    if kind not in ("c", "user"):
        # The oldest form, /name: what /c/name is today.
        kind, name = "c", _handle(rule, segments)
    if not rule.handle.match(name):
        return None
    return _ref(rule.platform, f"{kind}/{name.lower()}", f"https://www.youtube.com/{kind}/{name}", name)


def _facebook(rule: Rule, segments: list[str], address: str) -> ProfileRef | None:
    if not segments or re.fullmatch(r"v\d+\.\d+", segments[0]):
        return None
    kind = segments[0].lower()
    if kind in ("profile.php", "people", "pages", "p"):
        digits = query_of(address).get("id", "") if kind == "profile.php" else segments[-1].rpartition("-")[2]
        if not re.fullmatch(r"\d{5,20}", digits):
            return None
        return _ref(rule.platform, digits, f"https://www.facebook.com/{digits}", "")
    if kind == "pg":
        segments = segments[1:]
    return _simple(rule, segments, address)


def _linkedin(rule: Rule, segments: list[str], _address: str) -> ProfileRef | None:
    if len(segments) < 2:  # noqa: PLR2004
        return None
    kind, name = segments[0].lower(), segments[1]
    kind = "company" if kind == "organization" else kind
    if kind not in ("in", "company", "school", "showcase") or not rule.handle.match(name):
        return None
    key = f"{kind}/{name.lower()}"
    return _ref(rule.platform, key, f"https://www.linkedin.com/{key}", name)


def _bluesky(rule: Rule, segments: list[str], _address: str) -> ProfileRef | None:
    if len(segments) < 2 or segments[0].lower() != "profile" or "post" in segments[2:3]:  # noqa: PLR2004
        return None
    name = segments[1].removeprefix("@")
    if not rule.handle.match(name):
        return None
    key = name if name.startswith("did:") else name.lower()
    return _ref(rule.platform, key, rule.url.format(handle=key), "" if name.startswith("did:") else name)


def _snapchat(rule: Rule, segments: list[str], address: str) -> ProfileRef | None:
    if segments and segments[0].lower() in ("add", "s"):
        segments = [f"@{segments[1].removeprefix('@')}", *segments[2:]] if len(segments) > 1 else []
    return _simple(rule, segments, address)


def _podcast(rule: Rule, segments: list[str], address: str) -> ProfileRef | None:
    if rule.domain == "spotify.com":
        if len(segments) >= 2 and segments[-2] == "show" and re.fullmatch(r"\w{22}", segments[-1]):  # noqa: PLR2004
            return _ref(rule.platform, f"spotify/{segments[-1]}", f"https://open.spotify.com/show/{segments[-1]}", "")
        return None
    found = _PODCAST_ID.match(segments[-1]) if "podcast" in segments else None
    if not found or query_of(address).get("i"):
        return None
    return _ref(rule.platform, f"apple/{found[1]}", f"https://podcasts.apple.com/podcast/id{found[1]}", "")


def _fediverse_page(host: str, domain: str, segments: list[str]) -> ProfileRef | None:
    if domain in NOT_FEDIVERSE or not segments:
        return None
    if segments[0] == "web":
        segments = segments[1:]
    if segments[:1] == ["users"] and len(segments) > 1:
        segments = [f"@{segments[1]}", *segments[2:]]
    if not segments or not segments[0].startswith("@"):
        return None
    if len(segments) > 1 and (segments[1].isdigit() or segments[1] in ("statuses", "posts", "status")):
        return None
    name, _, instance = segments[0][1:].partition("@")
    return _mastodon(name, instance or host)


def _mastodon(name: str, instance: str) -> ProfileRef | None:
    instance = instance.lower().removeprefix("www.")
    name = re.sub(r"\.(?:rss|atom)\Z", "", name)
    if not _FEDIVERSE_USER.match(name) or "." not in instance or domain_of(instance) in NOT_FEDIVERSE:
        return None
    key = f"{name}@{instance}".lower()
    return _ref(Platform.MASTODON, key, f"https://{instance}/@{name.lower()}", f"{name}@{instance}")


_READERS: dict[Platform, Callable[[Rule, list[str], str], ProfileRef | None]] = {
    Platform.INSTAGRAM: _simple,
    Platform.X: _simple,
    Platform.TIKTOK: _simple,
    Platform.THREADS: _simple,
    Platform.PINTEREST: _simple,
    Platform.TWITCH: _simple,
    Platform.YOUTUBE: _youtube,
    Platform.FACEBOOK: _facebook,
    Platform.LINKEDIN: _linkedin,
    Platform.BLUESKY: _bluesky,
    Platform.SNAPCHAT: _snapchat,
    Platform.PODCAST: _podcast,
}
