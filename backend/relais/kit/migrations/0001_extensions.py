"""Trigram search, before any table that is searched."""

from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations


class Migration(migrations.Migration):
    """Trusted extension: needs no superuser from PostgreSQL 13 on."""

    initial = True
    run_before = [("workspaces", "0001_initial")]
    dependencies: list[tuple[str, str]] = []
    operations = [TrigramExtension()]
