"""A small web of blogs on loopback, written for tests and shaped like real ones."""

import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PAGE = """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{title}</title>
<meta property="og:site_name" content="{title}">
<meta name="description" content="Recettes, marchés et carnets de route.">
<link rel="alternate" type="application/rss+xml" title="{title}" href="{path}feed">
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"Person","name":"{author}",
"sameAs":["https://www.instagram.com/{handle}/","https://mastodon.example/@{handle}"]}}</script></head>
<body><h1>{title}</h1><p>Écrivez-moi :
<a href="mailto:bonjour@{handle}.example">bonjour@{handle}.example</a></p></body></html>"""

ARTICLE = """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{title} – {site}</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="{site}">
<meta name="author" content="{author}">
<meta property="article:published_time" content="{date}"><link rel="canonical" href="{url}"></head>
<body><article><h1>{title}</h1>
<p>Reçu de la marque, testé trois semaines, raconté sans détour.</p></article></body></html>"""

ITEM = """<item><title>{title}</title><link>{url}</link><guid>{url}</guid><dc:creator>{author}</dc:creator>
<pubDate>{date}</pubDate><description>Un dimanche au marché.</description>
<slash:comments>{comments}</slash:comments></item>"""

FEED = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:slash="http://purl.org/rss/1.0/modules/slash/"><channel><title>{title}</title><link>{url}</link>
<description>Recettes et carnets</description><language>fr-FR</language>{items}</channel></rss>"""


@dataclass
class Web:
    """A running server: `url`, what it serves beside the blogs, and how often each path was asked for."""

    url: str = ""
    served: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    hits: Counter[str] = field(default_factory=Counter)

    def put(self, path: str, body: bytes | str, kind: str = "application/xml") -> str:
        """Serve a document; return its address."""
        self.served[path] = (kind, body.encode() if isinstance(body, str) else body)
        return f"{self.url}{path}"

    def put_blog(self, path: str, *, title: str, author: str, posts: int = 5) -> str:
        """Serve a home page and its feed below `path` (which ends with a slash); return the home page's address."""
        handle = path.strip("/") or "blog"
        now = datetime.now(UTC)
        items = "".join(
            ITEM.format(
                title=f"Carnet n° {posts - number}",
                url=f"{self.url}{path}{posts - number}",
                author=author,
                date=format_datetime(now - timedelta(days=6 * number + 1)),
                comments=3 + number,
            )
            for number in range(posts)
        )
        self.put(path, PAGE.format(title=title, author=author, handle=handle, path=path), "text/html; charset=utf-8")
        self.put(f"{path}feed", FEED.format(title=title, url=f"{self.url}{path}", items=items), "application/rss+xml")
        return f"{self.url}{path}"

    def put_article(self, path: str, *, title: str, author: str, site: str, day: datetime) -> str:
        """Serve an article; return its address."""
        url = f"{self.url}{path}"
        text = ARTICLE.format(title=title, author=author, site=site, date=day.isoformat(), url=url)
        return self.put(path, text, "text/html; charset=utf-8")


@contextmanager
def serving(paths: Mapping[str, tuple[str, bytes]] | None = None) -> Iterator[Web]:
    """Run a web on a free port of 127.0.0.1 for the length of the block."""
    web = Web(served=dict(paths or {}))

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            web.hits[self.path] += 1
            kind, body = web.served.get(self.path, ("text/plain", b"not here"))
            self.send_response(200 if self.path in web.served else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    web.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
