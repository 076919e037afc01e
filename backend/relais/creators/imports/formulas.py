"""Cells that a spreadsheet would take for a formula, made harmless on the way out and restored on the way in.

The guard is an apostrophe, which spreadsheets show as text. A text that begins with an apostrophe gets one
too, so that reading back is exact.
"""

import unicodedata

_STARTERS = frozenset("=+-@\t\r\n|%'")


def _is_dangerous(text: str) -> bool:
    if text[:1] in {"'", "\t", "\r", "\n"}:
        return True
    for letter in text:
        # Blanks, control and format characters before the sign do not hide it from every spreadsheet.
        if letter.isspace() or unicodedata.category(letter) in {"Cc", "Cf"}:
            continue
        return unicodedata.normalize("NFKC", letter)[:1] in _STARTERS
    return False


def guard(text: str) -> str:
    """Return the text as it may stand in a CSV or XLSX cell."""
    return f"'{text}" if _is_dangerous(text) else text


def unguard(text: str) -> str:
    """Return what `guard` was given."""
    return text[1:] if text.startswith("'") and _is_dangerous(text[1:]) else text
