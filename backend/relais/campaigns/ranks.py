"""Places in a column as text: a card moves by writing its own rank and nobody else's.

A rank is a head of six base-62 digits, which counts cards, and a tail, which finds room between two neighbours.
Compared as plain bytes (collation C). Adding above or below all others steps the head, so it never lengthens; only the
same gap split again and again grows the tail, by one digit each six times, until the column is spread afresh.
"""

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
BASE = len(DIGITS)
HEAD = 6
MIDDLE = BASE**HEAD // 2
#: Distance of two heads, so that the first cards put between them need no tail.
STEP = BASE
#: A rank longer than this asks for `spread` over its column.
LONGEST = 40

_VALUE = {digit: value for value, digit in enumerate(DIGITS)}


def between(low: str | None, high: str | None) -> str:
    """Return a rank above `low` and under `high`; None is the open end.

    Raises:
        ValueError: nothing lies between.
    """
    if low is not None and high is not None and low >= high:
        msg = f"No rank lies between {low!r} and {high!r}."
        raise ValueError(msg)
    if low is None and high is None:
        return _head(MIDDLE)
    if low is None or high is None:
        stepped = _number(low) + STEP if low is not None else _number(high or "") - STEP
        if 0 < stepped < BASE**HEAD:
            return _head(stepped)
    return _midpoint(low or "", high)


def spread(count: int, *, above: str | None = None, below: str | None = None) -> list[str]:
    """Return that many ranks in order: above or below one rank, or around the middle of an empty column."""
    if above is not None:
        start = _number(above) - STEP * count
    elif below is not None:
        start = _number(below) + STEP
    else:
        start = MIDDLE - STEP * (count // 2)
    return [_head(start + STEP * index) for index in range(count)]


def several(count: int, low: str, high: str | None) -> list[str]:
    """Return that many ranks in order between two others; halving keeps them short."""
    if high is None:
        return spread(count, below=low)
    if count == 0:
        return []
    middle = between(low, high)
    return [*several(count // 2, low, middle), middle, *several(count - count // 2 - 1, middle, high)]


def _number(rank: str) -> int:
    number = 0
    for digit in rank[:HEAD]:
        number = number * BASE + _VALUE[digit]
    return number


def _head(number: int) -> str:
    digits = []
    for _place in range(HEAD):
        number, digit = divmod(number, BASE)
        digits.append(DIGITS[digit])
    return "".join(reversed(digits))


def _midpoint(low: str, high: str | None) -> str:
    # As fractions: copy the digits both share, then take the middle digit; no room means one place more.
    found: list[str] = []
    place = 0
    while True:
        under = _VALUE[low[place]] if place < len(low) else 0
        over = BASE if high is None else (_VALUE[high[place]] if place < len(high) else 0)
        if over - under > 1:
            found.append(DIGITS[(under + over) // 2])
            break
        found.append(DIGITS[under])
        if over - under == 1:
            high = None
        place += 1
    # A head is never cut short: `a` and `a0` would leave no room between them.
    return "".join(found).ljust(HEAD, DIGITS[BASE // 2])
