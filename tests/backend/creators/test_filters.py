"""Every filter of the list, as a table; and what is refused."""

from datetime import UTC, datetime
from typing import Any

import pytest

from relais.creators.models import Creator, CreatorList, Tag
from relais.kit.tenancy import workspace_scope
from relais.workspaces.models import User, Workspace
from tests.backend.conftest import Client
from tests.backend.creators.conftest import make_creator


@pytest.fixture
def people(alice: Client, bob: Client, workspace: Workspace, foreign: Creator) -> dict[str, Any]:
    """Four people who differ in everything, one deleted, and one abroad; return ids by short name."""
    with workspace_scope(workspace.pk):
        wishes = CreatorList.objects.create(name="Noël", folded="noel")
        bob_id = User.objects.get(email="bob@example.org").pk
        chloe = make_creator(
            "Chloé Béraud", "https://www.chloe-cuisine.fr/", "https://www.instagram.com/chloe.cuisine/",
            followers=12_000, rate=0.034, published=datetime(2026, 5, 2, 10, tzinfo=UTC),
            contacted=datetime(2026, 3, 31, 22, 30, tzinfo=UTC), country="FR", language="fr", city="Lyon",
            tags=["Cuisine", "Végétal"], emails=["chloe@chloe-cuisine.fr"], owner=bob_id, lists=[wishes],
        )  # fmt: skip
        emma = make_creator(
            "Emma O’Neill", "https://www.youtube.com/@emmaoneill", followers=260_000, rate=0.011,
            published=datetime(2026, 1, 2, 10, tzinfo=UTC), contacted=datetime(2025, 12, 1, 9, tzinfo=UTC),
            country="IE", language="en", tags=["Travel"], kind="influencer", relationship_status="partner",
            notes="Aime la randonnée en Bretagne.",
        )  # fmt: skip
        li = make_creator("Li Wu", "https://mastodon.social/@liwu", followers=900, country="FR", language="en")
        nobody = make_creator("Ève Nobody", tags=["Cuisine"], owner=alice.user.pk)
        gone = make_creator("Gone Girl", "https://gone.example/", followers=5_000, tags=["Cuisine"])
        tags = {tag.folded: tag.pk for tag in Tag.objects.all()}
    alice.delete(alice.at(f"creators/{gone.pk}/"))
    names = {"chloe": chloe.pk, "emma": emma.pk, "li": li.pk, "nobody": nobody.pk, "gone": gone.pk}
    return {**names, "tags": tags, "list": wishes.pk, "bob": bob_id, "foreign": foreign.pk}


ALL = {"chloe", "emma", "li", "nobody"}

CASES: list[tuple[str, set[str]]] = [
    ("", ALL),
    ("platform=youtube", {"emma"}),
    ("platform=youtube,mastodon", {"emma", "li"}),
    ("platform=youtube&platform=mastodon", {"emma", "li"}),
    ("platform=blog&platform=instagram", {"chloe"}),
    ("followers_min=900", {"chloe", "emma", "li"}),
    ("followers_min=901&followers_max=12000", {"chloe"}),
    ("followers_max=0", set()),
    ("engagement_min=0.02", {"chloe"}),
    ("engagement_max=0.02", {"emma"}),
    ("tier=macro,micro", {"chloe", "emma"}),
    ("country=FR", {"chloe", "li"}),
    ("country=FR&language=en", {"li"}),
    ("language=fr", {"chloe"}),
    ("tags_any={cuisine},{travel}", {"chloe", "emma", "nobody"}),
    ("tags_all={cuisine},{vegetal}", {"chloe"}),
    ("tags_all={cuisine},{travel}", set()),
    ("list={list}", {"chloe"}),
    ("owner={bob}", {"chloe"}),
    ("owner=me", {"nobody"}),
    ("owner=me,{bob}", {"chloe", "nobody"}),
    ("owner=none", {"emma", "li"}),
    ("status=partner", {"emma"}),
    ("status=new,partner", ALL),
    ("kind=influencer", {"emma"}),
    # 31 March 22:30 in UTC is already 1 April in Paris.
    ("contacted_after=2026-04-01", {"chloe"}),
    ("contacted_after=2026-04-02", set()),
    ("contacted_before=2026-04-01", {"emma"}),
    ("contacted_before=2026-04-02", {"chloe", "emma"}),
    ("published_after=2026-02-01", {"chloe"}),
    ("has_email=true", {"chloe"}),
    ("has_email=false", {"emma", "li", "nobody"}),
    ("q=beraud", {"chloe"}),
    ("q=BÉRAUD chlo", {"chloe"}),
    ("q=beraud emma", set()),
    ("q=o'neill", {"emma"}),
    ("q=chloe.cuisine", {"chloe"}),
    ("q=chloe-cuisine.fr", {"chloe"}),
    ("q=vegetal", {"chloe"}),
    ("q=randonnee", {"emma"}),
    ("q=lyon", {"chloe"}),
    ("q=li", {"li"}),
    ("q=wu", {"li"}),
    ("q=e", {"emma", "nobody"}),
    ("q=%", set()),
    ("q=_____", set()),
    ("q=secrete", set()),
    ("ids={chloe_id},{li_id}", {"chloe", "li"}),
    ("ids={foreign_id},{gone_id}", set()),
    ("platform=instagram&country=FR&tags_any={cuisine}&followers_min=1000&q=chloe", {"chloe"}),
]


