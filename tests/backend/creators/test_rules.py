"""Plain rules, as tables."""

import pytest

from relais.creators.codes import countries, languages
from relais.creators.rules import (
    STATUS_AFTER,
    Event,
    Facet,
    RelationshipStatus,
    domain_of_blog,
    domain_of_email,
    tier_of,
    token,
    values_of,
)


@pytest.mark.parametrize(
    ("followers", "tier"),
    [
        (None, None), (0, None), (999, None), (1_000, "nano"), (9_999, "nano"), (10_000, "micro"), (50_000, "mid"),
        (249_999, "mid"), (250_000, "macro"), (1_000_000, "mega"),
    ],
)  # fmt: skip
def test_tiers(followers: int | None, tier: str | None) -> None:
    assert tier_of(followers) == tier


@pytest.mark.parametrize(
    ("event", "before", "after"),
    [
        ("contacted", "new", "contacted"),
        ("contacted", "partner", None),
        ("contacted", "declined", None),
        ("contacted", "dormant", "contacted"),
        ("replied", "contacted", "in_conversation"),
        ("replied", "partner", None),
        ("agreed", "in_conversation", "partner"),
        ("agreed", "partner", None),
        ("declined", "contacted", "declined"),
        ("declined", "partner", None),
    ],
)
def test_events_move_the_status(event: str, before: str, after: str | None) -> None:
    assert STATUS_AFTER[Event(event)].get(RelationshipStatus(before)) == after


def test_tokens_read_back() -> None:
    tokens = [token(Facet.TAG, 12), token(Facet.COUNTRY, "FR"), token(Facet.TAG, 3)]
    assert values_of(tokens, Facet.TAG) == ["12", "3"]


def test_domains() -> None:
    assert domain_of_blog("chloe.example/blog") == "chloe.example"
    assert domain_of_email("Chloe@Chloe.example") == "chloe.example"
    assert domain_of_email("chloe@gmail.com") == ""


def test_codes_are_countries_and_languages_only() -> None:
    assert {"FR", "BE", "CH", "GB", "US"} <= countries()
    assert not {"EU", "UN", "ZZ", "XX", "001"} & countries()
    assert {"fr", "en"} <= languages()
    assert "zz" not in languages()
