"""What the interface says, in the language of a test: looked up in the catalogues the interface is built from."""

import re
from functools import cache
from io import StringIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

LOCALES = Path(__file__).resolve().parents[2] / "frontend" / "src" / "locales"


class Words:
    """Texts in one language: `words("Add a brand")`; placeholders are filled, `words("Your menu: {name}", name="Léa")`.

    Raises:
        KeyError: the interface no longer says that.
    """

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, text: str, *, context: str | None = None, **values: str | int) -> str:
        message = _catalogue(self.language).get(text, context)
        if message is None:
            raise KeyError(f"No screen says {text!r} any more; look in frontend/src/locales/en.po.")
        said = str(message.string or message.id)
        for name, value in values.items():
            said = said.replace(f"{{{name}}}", str(value))
        return said

    def pattern(self, text: str, *, context: str | None = None) -> re.Pattern[str]:
        """Return what matches the whole text, with anything in the place of its placeholders and behind a colon.

        Spaces match any: browsers make plain ones of those that do not break.
        """
        said = re.sub(r"\s", " ", self(text, context=context))
        parts = [re.escape(part).replace(r"\ ", r"\s") for part in re.split(r"\{\w+\}", said)]
        return re.compile(f"^{'.+'.join(parts)}{'' if said.endswith(':') else '$'}")


@cache
def _catalogue(language: str) -> Catalog:
    lines = (LOCALES / f"{language}.po").read_text().splitlines(keepends=True)
    # Lingui leaves the dates of the header empty, which Babel cannot read.
    return read_po(StringIO("".join(line for line in lines if "-Date: " not in line)), locale=language)
