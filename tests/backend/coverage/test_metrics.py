from datetime import timedelta
from typing import Any

import pytest

from relais.activity.models import Activity
from relais.coverage.models import CoverageMetric
from relais.creators.models import Creator
from relais.kit import clock
from relais.workspaces.models import Brand
from tests import factories
from tests.backend.conftest import Client

TODAY = clock.today("Europe/Paris")


def day(offset: int) -> str:
    return (TODAY + timedelta(days=offset)).isoformat()


def _piece(client: Client, creator: Creator, slug: str = "huile", **values: Any) -> int:
    body = {"creator": creator.pk, "url": f"https://blog.example/{slug}", **values}
    answer = client.post(client.at("coverage/"), body)
    assert answer.status_code == 201, answer.content
    return int(answer.json()["id"])


def _note(client: Client, piece: int, **numbers: Any) -> Any:
    return client.post(client.at(f"coverage/{piece}/metrics/"), numbers)


def test_one_row_a_day_and_blank_stays_unknown(bob: Client, camille: Creator) -> None:
    piece = _piece(bob, camille)
    _note(bob, piece, taken_on=day(-7), views=300, likes=12)
    _note(bob, piece, views=900, likes=30, comments=4)
    again = _note(bob, piece, views=950, likes=None)
    assert again.status_code == 200
    numbers = {k: again.json()[k] for k in ("views", "likes", "comments", "shares", "clicks", "engagements")}
    assert numbers == {
        "views": 950,
        "likes": None,
        "comments": None,
        "shares": None,
        "clicks": None,
        "engagements": None,
    }
    rows = bob.get(bob.at(f"coverage/{piece}/metrics/")).json()["results"]
    assert [(row["taken_on"], row["views"], row["made_by"]) for row in rows] == [
        (day(0), 950, "Bob Durand"),
        (day(-7), 300, "Bob Durand"),
    ]
    assert bob.get(bob.at("coverage/")).json()["results"][0]["metrics"]["views"] == 950
    assert Activity.objects.filter(verb="coverage.measured", creator=camille.pk).count() == 3


def test_numbers_of_a_day_can_be_removed(bob: Client, camille: Creator) -> None:
    piece, other = _piece(bob, camille), _piece(bob, camille, "autre")
    row = _note(bob, piece, views=3).json()["id"]
    assert bob.delete(bob.at(f"coverage/{other}/metrics/{row}/")).status_code == 404
    assert bob.delete(bob.at(f"coverage/{piece}/metrics/{row}/")).status_code == 204
    assert not CoverageMetric.objects.exists()
    assert bob.get(bob.at(f"coverage/{piece}/")).json()["metrics"] is None


@pytest.mark.parametrize(
    ("numbers", "field"),
    [
        ({}, "views"),
        ({"views": None}, "views"),
        ({"views": -1}, "views"),
        ({"likes": "1,2 k"}, "likes"),
        ({"views": 2**60}, "views"),
        ({"views": 1, "taken_on": day(1)}, "taken_on"),
        ({"views": ""}, "views"),
    ],
)
def test_what_is_no_number_is_refused(bob: Client, camille: Creator, numbers: dict[str, Any], field: str) -> None:
    answer = _note(bob, _piece(bob, camille), **numbers)
    assert (answer.status_code, list(answer.json()["errors"])) == (400, [field])
    assert not CoverageMetric.objects.exists()


def test_summary_of_nothing_is_absent_and_not_zero(bob: Client, camille: Creator) -> None:
    body = bob.get(bob.at("coverage/summary/")).json()
    assert (body["posting_rate"], body["days_to_publish"], body["pieces"]) == (None, None, 0)
    assert set(body["totals"].values()) == {None}
    assert set(body["unknown"].values()) == {0}


def test_summary(bob: Client, camille: Creator, brand: Brand, send: Any) -> None:
    campaign = factories.make_campaign(brand)
    noe, lea, ines = (factories.make_creator(name) for name in ("Noé", "Léa", "Inès"))
    for creator in (camille, noe, lea, ines):
        factories.make_card(campaign, creator)
    first = send(camille, campaign=campaign, sent_on=TODAY - timedelta(days=20))
    type(first).objects.filter(pk=first.pk).update(delivered_on=TODAY - timedelta(days=18))
    second = send(noe, campaign=campaign, sent_on=TODAY - timedelta(days=12))
    send(lea, campaign=campaign, sent_on=TODAY - timedelta(days=2))
    send(ines, campaign=campaign)  # never left
    cancelled = send(ines, campaign=campaign, sent_on=TODAY)
    type(cancelled).objects.filter(pk=cancelled.pk).update(cancelled_at=clock.now())

    a = _piece(bob, camille, "a", sending=first.pk, published_on=day(-8))
    b = _piece(bob, noe, "b", sending=second.pk, published_on=day(-8))
    _piece(bob, lea, "avant", campaign=campaign.pk, published_on=day(-5))  # before her parcel
    _piece(bob, ines, "sans", campaign=campaign.pk)  # received nothing
    gone = _piece(bob, camille, "efface", campaign=campaign.pk, published_on=day(-8))
    bob.delete(bob.at(f"coverage/{gone}/"))
    _piece(bob, camille, "ailleurs", published_on=day(-8))
    _note(bob, a, taken_on=day(-3), views=100, likes=99)
    _note(bob, a, views=400, likes=10, comments=2)
    _note(bob, b, views=600)

    body = bob.get(bob.at(f"coverage/summary/?campaign={campaign.pk}")).json()
    assert (body["received_creators"], body["published_creators"], body["posting_rate"]) == (3, 2, 2 / 3)
    assert body["days_to_publish"] == {"median": 7.0, "mean": 7.0, "n": 2}  # 10 since delivery, 4 since sending
    assert (body["sendings"], body["answered_sendings"]) == (3, 2)
    assert body["pieces"] == 4
    assert body["totals"] == {
        "views": 1000, "likes": 10, "comments": 2, "shares": None, "clicks": None, "engagements": 12,
    }  # fmt: skip
    assert body["unknown"] == {"views": 2, "likes": 3, "comments": 3, "shares": 4, "clicks": 4}

    assert bob.get(bob.at(f"coverage/summary/?brand={brand.pk}")).json()["pieces"] == 4
    assert bob.get(bob.at("coverage/summary/")).json()["pieces"] == 5
    recent = bob.get(bob.at(f"coverage/summary/?campaign={campaign.pk}&since={day(-6)}")).json()
    assert (recent["received_creators"], recent["published_creators"], recent["pieces"]) == (1, 0, 1)

    hers = bob.get(bob.at(f"coverage/summary/?creator={camille.pk}")).json()
    assert (hers["received_creators"], hers["posting_rate"], hers["pieces"]) == (1, 1, 2)
    blogs = bob.get(bob.at(f"coverage/summary/?campaign={campaign.pk}&platform=blog&platform=youtube")).json()
    assert (blogs["posting_rate"], blogs["pieces"]) == (2 / 3, 4)
    videos = bob.get(bob.at(f"coverage/summary/?campaign={campaign.pk}&kind=video")).json()
    assert (videos["received_creators"], videos["posting_rate"], videos["pieces"]) == (3, 0, 0)


def test_summary_refuses_what_it_does_not_know(bob: Client, camille: Creator) -> None:
    for query, code in (
        ("since=hier", "invalid"),
        ("owner=1", "unknown_parameter"),
        ("kind=tweet", "invalid"),
        ("brand=x", "invalid"),
    ):
        answer = bob.get(bob.at(f"coverage/summary/?{query}"))
        assert (answer.status_code, answer.json()["code"]) == (400, code)
