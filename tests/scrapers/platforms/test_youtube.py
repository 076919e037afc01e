"""YouTube: pages written after the layouts its header has had, and the Data API, through the real client."""

import asyncio
import json
from dataclasses import replace
from typing import Any

import pytest

from scrapers import run
from scrapers.errors import BlockedError, LayoutDriftError, NotFoundError
from scrapers.fetch.auth import Endpoints, Keys
from scrapers.fetch.client import Fetcher
from scrapers.model import Outcome, Platform, ProfileRef, Via
from scrapers.platforms import youtube_page
from scrapers.platforms.youtube import YouTubeAdapter
from scrapers.platforms.youtube_api import rounded_down
from scrapers.registry import identify
from tests.scrapers.loopback import Answer, Site, document, html, open_policy

CHANNEL = "UCabcdefghijklmnopqrstuv"
METADATA = {
    "channelMetadataRenderer": {
        "title": "Anna cuisine",
        "description": "Recettes. Contact : bonjour@cuisine-anna.fr https://cuisine-anna.fr",
        "externalId": CHANNEL,
        "avatar": {"thumbnails": [{"url": "https://yt3.example/a.jpg"}]},
    }
}
C4 = {
    "metadata": METADATA,
    "header": {
        "c4TabbedHeaderRenderer": {
            "channelId": CHANNEL,
            "title": "Anna cuisine",
            "subscriberCountText": {"simpleText": "16.7K subscribers"},
            "videosCountText": {"runs": [{"text": "271"}, {"text": " videos"}]},
        }
    },
}


def view_model(*texts: str) -> dict[str, Any]:
    rows = [{"metadataParts": [{"text": {"content": "@subscriber2000"}}]}]
    rows.append({"metadataParts": [{"text": {"content": text}} for text in texts]})
    content = {"pageHeaderViewModel": {"metadata": {"contentMetadataViewModel": {"metadataRows": rows}}}}
    return {"metadata": METADATA, "header": {"pageHeaderRenderer": {"pageTitle": "Anna cuisine", "content": content}}}


CAROUSEL = {
    "header": {
        "carouselHeaderRenderer": {
            "contents": [
                {"carouselItemRenderer": {}},
                {
                    "topicChannelDetailsRenderer": {
                        "title": {"simpleText": "Anna cuisine"},
                        "subtitle": {"simpleText": "16.7k subscribers"},
                        "navigationEndpoint": {"browseEndpoint": {"browseId": CHANNEL}},
                    }
                },
            ]
        }
    }
}
FEED = f"""<feed xmlns="http://www.w3.org/2005/Atom" xmlns:yt="http://www.youtube.com/xml/schemas/2015"
 xmlns:media="http://search.yahoo.com/mrss/"><title>Anna cuisine</title><yt:channelId>{CHANNEL[2:]}</yt:channelId>
<entry><id>yt:video:abcdefghijk</id><title>Tarte</title><link rel="alternate" href="https://www.youtube.com/watch?v=abcdefghijk"/>
<published>2024-03-05T09:00:00+00:00</published><media:group><media:community><media:starRating count="12"/>
<media:statistics views="345"/></media:community></media:group></entry></feed>"""


def ref(**changes: Any) -> ProfileRef:
    return replace(identify("https://www.youtube.com/@annacuisine"), **changes)


def as_page(data: Any, language: str = "en") -> str:
    return f'<html lang="{language}"><body><script>var ytInitialData = {json.dumps(data)};</script></body></html>'


def refresh(site: Site, key: str = "", channel: ProfileRef | None = None) -> Outcome:
    async def go() -> Outcome:
        endpoints = Endpoints(youtube=site.base, youtube_api=f"{site.base}/v3")
        keys = Keys({Platform.YOUTUBE: key} if key else {}, endpoints)
        async with Fetcher(open_policy()) as fetcher:
            return await run.refresh(channel or ref(), fetcher, keys)

    return asyncio.run(go())


