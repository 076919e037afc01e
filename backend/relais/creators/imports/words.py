"""Words of a spreadsheet for countries, languages and closed choices, in French and English. Pure."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from babel import Locale

from relais.creators.codes import countries, languages
from relais.creators.rules import AddressForm, CreatorKind, RelationshipStatus
from relais.kit.text import fold

_READ_IN = ("en", "fr")
_MORE_COUNTRIES = {
    "uk": "GB", "angleterre": "GB", "england": "GB", "ecosse": "GB", "scotland": "GB", "grande-bretagne": "GB",
    "great britain": "GB", "usa": "US", "u.s.a.": "US", "etats unis": "US", "hollande": "NL", "holland": "NL",
    "corse": "FR", "france metropolitaine": "FR", "reunion": "RE",
}  # fmt: skip
_MORE_LANGUAGES = {"vf": "fr", "vo": "en"}

_KINDS = {
    CreatorKind.BLOGGER: "blogger, blogueur, blogueuse, blog, bloggeur, bloggeuse",
    CreatorKind.INFLUENCER: "influencer, influenceur, influenceuse, youtuber, youtubeur, youtubeuse, instagrameur, "
    "instagrameuse, instagrammer, tiktokeur, tiktokeuse, tiktoker, streamer, streameur, streameuse, createur, "
    "creatrice, createur de contenu, creatrice de contenu, creator, content creator, podcaster, "
    "podcasteur, podcasteuse",
    CreatorKind.JOURNALIST: "journalist, journaliste, presse, press, redacteur, redactrice, media",
    CreatorKind.AMBASSADOR: "ambassador, ambassadeur, ambassadrice",
    CreatorKind.OTHER: "other, autre, autres, divers",
}
_FORMS = {
    AddressForm.TU: "tu, tutoiement, t, tutoyer",
    AddressForm.VOUS: "vous, vouvoiement, v, vouvoyer",
}
_STATUSES = {
    RelationshipStatus.NEW: "new, nouveau, nouvelle, a contacter, to contact, prospect",
    RelationshipStatus.CONTACTED: "contacted, contacte, contactee, en attente",
    RelationshipStatus.IN_CONVERSATION: "in_conversation, in conversation, en discussion, en conversation, interesse, "
    "interessee, interested, en cours",
    RelationshipStatus.PARTNER: "partner, partenaire, client, actif, active, active",
    RelationshipStatus.DORMANT: "dormant, dormante, inactif, inactive, en sommeil",
    RelationshipStatus.DECLINED: "declined, refus, refuse, decline, a decline, no, non, pas interesse, pas interessee",
}


def _table(words: Mapping[Any, str]) -> dict[str, str]:
    return {word.strip(): str(value) for value, listed in words.items() for word in listed.split(",")}


_KIND_OF, _FORM_OF, _STATUS_OF = _table(_KINDS), _table(_FORMS), _table(_STATUSES)


@cache
def _country_names() -> Mapping[str, str]:
    return _names(lambda locale: locale.territories.items(), countries()) | _MORE_COUNTRIES


@cache
def _language_names() -> Mapping[str, str]:
    return _names(lambda locale: locale.languages.items(), languages()) | _MORE_LANGUAGES


def _names(read: Callable[[Locale], Iterable[tuple[object, str]]], codes: frozenset[str]) -> dict[str, str]:
    return {fold(name): str(code) for place in _READ_IN for code, name in read(Locale(place)) if str(code) in codes}


def country(text: str) -> str:
    """Return the code of a country by code or name; "" when unknown."""
    code = text.upper()
    return code if code in countries() else _country_names().get(fold(text), "")


def language(text: str) -> str:
    """Return the code of a language by code (`fr-FR` too) or name; "" when unknown."""
    code = text.lower().replace("_", "-").partition("-")[0]
    return code if code in languages() else _language_names().get(fold(text), "")


def kind(text: str) -> str:
    """Return the kind of creator; "" when unknown."""
    return _KIND_OF.get(fold(text), "")


def address_form(text: str) -> str:
    """Return tu or vous; "" when unknown."""
    return _FORM_OF.get(fold(text), "")


def status(text: str) -> str:
    """Return the status of the relation; "" when unknown."""
    return _STATUS_OF.get(fold(text), "")
