"""Stock is the sum of its moves and never negative, whoever writes at the same time (g44)."""

import contextlib
import random
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.db.models import Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relais.kit.actors import Actor
from relais.kit.errors import DomainError
from relais.kit.tenancy import workspace_scope
from relais.sendings import actions
from relais.sendings.errors import OutOfStockError
from relais.sendings.models import Product, Sending, StockMove
from relais.workspaces.models import Workspace
from tests import factories

DAY = date(2026, 3, 9)
BY = Actor()


def _sums() -> dict[int, int]:
    return dict(StockMove.objects.values_list("product_id").annotate(Sum("quantity")).order_by())


def _assert_true() -> None:
    stocks = dict(Product.objects.values_list("pk", "stock"))
    assert {pk: stock for pk, stock in stocks.items() if stock} == {pk: s for pk, s in _sums().items() if s}
    assert all(stock >= 0 for stock in stocks.values())


@pytest.mark.django_db(transaction=True)
def test_sixteen_writers_never_take_what_is_not_there() -> None:
    workspace = factories.make_workspace(factories.make_user())
    with workspace_scope(workspace.pk):
        brand = factories.make_brand()
        products = [factories.make_product(brand, f"Produit {n}", f"P-{n}", stock=20) for n in range(3)]
        creator = factories.make_creator()

    def work(seed: int) -> tuple[int, int]:
        chance = random.Random(seed)
        refused = done = 0
        try:
            with workspace_scope(workspace.pk):
                for _round in range(4):
                    # Each in its own order of products: none may wait for the other for ever.
                    picked = chance.sample(products, 2)
                    items = [{"product": p, "quantity": chance.randint(1, 3)} for p in picked]
                    values = {"kind": "loan", "sent_on": DAY, "due_back_on": DAY}
                    try:
                        sending = actions.create_sending(creator=creator, values=values, items=items, today=DAY, by=BY)
                    except OutOfStockError:
                        refused += 1
                        continue
                    done += 1
                    if chance.random() < 0.3:
                        actions.return_sending(sending=sending, on=DAY, today=DAY, by=BY)
                    elif chance.random() < 0.3:
                        actions.cancel_sending(sending=sending, by=BY)
        finally:
            connection.close()
        return done, refused

    with ThreadPoolExecutor(16) as pool:
        results = list(pool.map(work, range(16)))
    assert sum(done + refused for done, refused in results) == 64
    assert sum(refused for _, refused in results) > 0, "the stock must have run out, or nothing was tried"
    with workspace_scope(workspace.pk):
        _assert_true()


@pytest.mark.django_db(transaction=True)
def test_the_last_piece_goes_to_one_of_sixteen() -> None:
    workspace = factories.make_workspace(factories.make_user())
    with workspace_scope(workspace.pk):
        product = factories.make_product(factories.make_brand(), stock=1)

    def take(_n: int) -> bool:
        try:
            with workspace_scope(workspace.pk):
                actions.move_stock(product=product, quantity=-1, reason="corrected", why="", by=BY)
        except OutOfStockError:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(16) as pool:
        assert sum(pool.map(take, range(16))) == 1
    with workspace_scope(workspace.pk):
        product.refresh_from_db()
        assert product.stock == 0
        _assert_true()


STEP = st.tuples(
    st.sampled_from(["create", "send", "deliver", "return", "part", "cancel", "restore", "edit", "unsend", "receive"]),
    st.integers(0, 3),
    st.integers(1, 4),
)


@pytest.mark.django_db
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEP, max_size=14))
def test_whatever_happens_stock_is_the_sum_of_its_moves(steps: list[tuple[str, int, int]], scope: Workspace) -> None:
    brand = factories.make_brand(f"Marque {Product.objects.count()}")
    product = factories.make_product(brand, "Produit", f"P-{Product.objects.count()}", stock=6)
    creator = factories.make_creator()
    made: list[Sending] = []
    for what, which, pieces in steps:
        sending = Sending.objects.get(pk=made[which % len(made)].pk) if made else None
        with contextlib.suppress(DomainError):
            made += _do(what, sending, pieces, product, creator)
        product.refresh_from_db()
        _assert_true()
    out = sum(
        item.quantity - item.returned_quantity
        for sending in Sending.objects.filter(pk__in=[s.pk for s in made], sent_on__isnull=False, cancelled_at=None)
        for item in sending.items.all()
    )
    received = StockMove.objects.filter(product=product, sending=None).aggregate(n=Sum("quantity"))["n"]
    assert product.stock == received - out


def _do(what: str, sending: Sending | None, pieces: int, product: Product, creator: Any) -> list[Sending]:
    items = [{"product": product, "quantity": pieces}]
    if what == "receive":
        actions.move_stock(product=product, quantity=pieces, reason="received", why="", by=BY)
    elif what == "create" or sending is None:
        values = {"kind": "loan", "due_back_on": DAY}
        return [actions.create_sending(creator=creator, values=values, items=items, today=DAY, by=BY)]
    elif what == "send":
        actions.send_sending(sending=sending, on=DAY, today=DAY, by=BY)
    elif what == "deliver":
        actions.deliver_sending(sending=sending, on=DAY, today=DAY, by=BY)
    elif what == "return":
        actions.return_sending(sending=sending, on=DAY, today=DAY, by=BY)
    elif what == "part":
        actions.return_sending(sending=sending, on=DAY, today=DAY, by=BY, pieces=[{"product": product, "quantity": 1}])
    elif what == "cancel":
        actions.cancel_sending(sending=sending, by=BY)
    elif what == "restore":
        actions.restore_sending(sending=sending, by=BY)
    elif what == "edit":
        actions.change_sending(sending=sending, values={"items": items}, today=DAY, by=BY)
    else:
        values = {"sent_on": None, "delivered_on": None, "returned_on": None}
        actions.change_sending(sending=sending, values=values, today=DAY, by=BY)
    return []
