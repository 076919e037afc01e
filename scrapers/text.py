"""Plain, bounded text out of whatever a source puts in a text field."""

import html
import re

# Each alternative ends at the end of the text too, so that unclosed markup costs no second look.
_TAG = re.compile(r"<(?:!--.*?(?:-->|\Z)|[a-zA-Z/!?][^<>]*>)", re.DOTALL)
_HIDDEN = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\ufffe\uffff\ud800-\udfff]")

#: Cutting before cleaning bounds the work; markup is rarely more than this many times its text.
_MARKUP_FACTOR = 20


def clean(text: str | None, limit: int) -> str:
    """One line of printable text, at most `limit` characters, cut at a word where there is one."""
    text = _UNPRINTABLE.sub("", (text or "")[: limit * _MARKUP_FACTOR])
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[limit // 2 :] else cut) + "…"


def plain(markup: str | None, limit: int) -> str:
    """The text of an HTML fragment (or of plain text), on one line, at most `limit` characters."""
    markup = (markup or "")[: limit * _MARKUP_FACTOR]
    if "<" in markup:
        markup = _TAG.sub(" ", _HIDDEN.sub(" ", markup))
    return clean(html.unescape(markup), limit)
