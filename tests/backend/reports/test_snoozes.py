"""Putting a line off, and taking that back."""

import pytest

from relais.activity.models import Activity
from relais.kit import clock
from relais.kit.tenancy import workspace_scope
from relais.reports.models import Snooze
from relais.reports.registry import SOURCES
from relais.reports.rules import LineKind
from relais.workspaces.models import Workspace
from tests import factories
from tests.backend.conftest import Client
from tests.backend.reports.conftest import MAKERS, NINE, House, lines

PUT_OFF = [kind for kind, source in SOURCES.items() if source.about is not None]


def put_off(client: Client, kind: str, subject: str, until_on: str = "2026-06-18") -> tuple[int, dict[str, object]]:
    answer = client.post(client.at("snoozes/"), {"kind": kind, "subject": subject, "until_on": until_on})
    return answer.status_code, answer.json()


@pytest.mark.parametrize("kind", PUT_OFF)
def test_put_off_it_waits_for_nobody_until_that_day(alice: Client, bob: Client, house: House, kind: LineKind) -> None:
    MAKERS[kind](house)
    ((_, _, subject),) = [line for line in lines(alice) if line[0] == kind]
    status, made = put_off(bob, kind, subject)
    assert status == 201, made
    assert (made["by_name"], made["until_on"]) == ("Bob Durand", "2026-06-18")
    assert [line for line in lines(alice) if line[0] == kind] == []
    with clock.pinned(NINE.replace(day=18)):
        assert [line[2] for line in lines(alice) if line[0] == kind] == [subject]
    assert alice.delete(alice.at(f"snoozes/{made['id']}/")).status_code == 204
    assert [line[2] for line in lines(alice) if line[0] == kind] == [subject]


def test_a_second_time_replaces_the_first_and_history_tells_both(bob: Client, house: House) -> None:
    card = house.card("contacted", 20)
    put_off(bob, "stale", str(card.pk))
    put_off(bob, "stale", str(card.pk), "2026-06-25")
    assert Snooze.objects.get().until_on.isoformat() == "2026-06-25"
    told = Activity.objects.filter(verb="reminder.put_off").order_by("id")
    assert [line.data["until_on"] for line in told] == ["2026-06-18", "2026-06-25"]
    assert {(line.creator_id, line.campaign_id) for line in told} == {(card.creator_id, card.campaign_id)}


def test_the_list_names_what_is_put_off_now(alice: Client, house: House) -> None:
    put_off(alice, "refresh", "gone")
    assert [row["subject"] for row in alice.get(alice.at("snoozes/")).json()["results"]] == ["gone"]
    with clock.pinned(NINE.replace(day=18)):
        assert alice.get(alice.at("snoozes/")).json()["results"] == []


@pytest.mark.parametrize(
    ("kind", "subject", "until_on", "field"),
    [
        ("task", "1", "2026-06-18", "kind"),
        ("promise", "1", "2026-06-18", "kind"),
        ("next_action", "1", "2026-06-18", "kind"),
        ("mail", "1", "2026-06-18", "kind"),
        ("stale", "999999999", "2026-06-18", "subject"),
        ("stale", "x", "2026-06-18", "subject"),
        ("stale", "99999999999999999999999", "2026-06-18", "subject"),
        ("parcel", "999999999", "2026-06-18", "subject"),
        ("coverage", "12", "2026-06-18", "subject"),
        ("coverage", "card:x", "2026-06-18", "subject"),
        ("coverage", "sending:999999999", "2026-06-18", "subject"),
        ("refresh", "because", "2026-06-18", "subject"),
        ("refresh", "gone", "2026-06-15", "until_on"),
        ("refresh", "gone", "2026-06-01", "until_on"),
        ("refresh", "gone", "2028-01-01", "until_on"),
        ("refresh", "gone", "soon", "until_on"),
    ],
)
def test_what_cannot_be_put_off_is_refused(bob: Client, kind: str, subject: str, until_on: str, field: str) -> None:
    status, body = put_off(bob, kind, subject, until_on)
    assert (status, list(body["errors"])) == (400, [field])  # type: ignore[call-overload]
    assert not Snooze.all_workspaces.exists()


def test_a_row_of_another_workspace_cannot_be_put_off(bob: Client, other_workspace: Workspace) -> None:
    with workspace_scope(other_workspace.pk):
        creator = factories.make_creator("Paul Faure")
        foreign = factories.make_card(factories.make_campaign(factories.make_brand()), creator, "contacted")
    assert put_off(bob, "stale", str(foreign.pk))[0] == 400
    assert put_off(bob, "coverage", f"card:{foreign.pk}")[0] == 400


def test_a_viewer_puts_nothing_off(viewer: Client, alice: Client, house: House) -> None:
    made = put_off(alice, "refresh", "gone")[1]
    assert put_off(viewer, "refresh", "blocked")[0] == 403
    assert viewer.delete(viewer.at(f"snoozes/{made['id']}/")).status_code == 403
    assert Snooze.objects.count() == 1
