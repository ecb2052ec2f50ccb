"""From an expression to a date, for one day on which the report may have been published."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from fractions import Fraction

from allikas.model.calendar import UNIT_RANKS, Fields, Period, Point, Shift, Unit, given
from allikas.time.anchor import View
from allikas.time.days import SCHOOL, is_possible, moved, of_day
from allikas.time.lengths import in_whole_units
from allikas.time.placing import bounds, placed, settled

NEAR = 1  # sentences back in which *then* finds what it means: a guess, as is usual for pronouns
_CLOCK: frozenset[Unit] = frozenset({"hour", "minute", "second"})


def resolve(point: Point, view: View) -> Fields | None:
    """Find *point* on the calendar; ``None`` where nothing tells from where to count.

    >>> from allikas.time.anchor import Anchor
    >>> july = View(Anchor(date(2025, 7, 12), "day"), (), "past")
    >>> resolve(Point(Fields(weekday=5)), july) == Fields(year=2025, month=7, day=11)
    True
    >>> resolve(Point(shift=Shift(Fraction(-1), "year")), july) == Fields(year=2025 - 1)
    True
    """
    if not is_possible(point.fields):
        return None
    if point.shift is None:
        found = placed(point.fields, point.hint, view)
    else:
        base = _base(point.shift, view)
        if base is None:
            return None
        found = _filled(base, point, view)
    return found if is_possible(found) else None


def both_ends(period: Period, view: View) -> tuple[Fields | None, Fields | None]:
    """Find both ends of a period; the last is the next such time after the first.

    >>> from allikas.time.anchor import Anchor
    >>> winter = Period(Point(Fields(month=12)), Point(Fields(month=2)), "month")
    >>> first, last = both_ends(winter, View(Anchor(date(2025, 1, 10), "day"), (), "past"))
    >>> (first.year, last.year) == (2024, 2025)
    True
    """
    first, last = resolve(period.first, view), resolve(period.last, view)
    spans = [bounds(end) if end is not None else None for end in (first, last)]
    if spans[0] is None or spans[1] is None or spans[1][1] >= spans[0][0] or view.anchor is None:
        return first, last
    after = View(replace(view.anchor, day=spans[0][0]))
    return first, resolve(replace(period.last, hint="future"), after)


def agrees(point: Point, view: View) -> bool:
    """Tell whether a day that is said twice, *today, 12 July*, is one day for this anchor.

    >>> from allikas.time.anchor import Anchor
    >>> today = Point(Fields(month=7, day=12), Shift(Fraction(0), "day"))
    >>> [agrees(today, View(Anchor(date(2025, 7, day), "month"))) for day in (11, 12)]
    [False, True]
    """
    day, weekday = point.fields.day, point.fields.weekday
    if view.anchor is None or point.shift is None or point.shift.unit != "day" or not (day or weekday):
        return True
    base = _base(point.shift, view)
    if base is None or base.year is None or base.month is None or base.day is None:
        return True
    if day is not None:
        return (base.month, base.day) == (point.fields.month, day)
    return date(base.year, base.month, base.day).isoweekday() == weekday


def _filled(base: Fields, point: Point, view: View) -> Fields:
    """Put the fields that the words give into the unit that they count to."""
    names = given(point.fields)
    if not names:
        return base
    if base.day is not None and point.fields.day is not None:
        same = (base.month, base.day) == (point.fields.month, point.fields.day)
        return replace(point.fields, year=base.year) if same else placed(point.fields, point.hint, view)
    if point.shift and point.shift.unit == "season":
        return settled(replace(point.fields, year=base.year))
    base = _calendar_year(base, point.fields)
    merged = replace(base, **{name: getattr(point.fields, name) for name in names})
    return settled(merged) if merged.year is not None else placed(point.fields, point.hint, view)


def _calendar_year(base: Fields, parts: Fields) -> Fields:
    """Turn a school year with a month into that month's year."""
    if base.kind is None or base.year is None:
        return base
    late = base.kind == "school" and parts.month is not None and parts.month < SCHOOL
    return replace(base, kind=None, year=base.year + 1) if late else replace(base, kind=None)


def _base(shift: Shift, view: View) -> Fields | None:
    if shift.of is not None:
        base = resolve(shift.of, view)
        return _from_fields(base, shift.count, shift.unit or "day") if base else None
    if shift.origin == "turn":
        return _turn(shift.unit, view)
    if _is_from_text(shift, view):
        return _from_text(shift, view)
    if view.anchor is None or shift.unit is None or shift.origin == "nowhere":
        return None
    if view.anchor.minute is not None and shift.unit in _CLOCK:
        return _moved_by_clock(view.anchor.day, view.anchor.minute, shift)
    return _moved(view.anchor.day, shift.count, shift.unit)


def _moved_by_clock(day: date, minute: int, shift: Shift) -> Fields | None:
    """Count hours from the minute of publication; what is said in hours is known to the hour."""
    count = shift.count * {"hour": 60, "minute": 1}.get(shift.unit or "", Fraction(1, 60))
    try:
        found = datetime(day.year, day.month, day.day) + timedelta(minutes=minute + int(count))  # noqa: DTZ001
    except OverflowError:
        return None
    finer = found.minute if shift.unit != "hour" or shift.count.denominator != 1 else None
    return replace(of_day(found.date()), hour=found.hour, minute=finer)


def _turn(unit: Unit | None, view: View) -> Fields | None:
    """Find the century or millennium that begins nearest to the years of which the text tells."""
    told = next((past.year for past in view.before if past.year is not None), None)
    year = told if told is not None else view.anchor.day.year if view.anchor else None
    if year is None or year < 1:
        return None
    return Fields(century=round(year / 100)) if unit == "century" else Fields(millennium=round(year / 1000))


def _is_from_text(shift: Shift, view: View) -> bool:
    if shift.origin == "either":
        return view.tense == "past" and bool(view.history)
    return shift.origin == "text"


def _from_text(shift: Shift, view: View) -> Fields | None:
    if shift.unit is None:
        return next(iter(view.near(NEAR)), None)
    rank = min(UNIT_RANKS[shift.unit], UNIT_RANKS["day"])
    for past in view.before:
        if Point(past).finest >= rank:
            return _from_fields(past, shift.count, shift.unit)
    return None


def back_then(view: View) -> Fields | None:
    """Find the past time that the text spoke of in this sentence or the one before.

    >>> from allikas.time.anchor import Anchor, Past
    >>> view = View(Anchor(date(2025, 7, 12), "day"), (Past(Fields(year=1988), 0),), sentence=1)
    >>> back_then(view) == Fields(year=1988)
    True
    """
    told = next(iter(view.near(NEAR)), None)
    if told is not None and told.year is not None and told.year < 1:
        return told
    span = bounds(told) if told is not None else None
    return told if span is not None and view.anchor is not None and span[1] < view.anchor.day else None


def _from_fields(past: Fields, count: Fraction, unit: Unit) -> Fields | None:
    if past.year is not None and not 1 <= past.year <= 9999 and unit == "year":
        return Fields(year=past.year + int(count))
    span = bounds(past)
    if span is None:
        return None
    if count == 0 and UNIT_RANKS[unit] >= UNIT_RANKS["day"]:
        return replace(past, part=None, hour=None, minute=None)
    return _moved(span[0], count, unit)


def _moved(day: date, count: Fraction, unit: Unit) -> Fields | None:
    whole, unit = in_whole_units(count, unit)
    if unit in _CLOCK:
        found = moved(day, 0, "day")
        return found and replace(found, minute=0)
    return moved(day, whole, unit)
