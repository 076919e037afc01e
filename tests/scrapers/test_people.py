"""Whose blog it is: told by small pages of our own, each with one trait of real ones."""

import json
from typing import Any

import pytest

from scrapers.html import Page, Reader
from scrapers.html.people import author_of, tidy

SITE = "Les Carnets d’Alice"


def page(*objects: Any, links: str = "", meta: str = "") -> Page:
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(item)}</script>' for item in objects)
    head = f'<meta property="og:site_name" content="{SITE}">' + (
        f'<meta name="author" content="{meta}">' if meta else ""
    )
    return Page(f"<html><head>{head}{scripts}</head><body>{links}</body></html>".encode(), {}, "https://alice.example/")


ALICE = {"@type": "Person", "name": "Alice Martin"}
SELF = {"@type": ["Person", "Organization"], "@id": "/#alice", "name": "Alice Martin"}
BOB = {"@type": "Person", "name": "Bob Durand"}


@pytest.mark.parametrize(
    ("given", "person"),
    [
        pytest.param(page(), "", id="nothing"),
        pytest.param(page(ALICE), "Alice Martin", id="a person"),
        pytest.param(page({"@type": "WebSite", "publisher": {"@id": "/#alice"}}, SELF), "Alice Martin", id="publisher"),
        pytest.param(page({"@graph": [{"@type": "Blog", "author": ALICE}, BOB]}), "Alice Martin", id="owner first"),
        pytest.param(page({"@type": "ProfilePage", "mainEntity": ALICE}), "Alice Martin", id="profile"),
        pytest.param(page({"@type": "BlogPosting", "author": "Alice Martin"}), "Alice Martin", id="author as text"),
        pytest.param(page({"@type": "Recipe", "author": [ALICE, ALICE]}), "Alice Martin", id="twice the same"),
        pytest.param(page({"@type": "Article", "author": [ALICE, BOB]}), "", id="two authors"),
        pytest.param(page(ALICE, {**BOB, "sameAs": ["https://bob.example"]}), "Bob Durand", id="same as"),
        pytest.param(page(ALICE, BOB), "", id="two people"),
        pytest.param(
            page({"@type": "WebSite", "publisher": {"@type": "Organization", "name": "Press"}}), "", id="firm"
        ),
        pytest.param(page({"@type": "WebSite", "publisher": {"@id": "/#gone"}}), "", id="a dead reference"),
        pytest.param(page({"@type": "Article", "author": {"@type": "Person", "name": SITE}}), "", id="the site itself"),
        pytest.param(
            page(links='<a rel="author" href="/a">Alice Martin</a><a rel="author" href="/a">ALICE</a>'), "", id="unsure"
        ),
        pytest.param(page(links='<a rel="author nofollow" href="/a">Par Alice Martin</a>'), "Alice Martin", id="link"),
        pytest.param(page(links='<a rel="author" href="/a">Voir le profil</a>', meta="Alice"), "Alice", id="meta"),
        pytest.param(page(meta="admin"), "", id="admin"),
        pytest.param(page({"@type": "WebSite", "author": {"@type": "Person", "name": ["", None, 3]}}), "", id="junk"),
        pytest.param(page({"@type": "WebSite", "author": [[[{"@id": {}}]], 7, None]}, []), "", id="more junk"),
    ],
)
def test_a_page_names_its_person(given: Page, person: str) -> None:
    assert given.person == person


def test_both_readers_agree() -> None:
    text = b'<a rel=author href="/a">Alice <b>Martin</b></a>'
    assert {Page(text, {}, "https://a.example/", reader=reader).person for reader in Reader} == {"Alice Martin"}


@pytest.mark.parametrize(
    ("byline", "name"),
    [
        ("By Alice Martin", "Alice Martin"),
        ("Publié par Alice Martin", "Alice Martin"),
        ("Posts by Alice Martin", "Alice Martin"),
        ("Alice’s posts", "Alice"),
        ("Alice (Les Carnets)", "Alice"),
        ("Alice @ Les Carnets", "Alice"),
        ("Alice Martin - Les Carnets", "Alice Martin"),
        ("J.-P. d’Ormesson", "J.-P. d’Ormesson"),
        ("T. V. Raman", "T. V. Raman"),
        ("Élodie-Ève", "Élodie-Ève"),
        ("山田 花子", "山田 花子"),
        ("les carnets d'alice", ""),
        ("Admin", ""),
        ("La rédaction", ""),
        ("Équipe Carnets", ""),
        ("Carnets team", ""),
        ("alice@example.org", ""),
        ("https://alice.example", ""),
        ("alice.example", ""),
        ("View my complete profile", ""),
        ("Une phrase bien trop longue pour un nom", ""),
        ("12345", ""),
        ("   ", ""),
        ("A" * 300, ""),
    ],
)
def test_a_byline_is_tidied_or_dropped(byline: str, name: str) -> None:
    assert tidy(byline, site=SITE) == name


@pytest.mark.parametrize(
    ("names", "feed_author", "person"),
    [
        (["Alice"] * 9 + ["Bob"], "", "Alice"),
        (["Alice"] * 5 + ["Bob"] * 5, "", ""),
        (["Alice"], "Bob Durand", "Bob Durand"),
        (["admin"] * 3, "", ""),
        ([], "", ""),
        ([], SITE, ""),
    ],
)
def test_a_feed_belongs_to_whoever_writes_most_of_it(names: list[str], feed_author: str, person: str) -> None:
    assert author_of(names, feed_author=feed_author, site=SITE) == person
