"""What we promised a creator: written down, kept, put off, withdrawn."""

from typing import Any

import pytest

from relais.activity.models import Activity
from relais.campaigns.actions import make_promise
from relais.campaigns.models import Campaign, Promise
from relais.creators.merging.actions import merge_creators, undo_merge
from relais.kit.actors import SYSTEM
from relais.kit.tenancy import workspace_scope
from relais.workspaces.models import Workspace
from tests import factories
from tests.backend.campaigns.conftest import Cards
from tests.backend.conftest import Client


def verbs() -> list[str]:
    return list(Activity.objects.filter(subject_type="promise").order_by("id").values_list("verb", flat=True))


def test_a_promise_about_a_card_knows_creator_and_campaign(bob: Client, cards: Cards, campaign: Campaign) -> None:
    (card,) = cards(1)
    body = {"participation": card.pk, "title": "Lui envoyer le visuel avant publication", "due_on": "2026-06-20"}
    answer = bob.post(bob.at("promises/"), body)
    assert answer.status_code == 201, answer.content
    made = answer.json()
    assert (made["creator"], made["campaign"], made["campaign_name"]) == (card.creator_id, campaign.pk, campaign.name)
    assert (made["owner"], made["kept_at"]) == (bob.user.pk, None)
    (line,) = Activity.objects.filter(verb="promise.made")
    assert (line.creator_id, line.campaign_id, line.data["title"]) == (card.creator_id, campaign.pk, body["title"])


def test_kept_and_opened_again_each_once(bob: Client, scope: Workspace) -> None:
    promise = make_promise(creator=factories.make_creator(), values={"title": "Un code pour ses lectrices"}, by=SYSTEM)
    address = f"promises/{promise.pk}/"
    for verb in ("keep", "keep"):
        assert bob.post(bob.at(f"{address}{verb}/")).json()["kept_at"] is not None
    assert bob.get(bob.at("promises/?open=true")).json()["results"] == []
    for verb in ("reopen", "reopen"):
        assert bob.post(bob.at(f"{address}{verb}/")).json()["kept_at"] is None
    assert [row["id"] for row in bob.get(bob.at("promises/?open=true")).json()["results"]] == [promise.pk]
    assert verbs() == ["promise.made", "promise.kept", "promise.reopened"]


def test_withdrawn_it_is_gone_and_history_keeps_its_words(bob: Client, scope: Workspace) -> None:
    promise = make_promise(creator=factories.make_creator(), values={"title": "Une visite de l’atelier"}, by=SYSTEM)
    assert bob.delete(bob.at(f"promises/{promise.pk}/")).status_code == 204
    assert not Promise.objects.exists()
    assert Activity.objects.get(verb="promise.withdrawn").data == {"title": "Une visite de l’atelier"}


def test_another_campaign_leaves_the_card_behind(bob: Client, cards: Cards, campaign: Campaign) -> None:
    (card,) = cards(1)
    promise = make_promise(
        creator=card.creator, values={"title": "Un exemplaire dédicacé", "participation": card}, by=SYSTEM
    )
    other = factories.make_campaign(campaign.brand, "Rentrée")
    answer = bob.patch(bob.at(f"promises/{promise.pk}/"), {"campaign": other.pk}).json()
    assert (answer["campaign"], answer["participation"]) == (other.pk, None)


def test_whom_it_was_promised_to_is_needed_and_must_fit_the_card(bob: Client, cards: Cards) -> None:
    (card,) = cards(1)
    other = factories.make_creator("Inès Roux")
    refused: list[tuple[dict[str, Any], str]] = [
        ({"title": "Un café"}, "creator"),
        ({"title": "", "creator": other.pk}, "title"),
        ({"title": "Un café", "creator": other.pk, "participation": card.pk}, "participation"),
        ({"title": "Un café", "creator": other.pk, "owner": 999_999}, "owner"),
        ({"title": "Un café", "creator": other.pk, "due_on": "2026-02-30"}, "due_on"),
    ]
    for body, field in refused:
        answer = bob.post(bob.at("promises/"), body)
        assert (answer.status_code, list(answer.json()["errors"])) == (400, [field]), body
    assert not Promise.objects.exists()


def test_rows_of_another_workspace_are_unknown(bob: Client, cards: Cards, other_workspace: Workspace) -> None:
    (card,) = cards(1)
    with workspace_scope(other_workspace.pk):
        foreign = factories.make_campaign(factories.make_brand(), "Béton brut")
        stranger = factories.make_creator("Paul Faure")
    for body in ({"creator": stranger.pk}, {"creator": card.creator_id, "campaign": foreign.pk}):
        assert bob.post(bob.at("promises/"), {"title": "Un café", **body}).status_code == 400
    assert not Promise.objects.exists()


def test_a_viewer_reads_and_changes_nothing(viewer: Client, scope: Workspace) -> None:
    promise = make_promise(creator=factories.make_creator(), values={"title": "Un café"}, by=SYSTEM)
    assert viewer.get(viewer.at(f"promises/{promise.pk}/")).status_code == 200
    for verb in ("keep", "reopen"):
        assert viewer.post(viewer.at(f"promises/{promise.pk}/{verb}/")).status_code == 403
    assert viewer.delete(viewer.at(f"promises/{promise.pk}/")).status_code == 403
    assert verbs() == ["promise.made"]


@pytest.mark.usefixtures("scope")
def test_two_people_who_are_one_keep_what_was_promised_to_either() -> None:
    kept, gone = factories.make_creator("Zoé Lambert"), factories.make_creator("Zoe Lambert")
    promise = make_promise(creator=gone, values={"title": "Rappeler avant Noël"}, by=SYSTEM)
    merge = merge_creators(kept=kept, gone=gone, by=SYSTEM)
    assert Promise.objects.get(pk=promise.pk).creator_id == kept.pk
    undo_merge(merge=merge, by=SYSTEM)
    assert Promise.objects.get(pk=promise.pk).creator_id == gone.pk
