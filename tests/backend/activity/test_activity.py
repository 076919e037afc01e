import pytest
from django.db import transaction

from relais.activity.actions import OutsideTransactionError, record
from relais.activity.models import Activity, AppendOnlyError
from relais.kit.actors import SYSTEM
from relais.workspaces.models import Brand, Workspace
from tests.backend.conftest import Client


def test_history_is_written_once(scope: Workspace) -> None:
    pk = record(verb="brand.created", subject=Brand.objects.create(name="A"), by=SYSTEM)
    line = Activity.objects.get(pk=pk)
    for attempt in (line.save, line.delete, Activity.objects.all().delete):
        with pytest.raises(AppendOnlyError):
            attempt()
    with pytest.raises(AppendOnlyError):
        Activity.objects.update(verb="x")


@pytest.mark.django_db(transaction=True)
def test_history_commits_with_what_it_tells(scope: Workspace) -> None:
    brand = Brand.objects.create(name="A")
    with pytest.raises(OutsideTransactionError):
        record(verb="brand.created", subject=brand, by=SYSTEM)
    before = Activity.objects.count()
    with transaction.atomic():
        record(verb="brand.created", subject=brand, by=SYSTEM)
        transaction.set_rollback(True)
    assert Activity.objects.count() == before


def test_history_over_http(alice: Client) -> None:
    alice.post(alice.at("brands/"), {"name": "Maison Olivier"})
    lines = alice.get(alice.at("activity/?verb=brand.created")).json()["results"]
    assert [(line["data"]["name"], line["by"]["name"]) for line in lines] == [("Maison Olivier", "Alice Martin")]
