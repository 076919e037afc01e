"""The language of a page or a feed as two letters; a guess from its text only as a last resort."""

import re

MIN_TEXT = 200
GUESS_WINDOW = 5_000
MIN_PROBABILITY = 0.9

_TAG = re.compile(r"\s*([a-z]{2,3})(?:[-_ ].*)?\s*\Z", re.IGNORECASE | re.DOTALL)
_ISO_639_2 = {
    "eng": "en", "fra": "fr", "fre": "fr", "deu": "de", "ger": "de", "spa": "es", "ita": "it", "por": "pt",
    "nld": "nl", "dut": "nl", "pol": "pl", "rus": "ru", "jpn": "ja", "zho": "zh", "chi": "zh", "kor": "ko",
    "ara": "ar", "tur": "tr", "swe": "sv", "dan": "da", "nor": "no", "fin": "fi", "ces": "cs", "cze": "cs",
    "ell": "el", "gre": "el", "heb": "he", "hin": "hi", "ukr": "uk", "ron": "ro", "rum": "ro", "cat": "ca",
}  # fmt: skip
_NAMES = {
    "english": "en", "french": "fr", "français": "fr", "francais": "fr", "german": "de", "deutsch": "de",
    "spanish": "es", "español": "es", "italian": "it", "italiano": "it", "portuguese": "pt", "dutch": "nl",
}  # fmt: skip
_RENAMED = {"iw": "he", "in": "id", "ji": "yi", "nb": "no", "nn": "no", "tl": "fil"}


def normalise_language(tag: str | None) -> str:
    """`fr-FR`, `FR_ca`, `fra`, `French` → `fr`; "" for anything that names no language."""
    tag = (tag or "").strip().lower()
    if tag in _NAMES:
        return _NAMES[tag]
    match = _TAG.match(tag)
    if not match:
        return ""
    code = _RENAMED.get(match[1], match[1])
    return code if len(code) == 2 else _ISO_639_2.get(code, "")  # noqa: PLR2004


def guess_language(text: str) -> str:
    """Two letters from `text`, or "" when it is too short or the guess is not a confident one."""
    text = text[:GUESS_WINDOW]
    if len(text) < MIN_TEXT:
        return ""
    # Loading the model takes a second and 50 MB: only who needs it pays.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    global _identifier  # noqa: PLW0603
    if _identifier is None:
        _identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    code, probability = _identifier.classify(text)
    return normalise_language(str(code)) if float(probability) >= MIN_PROBABILITY else ""


_identifier = None
