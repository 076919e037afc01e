import gzip
import json
import random
from datetime import UTC, datetime

import pytest

from scrapers.errors import MalformedError, ScraperError, TooLargeError
from scrapers.feeds import parse_feed

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"
 xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Le blog d’Alice &amp; Cie</title>
<link>https://alice.example/</link><atom:link rel="self" href="https://alice.example/feed"/>
<description>Recettes</description><language>fr-FR</language>
<managingEditor>alice@alice.example (Alice)</managingEditor>
<item><title>Tarte &lt;b&gt;aux&lt;/b&gt; pommes</title><link>https://alice.example/tarte?utm_source=rss</link>
<guid isPermaLink="false">42</guid><pubDate>mer., 5 févr. 2020 10:00:00 +0100</pubDate><dc:creator>Alice</dc:creator>
<category>Desserts</category><category><![CDATA[Fruits & co]]></category><slash:comments>7</slash:comments>
<description><![CDATA[<p><img src="/t.jpg"> Une tarte.</p>]]></description></item>
<item><description>Sans titre ni lien</description></item></channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en">
<title>Videos</title><author><name>Alice</name><email>alice@alice.example</email></author>
<link rel="alternate" href="https://alice.example/"/>
<entry><id>yt:video:abc</id><title>One</title><link rel="alternate" href="https://www.youtube.com/watch?v=abc"/>
<published>2024-05-01T10:00:00+02:00</published><media:group><media:thumbnail url="https://i.example/a.jpg"/>
<media:description>About it</media:description><media:community><media:starRating count="12"/>
<media:statistics views="345"/></media:community></media:group></entry></feed>"""


def test_rss() -> None:
    feed = parse_feed(RSS.encode())
    first, second = feed.entries
    assert (feed.kind, feed.title, feed.link, feed.language) == (
        "rss",
        "Le blog d’Alice & Cie",
        "https://alice.example/",
        "fr",
    )
    assert feed.emails == ("alice@alice.example",)
    assert first.title == "Tarte aux pommes"
    assert first.published_at == datetime(2020, 2, 5, 9, tzinfo=UTC)
    assert (first.author, first.tags, first.comments) == ("Alice", ("Desserts", "Fruits & co"), 7)
    assert (first.summary, first.image_url) == ("Une tarte.", "https://alice.example/t.jpg")
    assert (second.url, second.published_at, second.comments) == ("", None, None)
    [post] = feed.posts()
    assert (post.url, post.external_id, post.language) == ("https://alice.example/tarte", "42", "fr")


def test_atom_with_youtube_figures() -> None:
    feed = parse_feed(ATOM.encode())
    [entry] = feed.entries
    assert (feed.kind, feed.author, feed.emails, feed.language) == ("atom", "Alice", ("alice@alice.example",), "en")
    assert (entry.views, entry.likes, entry.comments) == (345, 12, None)
    assert (entry.summary, entry.image_url) == ("About it", "https://i.example/a.jpg")
    assert entry.published_at == datetime(2024, 5, 1, 8, tzinfo=UTC)


def test_json_feed() -> None:
    items = [
        {"id": 1, "url": "/a", "title": "A", "date_published": "2024-05-01", "tags": ["x"]},
        {"content_html": "<p>B"},
    ]
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "J",
        "home_page_url": "https://j.example",
        "items": items,
    }
    feed = parse_feed(json.dumps(data).encode())
    assert [entry.url for entry in feed.entries] == ["https://j.example/a", ""]
    assert feed.entries[0].external_id == "1"


def test_google_alerts_give_the_target() -> None:
    link = "https://www.google.com/url?rct=j&amp;sa=t&amp;url=https://blog.example/post&amp;ct=ga"
    feed = parse_feed(f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="{link}"/></entry></feed>'.encode())
    assert feed.entries[0].url == "https://blog.example/post"


def test_podcast_and_rdf() -> None:
    sound = RSS.replace("</item>", '<enclosure url="https://a.example/1.mp3" type="audio/mpeg" length="1"/></item>')
    assert parse_feed(sound.encode()).kind == "podcast"
    rdf = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
    <channel><title>R</title></channel><item rdf:about="https://r.example/1"><title>x</title></item></rdf:RDF>"""
    feed = parse_feed(rdf.encode())
    assert (feed.kind, feed.title, feed.entries[0].url) == ("rdf", "R", "https://r.example/1")


