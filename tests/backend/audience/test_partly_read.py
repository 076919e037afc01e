"""A channel of which a part could not be read says so, and why; its numbers are kept up to date."""

import pytest

from relais.audience.models import Post
from relais.creators.models import Channel
from relais.kit import clock
from relais.sources.models import Source
from relais.sources.tasks import refresh_due
from relais.workspaces.models import Workspace
from tests.backend.blogs import follow_channels
from tests.backend.conftest import Client
from tests.scrapers.loopback import Answer, Site
from tests.scrapers.platforms.test_youtube import C4, CHANNEL, FEED, as_page

pytestmark = pytest.mark.django_db

ROBOTS = "User-agent: *\nDisallow: /feeds/videos.xml\n"


@pytest.fixture
def youtube(monkeypatch: pytest.MonkeyPatch, site: Site, scope: Workspace) -> Channel:
    """A followed channel of a YouTube on loopback, whose robots.txt keeps its feeds to itself as the real one does."""
    monkeypatch.setenv("RELAIS_ENDPOINT_YOUTUBE", site.url(""))
    site.pages["/robots.txt"] = Answer(ROBOTS, headers={"Content-Type": "text/plain"})
    site.pages[f"/channel/{CHANNEL}"] = Answer(as_page(C4), headers={"Content-Type": "text/html; charset=utf-8"})
    site.pages["/feeds/videos.xml"] = Answer(FEED, headers={"Content-Type": "text/xml"})
    (channel,) = follow_channels([f"https://www.youtube.com/channel/{CHANNEL}"])
    return channel


@pytest.mark.parametrize(("language", "words"), [("en", "videos are not"), ("fr", "les vidéos ne le sont pas")])
def test_youtube_without_a_key_says_that_videos_are_missing(
    youtube: Channel, site: Site, alice: Client, language: str, words: str
) -> None:
    refresh_due()
    assert not any(path.startswith("/feeds/") for path in site.paths)
    shown = alice.get(alice.at(f"channels/{youtube.pk}/"), headers={"Accept-Language": language}).json()
    assert (shown["state"], shown["error_code"], shown["followers"]) == ("fresh", "", 16_700)
    assert shown["partial_code"] == "robots_disallowed"
    assert words in shown["partial_reason"]
    assert not Post.objects.exists()


def test_the_reason_goes_when_the_part_comes(youtube: Channel, site: Site) -> None:
    refresh_due()
    site.pages[f"/channel/{CHANNEL}"] = Answer(status=500)
    Source.objects.update(due_at=clock.now())
    refresh_due()
    youtube.refresh_from_db()
    assert (youtube.partial_code, youtube.followers) == ("robots_disallowed", 16_700)
    assert youtube.error_code != ""


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_site_without_any_feed_says_so(site: Site, scope: Workspace, alice: Client, language: str) -> None:
    site.pages["/plain/"] = Answer("<title>Plain</title><p>Hello", headers={"Content-Type": "text/html"})
    (channel,) = follow_channels([site.url("/plain/")])
    refresh_due()
    shown = alice.get(alice.at(f"channels/{channel.pk}/"), headers={"Accept-Language": language}).json()
    assert (shown["state"], shown["partial_code"]) == ("fresh", "not_found")
    assert {"en": "Neither a feed", "fr": "Ni flux"}[language] in shown["partial_reason"]
