"""Channels, tags, lists, saved views, notes and the timeline."""

from datetime import timedelta

from relais.activity.models import Activity
from relais.creators.actions.headline import refresh_headlines
from relais.creators.models import Channel, Creator, Note, Tag
from relais.kit import clock
from relais.sources.models import Source
from relais.workspaces.models import Workspace
from tests.backend.conftest import Client
from tests.backend.creators.conftest import MakeCreator


def test_a_channel_comes_is_corrected_and_goes(alice: Client, creator: MakeCreator) -> None:
    pk = creator("Chloé", "https://chloe.example/", followers=10).pk
    added = alice.post(alice.at("channels/"), {"creator": pk, "url": "https://www.youtube.com/@chloe"})
    assert added.status_code == 201, added.content
    assert (added.json()["platform"], added.json()["handle"], added.json()["state"]) == ("youtube", "chloe", "new")
    again = alice.post(alice.at("channels/"), {"creator": pk, "url": "https://youtube.com/@Chloe/videos"})
    assert again.json()["id"] == added.json()["id"]
    path = alice.at(f"channels/{added.json()['id']}/")
    changed = alice.patch(path, {"title": "Chloé en cuisine", "followers": 10**6, "platform": "tiktok"}).json()
    assert (changed["title"], changed["followers"], changed["platform"]) == ("Chloé en cuisine", None, "youtube")
    assert len(alice.get(alice.at("creators/?q=en cuisine")).json()["results"]) == 1
    assert [row["platform"] for row in alice.get(alice.at(f"channels/?creator={pk}")).json()["results"]] == [
        "youtube",
        "blog",
    ]
    assert len(alice.get(alice.at("channels/?platform=blog&state=fresh")).json()["results"]) == 1
    assert alice.delete(path).status_code == 204
    assert alice.get(alice.at(f"creators/{pk}/")).json()["channel_count"] == 1
    assert Source.objects.get(platform="youtube").due_at is None, "nobody follows it any more"
    assert Source.objects.get(platform="blog").due_at is not None


def test_a_channel_followed_elsewhere_stays_followed(alice: Client, charlie: Client, creator: MakeCreator) -> None:
    made = creator("Chloé", "https://chloe.example/")
    charlie.post(charlie.at("creators/"), {"name": "Chloé", "channels": ["https://chloe.example/"]})
    channel = Channel.all_workspaces.get(creator=made)
    alice.delete(alice.at(f"channels/{channel.pk}/"))
    assert Source.objects.get().due_at is not None


def test_the_headline_copies_the_largest_channel(scope: Workspace, creator: MakeCreator) -> None:
    made = creator(
        "Chloé", "https://chloe.example/", "https://www.youtube.com/@chloe", "https://mastodon.social/@chloe"
    )
    day = clock.now()
    Channel.objects.filter(platform="blog").update(last_published_at=day, engagement_rate=0.5)
    Channel.objects.filter(platform="youtube").update(followers=60_000, state="stale", measured_at=day)
    Channel.objects.filter(platform="mastodon").update(followers=500, engagement_rate=0.02)
    refresh_headlines([made.pk], words=False)
    made.refresh_from_db()
    assert (made.main_platform, made.main_handle, made.main_state) == ("youtube", "chloe", "stale")
    assert (made.followers, made.reach, made.tier, made.channel_count) == (60_000, 60_500, "mid", 3)
    assert (made.engagement_rate, made.measured_at, made.last_published_at) == (0.02, day, day)
    Channel.objects.all().delete()
    refresh_headlines([made.pk])
    made.refresh_from_db()
    assert (made.main_platform, made.followers, made.reach, made.tier, made.channel_count) == ("", None, None, "", 0)