@pytest.mark.parametrize(
    "body",
    [
        b"\n\n  " + RSS.encode(),
        b"<br />Warning: something\n" + RSS.encode(),
        gzip.compress(RSS.encode()),
        RSS.encode("utf-16"),
        RSS.encode("utf-8-sig"),
        RSS.replace("UTF-8", "ISO-8859-1").encode("cp1252"),
        RSS.replace("UTF-8", "ISO-8859-1").encode(),
        RSS.replace("&amp;", "&").replace("Une tarte", "&eacute;").encode(),
        RSS.replace("Recettes", "\x00\x0b R & B &nbsp;").encode(),
        RSS.replace("</category>", "</categorie>", 1).encode(),
        RSS.replace("</item>", "").encode(),
        RSS.removesuffix("</channel></rss>").encode(),
        RSS.encode()[:-60],
        RSS.replace("item>", "ITEM>").encode(),
        RSS.replace(' xmlns:dc="http://purl.org/dc/elements/1.1/"', "").encode(),
    ],
)
def test_damage_costs_no_entry(body: bytes) -> None:
    feed = parse_feed(body)
    assert len(feed.entries) == 2
    assert feed.title.startswith("Le blog d’Alice")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b" \n",
        b"\0\0",
        b"<html><body><a href=x>y</a></body></html>",
        b"{}",
        b"[1",
        b"plain",
        b"\x1f\x8bbroken",
        b"<" * 99,
    ],
)
def test_no_feed(body: bytes) -> None:
    with pytest.raises(MalformedError):
        parse_feed(body)


def test_a_feed_without_entries_is_a_feed() -> None:
    assert parse_feed(b"<rss><channel><title>New</title></channel></rss>").entries == ()


def test_too_large_also_when_unpacked() -> None:
    for body in (b" " * (10 * 2**20 + 1), gzip.compress(b" " * (10 * 2**20 + 1))):
        with pytest.raises(TooLargeError):
            parse_feed(body)


def test_entities_are_never_expanded() -> None:
    bomb = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    secret = '<!ENTITY f SYSTEM "file:///etc/passwd">'
    items = "<rss><channel><item><title>&l9;&f;</title></item></channel></rss>"
    body = f'<!DOCTYPE r [<!ENTITY l0 "lol">{bomb}{secret}]>{items}'
    [entry] = parse_feed(body.encode()).entries
    assert "lol" not in entry.title
    assert "root" not in entry.title


def test_shuffled_and_cut_documents_raise_nothing_else() -> None:
    chance = random.Random(7)
    for source in (RSS.encode(), ATOM.encode(), json.dumps({"items": [{"title": "x", "tags": [1, None]}, 3]}).encode()):
        for _ in range(150):
            body = bytearray(source[: chance.randrange(len(source) + 1)])
            for _ in range(chance.randrange(12)):
                if body:
                    body[chance.randrange(len(body))] = chance.randrange(256)
            pieces = bytes(body).split(b"<")
            chance.shuffle(pieces) if chance.random() < 0.3 else None
            try:
                parse_feed(b"<".join(pieces))
            except ScraperError:
                continue


def test_relative_links_lead_somewhere_when_the_place_of_the_feed_is_known() -> None:
    body = (
        b'<feed xmlns="http://www.w3.org/2005/Atom"><title>Carnet</title><entry><link href="2026/05/a"/></entry></feed>'
    )
    assert parse_feed(body).posts() == ()
    (post,) = parse_feed(body, {"Content-Location": "https://blog.example/atom.xml"}).posts()
    assert post.url == "https://blog.example/2026/05/a"
