"""Text from outside made comparable, and made safe to keep."""

import re
import unicodedata

# NFKD leaves these letters whole, and people search for them without.
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "’": "'", "\u2018": "'"})
_UNSAFE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufeff]")
_SPACES = re.compile(r"\s+")


def fold(text: str) -> str:
    """Return `text` without accents, case and repeated spaces: what search and uniqueness compare."""
    if text.isascii():
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _SPACES.sub(" ", bare).strip()


def clean(text: str) -> str:
    """Return `text` without control and direction-override characters; line breaks and tabs stay."""
    return _UNSAFE.sub("", text)