def test_tags_have_one_name_whatever_its_accents(alice: Client, charlie: Client, creator: MakeCreator) -> None:
    pk = creator("Chloé", tags=["Végétal"]).pk
    (tag,) = alice.get(alice.at("tags/")).json()["results"]
    assert (tag["name"], tag["creator_count"]) == ("Végétal", 1)
    taken = alice.post(alice.at("tags/"), {"name": "VEGETAL"})
    assert (taken.status_code, taken.json()["code"]) == (409, "name_taken")
    assert charlie.post(charlie.at("tags/"), {"name": "vegetal"}).status_code == 201
    path = alice.at(f"tags/{tag['id']}/")
    assert alice.patch(path, {"name": "Vegan", "colour": "green"}).json()["name"] == "Vegan"
    assert alice.patch(path, {"colour": "red; background: url(x)"}).status_code == 400
    assert [row["id"] for row in alice.get(alice.at("creators/?q=vegan")).json()["results"]] == [pk]
    assert alice.get(alice.at("creators/?q=vegetal")).json()["results"] == []
    assert alice.delete(path).status_code == 204
    assert alice.get(alice.at(f"creators/{pk}/")).json()["tags"] == []
    assert alice.get(alice.at("creators/?q=vegan")).json()["results"] == []
    assert Tag.all_workspaces.count() == 1


def test_lists_take_ids_or_a_filter(alice: Client, creator: MakeCreator, foreign: Creator) -> None:
    people = [creator(name, country="FR").pk for name in ("A", "B")]
    made = alice.post(alice.at("lists/"), {"name": "Noël 2026"})
    assert made.status_code == 201
    assert alice.post(alice.at("lists/"), {"name": "noel 2026"}).status_code == 409
    path = alice.at(f"lists/{made.json()['id']}/")
    refused = alice.post(f"{path}add/", {"ids": [people[0], foreign.pk]})
    assert (refused.status_code, alice.get(path).json()["creator_count"]) == (404, 0)
    assert alice.post(f"{path}add/", {"ids": people[:1]}).json() == {"changed": 1, "skipped": 0}
    assert alice.post(f"{path}add/", {"filter": {"country": "FR"}}).json() == {"changed": 1, "skipped": 1}
    on_it = alice.get(alice.at(f"creators/?list={made.json()['id']}")).json()["results"]
    assert sorted(row["id"] for row in on_it) == people
    assert alice.post(f"{path}remove/", {"ids": people[:1]}).json() == {"changed": 1, "skipped": 0}
    assert alice.get(path).json()["creator_count"] == 1
    assert alice.get(alice.at(f"creators/{people[1]}/")).json()["lists"] == [
        {"id": made.json()["id"], "name": "Noël 2026"}
    ]
    assert alice.delete(path).status_code == 204
    assert alice.get(alice.at(f"creators/{people[1]}/")).json()["lists"] == []


def test_saved_views_are_private_until_shared(alice: Client, bob: Client, viewer: Client) -> None:
    view = {
        "name": "Lyonnaises",
        "query": {"country": "FR", "q": "lyon", "order": "-followers"},
        "columns": [{"name": "followers", "width": 120}, {"name": "tags"}],
    }
    made = bob.post(bob.at("saved-views/"), view)
    assert made.status_code == 201, made.content
    assert made.json()["columns"] == [{"name": "followers", "width": 120}, {"name": "tags", "width": None}]
    path = bob.at(f"saved-views/{made.json()['id']}/")
    assert [client.get(path).status_code for client in (bob, alice, viewer)] == [200, 404, 404]
    assert bob.patch(path, {"is_shared": True}).json()["is_shared"] is True
    assert [client.get(path).status_code for client in (bob, alice, viewer)] == [200, 200, 200]
    assert viewer.patch(path, {"name": "À moi"}).status_code == 403
    assert alice.patch(path, {"name": "Lyon"}).json()["name"] == "Lyon"
    assert viewer.delete(path).status_code == 403
    assert bob.delete(path).status_code == 204
    assert viewer.post(viewer.at("saved-views/"), view).status_code == 201


def test_g6_history_holds_nothing_of_a_private_view(alice: Client, bob: Client) -> None:
    def told() -> list[tuple[str, dict[str, object]]]:
        lines = alice.get(alice.at("activity/?subject_type=savedview")).json()["results"]
        return [(line["verb"], line["data"]) for line in reversed(lines)]

    made = bob.post(bob.at("saved-views/"), {"name": "À écarter", "query": {"q": "secret"}}).json()
    path = bob.at(f"saved-views/{made['id']}/")
    assert bob.patch(path, {"name": "Jamais plus"}).status_code == 200
    assert told() == []
    assert alice.get(alice.at("activity/?count=true")).json()["count"] == 1  # the workspace itself

    bob.patch(path, {"name": "Cuisine", "is_shared": True})
    bob.patch(path, {"name": "Cuisine de Bob", "is_shared": False})
    bob.patch(path, {"name": "Rien que pour moi"})
    bob.delete(path)
    assert told() == [
        ("saved_view.changed", {"name": "Cuisine", "is_shared": True}),
        ("saved_view.changed", {"name": "Cuisine", "is_shared": False}),
    ]


