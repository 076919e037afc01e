from typing import Any

import pytest

from relais.sendings.models import Product
from relais.workspaces.models import Brand, Workspace
from tests import factories


@pytest.fixture
def brand(scope: Workspace) -> Brand:
    return factories.make_brand()


@pytest.fixture
def oil(brand: Brand) -> Product:
    return factories.make_product(brand, stock=10)


@pytest.fixture
def soap(brand: Brand) -> Product:
    return factories.make_product(brand, "Savon à l’ancienne", "SAVON-01", stock=3)


@pytest.fixture
def camille(scope: Workspace) -> Any:
    creator = factories.make_creator()
    factories.make_address(creator)
    return creator
