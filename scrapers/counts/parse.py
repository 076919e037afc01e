"""One number out of one text, with its resolution."""

import re
import unicodedata

from scrapers.counts.units import candidates, decimal_mark
from scrapers.errors import MalformedError
from scrapers.model import Count

#: `high` of "10,000+": as much as a 64-bit column holds.
UNBOUNDED = 2**63 - 1
MAX_VALUE = 10**15
MAX_TEXT = 300

_SPACES = re.compile(r"[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_MARKS = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]")
_SAME = str.maketrans(
    dict.fromkeys("’ʼ´‘˙", "'") | dict.fromkeys("٫．·", ".") | dict.fromkeys("٬，", ",") | {"＋": "+"}
)
_NUMBER = re.compile(
    r"(?<![A-Za-z0-9_#@/])(?<![0-9][.,'])"
    r"(?P<digits>\d{1,3}(?:[ ']\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*)"
)
_UNIT_GAP = re.compile(r"[ -]?")
_NEXT_GROUP = re.compile(r"(\d{1,4})")
_AT_LEAST = re.compile(
    r"(?:[>≥+]|\b(?:over|more than|at least|above|plus d[e']|au moins|más de"
    r"|al menos|mehr als|mindestens|über|più di"
    r"|oltre|almeno|mais de|pelo menos|meer dan|ponad|więcej niż|более|больше|свыше))\s*\Z",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:[~≈约約]|\b(?:about|around|approx\.?|approximately|almost|nearly|environ|près de|presque|env\.|ca\.?|circa"
    r"|etwa|rund|unos|unas|cerca de|около|ungefähr))\s*\Z",
    re.IGNORECASE,
)
_INDIC_GROUPS = re.compile(r"\d{1,2}(?:,\d{2})*,\d{3}\Z")


def parse_count(text: str, locale: str | None = None) -> Count:
    """The first number in `text`: `12,3 k abonnés` is 12,300, between 12,250 and 12,350.

    Args:
        text: as printed; words around the number are allowed.
        locale: language tag (`fr`, `en-GB`) the text was written in, when known: `1 B` is 1,000 in Turkish.

    A number with a unit was rounded: its true value lies within half of the last digit shown. `10,000+` is a lower
    bound: `high` is UNBOUNDED. Raises MalformedError when there is no number, or one that counts nothing (4.8, 12 %).
    """
    shown = text[:MAX_TEXT].strip()
    plain = _plain(shown)
    found = _NUMBER.search(plain)
    if found is None:
        return _word_alone(plain, shown, locale)
    before, after = plain[: found.start()], plain[found.end() :]
    if re.search(r"(?:\A|[\s(])[-−]\Z", before) and not before.strip("-−( "):
        raise MalformedError(f"a count cannot be negative: {shown!r}")
    power, rest = _unit(after, before, locale)
    whole, decimals = _digits(found["digits"], decimal_mark(locale), has_unit=power > 0)
    if re.match(r"\s?%", rest) or decimals > power:
        raise MalformedError(f"this is no count: {shown!r}")
    value, step = whole * 10 ** (power - decimals), 10 ** (power - decimals)
    value, step, rest = _east_asian_rest(value, step, power, rest, locale)
    if value > MAX_VALUE:
        raise MalformedError(f"this is too large for a count: {shown!r}")
    if rest.startswith("+") or _AT_LEAST.search(before):
        return Count(value, value, UNBOUNDED, exact=False, text=shown)
    if _ABOUT.search(before):
        step = max(step, 10 ** _trailing_zeros(value))
    half = step // 2
    return Count(value, max(0, value - half), value + half, exact=half == 0, text=shown)


def _plain(text: str) -> str:
    """One kind of digit, space and apostrophe, no direction marks."""
    text = _MARKS.sub("", text).translate(_SAME)
    if not text.isascii():
        text = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)
    return _SPACES.sub(" ", text)


def _unit(after: str, before: str, locale: str | None) -> tuple[int, str]:
    """The power of ten of the unit behind (or, in Swahili, before) the number, and what follows it."""
    gap = _UNIT_GAP.match(after)
    start = gap.end() if gap else 0
    found = [matched for units in candidates(locale) if (matched := units.match(after[start:]))]
    if found:
        # The longest wins ("mil millones" is not "mil"), and the locale's own among equals.
        power, length = max(found, key=lambda matched: matched[1])
        return power, after[start + length :].removeprefix(".")
    words = before.split()
    if locale and words and after[:1] in ("", " ", "+"):
        matched = candidates(locale)[0].match(words[-1])
        if matched and matched[1] == len(words[-1]) > 1 and before.endswith(" "):
            return matched[0], after
    return 0, after.removeprefix(" ")


def _digits(digits: str, mark: str, *, has_unit: bool) -> tuple[int, int]:
    """All digits as one integer, and how many of them stand behind the decimal mark."""
    joined = re.sub(r"[ ']", "", digits)
    parts = re.split(r"[.,]", joined)
    separators = [char for char in joined if char in ".,"]
    if not separators:
        return int(joined), 0
    last = separators[-1]
    groups = len(set(separators)) == 1 and _is_grouped(parts, joined)
    if groups and has_unit and len(separators) == 1:
        # 1,234 K: a fraction when the locale writes them so; a comma groups and a point divides otherwise.
        groups = last != mark if mark else last == ","
    if groups:
        return int("".join(parts)), 0
    if separators.count(last) > 1:
        raise MalformedError(f"this is no number: {digits!r}")
    return int("".join(parts)), len(parts[-1])


def _is_grouped(parts: list[str], joined: str) -> bool:
    thousands = 1 <= len(parts[0]) <= 3 and parts[0][0] != "0" and all(len(part) == 3 for part in parts[1:])  # noqa: PLR2004
    return thousands or _INDIC_GROUPS.match(joined) is not None


def _east_asian_rest(value: int, step: int, power: int, rest: str, locale: str | None) -> tuple[int, int, str]:
    """`1億2000万`: each following group with a smaller unit adds to the number and its resolution."""
    while power in (4, 8, 12) and (group := _NEXT_GROUP.match(rest)):
        smaller, left = _unit(rest[group.end() :], "", locale)
        if smaller >= power:
            break
        value, step, power, rest = value + int(group[1]) * 10**smaller, 10**smaller, smaller, left
    return value, step, rest


def _word_alone(plain: str, shown: str, locale: str | None) -> Count:
    """French writes a rounded thousand as one word, "mille"."""
    for units in candidates(locale):
        for word, power in units.alone.items():
            if re.match(rf"{re.escape(word)}(?!\w)", plain, re.IGNORECASE):
                value, half = 10**power, 10**power // 2
                return Count(value, value - half, value + half, exact=False, text=shown)
    raise MalformedError(f"there is no number in {shown!r}")


def _trailing_zeros(value: int) -> int:
    text = str(value)
    return len(text) - len(text.rstrip("0")) if value else 0
