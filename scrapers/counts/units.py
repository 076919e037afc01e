"""What an abbreviation after a number is worth: by locale first, else by what all languages agree on."""

from functools import cache

from scrapers.counts.tables import DECIMAL_COMMA, DECIMAL_DISSENTERS, UNITS

#: Written on platforms whatever the language, and left out of CLDR.
_COMMON = {
    "k": 3, "m": 6, "b": 9, "bn": 9, "mn": 6, "mio": 6, "mln": 6, "mrd": 9, "md": 9, "mds": 9, "thousand": 3,
    "million": 6, "millions": 6, "billion": 9, "lakh": 5, "lakhs": 5,
    "lac": 5, "crore": 7, "crores": 7, "cr": 7, "tsd": 3, "tys": 3,
    "тыс": 3, "млн": 6, "万": 4, "萬": 4, "億": 8, "亿": 8, "만": 4, "억": 8, "천": 3, "千": 3,
}  # fmt: skip
#: Where languages disagree and nobody says which one it is: the reading of the larger audience. `mil.` with its dot
#: is Czech or Croatian for a million, without one it is Spanish or Portuguese for a thousand.
_ARBITRATED = {
    "mil.": 6, "mil": 3, "b": 9, "bi": 9, "g": 9, "m": 6, "k": 3, "t": 3, "T": 12, "tn": 3, "mia": 9, "billion": 9,
    "м": 6,
}  # fmt: skip


class Units:
    """The units of one locale; `alone` are the words that are worth their value by themselves."""

    def __init__(self, table: dict[str, int]) -> None:
        self.alone = {unit[1:]: power for unit, power in table.items() if unit.startswith("!")}
        self._exact = {unit.removeprefix("!"): power for unit, power in table.items()}
        self._folded: dict[str, int] = {}
        for unit, power in self._exact.items():
            self._folded.setdefault(unit.casefold(), power)
        self._longest = max((len(unit) for unit in self._exact), default=0)

    def match(self, text: str) -> tuple[int, int] | None:
        """The longest unit at the start of `text`: its power of ten and its length there."""
        for length in range(min(self._longest, len(text)), 0, -1):
            head = text[:length]
            power = self._exact.get(head, self._folded.get(head.casefold()))
            if power is not None and _ends_word(text, length):
                return power, length
        return None


def candidates(locale: str | None) -> tuple[Units, ...]:
    """The tables to ask, in order."""
    name = _known_locale(locale)
    return (_of(name), _common(), _agreed()) if name else (_common_arbitrated(), _agreed())


def decimal_mark(locale: str | None) -> str:
    """`,` or `.` as the locale writes fractions, or "" when it is unknown."""
    language, _, territory = (locale or "").replace("-", "_").partition("_")
    language = language.lower()
    if not language:
        return ""
    comma = language in DECIMAL_COMMA
    name = f"{language}_{territory.upper()}" if territory else language
    return "," if comma != (name in DECIMAL_DISSENTERS) else "."


def _known_locale(locale: str | None) -> str:
    """The most particular table there is for `fr-CA`, `zh_Hant_TW`, …; "" for none."""
    parts = [part for part in (locale or "").replace("-", "_").split("_") if part]
    if not parts:
        return ""
    spelled = [parts[0].lower(), *(part.title() if len(part) == 4 else part.upper() for part in parts[1:])]  # noqa: PLR2004
    if spelled[0] == "zh" and {"TW", "HK", "MO"} & set(spelled):
        spelled = ["zh", "Hant"]
    while spelled:
        if "_".join(spelled) in UNITS:
            return "_".join(spelled)
        spelled.pop()
    return "en"


@cache
def _of(name: str) -> Units:
    return Units(_table(name))


@cache
def _common() -> Units:
    return Units(_COMMON)


@cache
def _common_arbitrated() -> Units:
    return Units(_COMMON | _ARBITRATED)


@cache
def _agreed() -> Units:
    """Units worth the same in every language that has them."""
    powers: dict[str, set[int]] = {}
    for name in UNITS:
        for unit, power in _table(name).items():
            powers.setdefault(unit, set()).add(power)
    return Units({unit: next(iter(found)) for unit, found in powers.items() if len(found) == 1})


def _table(name: str) -> dict[str, int]:
    return {unit: int(power) for unit, _, power in (entry.rpartition("=") for entry in UNITS[name].split("|"))}


def _ends_word(text: str, length: int) -> bool:
    """Whether a unit may stop here: at the end, before a non-letter, or in a script that has no spaces or cases."""
    if length >= len(text) or not text[length].isalpha():
        return True
    last = text[length - 1]
    return last.lower() == last.upper() and last.isalpha() and not _needs_spaces(last)


def _needs_spaces(letter: str) -> bool:
    """Arabic, Hebrew and Indic scripts have no capitals and still separate words."""
    return "\u0590" <= letter <= "\u0dff"
