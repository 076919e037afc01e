"""Bluesky: its public interface answers without a key."""

from typing import Any
from urllib.parse import quote

from scrapers import urls
from scrapers.dates import parse_date
from scrapers.errors import GoneError, MalformedError, NotFoundError
from scrapers.fetch.auth import KeyRing
from scrapers.jsonpath import get
from scrapers.lang import normalise_language
from scrapers.model import Document, Platform, Post, ProfileRef, ProfileStats, Reading, Request, Via
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

PROFILE = "profile"
POSTS = "posts"
#: The interface explains a refused actor in the body of a 400.
EXPLAINED = frozenset({400})
CLOSED = frozenset({"AccountTakedown", "AccountDeactivated", "AccountSuspended"})
WEB = "https://bsky.app/profile"


class BlueskyAdapter:
    """Reads app.bsky.actor.getProfile, then app.bsky.feed.getAuthorFeed."""

    platform = Platform.BLUESKY

    def match(self, url: str) -> ProfileRef | None:
        """Return the profile `url` names."""
        ref = urls.identify(url)
        return ref if ref is not None and ref.platform is self.platform else None

    def plan(self, ref: ProfileRef, keys: KeyRing) -> list[Request]:
        """Ask for the profile; its posts follow."""
        url = f"{keys.endpoints.bluesky}/xrpc/app.bsky.actor.getProfile?actor={quote(ref.key, safe=':')}"
        return [Request(url, PROFILE, obey_robots=False, answers=EXPLAINED)]

    def parse(self, doc: Document, ref: ProfileRef) -> Reading:
        """Read either answer. Raises NotFoundError, GoneError or MalformedError."""
        data = json_of(doc)
        if doc.status in EXPLAINED:
            raise _refusal(data)
        return _profile(data, doc, ref) if doc.kind == PROFILE else _posts(data, ref)


def _refusal(data: Any) -> GoneError | NotFoundError | MalformedError:
    message = text_at(data, "message") or "no reason given"
    if text_at(data, "error") in CLOSED:
        return GoneError(f"Bluesky says the account is closed: {message}")
    if "not found" in message.lower() or "resolve" in message.lower():
        return NotFoundError(f"Bluesky does not know this account: {message}")
    return MalformedError(f"Bluesky refused the question: {message}")


def _profile(data: Any, doc: Document, ref: ProfileRef) -> Reading:
    did = text_at(data, "did")
    if not did.startswith("did:"):
        raise MalformedError("Bluesky's answer is no profile.")
    raw = get(data, "description")
    description = raw if isinstance(raw, str) else ""
    stats = ProfileStats(
        ref=ref,
        via=Via.OPEN_API,
        name=text_at(data, "displayName") or text_at(data, "handle"),
        description=clean(description, TEXT_LIMIT),
        avatar_url=web_address(get(data, "avatar")),
        followers=exact_at(data, "followersCount"),
        following=exact_at(data, "followsCount"),
        posts_count=exact_at(data, "postsCount"),
        emails=emails_in(description),
        links=channels(addresses_in(description), ref),
    )
    base = doc.url.partition("/xrpc/")[0]
    url = f"{base}/xrpc/app.bsky.feed.getAuthorFeed?actor={quote(did, safe=':')}&limit=50&filter=posts_no_replies"
    return Reading(stats, follow=(Request(url, POSTS, obey_robots=False, answers=EXPLAINED),))


def _posts(data: Any, ref: ProfileRef) -> Reading:
    if not isinstance(get(data, "feed"), list):
        raise MalformedError("Bluesky's answer is no list of posts.")
    # A `reason` says why somebody else's post stands in this feed: a repost, or a pinned post shown twice.
    posts = [_post(get(item, "post")) for item in list_of(data, "feed") if get(item, "reason") is None]
    return Reading(ProfileStats(ref=ref, via=Via.OPEN_API, posts=tuple(post for post in posts if post is not None)))


def _post(data: Any) -> Post | None:
    uri, author = text_at(data, "uri", limit=500), text_at(data, "author.did")
    key = uri.rpartition("/")[2]
    if not uri.startswith("at://") or not author or not key:
        return None
    text = get(data, "record.text")
    languages = list_of(data, "record.langs")
    return Post(
        url=f"{WEB}/{text_at(data, 'author.handle') or author}/post/{key}",
        title=text_at(data, "record.text", limit=NAME_LIMIT),
        published_at=parse_date(text_at(data, "record.createdAt", "indexedAt")),
        author=text_at(data, "author.displayName"),
        summary=clean(text, TEXT_LIMIT) if isinstance(text, str) else "",
        image_url=web_address(get(data, "embed.images.0.thumb") or get(data, "embed.thumbnail")),
        language=normalise_language(languages[0]) if languages and isinstance(languages[0], str) else "",
        tags=tuple(tag[:NAME_LIMIT] for tag in list_of(data, "record.tags") if isinstance(tag, str)),
        likes=whole_at(data, "likeCount"),
        comments=whole_at(data, "replyCount"),
        shares=whole_at(data, "repostCount"),
        external_id=uri,
    )
