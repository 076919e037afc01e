from pathlib import Path

from scrapers.html import Page
from tests.realdata.conftest import recordings

#: File name begins with → who writes there.
KNOWN = {
    "aberlehome.com": "Leanna Aberle",
    "briceletbaklava.ch": "Michel",
    "cuisinez-pour-bebe.fr": "Clémence",
    "dinneratthezoo.com": "Sara Welch",
    "itdoesnttastelikechicken.com": "Sam Turnbull",
    "littlespicejar.com": "Marzia",
    "motherthyme.com": "Jenn",
    "notenoughcinnamon.com": "Marie",
    "simplyscratch.com": "Laurie McNamara",
    # Nobody in particular: a magazine, a shop, a blog that calls its writer by its own name.
    "atelierdeschefs.fr": "",
    "chefnini.com": "",
    "cuisineaz.com": "",
    "grandfrais.com": "",
    "lecker.de": "",
    "shelikesfood.com": "",
}


def test_blogs_name_who_writes_them(realdata: Path, report: list[str]) -> None:
    pages = named = 0
    wrong = []
    for name, body in recordings(realdata / "blogs" / "recipe-scrapers", ".html"):
        page = Page(body, {}, "https://host.example/a/")
        pages += 1
        named += bool(page.person)
        expected = next((person for start, person in KNOWN.items() if name.startswith(start)), None)
        if expected is not None and page.person != expected:
            wrong.append((name, page.person, expected))
        assert page.person != page.site_name or not page.person
    report.append(f"{named} of {pages} pages name a person")
    assert wrong == []
    assert named > pages // 2
