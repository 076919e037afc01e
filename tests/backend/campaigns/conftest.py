"""A campaign with cards in Alice's workspace."""

from collections.abc import Callable

import pytest

from relais.campaigns.models import Campaign, Participation, Stage
from relais.campaigns.querysets import stages_in_use
from relais.workspaces.models import Workspace
from tests import factories

Cards = Callable[..., list[Participation]]


@pytest.fixture
def stages(scope: Workspace) -> dict[str, Stage]:
    """Stages by kind."""
    return {stage.kind: stage for stage in stages_in_use()}


@pytest.fixture
def campaign(scope: Workspace) -> Campaign:
    return factories.make_campaign(factories.make_brand(), "Huiles nouvelles")


@pytest.fixture
def cards(campaign: Campaign, stages: dict[str, Stage]) -> Cards:
    """Make cards in a column, in order: `cards(3)`, `cards(2, "agreed")`."""

    def make(count: int, kind: str = "prospect") -> list[Participation]:
        return factories.make_cards(campaign, stages[kind], count)

    return make
