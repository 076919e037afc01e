import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.counts import UNBOUNDED, parse_count
from scrapers.errors import MalformedError, ScraperError


@pytest.mark.parametrize(
    ("text", "locale", "value", "low", "high"),
    [
        ("1 234", "fr", 1234, 1234, 1234),
        ("1\u202f234\u202f567 abonnés", "fr", 1234567, 1234567, 1234567),
        ("12,3\u00a0k", "fr", 12300, 12250, 12350),
        ("1,2 k abonnés", "fr", 1200, 1150, 1250),
        ("2,52\u00a0M d’abonnés", "fr", 2520000, 2515000, 2525000),
        ("2.52m subscribers", "en-GB", 2520000, 2515000, 2525000),
        ("46.3m Followers, 50 Following, 455 Posts", None, 46300000, 46250000, 46350000),
        ("mille abonnés", "fr", 1000, 500, 1500),
        ("1,2 Mrd.", "de", 1200000000, 1150000000, 1250000000),
        ("12万", "ja", 120000, 115000, 125000),
        ("1億2000万人", "ja", 120000000, 119995000, 120005000),
        ("1.2 B", "tr", 1200, 1150, 1250),
        ("1.2B", "en", 1200000000, 1150000000, 1250000000),
        ("1,2 mil millones", "es", 1200000000, 1150000000, 1250000000),
        ("12,50,000", "hi", 1250000, 1250000, 1250000),
        ("2.5 lakh", "en-IN", 250000, 245000, 255000),
        ("1’234’567", "de-CH", 1234567, 1234567, 1234567),
        ("١٢٣٤", "ar", 1234, 1234, 1234),
        ("1,234K", None, 1234000, 1233500, 1234500),
        ("1,234 K", "fr", 1234, 1234, 1234),
        ("elfu 5", "sw", 5000, 4500, 5500),
        ("0", None, 0, 0, 0),
        ("3 months", None, 3, 3, 3),
        ("environ 12 000 abonnés", "fr", 12000, 11500, 12500),
        ("10,000+", None, 10000, 10000, UNBOUNDED),
        ("1.2K+", None, 1200, 1200, UNBOUNDED),
        ("plus de 9 000 fans", "fr", 9000, 9000, UNBOUNDED),
    ],
)
def test_reads_what_platforms_print(text: str, locale: str | None, value: int, low: int, high: int) -> None:
    count = parse_count(text, locale)
    assert (count.value, count.low, count.high) == (value, low, high)
    assert count.exact == (low == high)
    assert count.text == text


@pytest.mark.parametrize("text", ["", "no followers yet", "—", "4.8", "12 %", "-5", "1" * 40, "@alice12", "k"])
def test_unknown_is_an_error_and_never_zero(text: str) -> None:
    with pytest.raises(MalformedError):
        parse_count(text)


@given(st.integers(0, 10**12))
def test_whole_numbers_are_exact_however_grouped(value: int) -> None:
    for text in (str(value), f"{value:,}", f"{value:,}".replace(",", "\u202f"), f"{value:,}".replace(",", ".")):
        assert parse_count(f"{text} abonnés").value == value


@given(st.integers(1, 9999), st.sampled_from([("k", 3), ("M", 6)]), st.sampled_from(["fr", "en"]))
def test_the_published_value_lies_within_what_was_rounded_away(tenths: int, unit: tuple[str, int], locale: str) -> None:
    mark = "," if locale == "fr" else "."
    count = parse_count(f"{tenths // 10}{mark}{tenths % 10} {unit[0]}", locale)
    assert count.value == tenths * 10 ** (unit[1] - 1)
    assert count.high - count.low == 10 ** (unit[1] - 1)


@given(st.text(max_size=400), st.none() | st.text(max_size=12))
def test_any_text_gives_a_count_or_a_scraper_error(text: str, locale: str | None) -> None:
    try:
        count = parse_count(text, locale)
    except ScraperError:
        return
    assert 0 <= count.low <= count.value <= count.high