def test_a_call_counts_as_contact_and_a_note_does_not(alice: Client, creator: MakeCreator) -> None:
    pk = creator().pk
    path = alice.at(f"creators/{pk}/")
    note = alice.post(f"{path}notes/", {"text": "Végétarienne.", "kind": "note"})
    assert note.status_code == 201, note.content
    assert alice.get(path).json()["last_contacted_at"] is None
    moment = clock.now() - timedelta(days=3)
    alice.post(f"{path}notes/", {"text": "Appel", "kind": "call", "happened_at": moment.isoformat()})
    alice.post(
        f"{path}notes/", {"text": "Avant", "kind": "meeting", "happened_at": (moment - timedelta(days=9)).isoformat()}
    )
    person = alice.get(path).json()
    assert person["last_contacted_at"] == moment.isoformat().replace("+00:00", "Z")
    assert person["relationship_status"] == "contacted"
    future = alice.post(f"{path}notes/", {"text": "x", "happened_at": (clock.now() + timedelta(days=1)).isoformat()})
    assert (future.status_code, list(future.json()["errors"])) == (400, ["happened_at"])
    assert len(alice.get(alice.at("creators/?q=vegetarienne")).json()["results"]) == 1


def test_only_its_author_changes_a_note(alice: Client, bob: Client, creator: MakeCreator) -> None:
    pk = creator().pk
    note = bob.post(bob.at(f"creators/{pk}/notes/"), {"text": "De Bob"}).json()
    path = alice.at(f"creators/{pk}/notes/{note['id']}/")
    assert [alice.patch(path, {"text": "Non"}).status_code, alice.delete(path).status_code] == [403, 403]
    assert Note.all_workspaces.get().text == "De Bob"
    elsewhere = alice.at(f"creators/{creator('Autre').pk}/notes/{note['id']}/")
    assert bob.patch(elsewhere, {"text": "Non"}).status_code == 404
    assert bob.patch(path, {"text": "De Bob, corrigé"}).json()["edited_at"] is not None
    assert bob.delete(path).status_code == 204


def test_the_timeline_embeds_notes_and_those_merged_in(alice: Client, scope: Workspace, creator: MakeCreator) -> None:
    kept, gone = creator("Chloé"), creator("Chloe B.")
    alice.post(alice.at(f"creators/{gone.pk}/notes/"), {"text": "Avant la fusion"})
    Creator.objects.filter(pk=gone.pk).update(merged_into=kept)
    note = alice.post(alice.at(f"creators/{kept.pk}/notes/"), {"text": "Après", "kind": "call"}).json()
    path = alice.at(f"creators/{kept.pk}/timeline/")
    lines = alice.get(path).json()["results"]
    verbs = ["creator.status_changed", "note.call_added", "note.note_added", "creator.created", "creator.created"]
    assert [line["verb"] for line in lines] == verbs
    assert [line["note"] and line["note"]["text"] for line in lines[1:3]] == ["Après", "Avant la fusion"]
    assert lines[1]["by"]["name"] == "Alice Martin"
    assert [line["verb"] for line in alice.get(f"{path}?verb=note.").json()["results"]] == verbs[1:3]
    first = alice.get(f"{path}?page_size=2").json()
    rest = alice.get(f"{path}?page_size=200&cursor={first['next']}").json()
    assert [line["id"] for line in first["results"] + rest["results"]] == [line["id"] for line in lines]
    alice.delete(alice.at(f"creators/{kept.pk}/notes/{note['id']}/"))
    after = alice.get(f"{path}?verb=note.call").json()["results"]
    assert after[0]["note"] is None
    assert "Après" not in str(list(Activity.objects.values_list("data", flat=True)))
