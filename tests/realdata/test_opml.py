import re
from pathlib import Path

from scrapers.opml import parse_opml, write_opml
from tests.realdata.conftest import recordings


def test_every_list_gives_all_its_feeds_and_survives_a_round_trip(realdata: Path, report: list[str]) -> None:
    for name, body in recordings(realdata / "opml", ".opml", ".xml"):
        outlines = parse_opml(body)
        written = {address.strip() for address in re.findall(r'xmlUrl="([^"]+)"', body.decode())}
        report.append(f"{name}: {len(outlines)} feeds in {len({outline.folders for outline in outlines})} folders")
        assert len(outlines) == len(written)
        assert set(parse_opml(write_opml("list", outlines))) == set(outlines)
