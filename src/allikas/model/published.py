"""The date of publication: EDTF of any precision (Extended Date/Time Format, ISO 8601-2, levels 0 to 2).

Digits that are not known are written ``X`` (``2025-07-XX``), doubt as ``?``, ``~`` or ``%`` behind the whole
or before a part; a set of days (``[2025-07-04,2025-07-11]``) and an interval (``2025-07/2025-08``) are dates
too.
"""

import re
from calendar import monthrange
from dataclasses import dataclass

_SEASONS = range(21, 25)
_YEAR = r"(?P<year>[0-9]{2}(?:[0-9]{2}|[0-9]X|XX))"
_MONTH = r"(?P<month>[0-3][0-9]|[01]X|XX)"
_DAY = r"(?P<day>[0-3][0-9]|[0-3]X|XX)"
_ZONE = r"(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
_TIME = rf"T(?P<hour>[01][0-9]|2[0-3]):(?P<minute>[0-5][0-9])(?::[0-5][0-9](?:\.[0-9]+)?)?{_ZONE}"
_DOUBT = "[?~%]"
_DATE = re.compile(
    rf"{_DOUBT}?{_YEAR}{_DOUBT}?(?:-{_DOUBT}?{_MONTH}{_DOUBT}?(?:-{_DOUBT}?{_DAY}{_DOUBT}?(?:{_TIME})?)?)?"
)
_SET = re.compile(r"\[([^\[\]]+)\]|\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Published:
    """A date of publication as written, and as much of it as is known for sure.

    ``month`` is ``None`` where only the year is known, ``day`` where only the month; for an interval or a set
    the parts that all its dates share are known.
    """

    edtf: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    minute: str | None = None


def parse_published(text: str) -> Published | None:
    """Read an EDTF date; ``None`` where *text* is none, a thirtieth of February included.

    >>> parse_published("2025-07")
    Published(edtf='2025-07', year=2025, month=7, day=None, minute=None)
    >>> parse_published("[2025-07-04,2025-07-11]").day is None
    True
    >>> parse_published("2025-02-30") is None
    True
    """
    chosen = _SET.fullmatch(text)
    parts = re.split(r",|\.\.", chosen[1] or chosen[2]) if chosen else text.split("/")
    if len(parts) > 2 and not chosen:
        return None
    dates = [_parse_date(part) for part in parts if part not in {"", ".."}]
    known = [date for date in dates if date is not None]
    if not known or len(known) < len(dates):
        return None
    return _shared(text, known)


def _shared(text: str, dates: list[Published]) -> Published:
    """Keep the year, then the month, then the day and minute, as far as all *dates* agree."""
    parts: list[int | str | None] = []
    for name in ("year", "month", "day", "minute"):
        values = {getattr(date, name) for date in dates}
        parts.append(values.pop() if len(values) == 1 and (not parts or parts[-1] is not None) else None)
    return Published(text, *parts)  # type: ignore[arg-type]


def _parse_date(text: str) -> Published | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day = (_number(match[name]) for name in ("year", "month", "day"))
    if month is not None and month in _SEASONS and match["day"] is None:
        return Published(text, year)
    if not _is_possible(year, month, day):
        return None
    minute = f"{match['hour']}:{match['minute']}" if match["hour"] else None
    return Published(text, year, month, day, minute)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits is not None and digits.isdigit() else None


_LEAP = 2000  # a day of an unknown year is possible where it is possible in a leap year


def _is_possible(year: int | None, month: int | None, day: int | None) -> bool:
    if month is not None and not 1 <= month <= 12:
        return False
    longest = monthrange(year or _LEAP, month)[1] if month is not None else 31
    return day is None or 1 <= day <= longest
