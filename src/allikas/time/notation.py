"""Writing a date as TIMEX3 (``1995-FA``, ``2025-07-11TEV``) and as EDTF (``1995-23``, ``2025-07-11``)."""

from collections.abc import Sequence
from datetime import date

from allikas.model.calendar import Fields, Kind, given

_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}  # EDTF level 1: spring 21 ... winter 24
_QUARTERS = 32  # EDTF level 2: quarters are 33 to 36
_HALVES = 39  # EDTF level 2: halves are 40 and 41
_LONGEST = 9999  # years of more digits are written with a Y
_CLOCK = frozenset({"part", "hour", "minute"})


def format_value(parts: Fields) -> str:
    """Write the value of TIMEX3; ``X`` stands for every digit that is not known.

    >>> format_value(Fields(year=2025, month=7, day=11, part="EV"))
    '2025-07-11TEV'
    >>> format_value(Fields(month=7)), format_value(Fields(weekday=5)), format_value(Fields(hour=18))
    ('XXXX-07', 'XXXX-WXX-5', 'T18')
    >>> format_value(Fields(year=-4999))
    'BC5000'
    """
    if parts.kind is not None:
        return "XXXX"  # TIMEX3 knows no year but the calendar's
    day = _date(parts) if set(given(parts)) - _CLOCK else ""
    return day + _clock(parts)


def _clock(parts: Fields) -> str:
    if parts.hour is not None:
        return f"T{parts.hour:02d}" + ("" if parts.minute is None else f":{parts.minute:02d}")
    if parts.minute is not None:
        return "TXX:XX"
    return f"T{parts.part}" if parts.part else ""


def _date(parts: Fields) -> str:
    year = _year(parts)
    if parts.day is not None:
        return f"{year}-{_two(parts.month)}-{_two(parts.day)}"
    if parts.weekend or parts.week is not None or parts.weekday is not None:
        return f"{year}-W{_two(parts.week)}{_weekday(parts)}"
    return year + _of_year(parts)


def _weekday(parts: Fields) -> str:
    if parts.weekend:
        return "-WE"
    return "" if parts.weekday is None else f"-{parts.weekday or 'WD'}"


def _year(parts: Fields) -> str:
    if parts.year is not None:
        return f"{parts.year:04d}" if parts.year > 0 else f"BC{1 - parts.year}"
    if parts.decade is not None:
        return f"{parts.decade:03d}"
    if parts.century is not None:
        return f"{parts.century:02d}"
    return f"{parts.millennium}" if parts.millennium is not None else "XXXX"


def _of_year(parts: Fields) -> str:
    if parts.month is not None:
        return f"-{parts.month:02d}"
    if parts.season is not None:
        return f"-{parts.season}"
    if parts.quarter is not None:
        return f"-Q{parts.quarter}"
    return "" if parts.half is None else f"-H{parts.half}"


def _two(number: int | None) -> str:
    return "XX" if number is None else f"{number:02d}"


def format_edtf(parts: Fields) -> str | None:
    """Write EDTF (ISO 8601-2); ``None`` where it has no form, as for an evening of an unknown day.

    >>> format_edtf(Fields(year=2025, week=28)), format_edtf(Fields(year=1995, season="FA"))
    ('2025-07-07/2025-07-13', '1995-23')
    >>> format_edtf(Fields(decade=199)), format_edtf(Fields(month=7, day=4)), format_edtf(Fields(part="EV"))
    ('199X', 'XXXX-07-04', None)
    >>> format_edtf(Fields(year=2024, kind="school"))
    '2024-09/2025-08'
    """
    year = _edtf_year(parts)
    if year is not None and year.startswith("Y"):
        return year  # a year of more than four digits has no months
    if parts.kind is not None:
        return None if parts.year is None else _edtf_kind(parts.year, parts.kind)
    return _edtf_date(parts, year)


def _edtf_date(parts: Fields, year: str | None) -> str | None:
    if parts.day is not None:
        return f"{year or 'XXXX'}-{_two(parts.month)}-{_two(parts.day)}"
    if parts.week is not None:
        return _edtf_week(parts)
    if parts.weekday is not None or parts.weekend:
        return f"{year}-XX-XX" if year else None
    if parts.month is not None:
        return f"{year or 'XXXX'}-{parts.month:02d}"
    return year and year + _edtf_of_year(parts)


def _edtf_kind(year: int, kind: Kind) -> str | None:
    """Write a year that is not the calendar's; that of a business is about the calendar's."""
    if not 1 <= year < _LONGEST:
        return None
    if kind == "financial":
        return f"{year:04d}~"
    months = ("-09", "-08") if kind == "school" else ("", "")
    return f"{year:04d}{months[0]}/{year + 1:04d}{months[1]}"


def _edtf_year(parts: Fields) -> str | None:
    if parts.year is not None:
        if parts.year < -_LONGEST:
            return f"Y{parts.year}"
        return f"{parts.year:04d}" if parts.year >= 0 else f"-{-parts.year:04d}"
    if parts.decade is not None:
        return f"{parts.decade:03d}X"
    if parts.century is not None:
        return f"{parts.century:02d}XX"
    return f"{parts.millennium}XXX" if parts.millennium is not None else None


def _edtf_of_year(parts: Fields) -> str:
    if parts.season is not None:
        return f"-{_SEASONS[parts.season]}"
    if parts.quarter is not None:
        return f"-{_QUARTERS + parts.quarter}"
    return "" if parts.half is None else f"-{_HALVES + parts.half}"


def _edtf_week(parts: Fields) -> str | None:
    if parts.year is None or parts.week is None:
        return None
    days = (6, 7) if parts.weekend else (1, 7)
    first, last = (date.fromisocalendar(parts.year, parts.week, day) for day in days)
    return f"{first}/{last}"


def common_value(values: Sequence[str]) -> str:
    """Write what *values* share, ``X`` for every part in which they differ.

    >>> common_value(["2025-07-04", "2025-07-11"]), common_value(["2025-W27", "2025-W28"])
    ('2025-07-XX', '2025-WXX')
    >>> common_value(["2024-12-31TEV", "2025-01-01TEV"])
    'XXXX-XX-XXTEV'
    """
    days, clocks = zip(*(value.partition("T")[::2] for value in values), strict=True)
    parts = [day.split("-") for day in days]
    if len({len(part) for part in parts}) > 1:
        return "XXXX"
    clock = clocks[0] if len(set(clocks)) == 1 else "XX:XX"
    shared = "-".join(_shared(column) for column in zip(*parts, strict=True))
    return f"{shared}T{clock}" if any(clocks) else shared


def _shared(column: Sequence[str]) -> str:
    first = column[0]
    if len(set(column)) == 1:
        return first
    return first[0] + "XX" if first[:1] in {"W", "Q", "H"} else "X" * max(2, len(first))
