import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.errors import ScraperError, UnknownAddressError
from scrapers.urls import address, blog_ref, canonical, identify, normalise, profiles, registrable_domain, unwrap

CHANNEL = "UCabcdefghijklmnopqrstuv"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("HTTP://Example.COM:80/a/../b?x=1#frag", "http://example.com/b?x=1"),
        ("//example.com", "https://example.com/"),
        ("example.com/café", "https://example.com/caf%C3%A9"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://alice:secret@example.com./a%2fb", "https://example.com/a%2Fb"),
        ("localhost:8000/x", "https://localhost:8000/x"),
    ],
)
def test_normalise(url: str, expected: str) -> None:
    assert normalise(url) == expected


@pytest.mark.parametrize(
    "url", ["", "mailto:a@b.fr", "javascript:alert(1)", "http://", "https://a b/", "http://[::1", "x" * 5000]
)
def test_no_web_address(url: str) -> None:
    with pytest.raises(UnknownAddressError):
        normalise(url)


def test_canonical_drops_what_only_says_who_sent_the_reader() -> None:
    assert canonical("https://a.fr/p?utm_source=x&id=3&fbclid=y#c") == "https://a.fr/p?id=3"


def test_registrable_domain_knows_suffixes_without_the_network() -> None:
    assert registrable_domain("https://shop.alice.co.uk/x") == "alice.co.uk"
    assert registrable_domain("https://alice.blogspot.com/", private=True) == "alice.blogspot.com"


@pytest.mark.parametrize(
    "url",
    [
        "https://www.google.com/url?rct=j&sa=t&url=https://blog.example/a%3Fb%3D1&ct=ga",
        "https://l.instagram.com/?u=https%3A%2F%2Fblog.example%2Fa%3Fb%3D1&e=zz",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fblog.example%2Fa%3Fb%3D1",
        "https://www.youtube.com/redirect?q=https%3A%2F%2Fblog.example%2Fa%3Fb%3D1",
    ],
)
def test_redirectors_name_their_target(url: str) -> None:
    assert unwrap(url) == "https://blog.example/a?b=1"


def test_short_links_stay() -> None:
    assert unwrap("https://t.co/abc") == "https://t.co/abc"


@pytest.mark.parametrize(
    ("url", "platform", "key"),
    [
        ("https://www.instagram.com/Alice.Cooks/?hl=fr", "instagram", "alice.cooks"),
        ("instagram.com/alice", "instagram", "alice"),
        ("https://twitter.com/Alice?lang=en", "x", "alice"),
        ("https://x.com/alice/", "x", "alice"),
        ("http://twitter.com/#!/alice", "x", "alice"),
        ("https://de-de.facebook.com/Alice.Page/", "facebook", "alice.page"),
        ("https://www.facebook.com/pages/Alice/214657845272429", "facebook", "214657845272429"),
        ("https://www.facebook.com/profile.php?id=61573864568831", "facebook", "61573864568831"),
        (f"https://m.youtube.com/channel/{CHANNEL}/videos", "youtube", CHANNEL),
        ("https://www.youtube.com/@AliceCooks/about", "youtube", "@alicecooks"),
        ("https://www.youtube.com/user/AliceTV", "youtube", "user/alicetv"),
        ("https://www.youtube.com/c/AliceTV", "youtube", "c/alicetv"),
        ("https://youtube.com/alicetv", "youtube", "c/alicetv"),
        ("https://www.tiktok.com/@alice.cooks?lang=en", "tiktok", "alice.cooks"),
        ("https://fr.pinterest.com/Alice/my-board/", "pinterest", "alice"),
        ("https://www.pinterest.co.uk/alice/", "pinterest", "alice"),
        ("https://fr.linkedin.com/in/alice-d/?trk=x", "linkedin", "in/alice-d"),
        ("https://www.linkedin.com/company/alice-sa", "linkedin", "company/alice-sa"),
        ("https://www.threads.net/@alice", "threads", "alice"),
        ("https://bsky.app/profile/Alice.bsky.social", "bluesky", "alice.bsky.social"),
        ("https://bsky.app/profile/did:plc:abc123", "bluesky", "did:plc:abc123"),
        ("https://www.twitch.tv/alice/videos", "twitch", "alice"),
        ("https://www.snapchat.com/add/alice", "snapchat", "alice"),
        ("@Alice@mastodon.example", "mastodon", "alice@mastodon.example"),
        ("https://mastodon.example/@Alice", "mastodon", "alice@mastodon.example"),
        ("https://mastodon.example/@bob@other.example", "mastodon", "bob@other.example"),
        ("https://mastodon.example/users/alice", "mastodon", "alice@mastodon.example"),
        ("https://podcasts.apple.com/fr/podcast/alice/id1234567890", "podcast", "apple/1234567890"),
    ],
)
def test_identify(url: str, platform: str, key: str) -> None:
    ref = identify(url)
    assert ref is not None
    assert (ref.platform, ref.key) == (platform, key)
    again = identify(ref.url)
    assert again is not None
    assert again.key == key


