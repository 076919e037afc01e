from datetime import timedelta
from typing import Any

import pytest

from relais.activity.models import Activity
from relais.campaigns.models import Participation, StageMove
from relais.creators.models import Creator
from relais.kit import clock
from relais.sendings.models import Product, Sending, SendingItem, StockMove
from tests import factories
from tests.backend.conftest import Client

TODAY = clock.today("Europe/Paris")


def day(offset: int) -> str:
    return (TODAY + timedelta(days=offset)).isoformat()


def _enter(client: Client, creator: Creator, product: Product, quantity: int = 2, **values: Any) -> dict[str, Any]:
    items = values.pop("items", [{"product": product.pk, "quantity": quantity}])
    body = {"creator": creator.pk, "kind": "gift", "items": items, **values}
    answer = client.post(client.at("sendings/"), body)
    assert answer.status_code == 201, answer.content
    made: dict[str, Any] = answer.json()
    return made


def _step(client: Client, sending: dict[str, Any], step: str, **body: Any) -> Any:
    return client.post(client.at(f"sendings/{sending['id']}/{step}/"), body)


def _stock(product: Product) -> int:
    return Product.objects.values_list("stock", flat=True).get(pk=product.pk)


def test_a_gift_from_draft_to_delivery(bob: Client, camille: Creator, oil: Product, soap: Product) -> None:
    items = [{"product": oil.pk, "quantity": 2}, {"product": soap.pk, "quantity": 1}]
    sending = _enter(bob, camille, oil, items=items, notes="Avec la carte")
    assert (sending["state"], sending["address"], sending["tracking_url"]) == ("draft", None, "")
    assert sending["totals"] == {"pieces": 3, "public_value_amount": "74.70", "cost_amount": "24.45"}
    assert (sending["owner"]["name"], sending["creator"]["name"]) == ("Bob Durand", "Camille Lefèvre")
    assert _stock(oil) == 10

    assert _step(bob, sending, "prepare").json()["state"] == "prepared"
    sent = _step(bob, sending, "send", tracking_number="6a 12345 678901")
    assert sent.status_code == 200, sent.content
    body = sent.json()
    assert (body["state"], body["sent_on"], body["prepared_on"]) == ("sent", day(0), day(0))
    assert (body["address"]["line1"], body["address"]["city"]) == ("12 rue des Lilas", "Lyon")
    assert (sending["ship_to"], body["ship_to"]) == (body["address"], body["address"])
    assert body["tracking_url"] == "https://www.laposte.fr/outils/suivre-vos-envois?code=6A12345678901"
    assert (_stock(oil), _stock(soap)) == (8, 2)

    delivered = _step(bob, sending, "deliver")
    assert (delivered.json()["state"], delivered["ETag"]) == ("delivered", '"4"')
    verbs = Activity.objects.filter(creator=camille.pk).order_by("id").values_list("verb", flat=True)
    assert list(verbs) == ["sending.created", "sending.prepared", "sending.sent", "sending.delivered"]


def test_what_is_copied_when_it_leaves_stays_true(bob: Client, camille: Creator, oil: Product) -> None:
    sending = _enter(bob, camille, oil)
    bob.patch(bob.at(f"products/{oil.pk}/"), {"public_value_amount": "30.00"})
    assert _step(bob, sending, "send").json()["totals"]["public_value_amount"] == "60.00"
    bob.patch(bob.at(f"products/{oil.pk}/"), {"public_value_amount": "99.00"})
    camille.addresses.update(city="Marseille")
    body = bob.get(bob.at(f"sendings/{sending['id']}/")).json()
    assert (body["totals"]["public_value_amount"], body["address"]["city"]) == ("60.00", "Lyon")


