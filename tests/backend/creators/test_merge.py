"""Two rows become one person, keep everything, and are told apart again to the letter."""

from typing import Any

import pytest
from django.apps import apps
from django.utils import timezone

from relais.campaigns.models import Participation, StageMove, Task
from relais.creators.actions.headline import refresh_headlines
from relais.creators.actions.lists import add_to_list
from relais.creators.actions.people import delete_creators
from relais.creators.models import Channel, ContactPoint, Creator, CreatorList, Note
from relais.creators.rules import joined_status
from relais.kit.actors import SYSTEM
from relais.kit.models import WorkspaceModel
from relais.workspaces.models import Workspace
from tests import factories
from tests.backend.conftest import Client
from tests.backend.creators.conftest import make_creator

#: What a change counts, and what tells of the merge itself.
COUNTERS = {"version", "updated_at", "board_version", "due_at"}
TOLD = {"activity.Activity", "creators.Merge"}


def everything() -> dict[str, list[dict[str, Any]]]:
    """Inside a scope: every row of every scoped table, without what only counts changes."""
    return {
        model._meta.label: sorted(
            ({name: value for name, value in row.items() if name not in COUNTERS} for row in model.objects.values()),
            key=repr,
        )
        for model in apps.get_models()
        if issubclass(model, WorkspaceModel) and model._meta.label not in TOLD
    }


@pytest.fixture
def pair(scope: Workspace) -> tuple[Creator, Creator]:
    """Two rows of one person, each with all that can hang on it, in one campaign together and in one each."""
    brand = factories.make_brand()
    shared, own, theirs = (factories.make_campaign(brand, name) for name in ("Noël", "Été", "Rentrée"))
    salons = CreatorList.objects.create(name="Salons", folded="salons")
    ours = make_creator(
        "Chloé Béraud", "https://chloe-cuisine.example/", followers=12_000, emails=["chloe@chloe-cuisine.example"],
        tags=["Cuisine"], city="Lyon", notes="Aime le sucré.",
    )  # fmt: skip
    other = make_creator(
        "Chloe Beraud", "https://www.instagram.com/chloe.cuisine/", followers=40_000, rate=0.03,
        emails=["chloe@chloe-cuisine.example", "bonjour@chloe.example"], tags=["Cuisine", "Voyage"], country="FR",
        notes="Rencontrée au salon.", contacted=timezone.now(), relationship_status="declined",
    )  # fmt: skip
    add_to_list(target=salons, creator_ids=[ours.pk, other.pk], by=SYSTEM)
    for person in (ours, other):
        factories.make_address(person)
        Note.objects.create(creator=person, text="Au téléphone", happened_at=timezone.now())
        Task.objects.create(creator=person, title="Rappeler")
    factories.make_card(own, ours, "prospect")
    factories.make_card(theirs, other, "agreed")
    near, far = factories.make_card(shared, ours, "contacted"), factories.make_card(shared, other, "published")
    for card in (near, far):
        StageMove.objects.create(participation=card, to_stage=card.stage, at=timezone.now())
    Task.objects.create(creator=other, participation=far, title="Remercier")
    refresh_headlines([ours.pk, other.pk])
    return Creator.objects.get(pk=ours.pk), Creator.objects.get(pk=other.pk)


def merge(client: Client, kept: int, gone: int) -> Any:
    return client.post(client.at("creators/merge/"), {"kept": kept, "gone": gone})


