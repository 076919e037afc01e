from collections import Counter
from pathlib import Path

from scrapers.html import Page, Reader
from tests.realdata.conftest import recordings

#: Anchors inside anchors: HTML 5 splits them, the older parser nests them, so some texts and repeats differ.
NESTED_ANCHORS = 10


def test_both_readers_agree_on_every_page(realdata: Path, report: list[str]) -> None:
    differences: Counter[str] = Counter()
    found: Counter[str] = Counter()
    where = []
    for name, body in recordings(realdata / "blogs", ".html"):
        fast, slow = (Page(body, {}, "https://host.example/a/b.html", reader=reader) for reader in Reader)
        found["pages"] += 1
        for fact in ("title", "canonical", "metas", "jsonld", "language", "image_url", "published_at", "author"):
            ours, theirs = getattr(fast, fact), getattr(slow, fact)
            found[fact] += bool(ours)
            if ours != theirs:
                differences[fact] += 1
                where.append((name, fact))
        for fact in ("feeds", "emails", "profile_refs"):
            ours, theirs = getattr(fast, fact)(), getattr(slow, fact)()
            found[fact] += bool(ours)
            if ours != theirs:
                differences[fact] += 1
                where.append((name, fact))
        if {link.url for link in fast.links} != {link.url for link in slow.links}:
            differences["addresses linked to"] += 1
            where.append((name, "links"))
        differences["texts of links"] += fast.links != slow.links
    report.append(f"found: {dict(found)}")
    report.append(f"differences: {dict(differences)}")
    assert found["pages"] > 300
    assert where == []
    assert differences["texts of links"] <= NESTED_ANCHORS
