"""A request killed at any of its statements is done or not done; sent again, it is done once (guarantees 43, 45).

The caller got no answer and cannot know which of the two it was.
"""

import itertools
import os
from collections.abc import Callable
from typing import Any, TypeVar

import pytest

from relais.activity.models import Activity
from relais.campaigns.models import Campaign, Participation, Stage, StageMove
from relais.campaigns.querysets import stages_in_use
from relais.creators.models import Creator
from relais.kit.idempotency import REPLAYED
from relais.kit.tenancy import workspace_scope
from relais.sendings.models import Product, Sending, StockMove
from relais.workspaces.models import Workspace
from tests import factories
from tests.backend.conftest import Client
from tests.backend.dying import KILLED, dies_at

pytestmark = pytest.mark.django_db(transaction=True)

Thing = TypeVar("Thing")


def at_each_statement(
    make: Callable[[], Thing],
    send: Callable[[Thing], Any],
    whole: Callable[[Thing], bool],
    done: Callable[[Thing], bool],
    *,
    reads_back: bool = True,
) -> None:
    """Kill the request `send` at its first statement, its second, and so on until it ends; each on a thing of its own.

    Args:
        make: something to do it to.
        send: the request.
        whole: whether the thing is as before, or as it should be: nothing between.
        done: whether it is as it should be, once.
        reads_back: whether something is read after the commit, for the answer: then one death at least falls there.
    """
    deaths, after_commit = 0, 0
    while True:
        thing = make()
        died = dies_at(lambda thing=thing: send(thing), deaths)  # type: ignore[misc]
        assert whole(thing), f"half done when killed at statement {deaths}"
        after_commit += died and done(thing)
        again = send(thing)
        assert again.status_code in {200, 201, 409}, again.content
        assert done(thing), f"sent again after a death at statement {deaths}: {again.content!r}"
        if not died:
            break
        deaths += 1
    assert deaths > 10
    assert bool(after_commit) is reads_back


@pytest.fixture
def campaign(workspace: Workspace) -> Campaign:
    with workspace_scope(workspace.pk):
        return factories.make_campaign(factories.make_brand())


def stage(workspace: Workspace, kind: str) -> Stage:
    return stages_in_use().get(kind=kind)


def lines(card: Participation, verb: str) -> int:
    return Activity.objects.filter(subject_type="participation", subject_id=card.pk, verb=verb).count()


def test_g45_a_move(workspace: Workspace, alice: Client, campaign: Campaign) -> None:
    with workspace_scope(workspace.pk):
        prospect, agreed = stage(workspace, "prospect"), stage(workspace, "agreed")

        def facts(card: Participation) -> tuple[Any, ...]:
            stored = Participation.objects.get(pk=card.pk)
            moves = StageMove.objects.filter(participation=card).count()
            return stored.stage_id, stored.version, moves, lines(card, "participation.moved")

        def send(card: Participation) -> Any:
            body = {"to": agreed.pk, "after": None, "expected_from": prospect.pk}
            return alice.post(alice.at(f"participations/{card.pk}/move/"), body)

        at_each_statement(
            make=lambda: factories.make_cards(campaign, prospect, 1)[0],
            send=send,
            whole=lambda card: facts(card) in {(prospect.pk, 1, 0, 0), (agreed.pk, 2, 1, 1)},
            done=lambda card: facts(card) == (agreed.pk, 2, 1, 1),
        )


def test_g45_an_undone_move(workspace: Workspace, alice: Client, campaign: Campaign) -> None:
    with workspace_scope(workspace.pk):
        prospect, agreed = stage(workspace, "prospect"), stage(workspace, "agreed")
        moves: dict[int, int] = {}

        def make() -> Participation:
            (card,) = factories.make_cards(campaign, prospect, 1)
            answer = alice.post(alice.at(f"participations/{card.pk}/move/"), {"to": agreed.pk, "after": None})
            moves[card.pk] = answer.json()["move"]
            return card

        def facts(card: Participation) -> tuple[Any, ...]:
            stored = Participation.objects.get(pk=card.pk)
            return stored.stage_id, stored.version, StageMove.objects.filter(participation=card).count()

        at_each_statement(
            make=make,
            send=lambda card: alice.post(alice.at(f"participations/{card.pk}/undo-move/"), {"move": moves[card.pk]}),
            whole=lambda card: facts(card) in {(agreed.pk, 2, 1), (prospect.pk, 3, 2)},
            done=lambda card: facts(card) == (prospect.pk, 3, 2),
        )


def test_g45_a_bulk_move(workspace: Workspace, alice: Client, campaign: Campaign) -> None:
    with workspace_scope(workspace.pk):
        prospect, agreed = stage(workspace, "prospect"), stage(workspace, "agreed")

        def facts(cards: list[Participation]) -> set[tuple[int, int]]:
            return set(
                Participation.objects.filter(pk__in=[card.pk for card in cards]).values_list("stage_id", "version")
            )

        at_each_statement(
            make=lambda: factories.make_cards(campaign, prospect, 3),
            send=lambda cards: alice.post(
                alice.at("participations/bulk-move/"),
                {"ids": [card.pk for card in cards], "to": agreed.pk, "expected_from": prospect.pk},
            ),
            whole=lambda cards: facts(cards) in ({(prospect.pk, 1)}, {(agreed.pk, 2)}),
            done=lambda cards: facts(cards) == {(agreed.pk, 2)},
        )


