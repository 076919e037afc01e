"""Dates as feeds and pages write them: RFC 822, ISO 8601 and what people type instead."""

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

MAX_LENGTH = 100
EARLIEST_YEAR = 1970
LATEST_YEAR = 2100

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier janv enero januar jänner gennaio janeiro januari",
            "february feb février fevrier févr fevr fév fev febrero februar febbraio fevereiro",
            "march mar mars marzo märz marz março",
            "april apr avril avr abril aprile",
            "may mai mayo maggio maio",
            "june jun juin junio juni giugno junho",
            "july jul juillet juil julio juli luglio julho",
            "august aug août aout agosto",
            "september sep sept septembre septiembre settembre setembro",
            "october oct octobre octubre oktober okt ottobre outubro",
            "november nov novembre noviembre novembro",
            "december dec décembre decembre déc diciembre dezember dez dicembre dezembro",
        ),
        start=1,
    )
    for name in names.split()
}
_ZONES = {
    "": 0, "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 1, "cet": 1, "cest": 2, "eet": 2,
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
}  # fmt: skip

_TIME = r"(?:\D{0,6}?(?P<h>\d{1,2})[:hH](?P<mi>\d{2})(?:[:m](?P<s>\d{2})(?:[.,]\d+)?)?\s*(?P<ap>[ap]\.?m\b\.?)?)?"
_ZONE = r"\s*(?P<tz>(?:gmt|utc)?\s*[+-]\d{1,2}:?(?:\d{2})?|[a-z]{1,4})?"
_DAY_FIRST = re.compile(
    r"(?P<d>\d{1,2})(?:er|st|nd|rd|th|º|\.)?[\s,/-]*(?:de\s+)?(?P<m>[^\W\d_]{3,10})\.?[\s,/-]*(?:de\s+)?(?P<y>\d{4}|\d{2})\b"
    + _TIME
    + _ZONE,
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    r"(?P<m>[^\W\d_]{3,10})\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})\b" + _TIME + _ZONE, re.IGNORECASE
)
_ASCTIME = re.compile(
    r"(?P<m>[^\W\d_]{3,10})\.?\s+(?P<d>\d{1,2})\s+(?P<h>\d{1,2}):(?P<mi>\d{2})(?::(?P<s>\d{2}))?\s*(?P<ap>\Z(?!\Z))?"
    r"(?P<tz>[a-z]{1,4})?\s+(?P<y>\d{4})\b",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(
    r"(?P<y>\d{4})(?P<sep>[-/.:]?)(?P<m>\d{2})(?P=sep)(?P<d>\d{2})(?!\d{1,5}\b)" + _TIME + _ZONE, re.IGNORECASE
)
_SLASHED = re.compile(r"(?P<a>\d{1,2})[/.-](?P<b>\d{1,2})[/.-](?P<y>\d{4})" + _TIME + _ZONE, re.IGNORECASE)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?\Z")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?\Z")


def parse_date(text: str | None) -> datetime | None:
    """Read one date out of `text`; aware UTC, or None when there is none. Never raises.

    A date without a zone is taken as UTC, one without a time as midnight.
    """
    if not text:
        return None
    text = " ".join(text[: MAX_LENGTH * 2].split())[:MAX_LENGTH]
    for read in (_read_iso, _read_rfc822, _read_loose):
        try:
            found = read(text)
            if found is not None and (found := _in_utc(found)) is not None:
                return found
        except (ValueError, TypeError, OverflowError, IndexError):
            continue
    return None


def _in_utc(moment: datetime) -> datetime | None:
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return moment if EARLIEST_YEAR <= moment.year <= LATEST_YEAR else None


def _read_iso(text: str) -> datetime | None:
    if _COMPACT.match(text) or _EPOCH.match(text) or not text[:4].isdigit():
        return None
    return datetime.fromisoformat(text.upper())


def _read_rfc822(text: str) -> datetime | None:
    # The standard reader takes "05/06/2024" and "5 févr" for something else: it needs an English month.
    if not re.search(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", text, re.IGNORECASE):
        return None
    if not re.search(r"\d\s*:\s*\d", text) or re.search(r"\d\s*[ap]\.?m\b", text, re.IGNORECASE):
        return None
    return parsedate_to_datetime(text)


def _read_loose(text: str) -> datetime | None:
    if compact := _COMPACT.match(text):
        return datetime(*(int(part or 0) for part in compact.groups()))  # type: ignore[arg-type]  # noqa: DTZ001
    if _EPOCH.match(text):
        return datetime.fromtimestamp(int(text[:10]), UTC)
    for pattern in (_YEAR_FIRST, _ASCTIME, _DAY_FIRST, _MONTH_FIRST, _SLASHED):
        for match in pattern.finditer(text):
            try:
                return _assemble(match)
            except (ValueError, KeyError):
                continue
    return None


def _assemble(match: re.Match[str]) -> datetime:
    part = match.groupdict()
    if "a" in part:
        day, month = _order(int(part["a"]), int(part["b"]), us=bool(part["ap"]))
    else:
        day = int(part["d"])
        month = int(part["m"]) if part["m"].isdigit() else _MONTHS[part["m"].lower()]
    year = int(part["y"])
    if year < 100:  # noqa: PLR2004
        year += 2000 if year < 70 else 1900  # noqa: PLR2004
    hour = int(part["h"] or 0)
    if part["ap"]:
        hour = hour % 12 + (12 if part["ap"].lower().startswith("p") else 0)
    moment = datetime(year, month, day, tzinfo=_zone(part["tz"] or ""))
    # 24:00 and leap seconds roll over instead of failing.
    return moment + timedelta(hours=min(hour, 24), minutes=int(part["mi"] or 0), seconds=int(part["s"] or 0))


def _order(first: int, second: int, *, us: bool) -> tuple[int, int]:
    """Day and month of `first/second/year`: day first, unless impossible or written with am/pm."""
    if second > 12 or (us and first <= 12):  # noqa: PLR2004
        return second, first
    return first, second


def _zone(text: str) -> timezone:
    text = text.strip().lower()
    if offset := re.search(r"([+-])(\d{1,2}):?(\d{2})?\Z", text):
        delta = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
        return timezone(-delta if offset[1] == "-" else delta)
    return timezone(timedelta(hours=_ZONES.get(text, 0)))
