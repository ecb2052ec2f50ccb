"""Before, at or after publication: dates as ranges of days, compared as far as both are known."""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from allikas.model.layers import Relation, Timex
from allikas.model.published import Published

Days = tuple[str, str]
_REFERENCES: dict[str, Relation] = {"PAST_REF": "before", "PRESENT_REF": "overlap", "FUTURE_REF": "after"}
_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_DATE = re.compile(r"(\d{3,4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?")


@lru_cache(maxsize=4096)
def days(value: str) -> Days | None:
    """Return the first and last day of a TIMEX3 or EDTF date; ``None`` where it is not on the calendar.

    >>> days("2004-05"), days("2004-W01")
    (('2004-05-01', '2004-05-31'), ('2003-12-29', '2004-01-04'))
    >>> days("XXXX-05") is None
    True
    """
    week = _WEEK.match(value)
    if week:
        return _week(int(week[1]), int(week[2]))
    match = _DATE.match(value)
    if match is None:
        return None
    year, month, day = match[1], match[2], match[3]
    if len(year) < 4:  # a decade: 196 is 1960 to 1969
        return f"{year}0-01-01", f"{year}9-12-31"
    if month is None or not 1 <= int(month) <= 12:
        return f"{year}-01-01", f"{year}-12-31"
    last = monthrange(max(1, int(year)), int(month))[1]
    return f"{year}-{month}-{day or '01'}", f"{year}-{month}-{day or f'{last:02}'}"


def _week(year: int, week: int) -> Days | None:
    try:
        first = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return first.isoformat(), (first + timedelta(days=6)).isoformat()


def relation(timex: Timex, published: Published | None) -> Relation | None:
    """Say where a time stands to publication; ``None`` where that is not known."""
    if timex.type not in {"DATE", "TIME"} or timex.value is None:
        return None
    if timex.value in _REFERENCES:
        return _REFERENCES[timex.value]
    here, anchor = days(timex.value), days(published.edtf) if published else None
    if here is None or anchor is None:
        return None
    if here[1] < anchor[0]:
        return "before"
    return "after" if here[0] > anchor[1] else "overlap"
