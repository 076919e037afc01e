"""YouTube's Data API v3: one unit of the daily quota for each of its three questions."""

import re
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from scrapers.dates import parse_date
from scrapers.errors import KeyRequiredError, MalformedError, NotFoundError, RateLimitedError, ScraperError
from scrapers.jsonpath import get
from scrapers.lang import normalise_language
from scrapers.model import Count, Document, Post, ProfileRef, ProfileStats, Reading, Request, Via
from scrapers.platforms.answers import (
    NAME_LIMIT,
    TEXT_LIMIT,
    addresses_in,
    channels,
    emails_in,
    exact_at,
    json_of,
    list_of,
    text_at,
    web_address,
    whole_at,
)
from scrapers.text import clean

CHANNELS = "channels"
UPLOADS = "uploads"
VIDEOS = "videos"
KINDS = frozenset({CHANNELS, UPLOADS, VIDEOS})
#: Google explains its refusals in the body.
EXPLAINED = frozenset({400, 401, 403, 404})
_UNKNOWN = frozenset({"channelNotFound", "notFound", "playlistNotFound", "videoNotFound"})
_EXHAUSTED = frozenset({"quotaExceeded", "dailyLimitExceeded", "rateLimitExceeded", "userRateLimitExceeded"})
#: The API rounds subscribers down to three significant figures.
_SIGNIFICANT = 3
CHANNEL_ID = re.compile(r"UC[\w-]{22}\Z", re.ASCII)
FEED_URL = "https://www.youtube.com/feeds/videos.xml?channel_id={channel}"
_ID = re.compile(r"[\w-]{1,64}\Z", re.ASCII)


def plan(base: str, key: str, ref: ProfileRef, channel: str) -> list[Request]:
    """Ask for the channel by id, handle or old user name; an address of the form /c/name has no question."""
    if channel:
        who = {"id": channel}
    elif ref.key.startswith("@"):
        who = {"forHandle": ref.key}
    elif ref.key.startswith("user/"):
        who = {"forUsername": ref.key.removeprefix("user/")}
    else:
        return []
    query = urlencode({"part": "snippet,statistics,contentDetails", **who})
    # In a header, so that no address that is stored or shown carries the key.
    return [replace(_request(f"{base}/channels?{query}", CHANNELS), headers={"X-Goog-Api-Key": key})]


def parse(doc: Document, ref: ProfileRef) -> Reading:
    """Read any of the three answers.

    Raises NotFoundError, RateLimitedError when the day's quota is used up, KeyRequiredError when Google
    refuses the key.
    """
    data = json_of(doc)
    if doc.status in EXPLAINED:
        raise _refusal(data)
    if doc.kind == CHANNELS:
        return _channel(data, doc, ref)
    return _uploads(data, doc, ref) if doc.kind == UPLOADS else _videos(data, ref)


def rounded_down(value: int) -> Count:
    """Return the subscribers behind a number that was cut to three significant figures."""
    step = 10 ** max(0, len(str(value)) - _SIGNIFICANT)
    return Count(
        value, low=value, high=value + step - 1, exact=step == 1, text=str(value), path="statistics.subscriberCount"
    )


def _request(url: str, kind: str) -> Request:
    return Request(url, kind, obey_robots=False, answers=EXPLAINED)


def _refusal(data: Any) -> ScraperError:
    reasons = {text_at(error, "reason") for error in list_of(data, "error.errors")}
    message = text_at(data, "error.message") or "no reason given"
    if reasons & _EXHAUSTED:
        return RateLimitedError(f"YouTube's daily quota of this key is used up: {message}")
    if reasons & _UNKNOWN:
        return NotFoundError(f"YouTube does not know this channel: {message}")
    return KeyRequiredError(f"YouTube refused the Data API key: {message}")


def _channel(data: Any, doc: Document, ref: ProfileRef) -> Reading:
    items = list_of(data, "items")
    if not items:
        raise NotFoundError("YouTube does not know this channel.")
    item = items[0]
    channel = text_at(item, "id")
    if not CHANNEL_ID.match(channel):
        raise MalformedError("YouTube's answer is no channel.")
    hidden = get(item, "statistics.hiddenSubscriberCount") is True
    subscribers = None if hidden else whole_at(item, "statistics.subscriberCount")
    raw = get(item, "snippet.description")
    description = raw if isinstance(raw, str) else ""
    stats = ProfileStats(
        ref=ref,
        via=Via.API,
        name=text_at(item, "snippet.title"),
        description=clean(description, TEXT_LIMIT),
        avatar_url=web_address(get(item, "snippet.thumbnails.high.url") or get(item, "snippet.thumbnails.default.url")),
        language=normalise_language(
            text_at(item, "snippet.defaultLanguage", "brandingSettings.channel.defaultLanguage")
        ),
        country=text_at(item, "snippet.country"),
        followers=None
        if subscribers is None
        else replace(rounded_down(subscribers), path="statistics.subscriberCount"),
        posts_count=exact_at(item, "statistics.videoCount"),
        views_total=exact_at(item, "statistics.viewCount"),
        emails=emails_in(description),
        links=channels(addresses_in(description), ref),
        feed_url=FEED_URL.format(channel=channel),
    )
    uploads = text_at(item, "contentDetails.relatedPlaylists.uploads") or f"UU{channel[2:]}"
    query = urlencode({"part": "contentDetails", "maxResults": 50, "playlistId": uploads})
    return Reading(stats, follow=(_request(f"{_base(doc)}/playlistItems?{query}", UPLOADS),))


def _uploads(data: Any, doc: Document, ref: ProfileRef) -> Reading:
    found = (text_at(item, "contentDetails.videoId") for item in list_of(data, "items"))
    ids = [video for video in found if _ID.match(video)]
    stats = ProfileStats(ref=ref, via=Via.API)
    if not ids:
        return Reading(stats)
    query = urlencode({"part": "snippet,statistics", "id": ",".join(ids)})
    return Reading(stats, follow=(_request(f"{_base(doc)}/videos?{query}", VIDEOS),))


def _videos(data: Any, ref: ProfileRef) -> Reading:
    posts = tuple(_video(item) for item in list_of(data, "items") if _ID.match(text_at(item, "id")))
    return Reading(ProfileStats(ref=ref, via=Via.API, posts=posts))


def _video(item: Any) -> Post:
    video = text_at(item, "id")
    summary = get(item, "snippet.description")
    return Post(
        url=f"https://www.youtube.com/watch?v={video}",
        title=text_at(item, "snippet.title"),
        published_at=parse_date(text_at(item, "snippet.publishedAt")),
        author=text_at(item, "snippet.channelTitle"),
        summary=clean(summary, TEXT_LIMIT) if isinstance(summary, str) else "",
        image_url=web_address(get(item, "snippet.thumbnails.high.url")),
        language=normalise_language(text_at(item, "snippet.defaultAudioLanguage", "snippet.defaultLanguage")),
        tags=tuple(clean(tag, NAME_LIMIT) for tag in list_of(item, "snippet.tags") if isinstance(tag, str)),
        likes=whole_at(item, "statistics.likeCount"),
        comments=whole_at(item, "statistics.commentCount"),
        views=whole_at(item, "statistics.viewCount"),
        external_id=f"yt:video:{video}",
    )


def _base(doc: Document) -> str:
    return doc.url.partition("?")[0].rpartition("/")[0]
