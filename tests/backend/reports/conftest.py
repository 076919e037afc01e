"""A day at the agency: one row of every kind that waits, at nine in the morning of a Monday."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from relais.campaigns.actions import create_task, make_promise
from relais.campaigns.models import Campaign, Participation, Stage
from relais.campaigns.querysets import stages_in_use
from relais.creators.models import Channel, Creator
from relais.kit import clock
from relais.kit.actors import SYSTEM
from relais.reports.rules import LineKind
from relais.sendings.actions import create_sending
from relais.sendings.models import Product, Sending
from relais.workspaces.models import Workspace
from tests import factories
from tests.backend.conftest import Client

TODAY = date(2026, 6, 15)
NINE = datetime(2026, 6, 15, 7, 0, tzinfo=UTC)  # in Paris


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def today(client: Client, query: str = "?owner=all") -> dict[str, Any]:
    answer = client.get(client.at(f"today/{query}"))
    assert answer.status_code == 200, answer.content
    body: dict[str, Any] = answer.json()
    return body


def lines(client: Client, query: str = "?owner=all") -> list[tuple[str, str, str]]:
    """Return kind, urgency and subject of what waits."""
    return [(line["kind"], line["urgency"], line["subject"]) for line in today(client, query)["lines"]]


def count_of(body: dict[str, Any], kind: str) -> int:
    return next(int(each["count"]) for each in body["counts"] if each["kind"] == kind)


@pytest.fixture(autouse=True)
def nine() -> Iterator[None]:
    with clock.pinned(NINE):
        yield


@pytest.fixture
def stages(scope: Workspace) -> dict[str, Stage]:
    return {stage.kind: stage for stage in stages_in_use()}


@pytest.fixture
def campaign(scope: Workspace) -> Campaign:
    return factories.make_campaign(factories.make_brand(), "Box de printemps", state="active")


@pytest.fixture
def soap(campaign: Campaign) -> Product:
    return factories.make_product(campaign.brand, "Savon", "SAVON", stock=10_000)


class House:
    """Makes rows that wait; each takes how many days ago, or ahead as a negative number."""

    def __init__(self, campaign: Campaign, soap: Product, stages: dict[str, Stage]) -> None:
        self.campaign, self.soap, self.stages = campaign, soap, stages
        self.people = 0

    def person(self, **fields: Any) -> Creator:
        self.people += 1
        return factories.make_creator(f"Camille {self.people}", **fields)

    def task(self, days: int | None = 0, **values: Any) -> Any:
        due_on = None if days is None else ago(days)
        return create_task(values={"title": "Appeler", "due_on": due_on} | values, by=SYSTEM)

    def promise(self, days: int | None = 0, **values: Any) -> Any:
        due_on = None if days is None else ago(days)
        return make_promise(creator=self.person(), values={"title": "Les photos", "due_on": due_on} | values, by=SYSTEM)

    def card(
        self,
        kind: str = "prospect",
        entered: int = 0,
        *,
        campaign: Campaign | None = None,
        creator: Creator | None = None,
        **fields: Any,
    ) -> Participation:
        since = NINE - timedelta(days=entered)
        person = creator or self.person()
        card = factories.make_card(campaign or self.campaign, person, kind, stage_since=since, **fields)
        Participation.objects.filter(pk=card.pk).update(updated_at=since)
        return card

    def next_action(self, days: int = 0, **fields: Any) -> Participation:
        return self.card(next_action="Relancer", next_action_on=ago(days), **fields)

    def sending(
        self, sent: int, delivered: int | None = None, *, creator: Creator | None = None, **values: Any
    ) -> Sending:
        dates = {"sent_on": ago(sent), "delivered_on": None if delivered is None else ago(delivered)}
        card = values.get("participation")
        return create_sending(
            creator=creator or (card.creator if card else self.person()),
            values={"kind": "gift"} | dates | values,
            items=[{"product": self.soap, "quantity": 1}],
            today=TODAY,
            by=SYSTEM,
        )

    def loan(self, due: int, sent: int = 20, delivered: int | None = 19) -> Sending:
        """A loan of a campaign whose card nothing is expected of."""
        card = self.card("done")
        return self.sending(sent, delivered, kind="loan", due_back_on=ago(due), participation=card)

    def channel(self, code: str = "gone", measured: int | None = 3, **fields: Any) -> Channel:
        person = fields.pop("creator", None) or self.person()
        key = f"blog{Channel.objects.count()}.example"
        return Channel.objects.create(
            creator=person,
            platform="blog",
            key=key,
            url=f"https://{key}/",
            error_code=code,
            state="gone",
            measured_at=None if measured is None else NINE - timedelta(days=measured),
            **fields,
        )


@pytest.fixture
def house(campaign: Campaign, soap: Product, stages: dict[str, Stage]) -> House:
    return House(campaign, soap, stages)


#: One late (or, without a day, forgotten) row of each kind.
MAKERS: dict[LineKind, Callable[[House], Any]] = {
    LineKind.TASK: lambda house: house.task(2),
    LineKind.PROMISE: lambda house: house.promise(3),
    LineKind.NEXT_ACTION: lambda house: house.next_action(1),
    LineKind.PARCEL: lambda house: house.sending(9),
    LineKind.LOAN: lambda house: house.loan(5),
    LineKind.COVERAGE: lambda house: house.card("publishing", 30),
    LineKind.STALE: lambda house: house.card("contacted", 20),
    LineKind.REFRESH: lambda house: house.channel(),
}