def test_g46_the_kept_person_has_everything(alice: Client, pair: tuple[Creator, Creator]) -> None:
    ours, other = pair
    answer = merge(alice, ours.pk, other.pk)
    assert answer.status_code == 201, answer.content
    kept = answer.json()["kept"]
    assert (kept["id"], kept["name"], kept["city"], kept["country"]) == (ours.pk, "Chloé Béraud", "Lyon", "FR")
    assert {channel["platform"] for channel in kept["channels"]} == {"blog", "instagram"}
    assert sorted(point["value"] for point in kept["contact_points"]) == [
        "bonjour@chloe.example",
        "chloe@chloe-cuisine.example",
    ]
    assert sorted(tag["name"] for tag in kept["tags"]) == ["Cuisine", "Voyage"]
    assert [address["is_default"] for address in kept["addresses"]] == [True, False]
    assert kept["notes"] == "Aime le sucré.\n\nRencontrée au salon."
    assert kept["relationship_status"] == "declined"
    assert (kept["followers"], kept["main_platform"]) == (40_000, "instagram")
    assert Note.objects.filter(creator=ours).count() == 2
    assert Task.objects.filter(creator=ours).count() == 3
    assert alice.get(alice.at(f"creators/{other.pk}/")).status_code == 404
    verbs = [line["verb"] for line in alice.get(alice.at(f"creators/{ours.pk}/timeline/")).json()["results"]]
    assert verbs.count("creator.created") == 2


def test_g46_in_one_campaign_the_farther_card_is_kept_with_both_histories(
    alice: Client, pair: tuple[Creator, Creator]
) -> None:
    ours, other = pair
    far = Participation.objects.get(creator=other, campaign__name="Noël")
    merge(alice, ours.pk, other.pk)
    cards = Participation.objects.filter(creator=ours, removed_at=None).order_by("campaign__name")
    assert [(card.campaign.name, card.stage.kind) for card in cards] == [
        ("Noël", "published"),
        ("Rentrée", "agreed"),
        ("Été", "prospect"),
    ]
    joined = cards[0]
    assert joined.rank == far.rank
    assert StageMove.objects.filter(participation=joined).count() == 2
    assert Task.objects.get(title="Remercier").participation == joined
    assert Participation.objects.get(pk=far.pk).removed_at is not None


def test_g46_undo_restores_every_row(alice: Client, pair: tuple[Creator, Creator]) -> None:
    ours, other = pair
    before = everything()
    made = merge(alice, ours.pk, other.pk).json()
    assert everything() != before
    for _ in range(2):  # the second time changes nothing
        answer = alice.post(alice.at(f"merges/{made['id']}/undo/"))
        assert answer.status_code == 200, answer.content
        assert answer.json()["undone_at"]
        after = everything()
        assert {name: rows for name, rows in after.items() if rows != before[name]} == {}
    assert Creator.objects.get(pk=other.pk).version > other.version


def test_g46_undo_leaves_what_came_since(alice: Client, pair: tuple[Creator, Creator]) -> None:
    ours, other = pair
    made = merge(alice, ours.pk, other.pk).json()
    alice.patch(alice.at(f"creators/{ours.pk}/"), {"country": "BE", "notes": "Réécrit."})
    alice.post(alice.at(f"creators/{ours.pk}/notes/"), {"text": "Après la fusion"})
    assert alice.post(alice.at(f"merges/{made['id']}/undo/")).status_code == 200
    stored = Creator.objects.get(pk=ours.pk)
    assert (stored.country, stored.notes) == ("BE", "Réécrit.")
    assert Note.objects.get(text="Après la fusion").creator_id == ours.pk
    assert Creator.objects.get(pk=other.pk).country == "FR"


def test_a_chain_of_merges_is_undone_from_its_end(alice: Client, pair: tuple[Creator, Creator]) -> None:
    ours, other = pair
    third = make_creator("Chloé B.", "https://third.example/")
    before = everything()
    first = merge(alice, ours.pk, other.pk).json()["id"]
    second = merge(alice, third.pk, ours.pk).json()["id"]
    assert Channel.objects.filter(creator=third).count() == 3
    early = alice.post(alice.at(f"merges/{first}/undo/"))
    assert (early.status_code, early.json()["code"]) == (409, "merged_again")
    assert alice.post(alice.at(f"merges/{second}/undo/")).status_code == 200
    assert alice.post(alice.at(f"merges/{first}/undo/")).status_code == 200
    assert {name: rows for name, rows in everything().items() if rows != before[name]} == {}