def test_g43_people_brought_into_a_campaign(workspace: Workspace, alice: Client, campaign: Campaign) -> None:
    with workspace_scope(workspace.pk):
        made = 0

        def make() -> list[int]:
            nonlocal made
            made += 2
            return [factories.make_creator(f"Camille {made - number}").pk for number in range(2)]

        def cards(ids: list[int]) -> int:
            return Participation.objects.filter(campaign=campaign, creator_id__in=ids).count()

        at_each_statement(
            make=make,
            send=lambda ids: alice.post(alice.at(f"campaigns/{campaign.pk}/add/"), {"ids": ids}),
            whole=lambda ids: cards(ids) in {0, 2},
            done=lambda ids: cards(ids) == 2,
            reads_back=False,
        )


def test_g43_a_parcel_that_leaves(workspace: Workspace, alice: Client, campaign: Campaign) -> None:
    with workspace_scope(workspace.pk):
        product = factories.make_product(campaign.brand, stock=200)
        camille = factories.make_creator()
        factories.make_address(camille)

        def make() -> int:
            body = {"creator": camille.pk, "kind": "gift", "items": [{"product": product.pk, "quantity": 2}]}
            answer = alice.post(alice.at("sendings/"), body)
            assert answer.status_code == 201, answer.content
            return int(answer.json()["id"])

        def facts(pk: int) -> tuple[Any, ...]:
            left = StockMove.objects.filter(sending_id=pk).values_list("quantity", flat=True)
            sent = Sending.objects.get(pk=pk).sent_on is not None
            told = Activity.objects.filter(subject_type="sending", subject_id=pk, verb="sending.sent").count()
            return sent, list(left), told

        at_each_statement(
            make=make,
            send=lambda pk: alice.post(alice.at(f"sendings/{pk}/send/"), {}),
            whole=lambda pk: facts(pk) in ((False, [], 0), (True, [-2], 1)),
            done=lambda pk: facts(pk) == (True, [-2], 1),
        )
        moved = sum(StockMove.objects.filter(product=product).values_list("quantity", flat=True))
        assert Product.objects.get(pk=product.pk).stock == moved


# -- with an Idempotency-Key ------------------------------------------------------------------------------


def with_key(client: Client, path: str, body: Any, key: str) -> Any:
    return client.post(client.at(path), body, HTTP_IDEMPOTENCY_KEY=key)


def people(name: str) -> tuple[int, int]:
    found = list(Creator.objects.filter(name=name).values_list("id", flat=True))
    told = Activity.objects.filter(subject_type="creator", subject_id__in=found, verb="creator.created").count()
    return len(found), told


def test_g43_a_creator_made_with_a_key(workspace: Workspace, alice: Client) -> None:
    numbers = itertools.count()
    with workspace_scope(workspace.pk):
        at_each_statement(
            make=lambda: f"Camille-{next(numbers)}",
            send=lambda name: with_key(alice, "creators/", {"name": name}, key=name),
            whole=lambda name: people(name) in {(0, 0), (1, 1)},
            done=lambda name: people(name) == (1, 1),
            reads_back=False,
        )


def test_g43_a_parcel_made_with_a_key(workspace: Workspace, alice: Client, campaign: Campaign) -> None:
    numbers = itertools.count()
    with workspace_scope(workspace.pk):
        product = factories.make_product(campaign.brand, stock=200)
        camille = factories.make_creator()
        factories.make_address(camille)

        def send(reference: str) -> Any:
            items = [{"product": product.pk, "quantity": 2}]
            body = {"creator": camille.pk, "kind": "gift", "items": items, "notes": reference}
            return with_key(alice, "sendings/", body, key=reference)

        def made(reference: str) -> int:
            return Sending.objects.filter(notes=reference).count()

        at_each_statement(
            make=lambda: f"parcel-{next(numbers)}",
            send=send,
            whole=lambda reference: made(reference) in {0, 1},
            done=lambda reference: made(reference) == 1,
            reads_back=False,
        )


def test_g43_killed_between_commit_and_answer(workspace: Workspace, alice: Client) -> None:
    def ask() -> Any:
        return with_key(alice, "creators/", {"name": "Camille"}, key="one-key")

    def die_before_it_is_told() -> None:
        assert ask().status_code == 201
        os._exit(KILLED)

    assert dies_at(die_before_it_is_told, number=1_000_000)
    with workspace_scope(workspace.pk):
        assert people("Camille") == (1, 1)
        answer = ask()
        assert (answer.status_code, answer.headers[REPLAYED]) == (201, "true")
        assert answer.json()["id"] == Creator.objects.get(name="Camille").pk
        assert people("Camille") == (1, 1)
