"""Write scrapers/counts/tables.py from CLDR, read through babel: `python scripts/generate_count_units.py`."""

import re
from pathlib import Path

from babel import Locale
from babel.localedata import locale_identifiers

LARGEST_POWER = 12
TARGET = Path(__file__).resolve().parent.parent / "scrapers" / "counts" / "tables.py"
HEADER = '''"""Generated from CLDR by scripts/generate_count_units.py: do not edit."""

# ruff: noqa: E501, SIM905

#: Language or language_TERRITORY → `unit=power of ten`, separated by `|`. A unit that also stands alone
#: for its value (French "mille") begins with `!`.
UNITS = {
'''
MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u061c']")
ZEROS = re.compile(r"0+")


def units(locale: Locale) -> dict[str, int]:
    """Every way the locale abbreviates thousands, millions, …, with its power of ten."""
    found: dict[str, int] = {}
    for style in ("short", "long"):
        for patterns in (locale.compact_decimal_formats.get(style) or {}).values():
            for magnitude, pattern in patterns.items():
                text = " ".join(MARKS.sub("", pattern.pattern.partition(";")[0]).split())
                zeros = ZEROS.search(text)
                unit = " ".join(ZEROS.sub(" ", text).split()).rstrip(".").strip()
                power = len(str(magnitude)) - (len(zeros[0]) if zeros else 1)
                if unit and power <= LARGEST_POWER:
                    found.setdefault(unit if zeros else f"!{unit}", power)
    return found


def decimal_comma(locale: Locale) -> bool:
    """Whether the locale writes 1,5 for one and a half."""
    symbols = locale.number_symbols
    return symbols.get("latn", symbols).get("decimal") == ","


def main() -> None:
    """Write the module."""
    names = sorted(name for name in locale_identifiers() if len(name) > 1)
    tables = {name: units(Locale.parse(name)) for name in names}
    commas = {name: decimal_comma(Locale.parse(name)) for name in names}
    root = units(Locale.parse("root"))
    kept = {}
    for name in names:
        parent = name.rpartition("_")[0]
        if (tables[parent] if parent else root) != tables[name]:
            kept[name] = tables[name]
    languages = " ".join(name for name in names if "_" not in name and commas[name])
    dissenters = " ".join(name for name in names if "_" in name and commas[name] != commas[name.partition("_")[0]])
    lines = [HEADER]
    for name, table in kept.items():
        lines.append(f'    "{name}": "{"|".join(f"{unit}={power}" for unit, power in table.items())}",\n')
    lines += ["}\n\n", "#: Languages that write 1,5 for one and a half.\n"]
    lines += [f'DECIMAL_COMMA = frozenset("{languages}".split())\n\n']
    lines += ["#: Territories that do it the other way than their language.\n"]
    lines += [f'DECIMAL_DISSENTERS = frozenset("{dissenters}".split())\n']
    text = "".join(lines)
    TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
