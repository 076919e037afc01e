from typing import Any

from relais.activity.models import Activity
from relais.sendings.models import Product, StockMove
from relais.workspaces.models import Brand
from tests import factories
from tests.backend.conftest import Client


def _write(brand: Brand, **values: Any) -> dict[str, Any]:
    return {"brand": brand.pk, "name": "Huile d’olive", "sku": "Huile-50", **values}


def test_add_a_product(bob: Client, brand: Brand) -> None:
    answer = bob.post(bob.at("products/"), _write(brand, public_value_amount="24.9", cost_amount=None))
    assert answer.status_code == 201, answer.content
    body = answer.json()
    assert body["brand"] == {"id": brand.pk, "name": "Maison Olivier"}
    assert (body["public_value_amount"], body["cost_amount"], body["stock"]) == ("24.90", None, 0)
    assert answer["ETag"] == '"1"'
    assert Activity.objects.get(subject_type="product").verb == "product.created"


def test_a_sku_is_one_products_in_any_case(bob: Client, brand: Brand) -> None:
    assert bob.post(bob.at("products/"), _write(brand)).status_code == 201
    answer = bob.post(bob.at("products/"), _write(brand, sku="HUILE-50"))
    assert (answer.status_code, answer.json()["code"]) == (409, "sku_taken")
    assert list(answer.json()["errors"]) == ["sku"]
    assert Product.objects.count() == 1


def test_stock_cannot_be_written(bob: Client, oil: Product) -> None:
    answer = bob.patch(bob.at(f"products/{oil.pk}/"), {"stock": 99, "id": 5, "version": 77, "name": "Autre"})
    assert answer.status_code == 200
    assert (answer.json()["stock"], answer.json()["id"], answer.json()["version"]) == (10, oil.pk, 2)


def test_change_needs_the_version_that_was_read(bob: Client, oil: Product, key_client: Any) -> None:
    at = bob.at(f"products/{oil.pk}/")
    assert bob.patch(at, {"name": "Premier"}, headers={"If-Match": '"1"'}).status_code == 200
    late = bob.patch(at, {"name": "Second"}, headers={"If-Match": '"1"'})
    assert (late.status_code, late.json()["code"], late.json()["current"]["name"]) == (412, "stale_version", "Premier")
    assert key_client().patch(at, {"name": "Par clé"}).status_code == 428
    oil.refresh_from_db()
    assert oil.name == "Premier"


def test_archive_and_bring_back(bob: Client, oil: Product) -> None:
    at = bob.at(f"products/{oil.pk}/")
    assert bob.patch(at, {"is_archived": True}).json()["archived_at"] is not None
    listed = {a: bob.get(bob.at(f"products/?archived={a}")).json()["results"] for a in ("true", "false")}
    assert (len(listed["true"]), len(listed["false"])) == (1, 0)
    assert bob.patch(at, {"is_archived": False}).json()["archived_at"] is None


def test_filters(bob: Client, oil: Product, soap: Product) -> None:
    Product.objects.filter(pk=soap.pk).update(low_stock_at=3)
    tea = factories.make_product(factories.make_brand("Thés du Soir"), "Thé à la menthe", "THE-9", stock=1)

    def names(query: str) -> list[str]:
        answer = bob.get(bob.at(f"products/?{query}"))
        assert answer.status_code == 200, answer.content
        return [row["sku"] for row in answer.json()["results"]]

    assert names("order=name") == ["HUILE-50", "SAVON-01", "THE-9"]
    assert names(f"brand={tea.brand_id}") == ["THE-9"]
    assert names("q=the a") == ["THE-9"]
    assert names("q=savon-0") == ["SAVON-01"]
    assert names("low=true") == ["SAVON-01"]
    assert names("low=false&order=name") == ["HUILE-50", "THE-9"]
    assert names("order=-stock") == ["HUILE-50", "SAVON-01", "THE-9"]
    unknown = bob.get(bob.at("products/?sku=x"))
    assert (unknown.status_code, unknown.json()["code"]) == (400, "unknown_parameter")


def test_receive_write_off_and_correct(bob: Client, oil: Product) -> None:
    at = bob.at(f"products/{oil.pk}/stock-moves/")
    steps = [
        ({"quantity": 5, "reason": "received"}, 15),
        ({"quantity": 2, "reason": "written_off", "why": "Bouteilles cassées"}, 13),
        ({"quantity": -3, "reason": "corrected", "why": "Inventaire"}, 10),
    ]
    for body, stock in steps:
        answer = bob.post(at, body)
        assert (answer.status_code, answer.json().get("stock")) == (201, stock), answer.content
    rows = bob.get(at).json()["results"]
    assert [(row["quantity"], row["reason"], row["made_by"]) for row in rows] == [
        (-3, "corrected", "Bob Durand"),
        (-2, "written_off", "Bob Durand"),
        (5, "received", "Bob Durand"),
        (10, "received", None),
    ]
    assert Activity.objects.filter(verb="stock.moved").count() == 4


def test_stock_moves_are_checked(bob: Client, oil: Product) -> None:
    at = bob.at(f"products/{oil.pk}/stock-moves/")
    for body in (
        {"quantity": 0, "reason": "corrected"},
        {"quantity": -1, "reason": "received"},
        {"quantity": 1, "reason": "sent"},
        {"quantity": 2**40, "reason": "received"},
        {"reason": "received"},
    ):
        assert bob.post(at, body).status_code == 400, body
    answer = bob.post(at, {"quantity": 11, "reason": "written_off"})
    assert answer.status_code == 409
    problem = answer.json()
    assert {k: problem[k] for k in ("code", "product", "name", "left", "wanted")} == {
        "code": "out_of_stock",
        "product": oil.pk,
        "name": oil.name,
        "left": 10,
        "wanted": 11,
    }
    oil.refresh_from_db()
    assert (oil.stock, StockMove.objects.count()) == (10, 1)


def test_only_managers_delete_and_never_what_was_sent(bob: Client, alice: Client, oil: Product, camille: Any) -> None:
    at = f"products/{oil.pk}/"
    assert bob.delete(bob.at(at)).status_code == 403
    body = {"creator": camille.pk, "kind": "gift", "items": [{"product": oil.pk, "quantity": 1}]}
    assert bob.post(bob.at("sendings/"), body).status_code == 201
    answer = alice.delete(alice.at(at))
    assert (answer.status_code, answer.json()["code"]) == (409, "product_in_use")
    unused = factories.make_product(oil.brand, "Carte", "CARTE", stock=2)
    assert alice.delete(alice.at(f"products/{unused.pk}/")).status_code == 204
    assert list(Product.objects.values_list("pk", flat=True)) == [oil.pk]
