import re
from collections import Counter
from pathlib import Path

from scrapers.urls import identify

#: What an address of nobody's profile looks like, written independently of the rules under test.
NOBODY = re.compile(
    r"/(?:share|sharer|sharer\.php|share\.php|intent|dialog|shareArticle|sharing|pin/create|hashtag|search|login|signup"
    r"|explore/tags|watch|embed|p/[\w-]{11}/?$|reel/[\w-]{11})(?:[/?&#]|$)|/status(?:es)?/\d+|youtu\.be/",
    re.IGNORECASE,
)
PLAIN = re.compile(
    r"https?://(?:www\.)?(instagram|twitter|pinterest|facebook)\.com/([A-Za-z0-9_]{5,15})/?", re.IGNORECASE
)
NOT_PEOPLE = {
    "signup",
    "privacy",
    "followers",
    "share",
    "intent",
    "sharer",
    "search",
    "login",
    "explore",
    "hashtag",
    "settings",
    "groups",
    "dialog",
    "about",
}
PLATFORM = {"twitter": "x"}


def test_real_links_are_somebodys_or_nobodys(realdata: Path, report: list[str]) -> None:
    lines = (realdata / "derived" / "social_hrefs.tsv").read_text(encoding="utf-8").splitlines()
    hrefs = [line.split("\t", 1)[1] for line in lines]
    found = {href: identify(href) for href in hrefs}
    taken = [href for href, ref in found.items() if ref and NOBODY.search(href)]
    missed = []
    for href, ref in found.items():
        plain = PLAIN.fullmatch(href)
        if not plain or plain[2].lower() in NOT_PEOPLE:
            continue
        expected = (PLATFORM.get(plain[1].lower(), plain[1].lower()), plain[2].lower())
        if ref is None or (ref.platform, ref.key) != expected:
            missed.append(href)
    platforms = Counter(str(ref.platform) if ref else "nobody" for ref in found.values())
    report.append(f"{len(found)} links: {dict(platforms.most_common())}")
    report.append(f"share links taken for people: {len(taken)}; plain profiles missed: {len(missed)}")
    assert taken == []
    assert missed == []


def test_the_address_given_back_names_the_same_channel(realdata: Path) -> None:
    lines = (realdata / "derived" / "social_hrefs.tsv").read_text(encoding="utf-8").splitlines()
    refs = {ref for line in lines if (ref := identify(line.split("\t", 1)[1]))}
    unstable = [(ref.key, ref.url) for ref in refs if (again := identify(ref.url)) is None or again.key != ref.key]
    assert unstable == []
