import threading
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models import DateTimeField, Max

from relais.audience.models import ChannelSnapshot, Post
from relais.campaigns.models import Campaign, Participation, Promise, Task
from relais.campaigns.rules import StageKind
from relais.coverage.models import Coverage
from relais.creators.imports.running import continue_import, start_import
from relais.creators.imports.staging import stage_import
from relais.creators.models import Channel, Creator
from relais.kit import clock
from relais.kit.actors import Actor
from relais.kit.errors import NotFoundError
from relais.kit.tenancy import workspace_scope
from relais.reports.rules import LineKind, Urgency
from relais.reports.today import look
from relais.sample.load import load_sample
from relais.sample.removal import remove_sample
from relais.sendings.models import Sending
from relais.sources.actions import identify
from relais.sources.models import Source
from relais.workspaces.models import Membership, User, Workspace
from tests.backend.conftest import Client
from tests.contracts.rows import scoped_models
from tests.factories import make_user

DAY = date(2026, 6, 15)


def summary(workspace: Workspace) -> dict[str, Any]:
    with workspace_scope(workspace.pk):
        return {
            "people": list(
                Creator.objects.order_by("id").values_list("name", "followers", "reach", "tier", "language")
            ),
            "snapshots": list(
                ChannelSnapshot.objects.order_by("channel__url", "taken_on").values_list(
                    "channel__url", "taken_on", "followers"
                )
            ),
            "posts": Post.objects.count(),
            "cards": list(
                Participation.objects.order_by("campaign_id", "creator__name").values_list(
                    "campaign__name", "creator__name", "stage__kind"
                )
            ),
            "sendings": list(Sending.objects.order_by("id").values_list("creator__name", "kind", "sent_on")),
            "coverage": list(Coverage.objects.order_by("id").values_list("creator__name", "published_on")),
        }