def test_a_chosen_address_wins_and_must_be_the_creators(bob: Client, camille: Creator, oil: Product) -> None:
    office = factories.make_address(camille, line1="4 quai Perrache", is_default=False)
    foreign = factories.make_address(factories.make_creator("Noé Petit"))
    sending = _enter(bob, camille, oil)
    refused = _step(bob, sending, "send", address_id=foreign.pk)
    assert (refused.status_code, list(refused.json()["errors"])) == (400, ["address_id"])
    assert _stock(oil) == 10
    assert _step(bob, sending, "send", address_id=office.pk).json()["address"]["line1"] == "4 quai Perrache"
    given = {"recipient": "Accueil", "line1": "1 place Bellecour", "postcode": "69002", "city": "Lyon", "country": "FR"}
    other = _enter(bob, camille, oil, address=given)
    assert _step(bob, other, "send").json()["address"]["recipient"] == "Accueil"


def test_a_loan_says_when_it_comes_back(bob: Client, camille: Creator, oil: Product) -> None:
    loan = _enter(bob, camille, oil, kind="loan")
    refused = _step(bob, loan, "send")
    assert (refused.status_code, list(refused.json()["errors"])) == (400, ["due_back_on"])
    assert (_stock(oil), Sending.objects.get().sent_on) == (10, None)
    assert _step(bob, loan, "send", due_back_on=day(14)).json()["state"] == "sent"


def test_a_loan_comes_back_in_parts(bob: Client, camille: Creator, oil: Product) -> None:
    loan = _enter(bob, camille, oil, 3, kind="loan", sent_on=day(-20), due_back_on=day(-6), carriage_amount="6.90")
    assert (loan["state"], loan["days_late"], _stock(oil)) == ("sent", 6, 7)
    part = _step(bob, loan, "return", items=[{"product": oil.pk, "quantity": 1}]).json()
    assert (part["state"], part["returned_on"], part["items"][0]["returned_quantity"]) == ("sent", None, 1)
    assert (part["days_late"], _stock(oil)) == (6, 8)
    assert part["items"][0]["condition_in"] == ""
    too_many = _step(bob, loan, "return", items=[{"product": oil.pk, "quantity": 3}])
    assert (too_many.status_code, list(too_many.json()["errors"])) == (400, ["items.0.quantity"])
    whole = _step(bob, loan, "return", on=day(-1)).json()
    assert (whole["state"], whole["returned_on"], whole["days_late"]) == ("returned", day(-1), 0)
    assert (whole["totals"]["cost_amount"], _stock(oil)) == ("6.90", 10)
    assert _step(bob, loan, "return").json()["code"] == "wrong_state"
    assert list(StockMove.objects.filter(sending=loan["id"]).order_by("id").values_list("quantity", "reason")) == [
        (-3, "sent"),
        (1, "returned"),
        (2, "returned"),
    ]


def test_a_return_can_be_taken_back(bob: Client, camille: Creator, oil: Product) -> None:
    loan = _enter(bob, camille, oil, 3, kind="loan", sent_on=day(-2), due_back_on=day(9))
    _step(bob, loan, "return")
    answer = bob.patch(bob.at(f"sendings/{loan['id']}/"), {"returned_on": None})
    assert (answer.json()["state"], answer.json()["items"][0]["returned_quantity"]) == ("sent", 0)
    assert _stock(oil) == 7
    assert bob.patch(bob.at(f"sendings/{loan['id']}/"), {"returned_on": day(0)}).status_code == 400


