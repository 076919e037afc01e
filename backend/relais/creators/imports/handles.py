"""A bare `@handle` under a column that names its platform. Pure."""

import re
from collections.abc import Mapping

from relais.kit.text import fold
from relais.sources.rules import Platform

_ADDRESSES: Mapping[Platform, str] = {
    Platform.INSTAGRAM: "https://www.instagram.com/{}/",
    Platform.TIKTOK: "https://www.tiktok.com/@{}",
    Platform.YOUTUBE: "https://www.youtube.com/@{}",
    Platform.X: "https://x.com/{}",
    Platform.FACEBOOK: "https://www.facebook.com/{}",
    Platform.THREADS: "https://www.threads.net/@{}",
    Platform.PINTEREST: "https://www.pinterest.com/{}/",
    Platform.TWITCH: "https://www.twitch.tv/{}",
    Platform.SNAPCHAT: "https://www.snapchat.com/add/{}",
    Platform.LINKEDIN: "https://www.linkedin.com/in/{}",
    Platform.BLUESKY: "https://bsky.app/profile/{}",
}
_WORDS: Mapping[str, Platform] = {
    "instagram": Platform.INSTAGRAM, "insta": Platform.INSTAGRAM, "ig": Platform.INSTAGRAM,
    "tiktok": Platform.TIKTOK, "tik": Platform.TIKTOK,
    "youtube": Platform.YOUTUBE, "yt": Platform.YOUTUBE, "chaine": Platform.YOUTUBE,
    "twitter": Platform.X, "x": Platform.X,
    "facebook": Platform.FACEBOOK, "fb": Platform.FACEBOOK,
    "threads": Platform.THREADS, "pinterest": Platform.PINTEREST, "twitch": Platform.TWITCH,
    "snapchat": Platform.SNAPCHAT, "snap": Platform.SNAPCHAT, "linkedin": Platform.LINKEDIN,
    "bluesky": Platform.BLUESKY, "bsky": Platform.BLUESKY, "mastodon": Platform.MASTODON,
    "blog": Platform.BLOG, "site": Platform.BLOG, "website": Platform.BLOG,
}  # fmt: skip
_SPLIT = re.compile(r"[^a-z0-9]+")
_HANDLE = re.compile(r"@?[\w.-]{1,100}\Z")


def platform_named(column: str) -> Platform | None:
    """Return the platform in a column's name: "Compte Instagram" is Instagram."""
    for word in _SPLIT.split(fold(column)):
        if word in _WORDS:
            return _WORDS[word]
    return None


def address_of(handle: str, column: str) -> str:
    """Return the profile's address for a bare handle under a column of that name; "" when it is none."""
    platform = platform_named(column)
    if platform is None or platform not in _ADDRESSES or not _HANDLE.match(handle):
        return ""
    return _ADDRESSES[platform].format(handle.removeprefix("@"))