@pytest.mark.django_db
def test_the_sample_is_believable_deterministic_and_loaded_once() -> None:
    one, two = make_user("Camille Leroy", language="fr"), make_user("Dana Leroy", language="fr")
    workspace = load_sample(owner=one, day=DAY)
    assert load_sample(owner=one, day=DAY).pk == workspace.pk
    first = summary(workspace)
    assert summary(load_sample(owner=two, day=DAY)) == first
    assert len(first["people"]) == 60
    with workspace_scope(workspace.pk):
        assert Campaign.objects.values("kind").distinct().count() == 3
        for campaign in Campaign.objects.all():
            kinds = set(campaign.participations.values_list("stage__kind", flat=True))
            assert kinds == set(StageKind), campaign.name
        assert {"gift", "loan"} == set(Sending.objects.values_list("kind", flat=True))
        late = Sending.objects.filter(kind="loan", due_back_on__lt=DAY, returned_on=None, cancelled_at=None)
        assert late.count() == 1
        assert Channel.objects.count() > 120
        weeks = {(DAY - day).days // 7 for day in ChannelSnapshot.objects.values_list("taken_on", flat=True)}
        assert set(range(26)) <= weeks
        assert Coverage.objects.filter(metrics__isnull=False).exists()
        assert Task.objects.filter(done_at=None, due_on__lt=DAY).exists()
        assert Promise.objects.filter(kept_at=None, due_on__lt=DAY).exists()
        assert Creator.objects.filter(last_contacted_at__isnull=False).exists()
        mine = look(today=DAY, time_zone="Europe/Paris", keeper=one.pk)
        assert {line.kind for line in mine.lines} == set(LineKind)
        assert {line.urgency for line in mine.lines} == {Urgency.LATE, Urgency.TODAY, Urgency.WEEK}
        assert mine.upcoming


@pytest.mark.django_db
@pytest.mark.parametrize(("hour", "minute"), [(0, 10), (5, 20), (9, 30), (22, 45)])  # 22:45 is tomorrow in Paris
def test_nothing_is_dated_later_than_now(hour: int, minute: int) -> None:
    now = (clock.now() + timedelta(days=1)).replace(hour=hour, minute=minute)
    with clock.pinned(now):
        workspace = load_sample(owner=make_user("Camille Leroy", language="fr"))
    today = now.astimezone(ZoneInfo("Europe/Paris")).date()
    with workspace_scope(workspace.pk):
        for model in scoped_models():
            for field in model._meta.concrete_fields:
                if isinstance(field, DateTimeField):
                    newest = model.objects.aggregate(newest=Max(field.name))["newest"]
                    assert newest is None or newest <= now, f"{model._meta.label}.{field.name}"
        assert ChannelSnapshot.objects.aggregate(newest=Max("taken_on"))["newest"] <= today
        assert Coverage.objects.aggregate(newest=Max("published_on"))["newest"] <= today
        assert Sending.objects.aggregate(newest=Max("sent_on"))["newest"] <= today


@pytest.mark.django_db
def test_make_sample_prints_the_login(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMPLE_PASSWORD", "Un-mot-de-passe-7")
    call_command("sample")
    assert "Un-mot-de-passe-7" in capsys.readouterr().out
    assert User.objects.get(email="camille@relais.example").check_password("Un-mot-de-passe-7")
    monkeypatch.delenv("SAMPLE_PASSWORD")
    call_command("sample")
    assert "unchanged" in capsys.readouterr().out
    assert Workspace.objects.count() == 1


def test_over_http(alice: Client, key_client: Any) -> None:
    made = alice.post("/api/v1/sample-workspace/")
    assert made.status_code == 201
    assert alice.post("/api/v1/sample-workspace/").json() == made.json()
    assert [
        w["is_sample"] for w in alice.get("/api/v1/me/").json()["workspaces"] if w["slug"] == made.json()["slug"]
    ] == [True]
    rows = alice.get(f"/api/v1/workspaces/{made.json()['slug']}/creators/?page_size=200").json()["results"]
    assert len(rows) == 60
    assert key_client("write").post("/api/v1/sample-workspace/").status_code == 403


def test_it_goes_without_a_trace(alice: Client, bob: Client, key_client: Any) -> None:
    kept = {model: model.all_workspaces.count() for model in scoped_models()}
    slug = alice.post("/api/v1/sample-workspace/").json()["slug"]
    mine = {"channels": ["https://lacuisinedelea.example/"], "name": "Léa"}
    assert alice.post(alice.at("creators/"), mine, format="json").status_code == 201
    assert key_client("write").delete("/api/v1/sample-workspace/").status_code == 403
    assert bob.delete("/api/v1/sample-workspace/").status_code == 404

    assert alice.delete("/api/v1/sample-workspace/").status_code == 204
    assert alice.get(f"/api/v1/workspaces/{slug}/creators/").status_code == 404
    assert [w["slug"] for w in alice.get("/api/v1/me/").json()["workspaces"]] == [alice.slug]
    left = {model: model.all_workspaces.count() for model in scoped_models()}
    grown = {model.__name__ for model in kept if left[model] > kept[model]}
    assert grown <= {"Creator", "Channel", "Activity", "ApiKey", "IdempotencyKey"}
    # Only what somebody follows is still fetched.
    assert set(Source.objects.exclude(due_at=None).values_list("url", flat=True)) == {"https://lacuisinedelea.example/"}

    assert alice.delete("/api/v1/sample-workspace/").status_code == 404
    assert alice.post("/api/v1/sample-workspace/").status_code == 201


def test_a_colleague_of_the_sample_does_not_remove_it(alice: Client, bob: Client) -> None:
    slug = alice.post("/api/v1/sample-workspace/").json()["slug"]
    with workspace_scope(Workspace.objects.get(slug=slug).pk):
        Membership.objects.create(user=bob.user, role="manager")
    assert bob.delete("/api/v1/sample-workspace/").status_code == 404
    assert Workspace.objects.filter(slug=slug).exists()


def test_its_channels_are_named_as_those_that_people_add(alice: Client) -> None:
    workspace = load_sample(owner=alice.user)
    with workspace_scope(workspace.pk):
        for channel in Channel.objects.all():
            named = identify(url=channel.url)
            assert (channel.platform, channel.key, channel.url) == (named.platform, named.key, named.url)


@pytest.mark.django_db(transaction=True)
def test_it_goes_while_an_import_runs_in_it_and_from_two_tabs_at_once() -> None:
    owner = make_user("Alice Martin")
    workspace = load_sample(owner=owner)
    lines = "".join(f"Person {number},https://blog{number}.example/\n" for number in range(3_000))
    with workspace_scope(workspace.pk):
        draft = stage_import(body=f"name,blog\n{lines}".encode(), file_name="list.csv", by=Actor(user_id=owner.pk))
        start_import(draft=draft, by=Actor(user_id=owner.pk))
    ended: list[str] = []

    def importing() -> None:
        with workspace_scope(workspace.pk):
            continue_import(import_id=draft.pk)
        ended.append("import")
        connection.close()

    def removing() -> None:
        try:
            remove_sample(owner=owner)
            ended.append("removed")
        except NotFoundError:
            ended.append("gone")
        connection.close()

    threads = [threading.Thread(target=work) for work in (importing, removing, removing)]
    threads[0].start()
    wait_for(lambda: Creator.all_workspaces.filter(name__startswith="Person").exists())
    for thread in threads[1:]:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(ended) == ["gone", "import", "removed"]
    assert not Workspace.objects.exists()
    assert not Creator.all_workspaces.exists()


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)
