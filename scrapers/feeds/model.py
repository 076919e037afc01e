"""What a feed says, in the same shape whatever it was written in."""

from dataclasses import dataclass
from datetime import datetime

from scrapers.errors import UnknownAddressError
from scrapers.model import Post
from scrapers.urls import canonical


@dataclass(frozen=True, slots=True)
class Entry:
    """One item. Everything may be missing; counts are None when the feed does not say."""

    title: str = ""
    url: str = ""
    external_id: str = ""
    published_at: datetime | None = None
    author: str = ""
    summary: str = ""
    image_url: str = ""
    tags: tuple[str, ...] = ()
    comments: int | None = None
    views: int | None = None
    likes: int | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A whole feed. `kind` is `rss`, `rdf`, `atom` or `json`; `podcast` when the items are sound."""

    kind: str
    title: str = ""
    link: str = ""
    description: str = ""
    language: str = ""
    author: str = ""
    emails: tuple[str, ...] = ()
    image_url: str = ""
    entries: tuple[Entry, ...] = ()

    def posts(self) -> tuple[Post, ...]:
        """The entries that lead somewhere, as posts, each address once, in the order of the feed."""
        found: dict[str, Post] = {}
        for entry in self.entries:
            post = to_post(entry, language=self.language)
            if post is not None:
                found.setdefault(post.url, post)
        return tuple(found.values())


def to_post(entry: Entry, *, language: str = "") -> Post | None:
    """The entry as a post with its canonical address; None when it has no address to be known by."""
    try:
        url = canonical(entry.url)
    except UnknownAddressError:
        return None
    return Post(
        url=url,
        title=entry.title,
        published_at=entry.published_at,
        author=entry.author,
        summary=entry.summary,
        image_url=entry.image_url,
        language=language,
        tags=entry.tags,
        likes=entry.likes,
        comments=entry.comments,
        views=entry.views,
        external_id=entry.external_id or url,
    )
