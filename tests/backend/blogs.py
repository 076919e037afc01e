"""Blogs on loopback, shaped like real ones, and creators who write them."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from relais.creators.actions.headline import refresh_headlines
from relais.creators.models import Channel, Creator
from relais.sources import actions as sources
from tests.scrapers.loopback import Answer, Hit, Site

NEWEST = datetime(2026, 11, 20, 7, 30, tzinfo=UTC)

ITEM = """  <item>
    <title>{title}</title>
    <link>{link}</link>
    <guid isPermaLink="false">{link}?p={number}</guid>
    <pubDate>{date:%a, %d %b %Y %H:%M:%S} +0000</pubDate>
    <dc:creator><![CDATA[Camille]]></dc:creator>
    <category><![CDATA[Cuisine d’été]]></category>
    <description><![CDATA[<p>Une recette simple, pour {number} personnes…</p>]]></description>
    <slash:comments>{comments}</slash:comments>
  </item>
"""


def feed(home: str, entries: int = 10, name: str = "Le Carnet de Camille", newest: datetime = NEWEST) -> str:
    """Return a WordPress feed: one article a week, with 2, 3, 4… comments."""
    items = "".join(
        ITEM.format(
            title=f"Tarte aux mirabelles n° {entries - number}",
            link=f"{home}2026/recette-{entries - number}/",
            number=entries - number,
            date=newest - timedelta(weeks=number),
            comments=2 + number,
        )
        for number in range(entries)
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
<channel>
  <title>{name}</title>
  <link>{home}</link>
  <language>fr-FR</language>
{items}</channel>
</rss>
"""


def page(home: str, name: str = "Le Carnet de Camille") -> str:
    return f"""<!doctype html><html lang="fr-FR"><head><title>{name}</title>
<meta property="og:site_name" content="{name}"><meta property="og:type" content="website">
<link rel="alternate" type="application/rss+xml" title="{name} » Flux" href="{home}feed/"></head>
<body><h1>{name}</h1><p>Des recettes de saison.</p></body></html>"""


def write_blog(site: Site, path: str, entries: int = 10, **facts: object) -> str:
    """Put a blog under `path` of the site; return its address. Its feed answers conditional requests."""
    home = site.url(path)
    body = feed(home, entries, **facts)  # type: ignore[arg-type]
    etag = f'"{hash(body) & 0xFFFFFFFF:x}"'
    site.pages[path] = site.pages[path.rstrip("/")] = Answer(
        page(home), headers={"Content-Type": "text/html; charset=utf-8"}
    )

    def answer(hit: Hit) -> Answer:
        if hit.headers.get("if-none-match") == etag:
            return Answer(status=304, headers={"ETag": etag})
        return Answer(body, headers={"Content-Type": "application/rss+xml; charset=UTF-8", "ETag": etag})

    site.pages[f"{path}feed/"] = answer
    return home


def follow_channels(urls: Iterable[str]) -> list[Channel]:
    """Inside a scope: one creator for each address, followed."""
    refs = [sources.identify(url=url) for url in urls]
    found = sources.follow(refs=refs)
    made = [
        Channel.objects.create(
            creator=Creator.objects.create(name=f"Camille {ref.key}"),
            platform=ref.platform,
            key=ref.key,
            url=ref.url,
            handle=ref.handle,
            source_id=found[ref],
        )
        for ref in refs
    ]
    refresh_headlines([channel.creator_id for channel in made])
    return made
