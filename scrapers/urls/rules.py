"""What the addresses of each platform look like: hosts, handles, and first words that are no handle."""

import re
from dataclasses import dataclass
from typing import Literal

from scrapers.model import Platform

_LOCALE = r"[a-z]{2}(?:-[a-z]{2,4})?"


@dataclass(frozen=True, slots=True)
class Rule:
    """How one platform writes the address of a profile.

    `hosts` are the subdomains that show profiles. `posts` are second path segments that make the address a single
    post; with `posts_are_tabs` only when an id follows (`/alice/videos` is a tab, `/alice/videos/1` a video).
    """

    platform: Platform
    domain: str
    handle: re.Pattern[str]
    url: str = ""
    hosts: re.Pattern[str] = re.compile(r"(?:www|m|mobile)?\Z")
    reserved: frozenset[str] = frozenset()
    posts: frozenset[str] = frozenset()
    posts_are_tabs: bool = False
    at_sign: Literal["optional", "required", "never"] = "optional"

    def accepts_host(self, subdomain: str) -> bool:
        """Whether profiles live on this subdomain ("" for the domain itself)."""
        return self.hosts.match(subdomain) is not None


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Never anybody's handle, on any platform.
RESERVED = _words(
    "share sharer intent login signin signup register logout oauth search explore hashtag hashtags tag tags about"
    " legal privacy terms policies policy help support settings account accounts home feed discover directory jobs"
    " careers developers developer download api embed embeds widgets widget plugins static assets images img js css"
    " www web app apps index.php index.html share.php sharer.php login.php wp-content robots.txt null undefined none"
)

_RULES = (
    Rule(
        Platform.INSTAGRAM,
        "instagram.com",
        re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.]{0,29})\Z"),
        "https://www.instagram.com/{handle}/",
        reserved=_words("p reel reels tv stories direct ar audio igtv graphql challenge create lite emails"),
        posts=_words("p reel tv"),
    ),
    Rule(
        Platform.X,
        "x.com",
        re.compile(r"[A-Za-z0-9_]{1,20}\Z"),
        "https://x.com/{handle}",
        reserved=_words(
            "i statuses status tos compose messages notifications who_to_follow followers following favorites"
            " mentions invitations sessions bookmarks topics moments events"
        ),
        posts=_words("status statuses"),
    ),
    Rule(
        Platform.FACEBOOK,
        "facebook.com",
        re.compile(r"[^\W_][\w.\-’']{1,100}\Z"),
        "https://www.facebook.com/{handle}",
        hosts=re.compile(rf"(?:(?:www|m|mobile|touch|mbasic|web|business|{_LOCALE})(?:\.(?:www|m))?)?\Z"),
        reserved=_words(
            "dialog tr groups events event.php event watch story.php photo.php photo photos permalink.php home.php"
            " business ads marketplace gaming l.php notes note.php media recover r.php reg posts video.php videos"
            " video reel reels stories messages t games badges fundraisers donate latest ajax live connect group.php"
            " profile.php people pages pg p sharer-api share-api hashtag.php search.php insights places browse"
            " campaign addfriend.php friends likes messages.php docs sem_campaigns sem_pages facebook_dialog feeds"
            " app_scoped_user_id ad_campaign policy.php page_proxy sharer share"
        ),
        posts=_words("posts photos videos reels events notes stories permalink photos_stream"),
        posts_are_tabs=True,
        at_sign="optional",
    ),
    Rule(
        Platform.YOUTUBE,
        "youtube.com",
        re.compile(r"[\w.\-·’']{1,100}\Z"),
        hosts=re.compile(r"(?:www|m|music|gaming|[a-z]{2})?\Z"),
        reserved=_words(
            "watch embed playlist playlists results shorts live redirect t s v e post clip clips attribution_link"
            " creators gaming premium ads howyoutubeworks subscription_center signin_redirect channel c user yt howto"
            " channels trending music movies sports news kids tv upload my_videos watch_videos view_play_list"
            " get_video_info iframe_api oembed feeds browse new reporthistory comment supported_browsers profile"
            " profile_videos"
        ),
        posts=_words("watch status"),
    ),
    Rule(
        Platform.TIKTOK,
        "tiktok.com",
        re.compile(r"[\w.]{1,30}\Z"),
        "https://www.tiktok.com/@{handle}",
        posts=_words("video photo"),
        at_sign="required",
    ),
    Rule(
        Platform.PINTEREST,
        "pinterest.*",
        re.compile(r"[\w-]{2,40}\Z"),
        "https://www.pinterest.com/{handle}/",
        hosts=re.compile(rf"(?:www|m|{_LOCALE})?\Z"),
        reserved=_words(
            "pin pins ideas categories business today videos _tools resource join source offsite tv password"
            " invited topics all popular gifts shop create.html"
        ),
    ),
    Rule(
        Platform.LINKEDIN,
        "linkedin.com",
        re.compile(r"[^\s/<>\"#{}|\\^`\[\]]{1,150}\Z"),
        hosts=re.compile(r"(?:www|m|touch|[a-z]{2})?\Z"),
    ),
    Rule(
        Platform.THREADS,
        "threads.net",
        re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.]{0,29})\Z"),
        "https://www.threads.com/@{handle}",
        posts=_words("post"),
        at_sign="required",
    ),
    Rule(
        Platform.BLUESKY,
        "bsky.app",
        re.compile(r"(?:did:[a-z]+:[\w.:%-]+|[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)\Z"),
        "https://bsky.app/profile/{handle}",
        hosts=re.compile(r"(?:www|staging|main)?\Z"),
    ),
    Rule(
        Platform.TWITCH,
        "twitch.tv",
        re.compile(r"[A-Za-z0-9]\w{1,24}\Z"),
        "https://www.twitch.tv/{handle}",
        reserved=_words(
            "videos p subs popout turbo store products drops prime friends inventory wallet subscriptions bits"
            " broadcast user payments event moderator dashboard directory collections team"
        ),
        posts=_words("video v clip"),
        at_sign="never",
    ),
    Rule(
        Platform.SNAPCHAT,
        "snapchat.com",
        re.compile(r"[A-Za-z0-9][\w.-]{1,29}\Z"),
        "https://www.snapchat.com/add/{handle}",
        hosts=re.compile(r"(?:www|story|m)?\Z"),
        at_sign="required",
        posts=_words("spotlight highlight"),
    ),
    Rule(Platform.PODCAST, "apple.com", re.compile(r"\d+\Z"), hosts=re.compile(r"(?:podcasts|itunes|geo\.itunes)\Z")),
    Rule(Platform.PODCAST, "spotify.com", re.compile(r"\w+\Z"), hosts=re.compile(r"(?:open|podcasters|play)\Z")),
)

