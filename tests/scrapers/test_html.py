import random
from datetime import UTC, datetime

import pytest

from scrapers.errors import ScraperError, TooLargeError
from scrapers.html import Page, Reader

HIDDEN = bytes([0x2A, *(0x2A ^ byte for byte in b"bob@alice.example")]).hex()
PAGE = f"""<!DOCTYPE html><html lang="fr-FR"><head><meta charset="utf-8"><title> Alice  cuisine </title>
<meta property="og:title" content="Tarte aux pommes"><meta property="og:site_name" content="Alice cuisine">
<meta name="description" content="Une &amp; deux"><meta property="og:image" content="/t.jpg">
<meta property="article:published_time" content="2024-05-01T10:00:00+02:00">
<link rel="canonical" href="/tarte">
<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">
<link rel="Alternate" type="application/rss+xml" title="Alice" href="/feed/">
<link rel="me" href="https://mastodon.example/@alice">
<script type="application/ld+json">{{"@graph":[{{"@type":"Article","headline":"Tarte\x01",
"author":{{"name":"Alice D"}}}},
{{"@type":["Person"],"sameAs":["https://www.instagram.com/Alice/"],"email":"mailto:hello@alice.example"}}]}}</script>
<script type="application/ld+json">{{broken</script>
<script id="state" type="application/json">{{"a":[1]}}</script>
<script>window.__DATA__ = {{"user":{{"n":"x"}}}}; var y = JSON.parse("{{\\"k\\": 1}}");</script>
</head><body><a href="/a" rel="NOFOLLOW sponsored">Un <b>lien</b><script>no()</script></a><a href="#top">top</a>
<a href="mailto:Alice@Alice.example?subject=x">mail</a><a href="javascript:void(0)">js</a>
<a href="https://twitter.com/intent/tweet">share</a><a href="https://x.com/alice">X</a>
<span class="__cf_email__" data-cfemail="{HIDDEN}">[email&#160;protected]</span>
<a href="mailto:image@2x.png">i</a><a href="mailto:you@example.com">e</a></body></html>""".encode()


@pytest.mark.parametrize("reader", [None, *Reader])
def test_what_a_page_says(reader: Reader | None) -> None:
    page = Page(PAGE, {}, "https://alice.example/x/y", reader=reader)
    assert (page.title, page.html_title, page.site_name) == ("Tarte aux pommes", "Alice cuisine", "Alice cuisine")
    assert (page.description, page.author, page.language) == ("Une & deux", "Alice D", "fr")
    assert page.published_at == datetime(2024, 5, 1, 8, tzinfo=UTC)
    assert (page.canonical, page.image_url) == ("https://alice.example/tarte", "https://alice.example/t.jpg")
    assert [feed.url for feed in page.feeds()] == [
        "https://alice.example/feed/",
        "https://alice.example/comments/feed/",
    ]
    assert set(page.emails()) == {"alice@alice.example", "bob@alice.example", "hello@alice.example"}
    assert [ref.key for ref in page.profile_refs()] == ["alice", "alice@mastodon.example", "alice"]
    link = page.links[0]
    assert (link.url, sorted(link.rel), link.text) == ("https://alice.example/a", ["nofollow", "sponsored"], "Un lien")
    assert len(page.links) == 3
    assert page.json_blob("state") == {"a": [1]}
    assert page.json_blob("__DATA__") == {"user": {"n": "x"}}
    assert page.json_blob("y") == {"k": 1}
    assert page.json_blob("missing") is None


def test_nothing_said_is_empty_and_not_an_error() -> None:
    page = Page(b"", {}, "https://a.example/")
    assert (page.title, page.author, page.published_at, page.links, page.feeds(), page.emails()) == (
        "",
        "",
        None,
        (),
        (),
        (),
    )


def test_too_large() -> None:
    with pytest.raises(TooLargeError):
        Page(b" " * (5 * 2**20 + 1))


@pytest.mark.parametrize("reader", list(Reader))
def test_shuffled_and_cut_pages_raise_nothing_else(reader: Reader) -> None:
    chance = random.Random(7)
    for _ in range(80):
        pieces = PAGE[: chance.randrange(len(PAGE))].split(b"<")
        chance.shuffle(pieces)
        body = bytearray(b"<".join(pieces))
        for _ in range(chance.randrange(10)):
            if body:
                body[chance.randrange(len(body))] = chance.randrange(256)
        try:
            page = Page(bytes(body), {}, "https://a.example/", reader=reader)
            assert page.title is not None
            assert page.profile_refs() is not None
            assert page.emails() is not None
            page.json_blob("state")
        except ScraperError:
            continue