@pytest.mark.parametrize(
    "url",
    [
        "https://twitter.com/intent/tweet?text=x",
        "https://twitter.com/alice/status/1",
        "https://twitter.com/share",
        "https://twitter.com/hashtag/x",
        "https://www.facebook.com/sharer/sharer.php?u=https://a.fr",
        "https://www.facebook.com/v2.7/dialog/feed?app_id=1",
        "https://www.facebook.com/groups/123456",
        "https://www.facebook.com/alice/posts/123",
        "https://www.instagram.com/p/Cabcdefghij/",
        "https://www.instagram.com/explore/tags/food",
        "https://www.youtube.com/watch?v=abc",
        "https://youtu.be/abc",
        "https://www.tiktok.com/@alice/video/1",
        "https://www.pinterest.com/pin/create/button/?url=x",
        "https://www.linkedin.com/shareArticle?mini=true",
        "https://bsky.app/profile/alice.bsky.social/post/3k",
        "https://mastodon.example/@alice/110000000000000000",
        "https://medium.com/@alice",
        "https://blog.example/about",
        "https://help.twitter.com/en",
        "alice@blog.example",
        "not a url",
        "",
    ],
)
def test_nobodys(url: str) -> None:
    assert identify(url) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://www.Example.com/blog/",
        "http://example.com/blog/feed/",
        "https://example.com/blog/index.php",
        "https://example.com/blog/rss.xml?x=1",
        "https://example.com/blog/feeds/posts/default",
    ],
)
def test_blog_spellings_are_one_blog(url: str) -> None:
    assert blog_ref(url).key == "example.com/blog"


@given(st.text(max_size=200), st.text(max_size=60))
def test_any_text_is_an_address_or_a_scraper_error(text: str, base: str) -> None:
    identify(text)
    try:
        once = normalise(text, base)
    except ScraperError:
        return
    assert normalise(once) == once
    assert canonical(canonical(once)) == canonical(once)


_PLAIN_PARTS = st.text("abz019-._~%@:?#=&/ A\\é", max_size=12)


@given(
    host=_PLAIN_PARTS, path=_PLAIN_PARTS, base=st.sampled_from(["", "https://example.org/a/", "http://127.0.0.1:8000"])
)
def test_what_is_taken_as_written_is_what_a_closer_look_makes_of_it(host: str, path: str, base: str) -> None:
    for url in (f"https://{host}/{path}", f"http://a.{host}b/{path}", f"/{path}", f"/{host}/{path}?{host}"):
        if taken := address._as_written(url, base):
            assert taken == address._spell(url, base)


@given(path=_PLAIN_PARTS, host=st.sampled_from(["a.example", "www.google.fr", "x.com", "alice.bsky.social", "vk.com"]))
def test_a_plain_page_is_nobodys_channel_looked_at_closely_too(host: str, path: str) -> None:
    url = f"https://{host}/{path}"
    if profiles._is_plain_page(url):
        assert profiles._of_address(url) is None
