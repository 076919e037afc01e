"""Ranks: always room, always in order, never long for long."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relais.campaigns import ranks


def insert(column: list[str], place: int) -> str:
    place %= len(column) + 1
    low = column[place - 1] if place else None
    high = column[place] if place < len(column) else None
    rank = ranks.between(low, high)
    assert low is None or low < rank
    assert high is None or rank < high
    column.insert(place, rank)
    return rank


@settings(deadline=None)
@given(st.binary(max_size=300), st.integers(0, 20))
def test_any_insertions_keep_a_strict_order(places: bytes, start: int) -> None:
    column = ranks.spread(start)
    for place in places:
        insert(column, place)
    assert column == sorted(set(column))


@pytest.mark.parametrize("end", ["top", "bottom"])
def test_adding_at_an_end_never_lengthens(end: str) -> None:
    column = ranks.spread(1)
    for _time in range(5_000):
        insert(column, 0 if end == "top" else len(column))
    assert {len(rank) for rank in column} == {ranks.HEAD}


def test_splitting_one_gap_grows_by_a_digit_in_five_times_and_spread_shortens_it() -> None:
    column = ranks.spread(2)
    times = 0
    while len(insert(column, 1)) <= ranks.LONGEST:
        times += 1
    assert times > 5 * (ranks.LONGEST - ranks.HEAD)
    assert {len(rank) for rank in ranks.spread(len(column))} == {ranks.HEAD}


@settings(deadline=None)
@given(st.integers(0, 5_000), st.sampled_from(["middle", "above", "below"]))
def test_spread_is_in_order_on_its_side(count: int, side: str) -> None:
    edge = ranks.spread(1)[0]
    places = ranks.spread(count, **({} if side == "middle" else {side: edge}))
    assert len(places) == count
    assert places == sorted(set(places))
    if side == "above":
        assert all(rank < edge for rank in places)
    if side == "below":
        assert all(rank > edge for rank in places)


@settings(deadline=None)
@given(st.integers(0, 5_000), st.booleans())
def test_several_fit_between_two_and_stay_short(count: int, open_end: bool) -> None:
    low, high = ranks.spread(2)
    places = ranks.several(count, low, None if open_end else high)
    assert len(places) == count
    assert places == sorted(set(places))
    assert all(rank > low and (open_end or rank < high) for rank in places)
    assert all(len(rank) <= 2 * ranks.HEAD for rank in places)


@pytest.mark.parametrize(("low", "high"), [("V00000", "V00000"), ("V00001", "V00000")])
def test_nothing_lies_between_equal_or_swapped_ranks(low: str, high: str) -> None:
    with pytest.raises(ValueError, match="lies between"):
        ranks.between(low, high)


@pytest.mark.parametrize(
    ("low", "high"), [(None, "000001"), ("zzzzzz", None), ("000000", "000001"), ("Vzzzzz", "W00000")]
)
def test_the_edges_of_the_scale_have_room(low: str | None, high: str | None) -> None:
    rank = ranks.between(low, high)
    assert (low or "") < rank < (high or "~")
    assert len(rank) >= ranks.HEAD
