"""Who sees and writes what; how many statements it takes (g1, g4)."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from relais.coverage.models import Coverage, CoverageMetric
from relais.creators.models import Channel, Creator
from relais.kit import clock
from relais.kit.tenancy import workspace_scope
from relais.sendings.models import Sending
from relais.workspaces.models import Brand, Workspace
from tests import factories
from tests.backend.conftest import Client

TODAY = clock.today("Europe/Paris")
URL = "https://cuisine-de-camille.fr/huile"


@pytest.fixture
def foreign(other_workspace: Workspace) -> dict[str, Any]:
    with workspace_scope(other_workspace.pk):
        creator = factories.make_creator("Étrangère")
        campaign = factories.make_campaign(factories.make_brand("Concurrent"))
        piece = Coverage.objects.create(
            creator=creator, platform="blog", url=URL, canonical_url=URL, piece_key="cuisine-de-camille.fr/huile"
        )
        return {
            "creator": creator.pk,
            "campaign": campaign.pk,
            "participation": factories.make_card(campaign, creator).pk,
            "sending": Sending.objects.create(creator=creator, kind="gift").pk,
            "channel": Channel.objects.create(creator=creator, platform="blog", key="x.fr", url="https://x.fr/").pk,
            "coverage": piece.pk,
            "metric": CoverageMetric.objects.create(coverage=piece, taken_on=TODAY, views=5).pk,
        }


def _counts() -> tuple[int, int]:
    return Coverage.all_workspaces.count(), CoverageMetric.all_workspaces.count()


def test_foreign_rows_answer_as_unknown_ones(bob: Client, foreign: dict[str, Any]) -> None:
    before = _counts()
    for path, method, body in (
        ("coverage/{coverage}/", "get", None),
        ("coverage/{coverage}/", "patch", {"notes": "x"}),
        ("coverage/{coverage}/", "delete", None),
        ("coverage/{coverage}/restore/", "post", {}),
        ("coverage/{coverage}/metrics/", "get", None),
        ("coverage/{coverage}/metrics/", "post", {"views": 1}),
        ("coverage/{coverage}/metrics/{metric}/", "delete", None),
    ):
        answers = [
            getattr(bob, method)(bob.at(path.format(**ids)), body)
            for ids in (foreign, dict.fromkeys(foreign, 999_999_999))
        ]
        assert [a.status_code for a in answers] == [404, 404], path
        first, second = ({k: v for k, v in a.json().items() if k != "correlation_id"} for a in answers)
        assert first == second
    assert _counts() == before


@pytest.mark.parametrize("field", ["creator", "campaign", "participation", "sending", "channel"])
def test_foreign_ids_in_a_body_are_refused(bob: Client, foreign: dict[str, Any], camille: Creator, field: str) -> None:
    made = bob.post(bob.at("coverage/"), {"creator": camille.pk, "url": f"{URL}-2"}).json()
    before = _counts()
    answer = bob.post(bob.at("coverage/"), {"creator": camille.pk, "url": f"{URL}-3", field: foreign[field]})
    assert (answer.status_code, list(answer.json()["errors"])) == (400, [field])
    if field != "creator":
        answer = bob.patch(bob.at(f"coverage/{made['id']}/"), {field: foreign[field]})
        assert (answer.status_code, list(answer.json()["errors"])) == (400, [field])
    assert _counts() == before
    assert bob.get(bob.at(f"coverage/{made['id']}/")).json() == made


def test_sums_and_duplicates_know_nothing_of_others(bob: Client, foreign: dict[str, Any], camille: Creator) -> None:
    assert bob.post(bob.at("coverage/"), {"creator": camille.pk, "url": URL}).status_code == 201
    body = bob.get(bob.at("coverage/summary/")).json()
    assert (body["pieces"], body["totals"]["views"]) == (1, None)
    assert bob.get(bob.at(f"coverage/summary/?campaign={foreign['campaign']}")).json()["pieces"] == 0


def test_viewers_only_read(viewer: Client, bob: Client, camille: Creator) -> None:
    piece = bob.post(bob.at("coverage/"), {"creator": camille.pk, "url": URL}).json()["id"]
    before = _counts()
    for path in ("coverage/", f"coverage/{piece}/", f"coverage/{piece}/metrics/", "coverage/summary/"):
        assert viewer.get(viewer.at(path)).status_code == 200
    for method, path in (
        ("post", "coverage/"),
        ("post", "coverage/prefill/"),
        ("patch", f"coverage/{piece}/"),
        ("delete", f"coverage/{piece}/"),
        ("post", f"coverage/{piece}/restore/"),
        ("post", f"coverage/{piece}/metrics/"),
    ):
        answer = getattr(viewer, method)(viewer.at(path), {})
        assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed"), path
    assert _counts() == before


def test_the_list_takes_the_same_statements_for_2_and_20_rows(bob: Client, brand: Brand, send: Any) -> None:
    def statements() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert len(bob.get(bob.at("coverage/")).json()["results"]) > 1
        return len(seen)

    def fill(first: int, last: int) -> None:
        for n in range(first, last):
            creator = factories.make_creator(f"Créatrice {n}")
            card = factories.make_card(factories.make_campaign(brand, f"Campagne {n}"), creator)
            sending = send(creator, participation=card, sent_on=TODAY - timedelta(days=3))
            body = {"creator": creator.pk, "url": f"{URL}-{n}", "sending": sending.pk, "published_on": str(TODAY)}
            piece = bob.post(bob.at("coverage/"), body).json()["id"]
            assert bob.post(bob.at(f"coverage/{piece}/metrics/"), {"views": n}).status_code == 200

    fill(0, 2)
    few = statements()
    fill(2, 20)
    assert statements() == few