def _filled(query: str, people: dict[str, Any]) -> str:
    ids = {f"{name}_id": people[name] for name in (*ALL, "gone", "foreign")}
    return query.format(**people["tags"], **ids, list=people["list"], bob=people["bob"])


def test_each_filter_selects_whom_it_says(alice: Client, people: dict[str, Any]) -> None:
    names = {people[name]: name for name in (*ALL, "gone", "foreign")}
    for query, expected in CASES:
        answer = alice.get(alice.at(f"creators/?{_filled(query, people)}"))
        assert answer.status_code == 200, (query, answer.content)
        assert {names[row["id"]] for row in answer.json()["results"]} == expected, query


REFUSED = [
    ("platfrom=blog", "platfrom", "unknown_parameter"),
    ("search=x", "search", "unknown_parameter"),
    ("workspace=1", "workspace", "unknown_parameter"),
    ("platform=myspace", "platform", "invalid"),
    ("followers_min=many", "followers_min", "invalid"),
    ("followers_min=-1", "followers_min", "invalid"),
    ("followers_min=1e999999999", "followers_min", "invalid"),
    ("engagement_min=nan", "engagement_min", "invalid"),
    ("country=XX", "country", "invalid"),
    ("language=zz", "language", "invalid"),
    ("tags_any=1,x", "tags_any", "invalid"),
    ("tags_any=1.5", "tags_any", "invalid"),
    ("owner=bob", "owner", "invalid"),
    ("status=married", "status", "invalid"),
    ("contacted_after=yesterday", "contacted_after", "invalid"),
    ("ids=99999999999999999999", "ids", "invalid"),
    ("order=password", "order", "invalid"),
    ("page_size=201", "page_size", "invalid"),
    ("cursor=zzz", "cursor", "invalid"),
    ("fields=name,search", "fields", "invalid"),
    ("facets=platform,search", "facets", "invalid"),
    ("q=" + "x" * 201, "q", "invalid"),
]


@pytest.mark.parametrize(("query", "field", "code"), REFUSED)
def test_what_cannot_be_read_is_refused_by_name(alice: Client, query: str, field: str, code: str) -> None:
    answer = alice.get(alice.at(f"creators/?{query}"))
    assert (answer.status_code, answer.json()["code"]) == (400, code), answer.content
    assert list(answer.json()["errors"]) == [field]


@pytest.mark.parametrize("name", ["tags_any", "tags_all", "list", "ids", "owner"])
def test_a_comma_too_many_selects_nobody_else(alice: Client, people: dict[str, Any], name: str) -> None:
    plain = alice.get(alice.at(f"creators/?{name}=1,2"))
    trailing = alice.get(alice.at(f"creators/?{name}=1,2,"))
    assert (trailing.status_code, trailing.json()) == (200, plain.json()), trailing.content


def test_facets_count_under_the_filter_and_ignore_their_own_selection(alice: Client, people: dict[str, Any]) -> None:
    def counts(query: str) -> dict[str, dict[str, int]]:
        body = alice.get(alice.at(f"creators/?{query}")).json()
        return {name: {row["value"]: row["count"] for row in rows} for name, rows in body["facets"].items()}

    assert "facets" not in alice.get(alice.at("creators/")).json()
    whole = counts("facets=platform,country,tag,owner,status,tier,language,list,kind")
    assert whole["platform"] == {"blog": 1, "instagram": 1, "mastodon": 1, "youtube": 1}
    assert whole["country"] == {"FR": 2, "IE": 1}
    assert whole["owner"] == {"none": 2, str(people["bob"]): 1, str(alice.user.pk): 1}
    assert whole["tag"][str(people["tags"]["cuisine"])] == 2
    assert whole["status"] == {"new": 3, "partner": 1}
    assert whole["tier"] == {"macro": 1, "micro": 1}
    narrowed = counts("facets=platform,country&country=FR")
    assert narrowed["country"] == {"FR": 2, "IE": 1}
    assert narrowed["platform"] == {"blog": 1, "instagram": 1, "mastodon": 1}
    labels = alice.get(alice.at("creators/?facets=tag,owner,list")).json()["facets"]
    assert {row["label"] for row in labels["tag"]} == {"Cuisine", "Végétal", "Travel"}
    assert {row.get("label") for row in labels["owner"]} == {None, "Bob Durand", "Alice Martin"}
    assert [row["label"] for row in labels["list"]] == ["Noël"]
