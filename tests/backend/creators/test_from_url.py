"""A person from a pasted address: a draft first, then the person; the paste is never lost."""

import pytest

from relais.creators.models import Channel, Creator
from relais.sources.models import Source
from tests.backend.blogs import write_blog
from tests.backend.conftest import Client
from tests.backend.creators.conftest import MakeCreator
from tests.backend.fetching import site
from tests.scrapers.loopback import Answer, Site

__all__ = ["site"]

ABOUT = """<!doctype html><html lang="fr-FR"><head><title>Le Carnet de Camille</title>
<meta property="og:site_name" content="Le Carnet de Camille">
<link rel="alternate" type="application/rss+xml" href="{home}feed/"></head><body>
<h1>Le Carnet de Camille</h1><p>Des recettes de saison, depuis la Drôme.</p>
<p>Écrivez-moi : <a href="mailto:camille@carnet-de-camille.fr">camille@carnet-de-camille.fr</a></p>
<p><a rel="me" href="https://www.instagram.com/carnet.de.camille/">Instagram</a>
<a rel="me" href="https://www.youtube.com/@carnetdecamille">YouTube</a></p></body></html>"""


def _blog(site: Site) -> str:
    home = write_blog(site, "/camille/")
    site.pages["/camille/"] = site.pages["/camille"] = Answer(
        ABOUT.format(home=home), headers={"Content-Type": "text/html; charset=utf-8"}
    )
    return home


def test_the_draft_tells_what_the_page_says_and_stores_nothing(alice: Client, site: Site, creator: MakeCreator) -> None:
    home = _blog(site)
    twin = creator("Camille Morel", "https://www.youtube.com/@carnetdecamille", emails=["Camille@carnet-de-camille.fr"])
    answer = alice.post(alice.at("creators/from-url/"), {"url": home})
    assert answer.status_code == 200, answer.content
    draft = answer.json()
    # The page names nobody; the feed's articles are all by Camille.
    assert (draft["name"], draft["kind"], draft["language"]) == ("Camille", "blogger", "fr")
    assert draft["channels"][0]["title"] == "Le Carnet de Camille"
    assert draft["emails"] == ["camille@carnet-de-camille.fr"]
    assert draft["feed_url"] == f"{home}feed/"
    assert draft["warning"] is None
    channels = {channel["platform"]: channel for channel in draft["channels"]}
    assert channels.keys() == {"blog", "instagram", "youtube"}
    holder = {"id": twin.pk, "name": "Camille Morel", "is_deleted": False}
    assert [channels[name]["taken_by"] for name in ("blog", "instagram", "youtube")] == [None, None, holder]
    assert draft["duplicates"] == [{"creator": holder, "reasons": ["channel", "email"]}]
    assert Creator.all_workspaces.count() == 1


def test_confirming_makes_the_person_as_edited(alice: Client, site: Site) -> None:
    home = _blog(site)
    instagram = "https://www.instagram.com/carnet.de.camille/"
    edited = {
        "name": "Camille Morel",
        "country": "FR",
        "channels": [home, instagram],
        "emails": [],
        "tags": ["Cuisine"],
    }
    made = alice.post(alice.at("creators/from-url/"), {"url": home, "confirm": True, **edited})
    assert made.status_code == 201, made.content
    body = made.json()
    assert (body["name"], body["country"], body["contact_points"]) == ("Camille Morel", "FR", [])
    assert {channel["platform"] for channel in body["channels"]} == {"blog", "instagram"}
    assert Channel.all_workspaces.exclude(source=None).count() == 2
    assert Source.objects.get(platform="blog").due_at is not None
    again = alice.post(alice.at("creators/from-url/"), {"url": home, "confirm": True, **edited})
    assert (again.status_code, again.json()["code"]) == (409, "channel_taken")
    assert Creator.all_workspaces.count() == 1


def test_confirming_at_once_takes_what_the_page_says(alice: Client, site: Site) -> None:
    home = _blog(site)
    body = alice.post(alice.at("creators/from-url/"), {"url": home, "confirm": True}).json()
    assert (body["name"], body["language"]) == ("Camille", "fr")
    (point,) = body["contact_points"]
    assert (point["value"], point["source_url"]) == ("camille@carnet-de-camille.fr", home)
    assert [channel["platform"] for channel in body["channels"]] == ["blog"]


@pytest.mark.parametrize("status", [404, 403, 500])
def test_a_page_that_fails_still_gives_a_draft(alice: Client, site: Site, status: int) -> None:
    site.pages["/panne/"] = Answer("…", status=status)
    answer = alice.post(alice.at("creators/from-url/"), {"url": site.url("/panne/")})
    assert answer.status_code == 200, answer.content
    draft = answer.json()
    assert draft["warning"]["code"]
    assert draft["warning"]["detail"]
    assert draft["name"]
    assert [channel["platform"] for channel in draft["channels"]] == ["blog"]


def test_a_platform_nobody_reads_gives_its_handle(alice: Client) -> None:
    answer = alice.post(alice.at("creators/from-url/"), {"url": "instagram.com/carnet.de.camille/?hl=fr"})
    assert answer.status_code == 200, answer.content
    draft = answer.json()
    assert (draft["name"], draft["kind"]) == ("carnet.de.camille", "influencer")
    assert draft["channels"][0]["platform"] == "instagram"
    assert draft["warning"]["code"] == "manual_only"


def test_private_addresses_are_not_read(alice: Client) -> None:
    answer = alice.post(alice.at("creators/from-url/"), {"url": "http://127.0.0.1:9/"})
    assert answer.status_code == 200, answer.content
    assert answer.json()["warning"]["code"] == "unsafe_address"


@pytest.mark.parametrize("url", ["", "pas une adresse", "javascript:alert(1)", "ftp://x.example/"])
def test_what_is_no_address_is_refused(alice: Client, url: str) -> None:
    answer = alice.post(alice.at("creators/from-url/"), {"url": url})
    assert answer.status_code == 400
    assert list(answer.json()["errors"]) == ["url"]


@pytest.mark.parametrize("called", ["CAMILLE", "Lé carnet  de Camille"])
def test_a_namesake_with_the_same_domain_is_found(alice: Client, site: Site, creator: MakeCreator, called: str) -> None:
    """Lists hold people under their own name, or under that of their blog."""
    home = _blog(site)
    same = creator(called, emails=["contact@carnet-de-camille.fr"])
    creator(called, emails=["x@gmail.com"])
    draft = alice.post(alice.at("creators/from-url/"), {"url": home}).json()
    assert [(row["creator"]["id"], row["reasons"]) for row in draft["duplicates"]] == [(same.pk, ["name_and_domain"])]


def test_the_person_is_named_by_the_page_and_the_blog_by_its_title(alice: Client, site: Site) -> None:
    home = write_blog(site, "/camille/")
    graph = (
        '{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Le Carnet de Camille",'
        '"publisher":{"@id":"#moi"}},{"@type":["Person","Organization"],"@id":"#moi","name":"Camille Morel",'
        '"sameAs":["https://www.instagram.com/carnet.de.camille/"]}]}'
    )
    site.pages["/camille/"] = Answer(
        ABOUT.format(home=home).replace("</head>", f'<script type="application/ld+json">{graph}</script></head>'),
        headers={"Content-Type": "text/html; charset=utf-8"},
    )
    draft = alice.post(alice.at("creators/from-url/"), {"url": home}).json()
    assert draft["name"] == "Camille Morel"
    assert draft["channels"][0]["title"] == "Le Carnet de Camille"
