"""What is published stays in step with the code: the API's description and the database's migrations."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

SNAPSHOT = Path(__file__).with_name("openapi.json")


def test_the_snapshot_is_the_api() -> None:
    written = StringIO()
    call_command("spectacular", format="openapi-json", validate=True, fail_on_warn=True, stdout=written)
    assert json.loads(SNAPSHOT.read_text()) == json.loads(written.getvalue()), (
        "run `make schema` and look at the change"
    )


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
