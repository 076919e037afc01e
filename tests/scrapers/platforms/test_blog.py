"""A blog from first sight to weekly refresh, against a real server."""

import asyncio
from dataclasses import replace

import pytest

from scrapers import run
from scrapers.errors import BlockedError, MalformedError, NotFoundError, ScraperError, UnknownAddressError
from scrapers.fetch.client import Fetcher
from scrapers.html import Page
from scrapers.model import Article, Outcome, Platform, ProfileRef, ProfileStats, Validators, Via
from scrapers.platforms.blog import BlogAdapter, country_of, own_channels
from scrapers.registry import identify
from tests.scrapers.loopback import Answer, Hit, Site, document, html, open_policy

HOME = """<!doctype html><html lang="fr-FR"><head>
<title>La cuisine d’Anna – recettes simples</title>
<meta property="og:site_name" content="La cuisine d’Anna">
<meta name="description" content="Des recettes simples, de saison.">
<link rel="alternate" type="application/rss+xml" title="Flux" href="/feed/">
<link rel="alternate" type="application/rss+xml" title="Flux des commentaires" href="/comments/feed/">
<script type="application/ld+json">
{"@context":"https://schema.org","@type":"Person","name":"Anna","sameAs":["https://www.instagram.com/anna.cuisine/"]}
</script></head><body>
<a href="mailto:bonjour@cuisine-anna.fr">Écrivez-moi</a>
<a href="https://www.youtube.com/@annacuisine">YouTube</a>
<a href="https://www.tiktok.com/@friend1">x</a><a href="https://www.tiktok.com/@friend2">y</a>
<a href="https://www.facebook.com/sharer/sharer.php?u=x">Partager</a>
</body></html>"""