def test_g5_refusals_change_nothing(
    alice: Client, viewer: Client, pair: tuple[Creator, Creator], foreign: Creator
) -> None:
    ours, other = pair
    gone = make_creator("Partie")
    delete_creators(creator_ids=[gone.pk], by=SYSTEM)
    before = everything()
    for second in (foreign.pk, gone.pk, 999_999_999):
        assert merge(alice, ours.pk, second).status_code == 400
        assert merge(alice, second, ours.pk).status_code == 400
    assert merge(alice, ours.pk, ours.pk).json()["code"] == "cannot_merge"
    assert merge(viewer, ours.pk, other.pk).status_code == 403
    assert {name: rows for name, rows in everything().items() if rows != before[name]} == {}


@pytest.mark.parametrize(
    ("ours", "theirs", "joined"),
    [
        (("new", False), ("partner", False), ("partner", False)),
        (("partner", False), ("declined", False), ("declined", False)),
        (("declined", True), ("partner", True), ("declined", True)),
        (("contacted", True), ("partner", False), ("contacted", True)),
        (("dormant", False), ("contacted", True), ("contacted", True)),
        (("dormant", False), ("contacted", False), ("contacted", False)),
    ],
)
def test_the_stricter_status_holds(ours: Any, theirs: Any, joined: Any) -> None:
    assert joined_status(ours, theirs) == joined


# -- duplicates -----------------------------------------------------------------------------------------


def pairs(client: Client) -> list[tuple[str, str, list[str]]]:
    found = client.get(client.at("creators/duplicates/")).json()["results"]
    return [(row["first"]["name"], row["second"]["name"], row["reasons"]) for row in found]


def test_duplicates_are_found_and_told_apart(alice: Client, scope: Workspace) -> None:
    make_creator("Chloé Béraud", "https://chloe.example/", emails=["chloe@chloe.example"])
    make_creator("chloe beraud", emails=["bonjour@chloe.example"])
    make_creator("C. B.", emails=["CHLOE@chloe.example"])
    make_creator("Marc", "https://www.youtube.com/@marc")
    make_creator("Marc P.", "https://www.youtube.com/c/marc")
    make_creator("Alice A", emails=["a@gmail.com"])
    make_creator("Alice A", emails=["b@gmail.com"])
    agent = [{"kind": "agent_email", "value": "agent@agence.example"}]
    make_creator("Une", contact_points=agent)
    make_creator("Deux", contact_points=agent)
    assert pairs(alice) == [
        ("Chloé Béraud", "chloe beraud", ["name_and_domain"]),
        ("Chloé Béraud", "C. B.", ["email"]),
        ("Marc", "Marc P.", ["channel"]),
    ]
    ids = {one.name: one.pk for one in Creator.objects.all()}
    for _ in range(2):
        answer = alice.post(alice.at("creators/distinct/"), {"first": ids["Marc P."], "second": ids["Marc"]})
        assert answer.status_code == 201
    merge(alice, ids["Chloé Béraud"], ids["C. B."])
    assert pairs(alice) == [("Chloé Béraud", "chloe beraud", ["name_and_domain"])]


def test_duplicates_of_others_are_not_shown(alice: Client, charlie: Client, pair: tuple[Creator, Creator]) -> None:
    assert pairs(alice)
    assert pairs(charlie) == []
    assert ContactPoint.objects.count()


def test_duplicates_come_in_pages(alice: Client, scope: Workspace) -> None:
    for number in range(60):
        make_creator(f"A{number}", emails=[f"{number}@x.example"])
        make_creator(f"B{number}", emails=[f"{number}@x.example"])
    first = alice.get(alice.at("creators/duplicates/")).json()
    second = alice.get(alice.at(f"creators/duplicates/?cursor={first['next']}")).json()
    assert (len(first["results"]), len(second["results"]), second["next"]) == (50, 10, None)
    assert alice.get(alice.at("creators/duplicates/?cursor=x")).status_code == 400