@pytest.mark.parametrize(
    "data", [C4, view_model("16.7K subscribers", "271 videos"), CAROUSEL], ids=["c4", "view", "carousel"]
)
@pytest.mark.parametrize("shape", ["html", "innertube", "navigation"])
def test_every_layout_tells_subscribers_with_their_resolution(data: dict[str, Any], shape: str) -> None:
    body = {"html": as_page(data), "innertube": json.dumps(data), "navigation": json.dumps([{}, {"response": data}])}[
        shape
    ]
    reading = YouTubeAdapter().parse(document(body, "page", url="https://www.youtube.com/@annacuisine"), ref())
    followers = reading.stats.followers
    assert followers is not None
    assert (followers.value, followers.low, followers.high, followers.exact) == (16_700, 16_700, 16_799, False)
    assert followers.path
    assert reading.stats.name == "Anna cuisine"
    assert [request.url for request in reading.follow] == [
        f"https://www.youtube.com/feeds/videos.xml?channel_id={CHANNEL}"
    ]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [("en", "2.52m subscribers", 2_520_000), ("fr", "2,52 M d’abonnés", 2_520_000), ("de", "1.234 Abonnenten", 1234)],
)
def test_the_language_of_the_page_decides_how_numbers_read(language: str, text: str, value: int) -> None:
    stats = youtube_page.parse(document(as_page(view_model(text), language), "page"), ref()).stats
    assert stats.followers is not None
    assert stats.followers.value == value


def test_hidden_subscribers_are_unknown_and_no_drift() -> None:
    stats = youtube_page.parse(document(as_page(view_model("271 videos")), "page"), ref()).stats
    assert stats.followers is None
    assert stats.posts_count is not None
    assert stats.posts_count.value == 271


def test_the_about_panel_adds_exact_views_country_and_links() -> None:
    about = {
        "aboutChannelViewModel": {
            "viewCountText": "1,234,567 views",
            "country": "France",
            "links": [{"channelExternalLinkViewModel": {"link": {"content": "instagram.com/anna.cuisine"}}}],
        }
    }
    data = {**view_model("16.7K subscribers"), "onResponseReceivedEndpoints": [{"x": about}]}
    stats = youtube_page.parse(document(as_page(data), "page"), ref()).stats
    assert stats.views_total is not None
    assert (stats.views_total.value, stats.views_total.exact) == (1_234_567, True)
    assert stats.country == "France"
    assert [link.key for link in stats.links] == ["anna.cuisine", "cuisine-anna.fr"]


def test_an_unknown_layout_is_reported_with_the_path_that_failed() -> None:
    for body in (as_page({"header": {"newHeader2030": {}}}), "<html><p>hello</p></html>", "{}"):
        with pytest.raises(LayoutDriftError) as drift:
            youtube_page.parse(document(body, "page"), ref())
        assert drift.value.path


def test_the_consent_page_is_a_block() -> None:
    page = document("<html>Before you continue</html>", "page")
    landed = replace(page, final_url="https://consent.youtube.com/m")
    with pytest.raises(BlockedError):
        youtube_page.parse(landed, ref())


def test_a_terminated_channel_is_not_found() -> None:
    alert = {
        "alerts": [{"alertRenderer": {"type": "ERROR", "text": {"simpleText": "This account has been terminated."}}}]
    }
    with pytest.raises(NotFoundError, match="terminated"):
        youtube_page.parse(document(as_page(alert), "page"), ref())


def test_without_a_key_the_page_and_the_feed_answer(site: Site) -> None:
    site.pages["/@annacuisine"] = html(as_page(C4))
    site.pages["/feeds/videos.xml"] = Answer(FEED, headers={"Content-Type": "text/xml"})
    outcome = refresh(site)
    stats = outcome.stats
    assert stats is not None
    assert (stats.via, len(stats.posts)) == (Via.PAGE, 1)
    assert (stats.posts[0].views, stats.posts[0].likes) == (345, 12)
    assert stats.feed_url == f"https://www.youtube.com/feeds/videos.xml?channel_id={CHANNEL}"
    assert site.hits[1].headers["accept-language"] == "en-US"
    # The next look knows the stable id from the feed's address.
    site.pages[f"/channel/{CHANNEL}"] = html(as_page(C4))
    assert refresh(site, channel=ref(feed_url=stats.feed_url)).stats is not None
    assert site.paths[-2:] == [f"/channel/{CHANNEL}", f"/feeds/videos.xml?channel_id={CHANNEL}"]


def test_when_the_page_fails_the_feed_still_has_the_videos(site: Site) -> None:
    site.pages["/feeds/videos.xml"] = Answer(FEED, headers={"Content-Type": "text/xml"})
    outcome = refresh(site, channel=identify(f"https://www.youtube.com/channel/{CHANNEL}"))
    assert outcome.stats is not None
    assert outcome.stats.followers is None
    assert len(outcome.stats.posts) == 1
    assert outcome.error_code == ""


