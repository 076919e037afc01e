"""Reads compiled once ask the database at every use, and hold no column that Django would convert."""

import pytest
from django.db import connection
from django.db.models import BigIntegerField, JSONField
from django.db.models.functions import Cast
from django.test.utils import CaptureQueriesContext

from relais.kit.compiled import CompiledRead, Given
from relais.workspaces.models import User
from tests import factories

pytestmark = pytest.mark.django_db


def test_every_use_asks_anew_under_its_own_values() -> None:
    ada, bea = factories.make_user("Ada"), factories.make_user("Bea")
    read = CompiledRead(lambda: User.objects.filter(pk=Given("pk", BigIntegerField())).values_list("name"))
    assert read.first({"pk": ada.pk}) == ("Ada",)
    User.objects.filter(pk=ada.pk).update(name="Ada L.")
    with CaptureQueriesContext(connection) as asked:
        assert read.first({"pk": ada.pk}) == ("Ada L.",)
        assert read.first({"pk": bea.pk}) == ("Bea",)
        assert read.first({"pk": 0}) is None
    assert len(asked) == 3


def test_a_column_to_convert_is_refused() -> None:
    read = CompiledRead(lambda: User.objects.values_list(Cast("name", JSONField())))
    with pytest.raises(TypeError, match="no conversion"):
        read.first({})
