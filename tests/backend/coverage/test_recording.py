from datetime import timedelta
from typing import Any

import pytest

from relais.activity.models import Activity
from relais.campaigns.models import StageMove
from relais.coverage.models import Coverage
from relais.creators.models import Creator
from relais.kit import clock
from relais.workspaces.models import Brand
from tests import factories
from tests.backend.conftest import Client

TODAY = clock.today("Europe/Paris")
URL = "https://www.cuisine-de-camille.fr/2026/03/huile?utm_source=newsletter"


def day(offset: int) -> str:
    return (TODAY + timedelta(days=offset)).isoformat()


def _record(client: Client, creator: Creator, url: str = URL, **values: Any) -> dict[str, Any]:
    answer = client.post(client.at("coverage/"), {"creator": creator.pk, "url": url, **values})
    assert answer.status_code == 201, answer.content
    made: dict[str, Any] = answer.json()
    return made


def test_record_an_article(bob: Client, camille: Creator) -> None:
    body = _record(bob, camille, title="L’huile\u202e du moulin", published_on=day(-3), language="fr")
    assert body["canonical_url"] == "https://www.cuisine-de-camille.fr/2026/03/huile"
    assert (body["platform"], body["kind"], body["title"]) == ("blog", "article", "L’huile du moulin")
    assert (body["metrics"], body["days_to_publish"], body["version"]) == (None, None, 1)
    line = Activity.objects.get(verb="coverage.recorded")
    assert (line.creator_id, line.data["title"]) == (camille.pk, "L’huile du moulin")


@pytest.mark.parametrize(
    ("url", "platform", "kind"),
    [
        ("https://youtu.be/dQw4w9WgXcQ", "youtube", "video"),
        ("https://www.instagram.com/p/C4abcDEfgh1/", "instagram", "post"),
        ("https://www.tiktok.com/@camille/video/7301234567890123456", "tiktok", "video"),
    ],
)
def test_platform_and_kind_follow_from_the_address(
    bob: Client, camille: Creator, url: str, platform: str, kind: str
) -> None:
    body = _record(bob, camille, url)
    assert (body["platform"], body["kind"]) == (platform, kind)
    assert _record(bob, factories.make_creator("Noé"), url, kind="review")["kind"] == "review"


def test_a_piece_is_recorded_once_for_each_creator(bob: Client, camille: Creator) -> None:
    first = _record(bob, camille)
    for again in (URL, "http://cuisine-de-camille.fr/2026/03/huile/", f"{URL}#commentaires"):
        answer = bob.post(bob.at("coverage/"), {"creator": camille.pk, "url": again})
        problem = answer.json()
        assert (answer.status_code, problem["code"], problem["coverage"]) == (409, "already_recorded", first["id"])
    _record(bob, factories.make_creator("Noé Petit"))
    assert Coverage.objects.count() == 2


def test_an_address_cannot_become_anothers(bob: Client, camille: Creator) -> None:
    first, second = _record(bob, camille), _record(bob, camille, "https://cuisine-de-camille.fr/autre")
    answer = bob.patch(bob.at(f"coverage/{second['id']}/"), {"url": URL})
    assert (answer.status_code, answer.json()["coverage"]) == (409, first["id"])
    moved = bob.patch(bob.at(f"coverage/{second['id']}/"), {"url": "https://youtu.be/dQw4w9WgXcQ"})
    assert (moved.status_code, moved.json()["platform"]) == (200, "youtube")


def test_remove_and_restore(bob: Client, camille: Creator) -> None:
    piece = _record(bob, camille)
    at = bob.at(f"coverage/{piece['id']}/")
    bob.post(f"{at}metrics/", {"views": 1200})
    assert bob.delete(at).json()["id"] == piece["id"]
    assert bob.get(at).status_code == 404
    assert bob.get(bob.at("coverage/")).json()["results"] == []
    assert bob.get(f"{at}metrics/").status_code == 404
    assert bob.post(f"{at}restore/").json()["metrics"]["views"] == 1200
    bob.delete(at)
    again = _record(bob, camille)
    refused = bob.post(f"{at}restore/")
    assert (refused.status_code, refused.json()["coverage"]) == (409, again["id"])


