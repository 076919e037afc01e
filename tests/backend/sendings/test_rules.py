from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from relais.creators.models import Creator
from relais.sendings import querysets
from relais.sendings.models import Sending
from relais.sendings.rules import (
    Carrier,
    Dates,
    Line,
    SendingState,
    cost,
    days_late,
    first_misordered,
    is_low,
    public_value,
    signed,
    state_of,
    still_out,
    tidy_number,
    tracking_link,
)

D1, D2, D3 = date(2026, 3, 2), date(2026, 3, 5), date(2026, 3, 9)


@pytest.mark.parametrize(
    ("dates", "state"),
    [
        (Dates(), "draft"),
        (Dates(prepared_on=D1), "prepared"),
        (Dates(sent_on=D1), "sent"),
        (Dates(prepared_on=D1, sent_on=D1, due_back_on=D3), "sent"),
        (Dates(sent_on=D1, delivered_on=D2), "delivered"),
        (Dates(delivered_on=D2), "delivered"),
        (Dates(sent_on=D1, returned_on=D3), "returned"),
        (Dates(sent_on=D1, delivered_on=D2, returned_on=D3), "returned"),
        (Dates(sent_on=D1, is_cancelled=True), "cancelled"),
        (Dates(is_cancelled=True), "cancelled"),
    ],
)
def test_state_is_read_from_the_dates(dates: Dates, state: str) -> None:
    assert state_of(dates) == state


def test_the_filter_and_the_rule_agree_on_every_combination_of_dates(camille: Creator) -> None:
    columns = ("prepared_on", "sent_on", "delivered_on", "returned_on", "cancelled_at")
    for known in product([False, True], repeat=len(columns)):
        values: dict[str, Any] = {
            c: D1 if k and c != "cancelled_at" else None for c, k in zip(columns, known, strict=True)
        }
        values["cancelled_at"] = "2026-03-09T10:00:00Z" if known[-1] else None
        Sending.objects.create(creator=camille, kind="gift", **values)

    by_filter = {
        pk: str(state)
        for state in SendingState
        for pk in querysets.sendings_in(Sending.objects.all(), state).values_list("pk", flat=True)
    }
    by_rule = {sending.pk: str(state_of(sending.dates)) for sending in Sending.objects.all()}
    assert len(by_rule) == 32
    assert by_filter == by_rule


@pytest.mark.parametrize(
    ("dates", "found"),
    [
        (Dates(), None),
        (Dates(prepared_on=D1, sent_on=D1, delivered_on=D1, due_back_on=D1, returned_on=D1), None),
        (Dates(prepared_on=D2, sent_on=D1), ("sent_on", "prepared_on")),
        (Dates(prepared_on=D2, delivered_on=D1), ("delivered_on", "prepared_on")),
        (Dates(sent_on=D2, delivered_on=D1), ("delivered_on", "sent_on")),
        (Dates(sent_on=D2, due_back_on=D1), ("due_back_on", "sent_on")),
        (Dates(sent_on=D2, returned_on=D1), ("returned_on", "sent_on")),
        (Dates(delivered_on=D3, returned_on=D2), ("returned_on", "delivered_on")),
        # Back before the day it was due: fine.
        (Dates(sent_on=D1, due_back_on=D3, returned_on=D2), None),
    ],
)
def test_dates_never_run_backwards(dates: Dates, found: tuple[str, str] | None) -> None:
    assert first_misordered(dates) == found


@pytest.mark.parametrize(
    ("kind", "dates", "days"),
    [
        ("loan", Dates(sent_on=D1, due_back_on=D2), 4),
        ("loan", Dates(sent_on=D1, due_back_on=D3), 0),
        ("loan", Dates(due_back_on=D2), 0),
        ("loan", Dates(sent_on=D1, due_back_on=D2, returned_on=D3), 0),
        ("loan", Dates(sent_on=D1, due_back_on=D2, is_cancelled=True), 0),
        ("gift", Dates(sent_on=D1), 0),
    ],
)
def test_lateness_counts_from_the_day_due(kind: str, dates: Dates, days: int) -> None:
    assert days_late(kind, dates, D3) == days


def test_what_is_written_off_always_leaves() -> None:
    assert [signed("written_off", q) for q in (3, -3)] == [-3, -3]
    assert [signed("corrected", q) for q in (3, -3)] == [3, -3]
    assert signed("received", 5) == 5


def test_pieces_out_and_low_stock() -> None:
    assert still_out(5, 2, has_left=True) == 3
    assert still_out(5, 2, has_left=False) == 0
    assert [is_low(stock, 3) for stock in (4, 3, 0)] == [False, True, True]


def test_cost_is_units_and_carriage_less_what_came_back() -> None:
    lines = [Line(3, 1, Decimal("20.00"), Decimal("8.00")), Line(1, 1, None, Decimal("90.00"))]
    assert cost(lines, Decimal("1.50"), Decimal("6.90"), None) == Decimal("24.40")
    assert cost([Line(1, 0, Decimal(1), None)], Decimal("6.90")) is None
    # Everything came back: its unknown cost no longer matters.
    assert cost([Line(1, 1, Decimal(1), None)], Decimal("6.90")) == Decimal("6.90")
    assert cost([]) == 0


def test_public_value_of_an_unknown_product_is_unknown() -> None:
    assert public_value([Line(2, 0, Decimal("24.90"), None), Line(1, 1, Decimal("10.00"), None)]) == Decimal("59.80")
    assert public_value([Line(2, 0, Decimal("24.90"), None), Line(1, 0, None, None)]) is None


@pytest.mark.parametrize(
    ("carrier", "number", "host"),
    [
        ("", "6A12345678901", "www.laposte.fr"),
        ("", "LL123456789FR", "www.laposte.fr"),
        ("", "XY123456789FR", "www.chronopost.fr"),
        ("", "AB123456789GB", "www.royalmail.com"),
        ("", "1Z999AA10123456784", "www.ups.com"),
        ("", "JJD0123456789012345", "www.dhl.com"),
        ("", "12345678", ""),
        ("", "", ""),
        ("mondial_relay", "12345678", "www.mondialrelay.fr"),
        ("fedex", "123456789012", "www.fedex.com"),
        ("dpd", "250012345678", "trace.dpd.fr"),
        ("gls", "00ABCDEF", "gls-group.eu"),
        ("other", "6A12345678901", ""),
        ("colissimo", "", ""),
    ],
)
def test_tracking_link(carrier: str, number: str, host: str) -> None:
    link = tracking_link(carrier, number)
    assert link.partition("://")[2].partition("/")[0] == host
    assert number in link or not link


def test_every_carrier_is_linked_or_says_other() -> None:
    assert [c for c in Carrier if not tracking_link(c, "X")] == [Carrier.OTHER]


def test_a_number_cannot_leave_its_place_in_the_link() -> None:
    assert tracking_link("ups", "A&B=/../#").endswith("tracknum=A%26B%3D%2F..%2F%23")


def test_numbers_are_tidied() -> None:
    assert tidy_number(" 6a 1234-567.890 1\t") == "6A12345678901"
