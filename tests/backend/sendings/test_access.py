"""Who sees and writes what; how many statements it takes (g1, g4, g7)."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from relais.creators.models import Creator
from relais.kit.tenancy import workspace_scope
from relais.sendings.models import Product, Sending, StockMove
from relais.workspaces.models import Workspace
from tests import factories
from tests.backend.conftest import Client


@pytest.fixture
def foreign(other_workspace: Workspace) -> dict[str, Any]:
    with workspace_scope(other_workspace.pk):
        brand = factories.make_brand("Concurrent")
        creator = factories.make_creator("Étrangère")
        campaign = factories.make_campaign(brand)
        return {
            "brand": brand.pk,
            "creator": creator.pk,
            "address_id": factories.make_address(creator).pk,
            "campaign": campaign.pk,
            "participation": factories.make_card(campaign, creator).pk,
            "product": factories.make_product(brand, stock=5).pk,
            "sending": Sending.objects.create(creator=creator, kind="gift").pk,
        }


def _counts() -> tuple[int, ...]:
    return tuple(m.all_workspaces.count() for m in (Product, Sending, StockMove))


def test_foreign_rows_answer_as_unknown_ones(bob: Client, foreign: dict[str, Any], oil: Product) -> None:
    before = _counts()
    for path, method, body in (
        ("products/{product}/", "get", None),
        ("products/{product}/", "patch", {"name": "x"}),
        ("products/{product}/stock-moves/", "get", None),
        ("products/{product}/stock-moves/", "post", {"quantity": 1, "reason": "received"}),
        ("sendings/{sending}/", "get", None),
        ("sendings/{sending}/", "patch", {"notes": "x"}),
        ("sendings/{sending}/", "delete", None),
        *(
            (f"sendings/{{sending}}/{s}/", "post", {})
            for s in ("prepare", "send", "deliver", "return", "cancel", "restore")
        ),
    ):
        answers = [
            getattr(bob, method)(bob.at(path.format(**ids)), body)
            for ids in (foreign, dict.fromkeys(foreign, 999_999_999))
        ]
        assert [a.status_code for a in answers] == [404, 404], path
        first, second = ({k: v for k, v in a.json().items() if k != "correlation_id"} for a in answers)
        assert first == second
    assert _counts() == before


@pytest.mark.parametrize("field", ["creator", "campaign", "participation", "address_id", "product"])
def test_foreign_ids_in_a_body_are_refused(
    bob: Client, foreign: dict[str, Any], camille: Creator, oil: Product, field: str
) -> None:
    body = {"creator": camille.pk, "kind": "gift", "items": [{"product": oil.pk, "quantity": 1}]}
    made = bob.post(bob.at("sendings/"), body).json()
    before = _counts()
    item = {"items": [{"product": foreign["product"], "quantity": 1}]}
    change = item if field == "product" else {field: foreign[field]}
    path = "items.0.product" if field == "product" else field
    answer = bob.post(bob.at("sendings/"), body | change)
    assert (answer.status_code, list(answer.json()["errors"])) == (400, [path])
    if field != "creator":
        answer = bob.patch(bob.at(f"sendings/{made['id']}/"), change)
        assert (answer.status_code, list(answer.json()["errors"])) == (400, [path])
    assert _counts() == before
    assert bob.get(bob.at(f"sendings/{made['id']}/")).json() == made


def test_a_foreign_brand_is_refused(bob: Client, foreign: dict[str, Any]) -> None:
    answer = bob.post(bob.at("products/"), {"brand": foreign["brand"], "name": "x", "sku": "x"})
    assert (answer.status_code, list(answer.json()["errors"])) == (400, ["brand"])


def test_lists_show_nothing_foreign(bob: Client, foreign: dict[str, Any]) -> None:
    for path in (
        "products/",
        "sendings/",
        f"sendings/?creator={foreign['creator']}",
        f"products/?brand={foreign['brand']}",
    ):
        assert bob.get(bob.at(path)).json()["results"] == []


def test_a_sku_of_another_workspace_is_free(bob: Client, foreign: dict[str, Any], brand: Any) -> None:
    assert bob.post(bob.at("products/"), {"brand": brand.pk, "name": "Huile", "sku": "HUILE-50"}).status_code == 201


def test_viewers_only_read(viewer: Client, camille: Creator, oil: Product) -> None:
    sending = Sending.objects.create(creator=camille, kind="gift")
    before = _counts()
    for path in ("products/", f"products/{oil.pk}/", f"products/{oil.pk}/stock-moves/", f"sendings/{sending.pk}/"):
        assert viewer.get(viewer.at(path)).status_code == 200
    for method, path in (
        ("post", "products/"),
        ("patch", f"products/{oil.pk}/"),
        ("delete", f"products/{oil.pk}/"),
        ("post", f"products/{oil.pk}/stock-moves/"),
        ("post", "sendings/"),
        ("patch", f"sendings/{sending.pk}/"),
        ("delete", f"sendings/{sending.pk}/"),
        ("post", f"sendings/{sending.pk}/send/"),
    ):
        answer = getattr(viewer, method)(viewer.at(path), {})
        assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed"), path
    assert _counts() == before


def test_a_key_that_reads_does_not_write(key_client: Callable[..., Client], oil: Product) -> None:
    reader = key_client("read")
    assert reader.get(reader.at("products/")).status_code == 200
    assert (
        reader.post(reader.at(f"products/{oil.pk}/stock-moves/"), {"quantity": 1, "reason": "received"}).status_code
        == 403
    )


def test_lists_take_the_same_statements_for_2_and_20_rows(
    bob: Client, camille: Creator, oil: Product, brand: Any
) -> None:
    def statements(path: str) -> int:
        with CaptureQueriesContext(connection) as seen:
            assert len(bob.get(bob.at(path)).json()["results"]) > 1
        return len(seen)

    def fill(count: int) -> None:
        for n in range(count):
            tag = f"{Product.objects.count()}"
            product = factories.make_product(brand, f"Produit {tag}", f"P-{tag}", stock=1)
            creator = factories.make_creator(f"Créatrice {tag}")
            card = factories.make_card(factories.make_campaign(brand, f"Campagne {tag}"), creator)
            items = [{"product": p.pk, "quantity": 1} for p in (product, oil)]
            body = {"creator": creator.pk, "kind": "gift", "items": items, "participation": card.pk}
            assert bob.post(bob.at("sendings/"), body).status_code == 201, n

    fill(2)
    few = [statements("sendings/"), statements("products/")]
    fill(18)
    assert [statements("sendings/"), statements("products/")] == few
