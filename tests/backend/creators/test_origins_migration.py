"""Channels measured before each number had its own origin."""

from datetime import UTC, datetime
from typing import Any

import pytest

from relais.creators.models import Channel
from relais.kit.tenancy import workspace_scope
from relais.workspaces.models import Workspace
from tests.backend.migrating import migrated

AT = datetime(2026, 9, 1, 12, tzinfo=UTC)


@pytest.mark.django_db(transaction=True)
def test_g56_known_numbers_get_the_origin_their_channel_had(workspace: Workspace) -> None:
    def write(apps: Any) -> list[int]:
        creator = apps.get_model("creators", "Creator").objects.create(
            workspace_id=workspace.pk, name="Léa", search="lea"
        )
        channels = apps.get_model("creators", "Channel").objects
        values = {"workspace_id": workspace.pk, "creator": creator, "platform": "blog", "measured_at": AT}
        return [
            channels.create(**values, key="a", via="feed", posts_count=40, posts_per_month=4.0).pk,
            channels.create(**values, key="b", via="hand", followers=5_200, posts_per_month=4.0).pk,
            channels.create(**values | {"measured_at": None}, key="c").pk,
        ]

    with workspace_scope(workspace.pk):
        read, typed, new = migrated("creators", "0003_partly_read", write)
    origins = dict(Channel.all_workspaces.values_list("pk", "origins"))
    assert {name: origin["via"] for name, origin in origins[read].items()} == {
        "posts_count": "feed", "posts_per_month": "feed",
    }  # fmt: skip
    assert datetime.fromisoformat(origins[read]["posts_count"]["at"]) == AT
    assert {name: origin["via"] for name, origin in origins[typed].items()} == {"followers": "hand"}
    assert origins[new] == {}
