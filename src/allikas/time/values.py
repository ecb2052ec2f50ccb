"""The values of all the expressions of a text, in order: later ones may lean on earlier ones."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from allikas.model.calendar import (
    FIELDS,
    Fields,
    Length,
    Period,
    Point,
    Recurring,
    Single,
    Unit,
    Vague,
    given,
)  # fmt: skip
from allikas.model.layers import TimexType
from allikas.time.anchor import Anchor, Past, Tense, View
from allikas.time.days import is_possible
from allikas.time.doubt import Dated, combined
from allikas.time.lengths import format_length
from allikas.time.narrowing import Told, narrowed
from allikas.time.notation import format_value
from allikas.time.resolve import back_then, both_ends, resolve

_CLOCK = frozenset({"part", "hour", "minute"})
_BOUND = re.compile(r"-?\d{4}(?:-(?:[01]\d|2[1-4])(?:-\d\d)?)?")  # what may bound an interval in EDTF
_FREE = frozenset({None, "past", "future", "this"})  # hints that leave the week open
_CLOCK_UNITS: frozenset[Unit | None] = frozenset({"hour", "minute", "second"})
_UNKNOWN: dict[Unit | None, str] = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "season": "XXXX",
    "quarter": "XXXX-QX", "half": "XXXX-HX", "year": "XXXX", "school year": "XXXX",
    "financial year": "XXXX", "decade": "XXX", "century": "XX", "millennium": "X", "hour": "XXXX-XX-XXTXX:XX",
    "minute": "XXXX-XX-XXTXX:XX", "second": "XXXX-XX-XXTXX:XX",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """An expression, and whether its clause speaks of the past or of what is to come.

    ``told`` is that of a finite verb right above it; ``state`` marks *today* where it may mean these days;
    ``of`` is the period of which it is an end.
    """

    time: Single
    tense: Tense | None
    told: Tense | None = None
    sentence: int = 0
    state: bool = False
    of: Period | None = None


class Written(NamedTuple):
    """What is written of a time; ``impossible`` where there is no such date.

    ``by`` names what narrowed it: constraints between the times of the text.
    """

    type: TimexType
    value: str | None
    edtf: str | None = None
    mod: str | None = None
    impossible: bool = False
    by: tuple[str, ...] = ()


Ends = tuple[Fields | None, ...]
"""What an item gives on the calendar: one date, the two ends of a period, or none."""


def written(items: Sequence[Item], anchors: Sequence[Anchor]) -> tuple[Written, ...]:
    """Give every item its value, for each day on which the report may have been published."""
    told = [Told(item.time, item.told) for item in items if isinstance(item.time, Point) and item.of is None]
    left = narrowed(told, anchors)
    found = _values(items, left.anchors, anchors)
    if not left.by:
        return found
    wider = _values(items, anchors, anchors)
    pairs = zip(found, wider, strict=True)
    return tuple(one if one == other else one._replace(by=left.by) for one, other in pairs)


def _values(
    items: Sequence[Item], anchors: Sequence[Anchor], within: Sequence[Anchor]
) -> tuple[Written, ...]:
    """Resolve the items for each of *anchors*; a bare weekday is one of the days of *within*."""
    fixed = [_fixed(item) for item in items]
    runs = [_run(items, anchor, fixed) for anchor in anchors] or [_run(items, None, fixed)]
    return tuple(_written(item, [run[at] for run in runs], within) for at, item in enumerate(items))


def _fixed(item: Item) -> Ends | None:
    """Resolve once what depends neither on the day of publication nor on the times before it."""
    ends = item.time, *((item.time.first, item.time.last) if isinstance(item.time, Period) else ())
    points = [end for end in ends if isinstance(end, Point)]
    is_free = bool(points) and all(end.shift is None and _is_absolute(end.fields) for end in points)
    return _ends(item, View(None)) if is_free or isinstance(item.time, Length | Recurring) else None


def _is_absolute(parts: Fields) -> bool:
    return parts.year is not None or parts.century is not None or (parts.decade or 0) >= 10


def _run(items: Sequence[Item], anchor: Anchor | None, fixed: Sequence[Ends | None]) -> list[Ends]:
    """Resolve the items in order of the text, each in view of those before it."""
    history: tuple[Past, ...] = ()
    found = []
    for item, known in zip(items, fixed, strict=True):
        ends = known
        if ends is None:
            ends = _ends(item, View(anchor, history, item.tense, item.sentence))
        history = (*history[-8:], *(Past(end, item.sentence) for end in ends if end is not None))
        found.append(ends)
    return found


def _ends(item: Item, view: View) -> Ends:
    time = item.time
    if isinstance(time, Period):
        return both_ends(time, view)
    if item.of is not None and time in {item.of.first, item.of.last}:
        return (both_ends(item.of, view)[0 if time == item.of.first else 1],)
    if isinstance(time, Vague):
        return (back_then(view) if time.then else None,)
    return (resolve(time, view),) if isinstance(time, Point) else ()


def _written(item: Item, runs: Sequence[Ends], anchors: Sequence[Anchor]) -> Written:
    time = item.time
    if isinstance(time, Length):
        return Written("DURATION", format_length(time), mod=time.mod)
    if isinstance(time, Vague):
        then = combined([run[0] for run in runs], ())
        return Written("DATE", then.value or time.reference, then.edtf, time.mod)
    if isinstance(time, Recurring):
        every = time.every
        return Written("SET", format_length(every) if isinstance(every, Length) else format_value(every))
    if isinstance(time, Period):
        return _of_period(time, runs)
    within = anchors if time.fields.weekday is not None and time.shift is None and time.hint in _FREE else ()
    if item.state and not given(time.fields):
        return Written("DATE", "PRESENT_REF", combined([run[0] for run in runs], ()).edtf)
    ahead = (time.hint or item.tense) == "future"
    return _of_point(time, combined([run[0] for run in runs], within, ahead=ahead))


def _of_point(point: Point, dated: Dated) -> Written:
    kind: TimexType = "TIME" if _is_clock(point) else "DATE"
    if dated.value is None:
        if not is_possible(point.fields):
            return Written(kind, None, impossible=True)
        return Written(kind, _unknown(point), mod=point.mod)
    return Written(kind, dated.value, _edtf(point, dated.edtf), point.mod)


def _edtf(point: Point, edtf: str | None) -> str | None:
    """Mark what is about a date, and write a stretch of which one end is given as an open interval."""
    if point.open and edtf is not None and _BOUND.fullmatch(edtf):
        return f"{edtf}/.." if point.open == "from" else f"../{edtf}"
    return f"{edtf}~" if point.mod == "APPROX" and _can_be_approximate(edtf) else edtf


def _is_clock(point: Point) -> bool:
    return bool(_CLOCK & set(given(point.fields))) or (
        point.shift is not None and point.shift.unit in _CLOCK_UNITS
    )


def _can_be_approximate(edtf: str | None) -> bool:
    return edtf is not None and edtf.replace("-", "").isdigit() and edtf[5:7] < "13"


def _unknown(point: Point) -> str | None:
    """Write that a time is meant of which nothing tells when it was."""
    shift = point.shift
    if shift is None or shift.unit is None:
        return None
    open_fields = given(point.fields)
    return format_value(point.fields) if open_fields and FIELDS else _UNKNOWN[shift.unit]


def _of_period(period: Period, runs: Sequence[Ends]) -> Written:
    first, last = (combined([run[at] for run in runs], ()).edtf for at in (0, 1))
    letter = {"day": "D", "month": "M", "year": "Y", "hour": "H", "century": "CE", "decade": "DE"}.get(
        period.unit, "D"
    )
    value = f"P{'T' if period.unit in _CLOCK_UNITS else ''}{period.count or 'X' * period.digits}{letter}"
    ends_known = first is not None and last is not None and not set("[]/") & set(first + last)
    return Written("DURATION", value, f"{first}/{last}" if ends_known else None)