CHANNELS = {
    "items": [
        {
            "id": CHANNEL,
            "snippet": {"title": "Anna cuisine", "description": "bonjour@cuisine-anna.fr", "country": "FR"},
            "contentDetails": {"relatedPlaylists": {"uploads": "UU" + CHANNEL[2:]}},
            "statistics": {
                "viewCount": "3331930783",
                "subscriberCount": "10700000",
                "hiddenSubscriberCount": False,
                "videoCount": "2678",
            },
        }
    ]
}
UPLOADS = {"items": [{"contentDetails": {"videoId": "abcdefghijk"}}, {"contentDetails": {"videoId": "../x"}}]}
VIDEOS = {
    "items": [
        {
            "id": "abcdefghijk",
            "snippet": {"title": "Tarte", "publishedAt": "2024-03-05T09:00:00Z", "defaultAudioLanguage": "fr"},
            "statistics": {"viewCount": "345", "likeCount": "12"},
        }
    ]
}


def test_with_a_key_the_data_api_answers_and_the_key_stays_in_a_header(site: Site) -> None:
    site.pages["/v3/channels"] = Answer(json.dumps(CHANNELS))
    site.pages["/v3/playlistItems"] = Answer(json.dumps(UPLOADS))
    site.pages["/v3/videos"] = Answer(json.dumps(VIDEOS))
    outcome = refresh(site, key="secret-key")
    stats = outcome.stats
    assert stats is not None
    assert (stats.via, stats.country, outcome.requests) == (Via.API, "FR", 3)
    assert stats.followers is not None
    assert (stats.followers.value, stats.followers.high, stats.followers.exact) == (10_700_000, 10_799_999, False)
    assert stats.views_total is not None
    assert stats.views_total.exact
    (video,) = stats.posts
    assert (video.views, video.likes, video.comments, video.language) == (345, 12, None, "fr")
    assert video.url == "https://www.youtube.com/watch?v=abcdefghijk"
    assert all(hit.headers["x-goog-api-key"] == "secret-key" for hit in site.hits)
    assert "secret-key" not in "".join(site.paths) + repr(outcome)
    assert "forHandle=@annacuisine" in site.paths[0]


@pytest.mark.parametrize(
    ("reason", "status", "code"),
    [
        ("quotaExceeded", 403, "rate_limited"),
        ("rateLimitExceeded", 403, "rate_limited"),
        ("keyInvalid", 400, "key_required"),
        ("accessNotConfigured", 403, "key_required"),
    ],
)
def test_google_refusals_are_told_apart(site: Site, reason: str, status: int, code: str) -> None:
    body = {"error": {"code": status, "message": "Because.", "errors": [{"reason": reason}]}}
    site.pages["/v3/channels"] = Answer(json.dumps(body), status=status)
    outcome = refresh(site, key="k")
    assert (outcome.error_code, outcome.stats) == (code, None)
    assert "Because." in outcome.error_detail
    assert outcome.transient is (code == "rate_limited")
    assert (outcome.retry_after is not None) is (code == "rate_limited")


def test_a_refused_key_falls_back_to_the_page(site: Site) -> None:
    body = {"error": {"message": "bad key", "errors": [{"reason": "keyInvalid"}]}}
    site.pages["/v3/channels"] = Answer(json.dumps(body), status=400)
    site.pages["/@annacuisine"] = html(as_page(C4))
    site.pages["/feeds/videos.xml"] = Answer(FEED, headers={"Content-Type": "text/xml"})
    outcome = refresh(site, key="k")
    assert outcome.stats is not None
    assert outcome.stats.via is Via.PAGE


def test_an_unknown_channel_is_not_found(site: Site) -> None:
    site.pages["/v3/channels"] = Answer('{"kind":"youtube#channelListResponse","pageInfo":{"totalResults":0}}')
    outcome = refresh(site, key="k")
    assert outcome.error_code == "not_found"


def test_the_api_rounds_down_to_three_figures() -> None:
    assert (rounded_down(999).low, rounded_down(999).high, rounded_down(999).exact) == (999, 999, True)
    assert (rounded_down(1230).low, rounded_down(1230).high, rounded_down(1230).exact) == (1230, 1239, False)
    assert rounded_down(0).exact
