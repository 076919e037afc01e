from datetime import date

import pytest

from relais.coverage.rules import (
    Delay,
    DelayBasis,
    Spread,
    delay,
    engagements,
    kind_on,
    posting_rate,
    same_piece_key,
    spread,
)

D1, D2, D3 = date(2026, 3, 2), date(2026, 3, 5), date(2026, 3, 9)


@pytest.mark.parametrize(
    ("published", "delivered", "sent", "found"),
    [
        (D3, D2, D1, Delay(4, DelayBasis.DELIVERED)),
        (D3, None, D1, Delay(7, DelayBasis.SENT)),
        (D2, D2, D1, Delay(0, DelayBasis.DELIVERED)),
        (D3, D2, None, Delay(4, DelayBasis.DELIVERED)),
        (D1, D2, None, None),
        (None, D2, D1, None),
        (D3, None, None, None),
    ],
)
def test_days_to_publish(
    published: date | None, delivered: date | None, sent: date | None, found: Delay | None
) -> None:
    assert delay(published_on=published, delivered_on=delivered, sent_on=sent) == found


def test_spread_of_delays() -> None:
    assert spread([]) is None
    assert spread([4]) == Spread(4.0, 4.0, 1)
    assert spread([1, 2, 10, 4]) == Spread(3.0, 4.2, 4)


def test_posting_rate_of_nobody_is_absent() -> None:
    assert posting_rate(published=0, received=0) is None
    assert posting_rate(published=0, received=4) == 0
    assert posting_rate(published=3, received=4) == 0.75


def test_engagements_are_what_is_known() -> None:
    assert engagements({"views": 900, "likes": None, "comments": None, "shares": None}) is None
    assert engagements({"likes": 40, "comments": 0, "shares": None, "clicks": 12}) == 40
    assert engagements({"likes": 0, "comments": 0, "shares": 0}) == 0


@pytest.mark.parametrize(
    "url",
    [
        "https://www.cuisine-de-camille.fr/2026/03/huile",
        "http://cuisine-de-camille.fr/2026/03/huile/",
        "https://cuisine-de-camille.fr/2026/03/huile/",
    ],
)
def test_one_piece_has_one_key(url: str) -> None:
    assert same_piece_key(url) == "cuisine-de-camille.fr/2026/03/huile"


def test_the_query_may_name_the_piece() -> None:
    assert same_piece_key("https://www.youtube.com/watch?v=a") != same_piece_key("https://www.youtube.com/watch?v=b")


def test_kind_follows_the_platform() -> None:
    assert [kind_on(p) for p in ("blog", "youtube", "instagram")] == ["article", "video", "post"]
