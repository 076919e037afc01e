"""One person: made, read, changed, put aside, brought back."""

from relais.activity.models import Activity
from relais.creators.models import Channel, Creator
from relais.workspaces.models import Workspace
from tests.backend.conftest import Client

CHLOE = {
    "name": "Chloé Béraud",
    "country": "fr",
    "language": "FR",
    "city": "Lyon",
    "tags": ["Cuisine", "Végétal", "cuisine"],
    "channels": ["https://www.chloe-cuisine.fr/blog/", "https://www.instagram.com/chloe.cuisine/"],
    "emails": ["Chloe@Chloe-Cuisine.fr"],
    "addresses": [
        {
            "recipient": "Chloé Béraud",
            "line1": "12 rue des Tables",
            "postcode": "69001",
            "city": "Lyon",
            "country": "FR",
        }
    ],
}


def test_a_person_is_made_with_everything_at_once(alice: Client, scope: Workspace) -> None:
    answer = alice.post(alice.at("creators/"), CHLOE)
    assert answer.status_code == 201, answer.content
    body = answer.json()
    assert (body["country"], body["language"], body["version"]) == ("FR", "fr", 1)
    assert [tag["name"] for tag in body["tags"]] == ["Cuisine", "Végétal"]
    assert {(c["platform"], c["handle"]) for c in body["channels"]} == {("blog", ""), ("instagram", "chloe.cuisine")}
    assert body["contact_points"][0]["is_primary"] is True
    assert body["has_email"] is True
    assert body["addresses"][0]["is_default"] is True
    assert body["channel_count"] == 2
    assert answer.headers["ETag"] == '"1"'
    rows = alice.get(alice.at("creators/")).json()["results"]
    assert [row["name"] for row in rows] == ["Chloé Béraud"]
    assert rows[0]["platforms"] == ["blog", "instagram"]
    assert [tag["name"] for tag in rows[0]["tags"]] == ["Cuisine", "Végétal"]
    assert set(Activity.objects.values_list("verb", flat=True)) >= {"creator.created", "channel.added"}
    assert Channel.objects.count() == 2
    assert Creator.objects.get().search.startswith(" chloe beraud")
