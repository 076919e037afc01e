from typing import Any

import pytest

from relais.creators.models import Creator
from relais.kit import clock
from relais.kit.actors import Actor
from relais.sendings.actions import create_sending
from relais.sendings.models import Product, Sending
from relais.workspaces.models import Brand, Workspace
from tests import factories


@pytest.fixture
def brand(scope: Workspace) -> Brand:
    return factories.make_brand()


@pytest.fixture
def oil(brand: Brand) -> Product:
    return factories.make_product(brand, stock=100)


@pytest.fixture
def camille(scope: Workspace) -> Creator:
    return factories.make_creator()


@pytest.fixture
def send(oil: Product) -> Any:
    """Send a bottle to a creator: `send(camille, sent_on=…)`."""

    def make(creator: Creator, **values: Any) -> Sending:
        items = [{"product": values.pop("product", oil), "quantity": 1}]
        today = clock.today("Europe/Paris")
        return create_sending(creator=creator, values={"kind": "gift", **values}, items=items, today=today, by=Actor())

    return make