def test_links_tell_one_story(bob: Client, camille: Creator, brand: Brand, send: Any) -> None:
    noel, ete = factories.make_campaign(brand), factories.make_campaign(brand, "Été")
    noe = factories.make_creator("Noé Petit")
    card, others = factories.make_card(noel, camille), factories.make_card(noel, noe)
    sending = send(camille, participation=card, sent_on=TODAY - timedelta(days=9))
    theirs = send(noe, sent_on=TODAY)
    for values, field in (
        ({"participation": others.pk}, "participation"),
        ({"sending": theirs.pk}, "sending"),
        ({"participation": card.pk, "campaign": ete.pk}, "campaign"),
        ({"sending": sending.pk, "campaign": ete.pk}, "campaign"),
        ({"published_on": day(1)}, "published_on"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"url": "pas une adresse"}, "url"),
        ({"image_url": "javascript:alert(1)"}, "image_url"),
    ):
        answer = bob.post(bob.at("coverage/"), {"creator": camille.pk, "url": URL, **values})
        assert (answer.status_code, list(answer.json()["errors"])) == (400, [field]), (values, answer.content)
    assert not Coverage.objects.exists()
    piece = _record(bob, camille, sending=sending.pk, published_on=day(-2))
    assert (piece["participation"], piece["campaign"]["id"]) == (card.pk, noel.pk)
    assert piece["days_to_publish"] == {"days": 7, "basis": "sent"}
    type(sending).objects.filter(pk=sending.pk).update(delivered_on=TODAY - timedelta(days=6))
    assert bob.get(bob.at(f"coverage/{piece['id']}/")).json()["days_to_publish"] == {"days": 4, "basis": "delivered"}


def test_linking_later_and_unlinking(bob: Client, camille: Creator, brand: Brand) -> None:
    noel, ete = factories.make_campaign(brand), factories.make_campaign(brand, "Été")
    first, second = factories.make_card(noel, camille), factories.make_card(ete, camille)
    piece = _record(bob, camille, participation=first.pk)
    at = bob.at(f"coverage/{piece['id']}/")
    assert bob.patch(at, {"participation": second.pk}).json()["campaign"]["name"] == "Été"
    assert bob.patch(at, {"campaign": noel.pk}).status_code == 400
    freed = bob.patch(at, {"participation": None}).json()
    assert (freed["participation"], freed["campaign"]) == (None, None)
    assert bob.patch(at, {"campaign": noel.pk}).json()["campaign"]["id"] == noel.pk


@pytest.mark.parametrize(
    ("kind", "becomes"), [("sending", "published"), ("agreed", "published"), ("done", "done"), ("declined", "declined")]
)
def test_the_card_moves_to_published(bob: Client, camille: Creator, brand: Brand, kind: str, becomes: str) -> None:
    card = factories.make_card(factories.make_campaign(brand), camille, kind)
    _record(bob, camille, participation=card.pk)
    card.refresh_from_db()
    assert card.stage.kind == becomes
    assert list(StageMove.objects.values_list("caused_by", flat=True)) == ([] if kind == becomes else ["rule"])


def test_two_editors(bob: Client, alice: Client, camille: Creator, key_client: Any) -> None:
    piece = _record(bob, camille)
    at = bob.at(f"coverage/{piece['id']}/")
    assert bob.patch(at, {"notes": "Bob"}, headers={"If-Match": '"1"'})["ETag"] == '"2"'
    stale = alice.patch(at, {"notes": "Alice"}, headers={"If-Match": '"1"'})
    assert (stale.status_code, stale.json()["current"]["notes"]) == (412, "Bob")
    assert key_client().patch(at, {"notes": "clé"}).status_code == 428
    assert Coverage.objects.get().notes == "Bob"


def test_filters_and_orders(bob: Client, camille: Creator, brand: Brand, send: Any) -> None:
    noe = factories.make_creator("Noé Petit")
    other = factories.make_brand("Thés du Soir")
    tea = factories.make_product(other, "Thé", "THE", stock=5)
    campaign = factories.make_campaign(brand)
    a = _record(bob, camille, title="Ma soupe à l’ail", published_on=day(-5), campaign=campaign.pk)["id"]
    b = _record(bob, noe, "https://youtu.be/dQw4w9WgXcQ", published_on=day(-1))["id"]
    c = _record(bob, camille, "https://cuisine-de-camille.fr/the", sending=send(camille, product=tea).pk)["id"]

    def found(query: str) -> list[int]:
        answer = bob.get(bob.at(f"coverage/?{query}"))
        assert answer.status_code == 200, answer.content
        return [row["id"] for row in answer.json()["results"]]

    assert found("") == [c, b, a]
    assert found("order=published") == [a, b, c]
    assert found("order=-published") == [b, a, c]
    assert found(f"campaign={campaign.pk}") == [a]
    assert found(f"creator={noe.pk}") == [b]
    assert found("platform=blog") == [c, a]
    assert found("platform=blog&platform=youtube") == [c, b, a]
    assert found("kind=video") == [b]
    assert found("kind=video&kind=article") == [c, b, a]
    assert found(f"brand={brand.pk}") == [a]
    assert found(f"brand={other.pk}") == [c]
    assert found(f"published_after={day(-5)}&published_before={day(-2)}") == [a]
    assert found("q=soupe a l'ail") == [a]
    assert found("q=noe") == [b]
    assert found("q=camille.fr/the") == [c]