FEED = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>La cuisine d’Anna</title><link>{base}/</link>
<description>Recettes</description><language>fr-FR</language>
<item><title>Tarte aux poireaux</title><link>{base}/tarte/?utm_source=rss</link>
<guid isPermaLink="false">{base}/?p=12</guid>
<pubDate>Tue, 05 Mar 2024 10:00:00 +0100</pubDate><dc:creator>Anna</dc:creator><slash:comments>7</slash:comments>
<category>Légumes</category><description>Une tarte.</description></item>
<item><title>Soupe</title><link>{base}/soupe/</link><pubDate>Tue, 27 Feb 2024 10:00:00 +0100</pubDate></item>
</channel></rss>"""

WP_POSTS = """[{{"id":12,"date":"2024-03-05T10:00:00","date_gmt":"2024-03-05T09:00:00",
"guid":{{"rendered":"{base}/?p=12"}},
"link":"{base}/tarte/","title":{{"rendered":"Tarte &amp; salade"}},"excerpt":{{"rendered":"<p>Une tarte.</p>"}},
"_embedded":{{"author":[{{"name":"Anna"}}],"wp:featuredmedia":[{{"source_url":"{base}/t.jpg"}}]}}}}]"""


def look(url: str) -> ProfileStats:
    async def go() -> ProfileStats:
        async with Fetcher(open_policy()) as fetcher:
            return await run.look(url, fetcher)

    return asyncio.run(go())


def refresh(ref: ProfileRef, validators: dict[str, Validators] | None = None) -> Outcome:
    async def go() -> Outcome:
        async with Fetcher(open_policy()) as fetcher:
            return await run.refresh(ref, fetcher, validators=validators)

    return asyncio.run(go())


def article(url: str) -> Article:
    async def go() -> Article:
        async with Fetcher(open_policy()) as fetcher:
            return await run.read_article(url, fetcher)

    return asyncio.run(go())


@pytest.fixture
def blog(site: Site) -> Site:
    site.pages["/"] = html(HOME)
    site.pages["/feed/"] = Answer(FEED.format(base=site.base), headers={"Content-Type": "application/rss+xml"})
    return site


def test_a_first_look_finds_the_owner_the_feed_and_the_other_channels(blog: Site) -> None:
    stats = look(blog.url("/"))
    assert stats.name == "La cuisine d’Anna"
    assert stats.description == "Des recettes simples, de saison."
    assert (stats.language, stats.country) == ("fr", "")
    assert stats.emails == ("bonjour@cuisine-anna.fr",)
    assert stats.feed_url == blog.url("/feed/")
    # Two TikTok accounts are linked once each: neither is known to be hers.
    assert [(ref.platform, ref.key) for ref in stats.links] == [
        (Platform.INSTAGRAM, "anna.cuisine"),
        (Platform.YOUTUBE, "@annacuisine"),
    ]
    assert stats.followers is None
    assert stats.posts_count is None
    tarte, soupe = stats.posts
    assert (tarte.url, tarte.title, tarte.author, tarte.comments) == (
        blog.url("/tarte/"),
        "Tarte aux poireaux",
        "Anna",
        7,
    )
    assert (tarte.likes, tarte.views, soupe.comments) == (None, None, None)
    assert tarte.published_at is not None
    assert tarte.published_at.isoformat() == "2024-03-05T09:00:00+00:00"
    assert blog.paths == ["/", "/feed/"]


def test_later_looks_go_straight_to_the_feed_and_ask_whether_it_changed(blog: Site) -> None:
    def feed(hit: Hit) -> Answer:
        if hit.headers.get("if-none-match") == '"v1"':
            return Answer(status=304)
        return Answer(FEED.format(base=blog.base), headers={"ETag": '"v1"', "Content-Type": "application/rss+xml"})

    blog.pages["/feed/"] = feed
    ref = replace(identify(blog.url("/")), feed_url=blog.url("/feed/"))
    first = refresh(ref)
    assert first.stats is not None
    assert first.stats.via is Via.FEED
    assert len(first.stats.posts) == 2
    assert first.validators == {blog.url("/feed/"): Validators('"v1"', "")}
    second = refresh(ref, dict(first.validators))
    assert second.not_modified
    assert second.stats is None
    assert second.error_code == ""
    assert second.validators == first.validators
    assert blog.paths == ["/feed/", "/feed/"]
    assert (first.requests, second.requests) == (1, 1)


def test_a_feed_that_is_gone_is_looked_for_again(blog: Site) -> None:
    ref = replace(identify(blog.url("/")), feed_url=blog.url("/old.xml"))
    outcome = refresh(ref)
    assert outcome.stats is not None
    assert outcome.stats.feed_url == blog.url("/feed/")
    assert outcome.partial_code == ""
    assert blog.paths == ["/old.xml", "/", "/feed/"]


def test_wordpress_answers_where_the_feed_does_not(site: Site) -> None:
    site.pages["/"] = html(
        HOME.replace('href="/feed/"', 'href="/broken/"'), Link=f'<{site.base}/wp-json/>; rel="https://api.w.org/"'
    )
    site.pages["/broken/"] = html("<html>this is no feed</html>")
    site.pages["/wp-json/wp/v2/posts"] = Answer(
        WP_POSTS.format(base=site.base), headers={"Content-Type": "application/json", "X-WP-Total": "345"}
    )
    stats = look(site.url("/"))
    (post,) = stats.posts
    assert (post.title, post.author, post.summary) == ("Tarte & salade", "Anna", "Une tarte.")
    assert post.published_at is not None
    assert post.published_at.isoformat() == "2024-03-05T09:00:00+00:00"
    assert post.comments is None
    assert stats.posts_count is not None
    assert (stats.posts_count.value, stats.posts_count.exact) == (345, True)
    assert stats.feed_url == ""


def test_a_feed_the_page_does_not_mention_is_found_where_feeds_are(site: Site) -> None:
    site.pages["/"] = html("<title>Old blog</title>")
    site.pages["/atom.xml"] = Answer(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Old</title>'
        '<entry><title>One</title><link href="http://example.org/1"/></entry></feed>'
    )
    stats = look(site.url("/"))
    assert stats.feed_url == site.url("/atom.xml")
    assert [post.title for post in stats.posts] == ["One"]


def test_without_any_feed_the_sitemap_still_knows_the_addresses(site: Site) -> None:
    site.pages["/"] = html("<title>Hand-made</title>")
    site.pages["/sitemap.xml"] = Answer(
        f"<sitemapindex><sitemap><loc>{site.base}/tags.xml</loc></sitemap>"
        f"<sitemap><loc>{site.base}/posts.xml</loc></sitemap></sitemapindex>"
    )
    site.pages["/posts.xml"] = Answer(
        f"<urlset><url><loc>{site.base}/</loc></url><url><loc>{site.base}/a</loc><lastmod>2024-01-01</lastmod></url>"
        f"<url><loc>{site.base}/b</loc><lastmod>2024-02-01</lastmod></url></urlset>"
    )
    stats = look(site.url("/"))
    assert [post.url for post in stats.posts] == [site.url("/b"), site.url("/a")]
    assert all(post.published_at is None for post in stats.posts)
    assert "/tags.xml" not in site.paths


def test_a_page_without_posts_is_still_a_page_and_says_what_is_missing(site: Site) -> None:
    site.pages["/"] = html("<title>Just a card</title>")
    outcome = refresh(identify(site.url("/")))
    assert outcome.stats is not None
    assert outcome.stats.name == "Just a card"
    assert outcome.stats.posts == ()
    assert outcome.error_code == ""
    assert outcome.partial_code == "not_found"
    assert outcome.partial_detail
    assert outcome.requests <= run.MAX_REQUESTS


def test_the_address_may_be_that_of_the_feed(blog: Site) -> None:
    stats = look(blog.url("/feed/"))
    assert stats.feed_url == blog.url("/feed/")
    assert stats.ref.key == f"127.0.0.1:{blog.port}"


def test_a_feed_kept_elsewhere_leads_to_the_blog(blog: Site) -> None:
    with Site() as burner:
        feed = FEED.format(base=blog.base)
        burner.pages["/AnnaCuisine"] = Answer(feed, headers={"Content-Type": "text/xml; charset=utf-8"})
        blog.pages["/"] = html(HOME.replace("/feed/", burner.url("/AnnaCuisine")))
        stats = look(burner.url("/AnnaCuisine"))
        assert stats.ref.key == f"127.0.0.1:{blog.port}"
        assert stats.feed_url == burner.url("/AnnaCuisine")
        assert stats.emails == ("bonjour@cuisine-anna.fr",)
        assert len(stats.posts) == 2
        assert (burner.paths, blog.paths) == (["/AnnaCuisine"], ["/"])


def test_an_article_leads_to_its_blog(blog: Site) -> None:
    blog.pages["/2024/tarte/"] = html(HOME.replace("<title>", '<meta property="og:type" content="article"><title>'))
    stats = look(blog.url("/2024/tarte/"))
    assert stats.ref.url == blog.url("/")
    assert stats.feed_url == blog.url("/feed/")


def test_a_short_link_leads_to_the_profile_behind_it(site: Site) -> None:
    """The page it lands on would be read; here the redirect stays on loopback, so only the walk is seen."""
    site.pages["/go"] = Answer(status=302, headers={"Location": "/"})
    site.pages["/"] = html(HOME)
    assert look(site.url("/go")).name == "La cuisine d’Anna"


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Answer(status=404), NotFoundError),
        (Answer(status=403), BlockedError),
        (Answer(b"%PDF-1.7", headers={"Content-Type": "application/pdf"}), MalformedError),
        (Answer(b"\x89PNG", headers={"Content-Type": "image/png"}), MalformedError),
    ],
)
def test_what_cannot_be_read_says_why(site: Site, answer: Answer, error: type[ScraperError]) -> None:
    site.pages["/"] = answer
    with pytest.raises(error) as raised:
        look(site.url("/"))
    assert str(raised.value)
    outcome = refresh(identify(site.url("/")))
    assert (outcome.stats, outcome.not_modified, outcome.error_code) == (None, False, error.code)
    assert outcome.error_detail == str(raised.value)


@pytest.mark.parametrize("text", ["", "not an address", "http://", "javascript:alert(1)", "mailto:a@example.org"])
def test_what_is_no_address_is_refused_before_anything_is_asked(text: str) -> None:
    with pytest.raises(UnknownAddressError):
        look(text)


def test_a_pause_is_reported_with_its_length(site: Site) -> None:
    site.pages["/feed/"] = Answer(status=429, headers={"Retry-After": "7200"})
    outcome = refresh(replace(identify(site.url("/")), feed_url=site.url("/feed/")))
    assert (outcome.error_code, outcome.transient, outcome.stats) == ("rate_limited", True, None)
    assert outcome.retry_after == 7200
    assert site.paths == ["/feed/"]


def test_an_article_is_read_for_coverage(site: Site) -> None:
    site.pages["/tarte"] = html(
        '<html lang="fr"><head><title>La tarte | Anna</title>'
        '<meta property="og:site_name" content="Anna">'
        '<meta property="og:title" content="La tarte | Anna"><link rel="canonical" href="/tarte">'
        '<meta property="article:published_time" content="2024-03-05T10:00:00+01:00">'
        '<meta property="og:image" content="/t.jpg"><meta name="author" content="Anna Petit"></head></html>'
    )
    found = article(site.url("/tarte?utm_source=newsletter"))
    assert (found.title, found.site_name, found.author, found.language) == ("La tarte", "Anna", "Anna Petit", "fr")
    assert found.canonical_url == site.url("/tarte")
    assert found.image_url == site.url("/t.jpg")
    assert found.published_at is not None
    assert found.published_at.isoformat() == "2024-03-05T09:00:00+00:00"
    assert found.platform is Platform.BLOG


def test_a_page_cannot_claim_to_be_somebody_elses(site: Site) -> None:
    site.pages["/a"] = html('<title>x</title><link rel="canonical" href="https://bank.example/">')
    assert article(site.url("/a")).canonical_url == site.url("/a")


def test_a_page_that_does_not_name_its_language_is_read_for_it(site: Site) -> None:
    text = (
        "Bonjour à tous, aujourd’hui je vous propose une recette de tarte aux poireaux toute simple. Il vous faudra une"
        " pâte brisée, trois poireaux, deux œufs et un peu de crème fraîche pour la garniture, puis une salade verte."
    )
    site.pages["/"] = html(f"<title>Anna</title><p>{text}</p>")
    assert look(site.url("/")).language == "fr"
    assert article(site.url("/")).language == "fr"


def test_the_channel_linked_most_is_the_owners() -> None:
    body = "".join(f'<a href="https://x.com/{name}"></a>' for name in ("anna", "friend", "anna"))
    page = Page(body.encode(), {}, "https://anna.example/")
    assert [ref.key for ref in own_channels(page)] == ["anna"]


@pytest.mark.parametrize(
    ("url", "country"),
    [
        ("https://anna.fr", "FR"),
        ("https://anna.co.uk/", "GB"),
        ("https://anna.be", "BE"),
        ("https://anna.com", ""),
        ("https://anna.io", ""),
        ("https://127.0.0.1:8000/", ""),
    ],
)
def test_national_domains_tell_the_country(url: str, country: str) -> None:
    assert country_of(url) == country


def test_matching_leaves_profiles_to_their_platforms() -> None:
    adapter = BlogAdapter()
    assert adapter.match("https://www.instagram.com/anna/") is None
    assert adapter.match("https://anna.fr/blog/") is not None


def test_a_document_of_another_kind_is_malformed() -> None:
    ref = identify("https://anna.fr")
    with pytest.raises(MalformedError):
        BlogAdapter().parse(document("<html>", "wordpress", content_type="text/html"), ref)
    with pytest.raises(MalformedError):
        BlogAdapter().parse(document('{"code":"rest_no_route"}', "wordpress"), ref)
