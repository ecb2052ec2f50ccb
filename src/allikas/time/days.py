"""Calendar arithmetic: moving by units, feasts that move, days that exist."""

from calendar import monthrange
from datetime import date, timedelta

from dateutil.easter import easter

from allikas.model.calendar import Feast, Fields, Kind, Unit

_WEEK = 7
_MONTHS = 12
_LEAP = 2000  # a day of an unknown year is possible where it is possible in a leap year


def of_day(day: date) -> Fields:
    """Write a day as fields.

    >>> of_day(date(2025, 7, 11)) == Fields(year=2025, month=7, day=11)
    True
    """
    return Fields(year=day.year, month=day.month, day=day.day)


def moved(day: date, count: int, unit: Unit) -> Fields | None:
    """Return the calendar unit that lies *count* units from that of *day*; ``None`` off the calendar.

    >>> moved(date(2025, 7, 12), -1, "month") == Fields(year=2025, month=6)
    True
    >>> moved(date(2025, 7, 12), -1, "week") == Fields(year=2025, week=27)
    True
    """
    try:
        if unit == "day":
            return of_day(day + timedelta(days=count))
        if unit in {"week", "weekend"}:
            return _week_of(day + timedelta(weeks=count), weekend=unit == "weekend")
    except OverflowError:
        return None
    if unit in _IN_YEAR:
        return _in_year(day, count, unit)
    if unit in _KINDS:
        return _of_kind(day, count, _KINDS[unit])
    size = _YEARS.get(unit)
    return _in_years(day.year, count, unit) if size else of_day(day)


_IN_YEAR: dict[Unit, int] = {"month": 12, "quarter": 4, "half": 2, "season": 4}
_YEARS: dict[Unit, int] = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}


_KINDS: dict[Unit, Kind] = {"school year": "school", "financial year": "financial"}
SCHOOL = 9  # the month in which a school year begins


def _of_kind(day: date, count: int, kind: Kind) -> Fields:
    begun = kind != "school" or day.month >= SCHOOL
    return Fields(year=day.year + count - (0 if begun else 1), kind=kind)


def _week_of(day: date, *, weekend: bool) -> Fields:
    year, week, _ = day.isocalendar()
    return Fields(year=year, week=week, weekend=weekend or None)


def _in_year(day: date, count: int, unit: Unit) -> Fields:
    size = _IN_YEAR[unit]
    year, at = divmod(day.year * size + (day.month - 1) * size // _MONTHS + count, size)
    if unit == "month":
        return Fields(year=year, month=at + 1)
    if unit == "quarter":
        return Fields(year=year, quarter=at + 1)
    return Fields(year=year, half=at + 1) if unit == "half" else Fields(year=year)


def _in_years(year: int, count: int, unit: Unit) -> Fields:
    number = year // _YEARS[unit] + count
    if unit == "decade":
        return Fields(decade=number)
    if unit == "century":
        return Fields(century=number)
    return Fields(millennium=number) if unit == "millennium" else Fields(year=number)


def day_of(feast: Feast, year: int) -> date | None:
    """Find a movable feast in a year; ``None`` in years that the rule for Easter does not reach.

    >>> day_of(Feast(days=0), 2025), day_of(Feast(nth=2, weekday=7, month=5), 2025)
    (datetime.date(2025, 4, 20), datetime.date(2025, 5, 11))
    >>> day_of(Feast(nth=-4, weekday=7, month=12, day=25), 2025)
    datetime.date(2025, 11, 30)
    """
    if not 326 <= year < 4099:  # the years for which dateutil computes Easter
        return None
    if feast.days is not None:
        sunday: date = easter(year)
        return sunday + timedelta(days=feast.days)
    start = date(year, feast.month, feast.day)
    if feast.nth > 0:
        first = start + timedelta(days=(feast.weekday - start.isoweekday()) % _WEEK)
        return first + timedelta(weeks=feast.nth - 1)
    last = start - timedelta(days=(start.isoweekday() - feast.weekday - 1) % _WEEK + 1)
    return last + timedelta(weeks=feast.nth + 1)


def is_possible(parts: Fields) -> bool:
    """Tell whether there is such a date: no thirtieth of February, no thirteenth month, no 25 o'clock.

    >>> is_possible(Fields(month=2, day=29)), is_possible(Fields(year=2025, month=2, day=29))
    (True, False)
    """
    if parts.month is not None and not 1 <= parts.month <= _MONTHS:
        return False
    if min(parts.millennium or 0, parts.century or 0, parts.decade or 0) < 0:
        return False  # they have no names before Christ
    if (parts.hour or 0) > 24 or (parts.minute or 0) > 59:
        return False
    if parts.day is None:
        return True
    leap = parts.year is None or not 1 <= parts.year <= 9999
    longest = monthrange(_LEAP if leap else parts.year or _LEAP, parts.month)[1] if parts.month else 31
    return 1 <= parts.day <= longest
