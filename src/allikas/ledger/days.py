"""The first and the last day that an EDTF expression allows: for ordering and filtering, not for telling."""

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

# The parts of level 0 to 2 that news can hold: years, months, seasons, days; X for a digit that is not known.
PIECE = re.compile(r"(?<![\dX-])(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?(?![\dX])")
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}  # EDTF 1: spring, summer, autumn, winter

TIME = re.compile(r"(?<=\d)T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?")
DOUBTS = str.maketrans("", "", "?~%")


class Days(NamedTuple):
    """First and last day as ``YYYY-MM-DD``; ``None`` where nothing is known."""

    first: str | None = None
    last: str | None = None


def days_of(edtf: str | None) -> Days:
    """Say between which days *edtf* lies.

    >>> days_of("2025-07")
    Days(first='2025-07-01', last='2025-07-31')
    >>> days_of("[2025-07-04,2025-07-11]")
    Days(first='2025-07-04', last='2025-07-11')
    >>> days_of("2026-03-18/..")
    Days(first='2026-03-18', last=None)
    >>> days_of(None)
    Days(first=None, last=None)
    """
    plain = TIME.sub("", edtf.translate(DOUBTS)) if edtf else ""
    found = [days for match in PIECE.finditer(plain) if (days := _piece(*match.groups()))]
    if edtf is None or not found:
        return Days()
    first, last = min(first for first, _ in found), max(last for _, last in found)
    open_first = edtf.startswith(("../", "/", "[..", "{.."))
    open_last = edtf.endswith(("/..", "/", "..]", "..}"))
    return Days(None if open_first else first.isoformat(), None if open_last else last.isoformat())


def _piece(year: str, month: str | None, day: str | None) -> tuple[date, date] | None:
    try:
        first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
        months = _months(month)
        if day is None or day == "XX":
            return date(first, months[0], 1), date(last, months[1], monthrange(last, months[1])[1])
        return date(first, months[0], int(day)), date(last, months[1], int(day))
    except ValueError:
        return None


def _months(month: str | None) -> tuple[int, int]:
    if month is None or month == "XX":
        return 1, 12
    return SEASONS.get(int(month), (int(month), int(month)))
