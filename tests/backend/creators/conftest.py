"""People to list: made as an editor would make them, with numbers as a refresh would have written them."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.utils import timezone

from relais.creators.actions.headline import refresh_headlines
from relais.creators.actions.people import create_creator
from relais.creators.models import Channel, Creator
from relais.kit.actors import SYSTEM
from relais.kit.tenancy import workspace_scope
from relais.workspaces.models import Workspace

MakeCreator = Callable[..., Creator]


def make_creator(
    name: str,
    *channels: str,
    followers: int | None = None,
    rate: float | None = None,
    published: datetime | None = None,
    contacted: datetime | None = None,
    **values: Any,
) -> Creator:
    """Inside a scope; the numbers are those of the first channel."""
    emails, lists = values.pop("emails", ()), values.pop("lists", ())
    made = create_creator(values={"name": name, **values}, channels=channels, emails=emails, lists=lists, by=SYSTEM)
    first = Channel.objects.filter(creator=made).order_by("id").values_list("id", flat=True)[:1]
    Channel.objects.filter(id__in=list(first)).update(
        followers=followers,
        engagement_rate=rate,
        last_published_at=published,
        measured_at=timezone.now() if followers is not None else None,
        state="fresh" if followers is not None else "new",
    )
    Creator.objects.filter(pk=made.pk).update(last_contacted_at=contacted)
    refresh_headlines([made.pk])
    made.refresh_from_db()
    return made


@pytest.fixture
def creator(workspace: Workspace) -> MakeCreator:
    """Make people in Alice's workspace."""

    def make(name: str = "Chloé Béraud", *channels: str, **values: Any) -> Creator:
        with workspace_scope(workspace.pk):
            return make_creator(name, *channels, **values)

    return make


@pytest.fixture
def foreign(other_workspace: Workspace) -> Creator:
    """Return a person of Charlie's workspace."""
    with workspace_scope(other_workspace.pk):
        return make_creator("Étrangère Secrète", "https://secrete.example/", followers=77_000, tags=["Secret"])
