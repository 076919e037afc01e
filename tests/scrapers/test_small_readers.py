from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.charset import Rule, decode
from scrapers.dates import parse_date
from scrapers.errors import MalformedError
from scrapers.jsonpath import find_key, first
from scrapers.lang import guess_language, normalise_language
from scrapers.opml import Outline, parse_opml, write_opml
from scrapers.sitemap import parse_sitemap, sitemaps_of_robots

NOON = datetime(2020, 2, 5, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "Wed, 05 Feb 2020 12:00:00 GMT", "5 Feb 2020 07:00 EST", "2020-02-05T13:00:00+01:00", "2020-02-05T12:00:00Z",
        "2020-02-05 12:00:00", "mer., 5 févr. 2020 13:00:00 +0100", "le 5 février 2020 à 12h00", "05/02/2020 12:00",
        "Wed Feb  5 12:00:00 2020", "February 5, 2020 12:00 pm", "20200205120000", "1580904000",
        "5. Februar 2020 12:00",
    ],
)  # fmt: skip
def test_dates(text: str) -> None:
    assert parse_date(text) == NOON


@pytest.mark.parametrize("text", [None, "", "hier", "2020-13-45", "0000-00-00", "99/99/9999", "1850-01-01"])
def test_no_date(text: str | None) -> None:
    assert parse_date(text) is None


@given(st.text(max_size=300))
def test_no_text_breaks_the_date_reader(text: str) -> None:
    parse_date(text)


@pytest.mark.parametrize(
    ("body", "content_type", "encoding", "rule"),
    [
        ("é".encode("utf-8-sig"), "text/xml; charset=koi8-r", "utf-8", Rule.BOM),
        ("<a>é</a>".encode("utf-16-le"), "", "utf-16-le", Rule.SHAPE),
        ("пример".encode("koi8-r"), "text/xml; charset=KOI8-R", "koi8-r", Rule.HTTP),
        ("<meta charset=windows-1251>пример".encode("cp1251"), "", "cp1251", Rule.DECLARED),
        ("<?xml encoding='iso-8859-1'?>“é”".encode("cp1252"), "", "cp1252", Rule.DECLARED),
        ("<?xml encoding='iso-8859-1'?>é".encode(), "", "utf-8", Rule.UTF8_OVER_LABEL),
        ("é".encode(), "text/html; charset=nonsense", "utf-8", Rule.UTF8),
    ],
)
def test_charset(body: bytes, content_type: str, encoding: str, rule: Rule) -> None:
    decoded = decode(body, {"content-type": content_type})
    assert (decoded.encoding, decoded.rule) == (encoding, rule)
    assert "\ufffd" not in decoded.text


@given(st.binary(max_size=300), st.text(max_size=30))
def test_any_bytes_decode(body: bytes, content_type: str) -> None:
    decode(body, {"content-type": content_type})


def test_language() -> None:
    assert [normalise_language(tag) for tag in ("fr-FR", "EN_us", "fra", "French", "x", None, "")] == [
        "fr", "en", "fr", "fr", "", "", "",
    ]  # fmt: skip
    text = "Bonjour à toutes et à tous, voici ma recette de tarte aux pommes, simple et très rapide à préparer. " * 3
    assert guess_language(text) == "fr"
    assert guess_language("ok") == ""


def test_jsonpath_tells_which_path_answered() -> None:
    data = {"a": {"b": [{"c": 1}, {"c": None}]}}
    assert first(data, "a.x", "a.b.0.c", "a") == (1, "a.b.0.c")
    assert first(data, "a.b.9.c", "a.b.1.c") == (None, "")
    assert list(find_key(data, "c")) == [1, None]


def test_opml_as_readers_export_it() -> None:
    body = b"""<opml><body><outline text="Food & Co"><outline text="A &amp; B"
      xmlUrl="http://a.example/feed?x=1&y=2" htmlUrl='https://a.example'/><outline title="deep">
      <outline title="B" xmlUrl="feed://b.example/rss"/></outline></outline>
      <outline title="A again" xmlUrl="http://a.example/feed?x=1&amp;y=2"/><outline title="C" xmlUrl="https://c.example/f">"""
    outlines = parse_opml(body)
    assert outlines == (
        Outline("A & B", "http://a.example/feed?x=1&y=2", "https://a.example/", ("Food & Co",)),
        Outline("B", "https://b.example/rss", "", ("Food & Co", "deep")),
        Outline("C", "https://c.example/f"),
    )
    assert parse_opml(write_opml("Mine", outlines)) == outlines


def test_sitemaps() -> None:
    body = b"""\n<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url>
    <loc>https://a.example/1</loc><lastmod>2020-02-05T12:00:00Z</lastmod></url><url><loc/></url></urlset>"""
    [page] = parse_sitemap(body).pages
    assert (page.url, page.modified_at) == ("https://a.example/1", NOON)
    index = b"<sitemapindex><sitemap><loc>https://a.example/s.xml</loc></sitemap></sitemapindex>"
    assert parse_sitemap(index).sitemaps[0].url == "https://a.example/s.xml"
    assert sitemaps_of_robots("User-agent: *\nSitemap: https://a.example/s.xml\n") == ("https://a.example/s.xml",)


@pytest.mark.parametrize("body", [b"", b"<html></html>", b"words"])
def test_neither_list_nor_sitemap(body: bytes) -> None:
    with pytest.raises(MalformedError):
        parse_sitemap(body)
    with pytest.raises(MalformedError):
        parse_opml(body)
