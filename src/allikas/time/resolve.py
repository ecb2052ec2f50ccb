"""From an expression to a date, for one day on which the report may have been published."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from allikas.model.calendar import UNIT_RANKS, Fields, Point, Shift, Unit, given
from allikas.time.anchor import View
from allikas.time.days import is_possible, moved
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


def agrees(point: Point, view: View) -> bool:
    """Tell whether a day that is said twice, *today, 12 July*, is one day for this anchor.

    >>> from allikas.time.anchor import Anchor
    >>> today = Point(Fields(month=7, day=12), Shift(Fraction(0), "day"))
    >>> [agrees(today, View(Anchor(date(2025, 7, day), "month"))) for day in (11, 12)]
    [False, True]
    """
    if view.anchor is None or point.shift is None or point.shift.unit != "day" or point.fields.day is None:
        return True
    base = _base(point.shift, view)
    return base is None or (base.month, base.day) == (point.fields.month, point.fields.day)


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
    merged = replace(base, **{name: getattr(point.fields, name) for name in names})
    return settled(merged) if merged.year is not None else placed(point.fields, point.hint, view)


def _base(shift: Shift, view: View) -> Fields | None:
    if _is_from_text(shift, view):
        return _from_text(shift, view)
    if view.anchor is None or shift.unit is None or shift.origin == "nowhere":
        return None
    return _moved(view.anchor.day, shift.count, shift.unit)


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