def test_the_condition_of_a_loan_is_noted_when_it_leaves_and_when_it_is_back(
    bob: Client, camille: Creator, oil: Product, soap: Product
) -> None:
    items = [{"product": oil.pk, "quantity": 2, "condition_out": "Neuve"}, {"product": soap.pk, "quantity": 1}]
    loan = _enter(bob, camille, oil, items=items, kind="loan", sent_on=day(-9), due_back_on=day(-1))
    assert [item["condition_out"] for item in loan["items"]] == ["Neuve", ""]

    piece = {"product": oil.pk, "quantity": 1}
    part = _step(bob, loan, "return", items=[{**piece, "condition_in": "Rayée"}]).json()
    assert (part["items"][0]["condition_in"], part["items"][0]["condition_out"]) == ("Rayée", "Neuve")
    again = _step(bob, loan, "return", items=[piece]).json()
    assert (again["items"][0]["returned_quantity"], again["items"][0]["condition_in"]) == (2, "Rayée")

    at = bob.at(f"sendings/{loan['id']}/")
    kept = bob.patch(at, {"items": [{"product": oil.pk, "quantity": 3}, {"product": soap.pk, "quantity": 1}]})
    assert kept.json()["items"][0]["condition_out"] == "Neuve"
    forgotten = bob.patch(at, {"returned_on": None}).json()
    assert (forgotten["items"][0]["returned_quantity"], forgotten["items"][0]["condition_in"]) == (0, "")


def test_a_gift_does_not_come_back(bob: Client, camille: Creator, oil: Product) -> None:
    gift = _enter(bob, camille, oil, sent_on=day(0))
    answer = _step(bob, gift, "return")
    assert (answer.status_code, answer.json()["code"]) == (409, "gift_not_returned")
    assert _stock(oil) == 8
    due = bob.patch(bob.at(f"sendings/{gift['id']}/"), {"due_back_on": day(3)})
    assert (due.status_code, list(due.json()["errors"])) == (400, ["due_back_on"])


def test_cancel_gives_the_stock_back_and_restore_takes_it_again(bob: Client, camille: Creator, oil: Product) -> None:
    gift = _enter(bob, camille, oil, sent_on=day(-1))
    at = bob.at(f"sendings/{gift['id']}/")
    cancelled = bob.delete(at)
    assert (cancelled.status_code, cancelled.json()["state"], _stock(oil)) == (200, "cancelled", 10)
    for step in ("send", "deliver", "prepare", "cancel"):
        assert _step(bob, gift, step).json()["code"] == "wrong_state", step
    assert bob.patch(at, {"notes": "x"}).json()["code"] == "wrong_state"
    assert _step(bob, gift, "restore").json()["state"] == "sent"
    assert _stock(oil) == 8
    assert _step(bob, gift, "restore").json()["code"] == "wrong_state"


def test_nothing_is_left_half_done_when_stock_runs_out(
    bob: Client, camille: Creator, oil: Product, soap: Product
) -> None:
    items = [{"product": oil.pk, "quantity": 4}, {"product": soap.pk, "quantity": 9}]
    sending = _enter(bob, camille, oil, items=items)
    answer = _step(bob, sending, "send")
    assert (answer.status_code, answer.json()["code"], answer.json()["left"]) == (409, "out_of_stock", 3)
    assert "Savon" in answer.json()["detail"]
    assert (_stock(oil), _stock(soap), Sending.objects.get().sent_on) == (10, 3, None)
    assert not StockMove.objects.filter(sending__isnull=False).exists()
    assert not Activity.objects.filter(verb="sending.sent").exists()
    body = {"creator": camille.pk, "kind": "gift", "items": items, "sent_on": day(0)}
    assert bob.post(bob.at("sendings/"), body).status_code == 409
    assert Sending.objects.count() == 1


