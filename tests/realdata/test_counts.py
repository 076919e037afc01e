import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from scrapers.counts import parse_count
from scrapers.errors import ScraperError


@pytest.mark.parametrize(
    ("locale_of", "share"), [(lambda name: name, 1.0), (lambda _name: None, 0.95)], ids=["locale", "no-locale"]
)
def test_counts_of_thirty_locales(
    realdata: Path, report: list[str], locale_of: Callable[[str], str | None], share: float
) -> None:
    with (realdata / "derived" / "cldr_counts.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    wrong = []
    for locale, _style, _digits, value, text in rows:
        try:
            count = parse_count(text, locale_of(locale))
        except ScraperError as error:
            wrong.append((locale, text, str(error)))
            continue
        if not count.low <= int(value) <= count.high or (count.exact and count.value != int(value)):
            wrong.append((locale, text, str(count.value)))
    right = len(rows) - len(wrong)
    report.append(f"{right} of {len(rows)} right ({right / len(rows):.1%})")
    assert len(rows) > 4000
    assert right >= share * len(rows), wrong[:20]
