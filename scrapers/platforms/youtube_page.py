"""The channel page of YouTube, in each layout its header has had since 2021.

The numbers are rounded texts (`2.52m subscribers`), so every count carries its resolution.
"""

import re
from dataclasses import replace
from typing import Any

from scrapers import urls
from scrapers.counts import UNBOUNDED, parse_count
from scrapers.errors import BlockedError, LayoutDriftError, MalformedError, NotFoundError
from scrapers.health import better
from scrapers.html import Page
from scrapers.jsonpath import find_key, first, get
from scrapers.model import Count, Document, ProfileRef, ProfileStats, Reading, Request, Via
from scrapers.platforms.answers import (
    NAME_LIMIT,
    TEXT_LIMIT,
    addresses_in,
    channels,
    emails_in,
    json_of,
    list_of,
    web_address,
)
from scrapers.platforms.youtube_api import CHANNEL_ID, FEED_URL
from scrapers.text import clean

FEED = "feed"
FEED_PATH = "/feeds/videos.xml?channel_id="
CONSENT_HOST = "consent.youtube.com"

#: What stands behind a number, in the languages the recorded pages were asked in and a few more.
_SUBSCRIBERS = re.compile(
    r"subscriber|abonn|suscript|inscrit|iscritt|assinante|subskryb|подпис|登録|구독|订阅|訂閱", re.IGNORECASE
)
_ENGLISH = re.compile(r"subscriber|video|view", re.IGNORECASE)
_VIDEOS = re.compile(r"vid[eé]o|filmy|film\w*w\b|видео|動画|동영상|视频|影片", re.IGNORECASE)
_VIEWS = re.compile(r"view|vue|aufruf|visualiza|просмотр|wyświetle", re.IGNORECASE)

_C4 = "header.c4TabbedHeaderRenderer"
_VIEW_MODEL = "header.pageHeaderRenderer.content.pageHeaderViewModel"
_ROWS = f"{_VIEW_MODEL}.metadata.contentMetadataViewModel.metadataRows"
_CAROUSEL = "header.carouselHeaderRenderer"
_MICROFORMAT = "microformat.microformatDataRenderer"
_METADATA = "metadata.channelMetadataRenderer"


def parse(doc: Document, ref: ProfileRef) -> Reading:
    """Read a channel page, or the JSON the page loads itself. The feed is to follow.

    Raises BlockedError for the consent page, NotFoundError for a channel that is gone, LayoutDriftError when
    no known header is there.
    """
    if urls.host_of(doc.final_url) == CONSENT_HOST:
        raise BlockedError("YouTube asks for consent to cookies first; set a Data API key to read this channel.")
    data, language = _initial_data(doc)
    if reason := _alert(data):
        raise NotFoundError(f"YouTube says: {reason}")
    texts = _header_texts(data)
    if not texts and first(data, _C4, _VIEW_MODEL, _CAROUSEL) == (None, ""):
        raise LayoutDriftError("The channel page has no header in a known layout.", path=_VIEW_MODEL)
    about: Any = next(find_key(data, "aboutChannelViewModel"), {})
    described = get(data, f"{_METADATA}.description") or get(about, "description")
    description = described if isinstance(described, str) else ""
    channel = _channel_id(data)
    stats = ProfileStats(
        ref=ref,
        via=Via.PAGE,
        name=_name(data),
        description=clean(description, TEXT_LIMIT),
        avatar_url=_avatar(data),
        country=clean(_text(get(about, "country")), NAME_LIMIT),
        followers=_number(texts, _SUBSCRIBERS, language, about, "subscriberCountText"),
        posts_count=_number(texts, _VIDEOS, language, about, "videoCountText"),
        views_total=_number({}, _VIEWS, language, about, "viewCountText"),
        emails=emails_in(description),
        links=channels([*_links(about), *addresses_in(description)], ref),
        feed_url=FEED_URL.format(channel=channel) if channel else "",
    )
    host = "/".join(doc.url.split("/", 3)[:3])
    follow = (Request(f"{host}{FEED_PATH}{channel}", FEED),) if channel else ()
    return Reading(stats, follow=follow)


def _initial_data(doc: Document) -> tuple[Any, str]:
    """Return the data the page is drawn from, and the language it is written in (empty when it does not say)."""
    if doc.body.lstrip()[:1] in {b"{", b"["}:
        data = json_of(doc)
        # The page's own navigation answered with a list of two parts until 2021.
        parts = data if isinstance(data, list) else [data]
        return next(
            (get(part, "response") for part in parts if get(part, "response")), parts[-1] if parts else None
        ), ""
    page = Page(doc.body, doc.headers, doc.final_url)
    data = page.json_blob("ytInitialData")
    if not isinstance(data, dict):
        raise LayoutDriftError("The channel page carries no ytInitialData.", path="ytInitialData")
    return data, page.language