def test_stock_follows_corrections(bob: Client, camille: Creator, oil: Product, soap: Product) -> None:
    gift = _enter(bob, camille, oil, sent_on=day(-1))
    at = bob.at(f"sendings/{gift['id']}/")
    swapped = [{"product": oil.pk, "quantity": 1}, {"product": soap.pk, "quantity": 3}]
    assert bob.patch(at, {"items": swapped}).status_code == 200
    assert (_stock(oil), _stock(soap)) == (9, 0)
    assert bob.patch(at, {"sent_on": None}).json()["state"] == "draft"
    assert (_stock(oil), _stock(soap)) == (10, 3)
    assert bob.patch(at, {"sent_on": day(-1)}).json()["state"] == "sent"
    assert (_stock(oil), _stock(soap)) == (9, 0)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"sent_on": day(1)}, "sent_on"),
        ({"prepared_on": day(-1), "sent_on": day(-2)}, "sent_on"),
        ({"sent_on": day(-1), "delivered_on": day(-2)}, "delivered_on"),
        ({"kind": "loan", "sent_on": day(-1), "due_back_on": day(-2)}, "due_back_on"),
        ({"due_back_on": day(3)}, "due_back_on"),
        ({"items": []}, "items"),
        ({"kind": "swap"}, "kind"),
        ({"carrier": "pigeon"}, "carrier"),
        ({"carriage_amount": "-1"}, "carriage_amount"),
        ({"address": {"recipient": "X"}}, "address.line1"),
        ({"sent_on": "hier"}, "sent_on"),
    ],
)
def test_what_cannot_be_true_is_refused(
    bob: Client, camille: Creator, oil: Product, values: dict[str, Any], field: str
) -> None:
    body = {"creator": camille.pk, "kind": "gift", "items": [{"product": oil.pk, "quantity": 1}], **values}
    answer = bob.post(bob.at("sendings/"), body)
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid"), answer.content
    assert field in answer.json()["errors"]
    assert (Sending.objects.count(), SendingItem.objects.count(), _stock(oil)) == (0, 0, 10)


def test_items_are_checked(bob: Client, camille: Creator, oil: Product) -> None:
    twice = [{"product": oil.pk, "quantity": 1}, {"product": oil.pk, "quantity": 2}]
    cases: list[tuple[Any, str]] = [
        (twice, "items.1.product"),
        ([{"product": oil.pk, "quantity": 0}], "items.0.quantity"),
    ]
    for items, field in cases:
        answer = bob.post(bob.at("sendings/"), {"creator": camille.pk, "kind": "gift", "items": items})
        assert (answer.status_code, list(answer.json()["errors"])) == (400, [field])
    bob.patch(bob.at(f"products/{oil.pk}/"), {"is_archived": True})
    answer = bob.post(bob.at("sendings/"), {"creator": camille.pk, "kind": "gift", "items": twice[:1]})
    assert list(answer.json()["errors"]) == ["items.0.product"]
    assert not Sending.objects.exists()


def test_card_and_campaign_follow_from_each_other(bob: Client, camille: Creator, oil: Product) -> None:
    noel, ete = factories.make_campaign(oil.brand), factories.make_campaign(oil.brand, "Été")
    card = factories.make_card(noel, camille)
    other = factories.make_card(noel, factories.make_creator("Noé Petit"))
    by_card = _enter(bob, camille, oil, participation=card.pk)
    assert (by_card["campaign"]["id"], by_card["campaign"]["brand"]["name"]) == (noel.pk, "Maison Olivier")
    assert _enter(bob, camille, oil, campaign=noel.pk)["participation"] == card.pk
    assert _enter(bob, camille, oil, campaign=ete.pk)["participation"] is None
    for values, field in (
        ({"participation": other.pk}, "participation"),
        ({"participation": card.pk, "campaign": ete.pk}, "campaign"),
    ):
        body = {"creator": camille.pk, "kind": "gift", "items": [{"product": oil.pk, "quantity": 1}], **values}
        answer = bob.post(bob.at("sendings/"), body)
        assert (answer.status_code, list(answer.json()["errors"])) == (400, [field])
    assert Sending.objects.count() == 3
    freed = bob.patch(bob.at(f"sendings/{by_card['id']}/"), {"participation": None, "campaign": None}).json()
    assert (freed["participation"], freed["campaign"]) == (None, None)


def test_two_editors(bob: Client, alice: Client, camille: Creator, oil: Product, key_client: Any) -> None:
    gift = _enter(bob, camille, oil)
    at = bob.at(f"sendings/{gift['id']}/")
    assert bob.patch(at, {"notes": "Bob"}, headers={"If-Match": '"1"'}).json()["version"] == 2
    stale = alice.patch(at, {"notes": "Alice"}, headers={"If-Match": '"1"'})
    assert (stale.status_code, stale.json()["current"]["notes"]) == (412, "Bob")
    assert key_client().patch(at, {"notes": "clé"}).status_code == 428
    assert Sending.objects.get().notes == "Bob"


