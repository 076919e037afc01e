"""A draft from an address: the page is really fetched, from loopback."""

from datetime import timedelta
from typing import Any

import pytest

from relais.audience.models import Post
from relais.coverage.models import Coverage
from relais.creators.models import Channel, Creator
from relais.kit import clock
from relais.workspaces.models import Brand
from tests import factories
from tests.backend.conftest import Client
from tests.backend.fetching import site
from tests.scrapers.loopback import Answer, Site

__all__ = ["site"]

TODAY = clock.today("Europe/Paris")
PAGE = """<!doctype html><html lang="fr"><head>
<title>L’huile du moulin | La cuisine de Camille</title>
<meta property="og:site_name" content="La cuisine de Camille">
<meta property="og:title" content="L’huile du moulin">
<meta property="og:image" content="/img/huile.jpg">
<meta name="author" content="Camille Lefèvre">
<meta property="article:published_time" content="2026-03-09T08:30:00+01:00">
</head><body><article><h1>L’huile du moulin</h1>
<p>Une huile fruitée, reçue en cadeau, que je verse sur tout depuis une semaine.</p></article></body></html>"""


def _draft(client: Client, url: str) -> dict[str, Any]:
    answer = client.post(client.at("coverage/prefill/"), {"url": url})
    assert answer.status_code == 200, answer.content
    draft: dict[str, Any] = answer.json()
    return draft


def _channel(creator: Creator, key: str) -> Channel:
    return Channel.objects.create(creator=creator, platform="blog", key=key, url=f"https://{key}")


def test_the_page_fills_the_draft(bob: Client, camille: Creator, site: Site) -> None:
    site.pages["/2026/03/huile"] = Answer(PAGE, headers={"Content-Type": "text/html; charset=utf-8"})
    draft = _draft(bob, site.url("/2026/03/huile?utm_source=x"))
    assert draft["warning"] is None
    assert {k: draft[k] for k in ("title", "author", "site_name", "language", "published_on", "platform", "kind")} == {
        "title": "L’huile du moulin",
        "author": "Camille Lefèvre",
        "site_name": "La cuisine de Camille",
        "language": "fr",
        "published_on": "2026-03-09",
        "platform": "blog",
        "kind": "article",
    }
    assert draft["canonical_url"] == site.url("/2026/03/huile")
    assert draft["image_url"] == site.url("/img/huile.jpg")
    assert [(s["creator"]["id"], s["reason"]) for s in draft["creators"]] == [(camille.pk, "author")]
    assert not Coverage.objects.exists()


def test_a_page_that_cannot_be_read_still_gives_a_draft(bob: Client, camille: Creator, site: Site) -> None:
    draft = _draft(bob, site.url("/2026/03/09/disparu/"))
    assert draft["warning"]["code"] == "not_found"
    assert draft["warning"]["detail"]
    assert (draft["title"], draft["published_on"], draft["platform"]) == ("", "2026-03-09", "blog")
    assert draft["canonical_url"] == site.url("/2026/03/09/disparu/")


def test_private_addresses_are_not_read(bob: Client, camille: Creator) -> None:
    draft = _draft(bob, "http://127.0.0.1:9/secret")
    assert draft["warning"]["code"] == "unsafe_address"


def test_what_is_no_address_is_refused(bob: Client, camille: Creator) -> None:
    for text in ("", "ma page", "mailto:a@b.fr"):
        answer = bob.post(bob.at("coverage/prefill/"), {"url": text})
        assert (answer.status_code, list(answer.json()["errors"])) == (400, ["url"]), text


def test_whose_it_is_and_what_it_answers(bob: Client, camille: Creator, brand: Brand, site: Site, send: Any) -> None:
    noe = factories.make_creator("Noé Petit")
    host = site.url("/").removeprefix("http://").strip("/")
    _channel(noe, host)
    own = _channel(camille, f"{host}/camille")
    published, sending, lost = (
        factories.make_card(factories.make_campaign(brand, kind), camille, kind)
        for kind in ("published", "sending", "declined")
    )
    early = send(camille, sent_on=TODAY - timedelta(days=30))
    late = send(camille, sent_on=TODAY - timedelta(days=9))
    send(camille)  # never left
    send(noe, sent_on=TODAY)
    site.pages["/camille/huile"] = Answer("<title>Huile</title><p>Une huile.", headers={"Content-Type": "text/html"})

    draft = _draft(bob, site.url("/camille/huile"))
    assert [(s["creator"]["id"], s["reason"]) for s in draft["creators"]] == [
        (camille.pk, "channel"),
        (noe.pk, "channel"),
    ]
    assert draft["creators"][0]["channel"] == own.pk
    assert [card["id"] for card in draft["participations"]] == [sending.pk, published.pk]
    assert lost.pk not in [card["id"] for card in draft["participations"]]
    assert [row["id"] for row in draft["sendings"]] == [late.pk, early.pk]
    assert draft["sendings"][0]["products"] == ["Huile d’olive vierge"]

    body = {"creator": camille.pk, "url": draft["canonical_url"], "sending": late.pk, "participation": sending.pk}
    made = bob.post(bob.at("coverage/"), body)
    assert made.status_code == 201, made.content
    again = _draft(bob, site.url("/camille/huile?utm_medium=social"))
    assert again["already_recorded"] == [made.json()["id"]]
    assert [row["id"] for row in again["sendings"]] == [early.pk, late.pk], "what is unanswered comes first"


def test_a_known_post_names_its_creator(bob: Client, camille: Creator, site: Site) -> None:
    url = site.url("/p/41")
    channel = _channel(camille, "cuisine-de-camille.fr")
    Post.objects.create(channel=channel, external_id="41", url=url, first_seen_at=clock.now())
    suggestion = _draft(bob, url)["creators"][0]
    assert (suggestion["creator"]["id"], suggestion["reason"], suggestion["channel"]) == (
        camille.pk,
        "post",
        channel.pk,
    )


@pytest.mark.parametrize(
    "url", ["http://[::1]/", "http://[::ffff:127.0.0.1]/x", "http://[fd00::1]/", "http://10.0.0.1/"]
)
def test_g26_an_address_inside_is_named_and_not_read(alice: Client, url: str) -> None:
    answer = alice.post(alice.at("coverage/prefill/"), {"url": url})
    assert (answer.status_code, answer.json()["warning"]["code"]) == (200, "unsafe_address"), answer.content
