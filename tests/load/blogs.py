"""Blogs of the size and shape of real ones, the same at every run, and a process that serves them on loopback."""

import asyncio
import json
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from aiohttp import web

#: Ports, as hosts in networks opened for benchmarks are told apart by port.
SITES = 8
#: Pages of some 100 kB with 120 links, feeds of some 50 kB: of recorded ones the middle half has 75 to 260 kB with
#: 80 to 190 links, and 1 to 65 kB.
PARAGRAPHS = 220
ARTICLES = 10
NEWEST = datetime(2026, 2, 27, 7, 30, tzinfo=UTC)
WORDS = """
cuisine jardin voyage maison atelier laine couture forêt montagne café thé pâtisserie enfance lecture beauté dimanche
photo vélo potager fromage marché recette saison lumière carnet matin simple toujours avec dans pour cette encore
""".split()  # noqa: SIM905

ITEM = """<item><title>{title}</title><link>{url}</link><guid isPermaLink="false">{url}?p={number}</guid>
<dc:creator><![CDATA[Camille]]></dc:creator><pubDate>{date}</pubDate>
<category><![CDATA[Cuisine]]></category><category><![CDATA[{tag}]]></category>
<description><![CDATA[<p>{lead}</p>]]></description><content:encoded><![CDATA[{body}]]></content:encoded>
<slash:comments>{comments}</slash:comments></item>"""
FEED = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"><channel>
<title>{name}</title><link>{home}</link><description>Recettes et carnets</description><language>fr-FR</language>
{items}</channel></rss>"""
PAGE = """<!doctype html><html lang="fr-FR"><head><meta charset="utf-8"><title>{name} – accueil</title>
<meta property="og:site_name" content="{name}"><meta property="og:type" content="website">
<meta name="description" content="Recettes, marchés et carnets de route.">
<link rel="alternate" type="application/rss+xml" title="{name} » Flux" href="{home}feed/">
<style>{style}</style><script>{script}</script></head>
<body><nav>{links}</nav><main>{body}</main>
<footer><a href="https://www.instagram.com/{handle}/">Instagram</a>
<a href="mailto:bonjour@{handle}.example">bonjour@{handle}.example</a></footer></body></html>"""


def path_of(number: int) -> str:
    """Return where a blog lives on its site."""
    return f"/blog-{number}/"


def _text(dice: random.Random, words: int) -> str:
    return " ".join(dice.choices(WORDS, k=words)).capitalize() + "."


def _paragraphs(dice: random.Random, count: int) -> str:
    """Return paragraphs, every fourth with a link."""
    return "\n".join(
        f'<p class="texte">{_text(dice, 40)}</p>'
        if place % 4
        else f'<p>{_text(dice, 40)} <a href="/2026/{dice.choice(WORDS)}-{place}/">{_text(dice, 3)}</a></p>'
        for place in range(count)
    )


def feed(home: str, number: int) -> str:
    """Return a WordPress feed with whole articles."""
    dice = random.Random(number)
    items = "".join(
        ITEM.format(
            title=_text(dice, 6),
            url=f"{home}2026/recette-{place}/",
            number=place,
            date=format_datetime(NEWEST - timedelta(days=5 * place, minutes=number)),
            tag=dice.choice(WORDS),
            lead=_text(dice, 30),
            body=_paragraphs(dice, 13),
            comments=dice.randint(0, 60),
        )
        for place in range(ARTICLES)
    )
    return FEED.format(name=f"Le Carnet n° {number}", home=home, items=items)


def page(home: str, number: int) -> str:
    """Return a home page, with the style, scripts and links that come along."""
    dice = random.Random(-number)
    return PAGE.format(
        name=f"Le Carnet n° {number}",
        home=home,
        handle=f"carnet{number}",
        style="".join(f".{word}-{place}{{margin:{place}px}}" for place in range(20) for word in WORDS),
        script="".join(f"window['{word}{place}']={place};" for place in range(20) for word in WORDS),
        links="".join(f'<a href="{home}sujet/{word}/">{word}</a>' for word in WORDS * 2),
        body=_paragraphs(dice, PARAGRAPHS),
    )


async def serve(count: int) -> None:
    """Serve that many blogs on free ports; say the ports on one line, and end with the standard input."""
    documents: dict[tuple[int, str], tuple[bytes, str]] = {}

    async def answer(request: web.BaseRequest) -> web.Response:
        port = request.transport.get_extra_info("sockname")[1] if request.transport is not None else 0
        body, kind = documents.get((port, request.path), (b"", ""))
        return web.Response(body=body, content_type=kind) if kind else web.Response(status=404)

    runner = web.ServerRunner(web.Server(answer))
    await runner.setup()
    for _ in range(SITES):
        await web.TCPSite(runner, "127.0.0.1", 0).start()
    ports = [address[1] for address in runner.addresses]
    for number in range(count):
        port, path = ports[number % SITES], path_of(number)
        home = f"http://127.0.0.1:{port}{path}"
        documents[port, path] = page(home, number).encode(), "text/html"
        documents[port, path.rstrip("/")] = documents[port, path]
        documents[port, f"{path}feed/"] = feed(home, number).encode(), "application/rss+xml"
    sys.stdout.write(json.dumps(ports) + "\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.read)
    await runner.cleanup()


@contextmanager
def serving(count: int) -> Iterator[list[str]]:
    """Serve blogs in a process of their own, whose work is nobody's; return their addresses."""
    command = [sys.executable, "-m", "tests.load.blogs", str(count)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            ports = json.loads(process.stdout.readline())  # type: ignore[union-attr]
            yield [f"http://127.0.0.1:{ports[number % SITES]}{path_of(number)}" for number in range(count)]
        finally:
            process.stdin.close()  # type: ignore[union-attr]


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
