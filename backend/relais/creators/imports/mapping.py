"""Which column holds what: guessed from its name and from what stands in it. Pure."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import cache

from django.utils import translation

from relais.creators.imports.fields import LABELS, MEASURED, REPEATABLE, Field
from relais.creators.imports.handles import platform_named
from relais.kit.text import fold
from relais.sources.rules import Platform

#: Column names as people write them, folded; English and French.
NAMES: Mapping[Field, str] = {
    Field.NAME: "name, nom, nom complet, full name, nom et prenom, nom prenom, prenom nom, creator, createur, blogger, "
    "blogueur, blogueuse, influenceur, influenceuse, influencer, contact, personne, person, title, titre, "
    "nom du blog, blog name, display name, nom affiche",
    Field.FIRST_NAME: "first name, firstname, prenom, given name",
    Field.LAST_NAME: "last name, lastname, surname, family name, nom de famille",
    Field.PREFERRED_NAME: "preferred name, pseudo, pseudonyme, surnom, nickname, alias, nom d'usage",
    Field.KIND: "kind, type, categorie, category, profil type, type de profil",
    Field.CHANNEL: "channel, canal, url, site, site web, website, web, blog, lien, link, adresse web, adresse du blog, "
    "profil, profile, compte, account, page, handle, html url, htmlurl, canaux, channels",
    Field.FEED: "feed, rss, flux, flux rss, atom, feed url, xmlurl, xml url",
    Field.EMAIL: "email, e mail, mail, courriel, adresse mail, adresse e mail, adresse email, email address, "
    "e mail address, adresse electronique, mel, contact email, contact mail",
    Field.AGENT_EMAIL: "agent, agent email, agent mail, email agent, mail agent, agence, manager email, email manager",
    Field.PHONE: "phone, telephone, tel, tel portable, portable, mobile, gsm, phone number, "
    "numero de telephone, numero",
    Field.LANGUAGE: "language, langue, lang, langues, languages",
    Field.COUNTRY: "country, pays",
    Field.CITY: "city, ville, town, localite, commune, localisation, location",
    Field.ADDRESS: "address, adresse, adresse postale, postal address, rue, street, address line 1, adresse 1, "
    "adresse ligne 1, shipping address, adresse de livraison",
    Field.ADDRESS2: "address line 2, adresse 2, complement, complement d'adresse, adresse ligne 2",
    Field.POSTCODE: "postcode, code postal, cp, zip, zip code, zipcode, postal code",
    Field.REGION: "region, state, province, departement, etat",
    Field.ADDRESS_FORM: "tu vous, tutoiement, vouvoiement, tutoiement vouvoiement, address form, tu ou vous, "
    "tu or vous",
    Field.STATUS: "status, statut, etat de la relation, relationship status, relation",
    Field.TAGS: "tags, tag, thematiques, thematique, themes, theme, topics, topic, mots cles, keywords, etiquettes, "
    "secteur, secteurs, niche, folders, dossiers, sujets",
    Field.BIOGRAPHY: "biography, bio, biographie, description, presentation, a propos, about",
    Field.NOTES: "notes, note, commentaire, commentaires, comment, comments, remarque, remarques, observations, "
    "followers, abonnes, nombre d'abonnes, nb abonnes, followers count, audience, communaute, subscribers, fans",
    Field.OWNER: "owner, responsable, proprietaire, charge de projet, referent, suivi par",
}
#: A column of our own error file.
IGNORED = frozenset({"error", "erreur", "errors", "erreurs"})

_BY_NAME = {name.strip(): field for field, names in NAMES.items() for name in names.split(",")}
_WORDS = re.compile(r"[^a-z0-9']+")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]{2,}\Z", re.IGNORECASE)
_URL = re.compile(r"(?:https?://|www\.)\S+\Z", re.IGNORECASE)
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?\Z", re.IGNORECASE)
_PHONE = re.compile(r"\+?[\d\s().-]{8,20}\Z")
_NUMBER = re.compile(r"[\d\s.,%€$-]+\Z")
#: Share of the filled cells that must look alike.
_MOST = 0.6
#: A name of so few letters is only known as a whole.
_SHORT = 3


def signature(names: Sequence[str]) -> str:
    """Return what two files with the same columns have in common."""
    return hashlib.sha256("\x1f".join(fold(name) for name in names).encode()).hexdigest()


def is_header(first: Sequence[str]) -> bool:
    """Say whether the first line holds names: short texts, none of them an address, a number or repeated."""
    filled = [cell for cell in first if cell]
    if any(_name_of(cell) for cell in filled):
        return True
    if any(_EMAIL.match(cell) or _URL.match(cell) or _HOST.match(cell) or _NUMBER.match(cell) for cell in filled):
        return False
    # One column of names without a heading is a list of people.
    return len(filled) > 1 and len({fold(cell) for cell in filled}) == len(filled) and max(map(len, filled)) <= 40  # noqa: PLR2004


def guess(names: Sequence[str], samples: Sequence[Sequence[str]]) -> dict[str, str]:
    """Return `{column index: field}`, "" for what is not imported.

    Args:
        names: of the columns, in order.
        samples: some filled cells of each column.
    """
    found: dict[int, Field] = {}
    for number, name in enumerate(names):
        field = _name_of(name) or (None if _is_ignored(_words_of(name)) else _content_of(samples[number]))
        if field is not None and (field in REPEATABLE or field not in found.values()):
            found[number] = field
    _share_names(found)
    return {str(number): str(found.get(number, "")) for number in range(len(names))}


def _share_names(found: dict[int, Field]) -> None:
    """Read "nom" beside "prénom" as the family name."""
    fields = set(found.values())
    if Field.FIRST_NAME in fields and Field.LAST_NAME not in fields:
        for number, field in found.items():
            if field is Field.NAME:
                found[number] = Field.LAST_NAME


def _words_of(name: str) -> str:
    return _WORDS.sub(" ", fold(name)).strip()


@cache
def _own_names() -> tuple[Mapping[str, Field], frozenset[str]]:
    """Return what the columns of our own export are called in either language: those read back, those that are not."""
    read: dict[str, Field] = {}
    measured: set[str] = set()
    for language in ("en", "fr"):
        with translation.override(language):
            read |= {_words_of(str(label)): field for field, label in LABELS.items()}
            measured |= {_words_of(str(label)) for label in MEASURED.values()}
    return read, frozenset(measured)


def _is_ignored(words: str) -> bool:
    return words in IGNORED or words in _own_names()[1]


def _name_of(name: str) -> Field | None:
    words = _words_of(name)
    if not words or _is_ignored(words):
        return None
    if words in _own_names()[0]:
        return _own_names()[0][words]
    if words in _BY_NAME:
        return _BY_NAME[words]
    counts = any(word in {"followers", "abonnes", "abonnements", "subscribers", "fans"} for word in words.split())
    if counts:
        return Field.NOTES
    if (platform := platform_named(name)) is not None and platform is not Platform.BLOG:
        return Field.CHANNEL
    padded = f" {words} "
    known = [label for label in _BY_NAME if len(label) > _SHORT and f" {label} " in padded]
    return _BY_NAME[max(known, key=len)] if known else None


def _content_of(cells: Sequence[str]) -> Field | None:
    filled = [cell for cell in cells if cell]
    if not filled:
        return None
    for pattern, field in ((_EMAIL, Field.EMAIL), (_URL, Field.CHANNEL), (_HOST, Field.CHANNEL)):
        if sum(1 for cell in filled if pattern.match(cell)) >= len(filled) * _MOST:
            return field
    phones = sum(1 for cell in filled if _PHONE.match(cell) and sum(map(str.isdigit, cell)) > 8)  # noqa: PLR2004
    return Field.PHONE if phones >= len(filled) * _MOST else None
