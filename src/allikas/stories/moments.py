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
    match = HOUR.search(timex.value or "")
    hour = f"{match[1]}:{match[2] or '00'}" if match else None
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
    return f"{first}/.." if edge == "since" else edtf


def clash(one: Moment, other: Moment) -> bool:
    """Tell whether two moments cannot be one: days apart, or hours of one day."""
    if one.text.casefold() == other.text.casefold():
        return False  # read from different days, the same words are kept apart by more than their dates
    if one.last < other.first or other.last < one.first:
        return True
    return one.hour is not None and other.hour is not None and _apart(one.hour, other.hour)


def _apart(one: str, other: str) -> bool:
    """Tell two hours apart, more than a quarter: a clock is rounded to halves in telling (a guess)."""
    return abs(_minutes(one) - _minutes(other)) > 15


def _minutes(hour: str) -> int:
    return int(hour[:2]) * 60 + int(hour[3:5])
