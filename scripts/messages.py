"""Brings the server's translation catalogues up to date: every sentence in the code, none that is gone.

`make messages` runs it. With `--check` it changes nothing and fails when a catalogue is stale or a translation missing.
Uses Babel, so no system package is needed.
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

BACKEND = Path(__file__).resolve().parents[1] / "backend" / "relais"
LANGUAGES = ("fr",)
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}


def collect() -> Catalog:
    """Return every translatable sentence of the code."""
    catalog = Catalog(project="Relais", charset="utf-8")
    found = extract_from_dir(BACKEND, [("**.py", "python")], keywords=KEYWORDS, comment_tags=("Translators:",))
    for name, _line, message, comments, context in found:
        catalog.add(message, None, [(name, None)], auto_comments=comments, context=context)
    return catalog


def path_of(language: str) -> Path:
    """Return where the catalogue of a language lies."""
    return BACKEND / "locale" / language / "LC_MESSAGES" / "django.po"


def updated(language: str, template: Catalog) -> Catalog:
    """Return the catalogue of a language with exactly the sentences of the template."""
    path = path_of(language)
    if path.exists():
        with path.open("rb") as file:
            catalog = read_po(file, locale=language)
        catalog.update(template, no_fuzzy_matching=True)
    else:
        catalog = Catalog(locale=language, project="Relais", charset="utf-8")
        catalog.update(template)
    catalog.obsolete.clear()
    return catalog


def as_text(catalog: Catalog) -> bytes:
    """Return the file's content: sorted, with file names and no line numbers, so that it changes only when it must."""
    buffer = BytesIO()
    write_po(buffer, catalog, width=0, sort_output=True, omit_header=True)
    header = f'msgid ""\nmsgstr ""\n"Language: {catalog.locale_identifier}\\n"\n'
    header += '"Content-Type: text/plain; charset=utf-8\\n"\n'
    header += f'"Plural-Forms: {catalog.plural_forms}\\n"\n\n'
    return header.encode() + buffer.getvalue()


def problems(language: str, catalog: Catalog) -> list[str]:
    """Return what is wrong with the stored catalogue of a language."""
    path = path_of(language)
    stored = path.read_bytes() if path.exists() else b""
    stale = [] if stored == as_text(catalog) else [f"{path.name} ({language}) is out of date: run `make messages`."]
    missing = [
        f"{path.name} ({language}) lacks a translation of {message.id!r}."
        for message in catalog
        if message.id and not all(message.string if message.pluralizable else (message.string,))
    ]
    return stale + missing


def main() -> None:
    """Write the catalogues, or check them."""
    template = collect()
    found = []
    for language in LANGUAGES:
        catalog = updated(language, template)
        if "--check" in sys.argv:
            found += problems(language, catalog)
        else:
            path_of(language).parent.mkdir(parents=True, exist_ok=True)
            path_of(language).write_bytes(as_text(catalog))
    if found:
        sys.exit("\n".join(found))


if __name__ == "__main__":
    main()