def _text(node: Any) -> str:
    """Return a text in any of the shapes YouTube writes texts in."""
    if isinstance(node, str):
        return node
    value, _ = first(node, "simpleText", "content")
    if isinstance(value, str):
        return value
    runs = get(node, "runs")
    return "".join(str(get(run, "text") or "") for run in runs) if isinstance(runs, list) else ""


def _header_texts(data: Any) -> dict[str, str]:
    """Return the texts of the header that may hold a number, by the path they were found at."""
    found = {}
    for name in ("subscriberCountText", "videosCountText"):
        found[f"{_C4}.{name}"] = _text(get(data, f"{_C4}.{name}"))
    for number, row in enumerate(list_of(data, _ROWS)):
        for place, part in enumerate(list_of(row, "metadataParts")):
            found[f"{_ROWS}.{number}.metadataParts.{place}"] = _text(get(part, "text"))
    for number, item in enumerate(list_of(data, f"{_CAROUSEL}.contents")):
        for name in ("subtitle", "subscriberCountText"):
            path = f"topicChannelDetailsRenderer.{name}"
            found[f"{_CAROUSEL}.contents.{number}.{path}"] = _text(get(item, path))
    # A handle may be any word, "@subscriber2000" too.
    return {path: text for path, text in found.items() if text and not text.startswith("@")}


def _number(texts: dict[str, str], words: re.Pattern[str], language: str, about: Any, name: str) -> Count | None:
    """Return the number whose text speaks of `words`; the about panel is often more exact than the header."""
    candidates = {f"aboutChannelViewModel.{name}": _text(get(about, name)), **texts}
    best: Count | None = None
    for path, text in candidates.items():
        if not any(char.isdigit() for char in text) or not words.search(text):
            continue
        try:
            count = parse_count(text, language or ("en" if _ENGLISH.search(text) else None))
        except MalformedError:
            continue
        best = better(best, _cut_off(count, path))
    return best


def _cut_off(count: Count, path: str) -> Count:
    """Return the count as YouTube rounds: always down, so 2.52M is anything from 2,520,000 to 2,529,999."""
    step = count.high - count.low
    high = count.value + max(0, step - 1) if count.high != UNBOUNDED else UNBOUNDED
    return replace(count, low=count.value, high=high, path=path)


def _name(data: Any) -> str:
    paths = (
        f"{_METADATA}.title",
        f"{_C4}.title",
        "header.pageHeaderRenderer.pageTitle",
        "microformat.microformatDataRenderer.title",
    )
    name = next((text for path in paths if (text := _text(get(data, path)))), "")
    if not name:
        items = get(data, f"{_CAROUSEL}.contents")
        titles = (
            _text(get(item, "topicChannelDetailsRenderer.title")) for item in (items if isinstance(items, list) else ())
        )
        name = next((title for title in titles if title), "")
    return clean(name, NAME_LIMIT)


def _avatar(data: Any) -> str:
    holders = (
        f"{_METADATA}.avatar.thumbnails",
        f"{_C4}.avatar.thumbnails",
        f"{_VIEW_MODEL}.image.decoratedAvatarViewModel.avatar.avatarViewModel.image.sources",
    )
    pictures, _ = first(data, *holders)
    return web_address(get(pictures, "-1.url")) if isinstance(pictures, list) else ""


def _channel_id(data: Any) -> str:
    paths = (f"{_METADATA}.externalId", f"{_C4}.channelId", f"{_MICROFORMAT}.urlCanonical")
    found = [str(get(data, path) or "").rpartition("/")[2] for path in paths]
    path = "topicChannelDetailsRenderer.navigationEndpoint.browseEndpoint.browseId"
    found += [str(get(item, path) or "") for item in list_of(data, f"{_CAROUSEL}.contents")]
    return next((text for text in found if CHANNEL_ID.match(text)), "")


def _links(about: Any) -> list[str]:
    links = get(about, "links")
    found = (
        _text(get(link, "channelExternalLinkViewModel.link")) for link in (links if isinstance(links, list) else ())
    )
    return [link for link in found if link]


def _alert(data: Any) -> str:
    """Return the sentence YouTube shows in place of a channel, empty when it shows the channel."""
    for alert in list_of(data, "alerts"):
        if get(alert, "alertRenderer.type") == "ERROR":
            return clean(_text(get(alert, "alertRenderer.text")), NAME_LIMIT) or "this channel is not available"
    return ""
