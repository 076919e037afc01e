import pytest

from relais.kit.text import clean, fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Éloïse Lefèvre", "eloise lefevre"),
        ("  Cœur   de\tPirate ", "coeur de pirate"),
        ("L’Œuf", "l'oeuf"),
        ("STRASSE straße", "strasse strasse"),
        ("Łódź", "lodz"),
        ("ﬁne", "fine"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(fold(text)) == folded


def test_g20_clean_keeps_words_and_drops_tricks() -> None:
    assert clean("a\x00b\u202ec\nd\te") == "abc\nd\te"
