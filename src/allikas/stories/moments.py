"""When something is said to be: the days and the hour that the words allow."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from allikas.ledger.days import days_of
from allikas.model.layers import Timex


@dataclass(frozen=True, slots=True)
class Moment:
    """A time: EDTF, its first and last day, and the hour (``15:40``) where one is given.

    ``status`` is that of the event that it is the time of; ``denied`` is one that another replaces.
    """

    edtf: str
    first: str
    last: str
    hour: str | None
    start: int
    end: int
    text: str
    id: str
    denied: bool = False
    status: str | None = None


def moment_of(
    timex: Timex, *, denied: bool = False, edge: str | None = None, status: str | None = None
) -> Moment | None:
    """Make a moment of an expression of time; ``None`` where it gives no days.

    >>> from allikas.model.span import Span
    >>> moment_of(Timex("t1", Span(0, 1, "x"), "DATE", "2025-07", "2025-07")).last
    '2025-07-31'
    """
    days = days_of(timex.edtf)
    if timex.type not in {"DATE", "TIME"} or timex.edtf is None or days.first is None or days.last is None:
        return None
    hour = _hour(timex.value or "")
    span, edtf = timex.span, _bounded(timex.edtf, days.first, days.last, edge)
    return Moment(
        edtf, days.first, days.last, hour, span.start, span.end, span.text, timex.id, denied, status
    )


HOUR = re.compile(r"T(\d\d)(?::(\d\d))?")


def _bounded(edtf: str, first: str, last: str, edge: str | None) -> str:
    """Leave a side open: *by the end of April*, *before winter*, *not before the 22nd*."""
    if edge == "before":
        return f"../{date.fromisoformat(first) - timedelta(days=1)}"
    if edge == "by" and first != last:
        return f"../{last}"
    if edge == "since":
        return f"{first}/.."
    return edtf.removesuffix("/..")  # *from the first of July*: that is when it begins


def clash(one: Moment, other: Moment) -> bool:
    """Tell whether two moments cannot be one: days apart, or hours of one day."""
    if one.text.casefold() == other.text.casefold():
        return False  # read from different days, the same words are kept apart by more than their dates
    if one.last < other.first or other.last < one.first:
        return True
    return one.hour is not None and other.hour is not None and _apart(one.hour, other.hour)


def is_near(one: Moment, other: Moment) -> bool:
    """Tell whether two moments lie within a fortnight: one thing that is told of two days (a guess)."""
    first, last = max(one.first, other.first), min(one.last, other.last)
    return date.fromisoformat(first) - date.fromisoformat(last) <= timedelta(days=14)


PARTS = {"MO": "05:00-12:00", "AF": "12:00-18:00", "EV": "17:00-24:00"}
"""Between which hours parts of the day lie (TIMEX3 leaves that open: a guess); a night has two days."""


def _hour(value: str) -> str | None:
    """Return the hour of a TIMEX3 value, or the hours of its part of the day."""
    match = HOUR.search(value)
    return f"{match[1]}:{match[2] or '00'}" if match else PARTS.get(value[-2:] if value[-3:-2] == "T" else "")


def _apart(one: str, other: str) -> bool:
    """Tell two hours apart, more than a quarter: a clock is rounded to halves in telling (a guess)."""
    (first, last), (begin, end) = _range(one), _range(other)
    return begin - last > 15 or first - end > 15


def _range(hours: str) -> tuple[int, int]:
    first, _, last = hours.partition("-")
    return _minutes(first), _minutes(last or first)


def _minutes(hour: str) -> int:
    return int(hour[:2]) * 60 + int(hour[3:5])