def test_filters_and_orders(bob: Client, camille: Creator, oil: Product, soap: Product) -> None:
    noe = factories.make_creator("Noé Petit")
    campaign = factories.make_campaign(oil.brand)
    draft = _enter(bob, camille, oil)["id"]
    late = _enter(bob, noe, soap, 1, kind="loan", sent_on=day(-9), due_back_on=day(-1), tracking_number="AB 12")["id"]
    loan = _enter(bob, camille, oil, kind="loan", sent_on=day(-3), due_back_on=day(0), campaign=campaign.pk)["id"]
    gone = _enter(bob, noe, oil, sent_on=day(-5))["id"]
    _step(bob, {"id": gone}, "cancel")

    def found(query: str) -> list[int]:
        answer = bob.get(bob.at(f"sendings/?{query}"))
        assert answer.status_code == 200, answer.content
        return [row["id"] for row in answer.json()["results"]]

    assert found("") == [gone, loan, late, draft]
    assert found("state=draft") == [draft]
    assert found("state=sent&state=cancelled") == [gone, loan, late]
    assert found("kind=loan") == [loan, late]
    assert found(f"campaign={campaign.pk}") == [loan]
    assert found(f"creator={noe.pk}") == [gone, late]
    assert found(f"product={soap.pk}") == [late]
    assert found("late=true") == [late]
    assert found("late=false") == [gone, loan, draft]
    assert found("q=camille lef") == [loan, draft]
    assert found("q=ancienne") == [late]
    assert found("q=ab12") == [late]
    assert found(f"sent_after={day(-5)}&sent_before={day(-4)}") == [gone]
    # What has no such day comes last, both ways.
    assert found("order=sent") == [late, gone, loan, draft]
    assert found("order=-sent") == [loan, gone, late, draft]
    assert found("order=due_back") == [late, loan, draft, gone]
    assert bob.get(bob.at("sendings/?state=lost")).status_code == 400


@pytest.mark.parametrize(
    ("kind", "becomes"),
    [("prospect", "sending"), ("agreed", "sending"), ("publishing", "publishing"), ("dropped", "dropped")],
)
def test_the_card_moves_forward_when_the_parcel_leaves(
    bob: Client, camille: Creator, oil: Product, kind: str, becomes: str
) -> None:
    card = factories.make_card(factories.make_campaign(oil.brand), camille, kind)
    gift = _enter(bob, camille, oil, participation=card.pk)
    assert Participation.objects.get().stage.kind == kind
    _step(bob, gift, "send")
    card.refresh_from_db()
    assert card.stage.kind == becomes
    moves = StageMove.objects.values_list("caused_by", "user__name")
    assert list(moves) == ([] if kind == becomes else [("rule", "Bob Durand")])


def test_a_tracking_number_moves_the_card(bob: Client, camille: Creator, oil: Product) -> None:
    card = factories.make_card(factories.make_campaign(oil.brand), camille)
    gift = _enter(bob, camille, oil, participation=card.pk)
    assert bob.patch(bob.at(f"sendings/{gift['id']}/"), {"tracking_number": "6A12345678901"}).status_code == 200
    card.refresh_from_db()
    assert card.stage.kind == "sending"


def test_a_card_that_left_the_board_stays_away(bob: Client, camille: Creator, oil: Product) -> None:
    card = factories.make_card(factories.make_campaign(oil.brand), camille)
    gift = _enter(bob, camille, oil, participation=card.pk)
    Participation.objects.update(removed_at=clock.now())
    assert _step(bob, gift, "send").status_code == 200
    assert not StageMove.objects.exists()
