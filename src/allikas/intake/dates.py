"""Dates as pages, feeds and tables write them, made EDTF of exactly their precision."""

import re
from datetime import datetime, tzinfo
from email.utils import parsedate_to_datetime

from allikas.model.published import parse_published


def parse_stamp(raw: str, *, zone: tzinfo | None = None) -> str | None:
    """Read a date or a time stamp; ``None`` where it is none, or one of several.

    Midnight to the second is what a program writes that knows the day only. A stamp that knows its offset
    from UTC is told in *zone*, if there is one: an evening in Greenwich is the next day in Tallinn.

    >>> parse_stamp("2025-07"), parse_stamp("2025-07-12T00:00:00Z"), parse_stamp("12.07.2025")
    ('2025-07', '2025-07-12', '2025-07-12')
    >>> parse_stamp("Sat, 12 Jul 2025 08:15:00 +0300"), parse_stamp("2025-07-12 08:15")
    ('2025-07-12T08:15:00+03:00', '2025-07-12T08:15:00')
    >>> parse_stamp("7/8/2025") is None
    True
    """
    raw = raw.strip()
    stamp = _iso(raw) or _mail(raw) or _dotted(raw)
    if stamp is not None:
        return format_stamp(stamp, zone=zone)
    compact = COMPACT.fullmatch(raw)
    edtf = "-".join(compact.groups()) if compact else raw
    return edtf if parse_published(edtf) else None


def format_stamp(stamp: datetime, *, zone: tzinfo | None = None) -> str:
    """Write a time stamp as EDTF, of the day only where its clock stands at midnight.

    >>> format_stamp(datetime(2025, 7, 12)), format_stamp(datetime(2025, 7, 12, 8, 15))
    ('2025-07-12', '2025-07-12T08:15:00')
    """
    if stamp.hour == stamp.minute == stamp.second == 0:
        return stamp.date().isoformat()
    local = stamp.astimezone(zone) if zone and stamp.tzinfo else stamp
    return local.isoformat(timespec="seconds").replace("+00:00", "Z")


def _iso(raw: str) -> datetime | None:
    if not ISO.match(raw):
        return None
    try:
        return datetime.fromisoformat(raw)
    except ValueError:
        return None


def _mail(raw: str) -> datetime | None:
    """Read RFC 822, which RSS prescribes."""
    if not MAIL.match(raw):
        return None
    try:
        return parsedate_to_datetime(raw)
    except ValueError:
        return None


def _dotted(raw: str) -> datetime | None:
    """Read day, month, year: where they are parted by full stops they have no other order."""
    match = DOTTED.fullmatch(raw)
    if match is None:
        return None
    day, month, year, hour, minute = (int(part or 0) for part in match.groups())
    try:
        return datetime(year, month, day, hour, minute)  # noqa: DTZ001 - no zone is written there
    except ValueError:
        return None


def date_in_url(url: str) -> str | None:
    """Read the date in an address: a month where it has a month, a day where it has a day.

    >>> date_in_url("https://a.example/2025/07/sadam"), date_in_url("https://a.example/2025/07/12/sadam")
    ('2025-07', '2025-07-12')
    >>> date_in_url("https://a.example/2025/07/12-hukkus") , date_in_url("https://a.example/12345")
    ('2025-07', None)
    """
    for pattern in ADDRESSES:
        for match in pattern.finditer(url):
            edtf = "-".join(part for part in match.groups() if part)
            if parse_published(edtf):
                return edtf
    return None


ISO = re.compile(r"\d{4}-?\d\d-?\d\d[T ]\d\d")
MAIL = re.compile(r"(?:[A-Za-z]{3},? )?\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d")
DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})\.?(?:,? (\d{1,2})[:.](\d\d))?")
COMPACT = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)")
YEAR = r"((?:19|20)\d\d)"  # a guess that no news on the web is older than 1900
ADDRESSES = (
    re.compile(rf"/{YEAR}/(\d\d)/(\d\d)(?=[/?#]|$)"),
    re.compile(rf"(?<=[/-]){YEAR}-(\d\d)-(\d\d)(?=[-/._?#]|$)"),
    re.compile(rf"/{YEAR}(\d\d)(\d\d)(?=[/-]|$)"),
    re.compile(rf"/{YEAR}[/-](\d\d)(?=[/?#]|$)"),
)
