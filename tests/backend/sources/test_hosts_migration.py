"""Sources whose host was kept in the letters people read."""

from datetime import timedelta
from typing import Any

import pytest

from relais.kit import clock
from relais.sources.actions import follow
from relais.sources.actions.leasing import lease_due
from relais.sources.models import Source
from relais.sources.rules import PER_HOST
from scrapers.registry import identify
from tests.backend.migrating import migrated

OLD = {
    "https://bücher.example/": ("bücher.example", "xn--bcher-kva.example"),
    "https://bücher.example/blog": ("bücher.example", "xn--bcher-kva.example"),
    "https://例え.テスト/": ("例え.テスト", "xn--r8jz45g.xn--zckzah"),
    "https://straße.example/": ("straße.example", "xn--strae-oqa.example"),
    "https://plain.example/": ("plain.example", "plain.example"),
    "https://xn--bcher-kva.example/new": ("xn--bcher-kva.example", "xn--bcher-kva.example"),
    "http://intern/": ("intérn:80", "intérn:80"),
    "https://no name/": ("é .example", "é .example"),
}


@pytest.mark.django_db(transaction=True)
def test_g56_one_site_is_one_host_however_it_was_spelt() -> None:
    def write(apps: Any) -> None:
        due = clock.now() - timedelta(days=1)
        apps.get_model("sources", "Source").objects.bulk_create(
            apps.get_model("sources", "Source")(platform="blog", key=url, url=url, host=old, due_at=due)
            for url, (old, _new) in OLD.items()
        )

    migrated("sources", "0001_initial", write)
    assert dict(Source.objects.values_list("url", "host")) == {url: new for url, (_old, new) in OLD.items()}
    (new,) = follow(refs=[identify("https://straße.example/zwei")]).values()
    assert Source.objects.get(pk=new).host == "xn--strae-oqa.example"


@pytest.mark.django_db(transaction=True)
def test_g27_a_site_spelt_twice_is_visited_by_one_batch_at_a_time() -> None:
    def write(apps: Any) -> None:
        due = clock.now() - timedelta(days=1)
        spellings = ("bücher.example", "xn--bcher-kva.example")
        apps.get_model("sources", "Source").objects.bulk_create(
            apps.get_model("sources", "Source")(
                platform="blog", key=f"{host}/{number}", url=f"https://{host}/{number}", host=host, due_at=due
            )
            for host in spellings
            for number in range(PER_HOST)
        )

    migrated("sources", "0001_initial", write)
    assert len(lease_due(limit=2 * PER_HOST).sources) == PER_HOST
    assert lease_due(limit=2 * PER_HOST).sources == ()