_ALIASES = {
    "twitter.com": "x.com",
    "fb.com": "facebook.com",
    "threads.com": "threads.net",
    "instagr.am": "instagram.com",
    "youtube-nocookie.com": "youtube.com",
}


def _by_domain() -> dict[str, Rule]:
    table = {rule.domain: rule for rule in _RULES}
    return table | {alias: table[domain] for alias, domain in _ALIASES.items()}


#: Registrable domain → rule; `pinterest.*` stands for all national domains.
BY_DOMAIN = _by_domain()

#: Sites that write `/@name` and do not speak ActivityPub, and hosts of other things than people.
NOT_FEDIVERSE = _words(
    "medium.com substack.com flipboard.com rumble.com odysee.com lbry.tv vimeo.com dailymotion.com soundcloud.com t.me"
    " telegram.me patreon.com ko-fi.com buymeacoffee.com linktr.ee beacons.ai vero.co hackernoon.com dev.to tumblr.com"
    " vk.com ok.ru clubhouse.com mewe.com gab.com gettr.com parler.com truthsocial.com steemit.com hive.blog peakd.com"
    " ecency.com kick.com cameo.com poshmark.com etsy.com github.com gitlab.com npmjs.com jsdelivr.net unpkg.com"
    " google.com goo.gl bing.com yahoo.com gmail.com hotmail.com outlook.com hotmail.fr orange.fr wanadoo.fr free.fr"
    " laposte.net icloud.com proton.me protonmail.com gmx.de web.de gmx.net aol.com live.com live.fr msn.com hey.com"
    " lemon8-app.com likee.video triller.co bitchute.com brighteon.com vsco.co flickr.com goodreads.com"
    " skillshare.com udemy.com wattpad.com producthunt.com behance.net dribbble.com quora.com reddit.com whatsapp.com"
    " bsky.social bsky.app"
)
