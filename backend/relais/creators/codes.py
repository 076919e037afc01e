"""The countries and languages a person can have: ISO 3166-1 and ISO 639-1, as the CLDR lists them."""

from collections.abc import Iterable
from functools import cache

from babel import Locale

#: Two letters in the CLDR that are no country: unions, test and unknown regions.
_NO_COUNTRY = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
LETTERS = 2


@cache
def countries() -> frozenset[str]:
    """Return the codes of all countries, in capitals."""
    return _two_letters(Locale("en").territories) - _NO_COUNTRY


@cache
def languages() -> frozenset[str]:
    """Return the two-letter codes of all languages."""
    return _two_letters(Locale("en").languages)


def _two_letters(codes: Iterable[object]) -> frozenset[str]:
    return frozenset(code for code in map(str, codes) if len(code) == LETTERS and code.isalpha())
