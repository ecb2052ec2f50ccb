"""The values of all the expressions of a text, in order: later ones may lean on earlier ones."""

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
from allikas.time.notation import format_value
from allikas.time.resolve import agrees, back_then, resolve

_CLOCK = frozenset({"part", "hour", "minute"})
_FREE = frozenset({None, "past", "future", "this"})  # hints that leave the week open
_CLOCK_UNITS: frozenset[Unit | None] = frozenset({"hour", "minute", "second"})
_UNKNOWN: dict[Unit | None, str] = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "season": "XXXX",
    "quarter": "XXXX-QX", "half": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX",
    "millennium": "X", "hour": "XXXX-XX-XXTXX:XX",
    "minute": "XXXX-XX-XXTXX:XX", "second": "XXXX-XX-XXTXX:XX",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """An expression, and whether its clause speaks of the past or of what is to come."""

    time: Single
    tense: Tense | None
    sentence: int = 0


class Written(NamedTuple):
    """What is written of a time; ``impossible`` where there is no such date."""

    type: TimexType
    value: str | None
    edtf: str | None = None
    mod: str | None = None
    impossible: bool = False


Ends = tuple[Fields | None, ...]
"""What an item gives on the calendar: one date, the two ends of a period, or none."""


def written(items: Sequence[Item], anchors: Sequence[Anchor]) -> tuple[Written, ...]:
    """Give every item its value, for each day on which the report may have been published."""
    anchors = _agreeing(items, anchors)
    runs = [_run(items, anchor) for anchor in anchors] or [_run(items, None)]
    return tuple(_written(item, [run[at] for run in runs], anchors) for at, item in enumerate(items))


def _agreeing(items: Sequence[Item], anchors: Sequence[Anchor]) -> Sequence[Anchor]:
    """Leave out the days of publication that the text itself rules out: *today, 12 July*."""
    points = [item.time for item in items if isinstance(item.time, Point) and item.time.shift is not None]
    kept = [anchor for anchor in anchors if all(agrees(point, View(anchor)) for point in points)]
    return kept or anchors


def _run(items: Sequence[Item], anchor: Anchor | None) -> list[Ends]:
    """Resolve the items in order of the text, each in view of those before it."""
    history: tuple[Past, ...] = ()
    found = []
    for item in items:
        view = View(anchor, history, item.tense, item.sentence)
        ends = _ends(item.time, view)
        history = (*history[-8:], *(Past(end, item.sentence) for end in ends if end is not None))
        found.append(ends)
    return found


def _ends(time: Single, view: View) -> Ends:
    if isinstance(time, Period):
        return resolve(time.first, view), resolve(time.last, view)
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
    return _of_point(time, combined([run[0] for run in runs], within))


def _of_point(point: Point, dated: Dated) -> Written:
    kind: TimexType = "TIME" if _is_clock(point) else "DATE"
    if dated.value is None:
        if not is_possible(point.fields):
            return Written(kind, None, impossible=True)
        return Written(kind, _unknown(point), mod=point.mod)
    approximate = point.mod == "APPROX" and _can_be_approximate(dated.edtf)
    return Written(kind, dated.value, f"{dated.edtf}~" if approximate else dated.edtf, point.mod)


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
