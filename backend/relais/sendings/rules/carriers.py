"""Carriers: where each shows a parcel, and which numbers can only be its own."""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote


class Carrier(StrEnum):
    """Who carries it."""

    LA_POSTE = "la_poste"
    COLISSIMO = "colissimo"
    CHRONOPOST = "chronopost"
    MONDIAL_RELAY = "mondial_relay"
    DHL = "dhl"
    UPS = "ups"
    FEDEX = "fedex"
    DPD = "dpd"
    GLS = "gls"
    ROYAL_MAIL = "royal_mail"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class _Page:
    """A public tracking page, and the numbers that give the carrier away (None: none do)."""

    address: str
    numbers: re.Pattern[str] | None = None


#: Shapes from the Universal Postal Union's S10 standard (two letters, nine digits, country) and from the
#: carriers' own help pages. Only shapes no other carrier here uses are listed: a wrong link is worse than none.
_PAGES: dict[Carrier, _Page] = {
    Carrier.CHRONOPOST: _Page(
        "https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT={number}",
        re.compile(r"X[A-Z]\d{9}(FR|JB|TS|EE)"),
    ),
    Carrier.LA_POSTE: _Page(
        "https://www.laposte.fr/outils/suivre-vos-envois?code={number}", re.compile(r"[A-WYZ][A-Z]\d{9}FR")
    ),
    Carrier.COLISSIMO: _Page(
        "https://www.laposte.fr/outils/suivre-vos-envois?code={number}", re.compile(r"[5-9][A-Z]\d{11}")
    ),
    Carrier.ROYAL_MAIL: _Page(
        "https://www.royalmail.com/track-your-item#/tracking-results/{number}", re.compile(r"[A-Z]{2}\d{9}GB")
    ),
    Carrier.UPS: _Page("https://www.ups.com/track?tracknum={number}", re.compile(r"1Z[0-9A-Z]{16}")),
    Carrier.DHL: _Page(
        "https://www.dhl.com/global-en/home/tracking/tracking-parcel.html?submit=1&tracking-id={number}",
        re.compile(r"JJ?D\d{16,20}"),
    ),
    Carrier.MONDIAL_RELAY: _Page("https://www.mondialrelay.fr/suivi-de-colis?numeroExpedition={number}"),
    Carrier.FEDEX: _Page("https://www.fedex.com/fedextrack/?trknbr={number}"),
    Carrier.DPD: _Page("https://trace.dpd.fr/fr/trace/{number}"),
    Carrier.GLS: _Page("https://gls-group.eu/track/{number}"),
}


def tidy_number(text: str) -> str:
    """Return a tracking number as carriers print it on labels, without spaces and dashes: `6a 123…` → `6A123…`."""
    return re.sub(r"[\s.\-]+", "", text).upper()


def tracking_link(carrier: str, number: str) -> str:
    """Return the page that shows the parcel, or "" when nobody can tell.

    Args:
        carrier: a `Carrier`, or "" to recognise it by the number's shape.
        number: as `tidy_number` leaves it.
    """
    if not number:
        return ""
    known = carrier or next((c for c, page in _PAGES.items() if page.numbers and page.numbers.fullmatch(number)), "")
    page = _PAGES.get(Carrier(known)) if known else None
    return page.address.format(number=quote(number, safe="")) if page else ""
