"""What waits today: which rows, for whom, in how many statements."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from relais.campaigns.models import Campaign, Participation
from relais.coverage.models import Coverage
from relais.kit import clock
from relais.kit.tenancy import workspace_scope
from relais.reports.registry import SOURCES
from relais.reports.rules import COUNT_CAP, LINES_PER_KIND, LineKind
from relais.workspaces.models import Workspace
from tests import factories
from tests.backend.conftest import Client
from tests.backend.reports.conftest import MAKERS, NINE, House, ago, count_of, lines, today


def subjects(client: Client, kind: str, query: str = "?owner=all") -> list[tuple[str, str]]:
    return [(urgency, subject) for found, urgency, subject in lines(client, query) if found == kind]


def test_every_kind_is_read_and_made_here() -> None:
    assert list(SOURCES) == list(LineKind)
    assert set(MAKERS) == set(LineKind)


def test_nothing_waits_in_a_new_workspace(alice: Client) -> None:
    body = today(alice)
    assert (body["day"], body["lines"], body["upcoming"], body["is_new"]) == ("2026-06-15", [], [], True)
    assert {each["count"] for each in body["counts"]} == {0}


def test_one_of_each_in_the_order_of_the_day(alice: Client, house: House) -> None:
    for make in reversed(MAKERS.values()):
        make(house)
    body = today(alice)
    late = [kind.value for kind in LineKind if kind not in {LineKind.STALE, LineKind.REFRESH}]
    assert [(line["kind"], line["urgency"]) for line in body["lines"]] == [
        *((kind, "late") for kind in late),
        ("stale", "week"),
        ("refresh", "week"),
    ]
    assert {each["count"] for each in body["counts"]} == {1}
    assert body["is_new"] is False


@pytest.mark.parametrize("rows", [2, 20, LINES_PER_KIND + 5])
def test_the_number_of_statements_does_not_grow(alice: Client, house: House, rows: int) -> None:
    for make in MAKERS.values():
        make(house)
    with CaptureQueriesContext(connection) as one:
        today(alice)
    for make in MAKERS.values():
        for _ in range(rows - 1):
            make(house)
    with CaptureQueriesContext(connection) as many:
        body = today(alice)
    # Beyond what is shown, each kind counts the rest: once more, and twice where it reads two tables.
    more = len(SOURCES) if rows > LINES_PER_KIND else 0
    assert len(one) <= len(many) <= len(one) + more
    assert len(many) == len(one) or rows > LINES_PER_KIND
    assert count_of(body, "task") == rows
    assert len([line for line in body["lines"] if line["kind"] == "task"]) == min(rows, LINES_PER_KIND)


def test_one_kind_alone_shows_more_of_it(alice: Client, house: House) -> None:
    for _ in range(LINES_PER_KIND + 3):
        house.task(1)
    house.promise(1)
    assert len(subjects(alice, "task")) == LINES_PER_KIND
    body = today(alice, "?owner=all&kind=task")
    assert (len(body["lines"]), [each["kind"] for each in body["counts"]]) == (LINES_PER_KIND + 3, ["task"])


def test_counting_ends_somewhere(alice: Client, house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("relais.reports.today.LINES_PER_KIND", 2)
    monkeypatch.setattr("relais.reports.reads.asking.COUNT_CAP", 3)
    for _ in range(6):
        house.task(1)
    assert count_of(today(alice), "task") == 4
    assert COUNT_CAP > LINES_PER_KIND


# -- which rows --------------------------------------------------------------------------------------------


def test_tasks_and_promises(alice: Client, house: House) -> None:
    late, now, soon, later, undated = (house.task(days) for days in (1, 0, -6, -7, None))
    done = house.task(1)
    gone = house.task(1, creator=house.person(deleted_at=NINE))
    alice.post(alice.at(f"tasks/{done.pk}/done/"))
    found = subjects(alice, "task")
    assert found == [("late", str(late.pk)), ("today", str(now.pk)), ("week", str(soon.pk)), ("week", str(undated.pk))]
    assert str(gone.pk) not in dict.fromkeys(subject for _, subject in found)
    assert [line["subject"] for line in today(alice)["upcoming"]] == [str(later.pk)]
    kept = house.promise(4)
    alice.post(alice.at(f"promises/{kept.pk}/keep/"))
    open_one = house.promise(4)
    assert subjects(alice, "promise") == [("late", str(open_one.pk))]


def test_next_actions_of_running_campaigns(alice: Client, house: House, campaign: Campaign) -> None:
    card = house.next_action(2, kind="declined")
    house.next_action(2, removed_at=NINE)
    house.next_action(2, creator=house.person(deleted_at=NINE))
    closed = factories.make_campaign(campaign.brand, "Finie", state="closed")
    archived = factories.make_campaign(campaign.brand, "Rangée", state="active", archived_at=NINE)
    for other in (closed, archived):
        house.next_action(2, campaign=other)
    (line,) = [line for line in today(alice)["lines"] if line["kind"] == "next_action"]
    assert (line["subject"], line["title"], line["day"]) == (str(card.pk), "Relancer", "2026-06-13")
    assert (line["participation"], line["version"], line["stage"]["kind"]) == (card.pk, card.version, "declined")
    assert line["campaign"] == {"id": campaign.pk, "name": campaign.name}
    assert line["creator"]["name"] == card.creator.name


def test_a_parcel_is_late_when_it_has_not_arrived_after_a_week(alice: Client, house: House) -> None:
    late = house.sending(8, carrier="colissimo", tracking_number="8R41234567890")
    house.sending(7)
    house.sending(30, 28, participation=house.card("done"))
    cancelled = house.sending(20)
    alice.post(alice.at(f"sendings/{cancelled.pk}/cancel/"))
    (line,) = [line for line in today(alice)["lines"] if line["kind"] == "parcel"]
    assert (line["subject"], line["title"], line["since"], line["day"]) == (
        str(late.pk), "Savon", "2026-06-07", "2026-06-14",
    )  # fmt: skip
    assert line["sending"]["tracking_url"].endswith("code=8R41234567890")


def test_loans_by_the_day_they_are_due_back(alice: Client, house: House) -> None:
    late, now, soon, later = (house.loan(days) for days in (1, 0, -6, -9))
    back = house.loan(3)
    assert alice.post(alice.at(f"sendings/{back.pk}/return/"), {}).status_code == 200
    assert subjects(alice, "loan") == [("late", str(late.pk)), ("today", str(now.pk)), ("week", str(soon.pk))]
    assert [line["subject"] for line in today(alice)["upcoming"]] == [str(later.pk)]


def test_coverage_is_expected_three_weeks_after_the_parcel_else_the_stage(alice: Client, house: House) -> None:
    arrived = house.card("publishing", 40)
    house.sending(24, 22, participation=arrived)
    house.sending(30, 29, participation=arrived)  # an earlier parcel does not count
    waiting = house.card("publishing", 21)
    sent = house.card("sending", 30)
    house.sending(20, 17, participation=sent)
    house.card("sending", 3)  # nothing has arrived, and it is not stale yet
    soon = house.card("publishing", 2)
    assert subjects(alice, "coverage") == [
        ("late", f"card:{arrived.pk}"),
        ("today", f"card:{waiting.pk}"),
        ("week", f"card:{sent.pk}"),
    ]
    first = today(alice)["lines"][0]
    assert (first["since"], first["day"], first["title"]) == ("2026-05-24", "2026-06-14", "Savon")
    assert [line["subject"] for line in today(alice)["upcoming"]] == [f"card:{soon.pk}"]


@pytest.mark.parametrize("link", ["participation", "campaign", "sending"])
def test_recorded_coverage_answers_a_card_however_it_is_tied(
    alice: Client, house: House, campaign: Campaign, link: str
) -> None:
    card = house.card("publishing", 40)
    sending = house.sending(30, 28, participation=card)
    assert len(subjects(alice, "coverage")) == 1
    tie = {"participation": card, "campaign": campaign, "sending": sending}[link]
    piece = Coverage.objects.create(
        creator=card.creator, platform="blog", url="https://x.example/a", piece_key="x", **{link: tie}
    )
    assert subjects(alice, "coverage") == []
    Coverage.objects.filter(pk=piece.pk).update(removed_at=NINE)
    assert len(subjects(alice, "coverage")) == 1


def test_a_parcel_outside_campaigns_is_asked_after_for_two_months(alice: Client, house: House) -> None:
    old, answered = house.sending(70, 61), house.sending(50, 45)
    still = house.sending(62, 60)
    Coverage.objects.create(
        creator=answered.creator, platform="blog", url="https://x.example/a", piece_key="x", published_on=ago(40)
    )
    assert subjects(alice, "coverage") == [("late", f"sending:{still.pk}")]
    assert old.participation_id is None


def test_a_card_is_forgotten_by_its_stage(alice: Client, house: House) -> None:
    conversation = house.card("in_conversation", 7)
    contacted = house.card("contacted", 10)
    house.card("contacted", 9)
    house.card("contacted", 30, next_action="Relancer", next_action_on=ago(-30))  # somebody thought of it
    house.card("prospect", 300)
    house.card("published", 300)
    touched = house.card("contacted", 30)
    Participation.objects.filter(pk=touched.pk).update(updated_at=NINE - timedelta(days=9))  # somebody worked on it
    parcel = house.card("sending", 20)
    house.sending(5, participation=parcel)  # on its way
    packed = house.card("sending", 15)
    assert sorted(subjects(alice, "stale")) == sorted(
        ("week", str(card.pk)) for card in (conversation, contacted, packed)
    )


def test_who_has_just_done_the_last_action_may_wait(alice: Client, house: House) -> None:
    card = house.next_action(1, kind="contacted", entered=40)
    changes = {"next_action": "", "next_action_on": None}
    assert alice.patch(alice.at(f"participations/{card.pk}/"), changes).status_code == 200
    Participation.objects.filter(pk=card.pk).update(updated_at=NINE)  # the column follows the real clock
    assert lines(alice) == []


def test_failures_are_told_by_reason_and_only_when_somebody_can_do_something(alice: Client, house: House) -> None:
    gone = [house.channel("gone") for _ in range(12)]
    house.channel("manual_only")
    house.channel("unreachable", 13)  # it is tried again by itself
    silent = house.channel("unreachable", 20)
    house.channel("blocked", creator=house.person(deleted_at=NINE))
    assert subjects(alice, "refresh") == [("week", "unreachable"), ("week", "gone")]
    body = {line["subject"]: line for line in today(alice)["lines"]}
    assert body["gone"]["failure"]["ids"] == [channel.pk for channel in gone]
    assert (body["gone"]["failure"]["number"], len(body["gone"]["failure"]["channels"])) == (12, 10)
    assert body["gone"]["failure"]["reason"] == "The site says that this was removed for good."
    assert (body["unreachable"]["since"], body["unreachable"]["failure"]["ids"]) == ("2026-05-26", [silent.pk])


def test_a_channel_that_is_being_read_again_waits_for_nobody(alice: Client, house: House) -> None:
    channel = house.channel()
    run = alice.post(alice.at("channels/refresh/"), {"ids": [channel.pk]})
    assert run.status_code == 202
    assert subjects(alice, "refresh") == []
    alice.post(alice.at(f"refresh-runs/{run.json()['id']}/cancel/"))
    assert subjects(alice, "refresh") == [("week", "gone")]


# -- for whom ----------------------------------------------------------------------------------------------


def test_mine_is_what_i_look_after_and_what_nobody_does(alice: Client, bob: Client, house: House) -> None:
    mine, his = house.task(1, owner=alice.user), house.task(1, owner=bob.user)
    nobodys = house.task(1)
    assert [subject for _, subject in subjects(alice, "task", "")] == [str(mine.pk), str(nobodys.pk)]
    assert [subject for _, subject in subjects(alice, "task", "?owner=me")] == [str(mine.pk), str(nobodys.pk)]
    assert [subject for _, subject in subjects(bob, "task", "")] == [str(his.pk), str(nobodys.pk)]
    assert len(subjects(alice, "task")) == 3
    owners = {line["subject"]: line["owner"] for line in today(alice)["lines"]}
    assert owners[str(his.pk)] == {"id": bob.user.pk, "name": "Bob Durand"}
    assert owners[str(nobodys.pk)] is None


@pytest.mark.parametrize("kind", [LineKind.NEXT_ACTION, LineKind.LOAN, LineKind.COVERAGE, LineKind.STALE])
def test_what_has_no_owner_of_its_own_is_the_campaigns(
    alice: Client, bob: Client, house: House, campaign: Campaign, kind: LineKind
) -> None:
    MAKERS[kind](house)
    Campaign.objects.filter(pk=campaign.pk).update(owner=bob.user)
    assert len(subjects(bob, kind, "?owner=me")) == 1
    assert subjects(alice, kind, "?owner=me") == []


def test_a_failing_channel_is_its_creators_owners(alice: Client, bob: Client, house: House) -> None:
    house.channel(creator=house.person(owner=bob.user))
    assert subjects(bob, "refresh", "?owner=me") == [("week", "gone")]
    assert subjects(alice, "refresh", "?owner=me") == []


def test_today_is_the_day_of_the_workspace(alice: Client, house: House, workspace: Workspace) -> None:
    task = house.task(0)
    for zone, urgency in (("Europe/Paris", "today"), ("America/Los_Angeles", "week"), ("Pacific/Auckland", "late")):
        Workspace.objects.filter(pk=workspace.pk).update(time_zone=zone)
        moment = datetime(2026, 6, 14, 23, 30, tzinfo=UTC)
        if zone == "Pacific/Auckland":
            moment += timedelta(hours=13)
        with clock.pinned(moment):
            assert subjects(alice, "task") == [(urgency, str(task.pk))], zone


def test_another_workspace_sees_none_of_it(charlie: Client, house: House, other_workspace: Workspace) -> None:
    for make in MAKERS.values():
        make(house)
    assert lines(charlie) == []
    with workspace_scope(other_workspace.pk):
        factories.make_creator("Paul Faure")
    assert today(charlie)["is_new"] is False


@pytest.mark.parametrize("query", ["?owner=bob", "?kind=mail", "?urgency=late"])
def test_wrong_questions_are_refused_by_name(alice: Client, query: str) -> None:
    answer = alice.get(alice.at(f"today/{query}"))
    assert answer.status_code == 400
    assert list(answer.json()["errors"]) == [query[1:].split("=", maxsplit=1)[0]]


def test_a_reading_key_reads(key_client: Any, house: House) -> None:
    house.task(1)
    program = key_client("read")
    assert len(today(program, "")["lines"]) == 1
