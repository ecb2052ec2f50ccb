"""What the text itself tells of the day on which it was published: the order of tenses, a day said twice.

*On 12 July a lorry drove off the road* was not written before 12 July, *on 20 July the bridge opens* not
after 20 July; *today, 12 July* was written on that day. Other days of publication are left out.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from allikas.model.calendar import Point
from allikas.time.anchor import Anchor, Tense, View
from allikas.time.placing import bounds
from allikas.time.resolve import agrees, resolve

ORDER, TWICE = "<day> in order of tenses", "<day> said twice"


class Told(NamedTuple):
    """A day that is told of, and whether the finite verb on which it hangs puts it behind or ahead."""

    point: Point
    tense: Tense | None


class Narrowed(NamedTuple):
    """The days of publication that are left, and by which constraints."""

    anchors: tuple[Anchor, ...]
    by: tuple[str, ...] = ()


def narrowed(told: Sequence[Told], anchors: Sequence[Anchor]) -> Narrowed:
    """Leave out the days of publication that the text rules out; all stay where none would be left.

    >>> from allikas.model.calendar import Fields
    >>> july = tuple(Anchor(date(2025, 7, day), "month") for day in range(1, 32))
    >>> [left.day.day for left in narrowed([Told(Point(Fields(month=7, day=28)), "past")], july).anchors]
    [28, 29, 30, 31]
    """
    kept, by = tuple(anchors), list[str]()
    if len(anchors) < 2:
        return Narrowed(kept)
    for name, test in ((TWICE, _is_agreed), (ORDER, _is_in_order)):
        left = tuple(anchor for anchor in kept if all(test(one, anchor) for one in told))
        if left and len(left) < len(kept):
            kept, by = left, [*by, name]
    return Narrowed(kept, tuple(by))


def _is_agreed(told: Told, anchor: Anchor) -> bool:
    return agrees(told.point, View(anchor))


def _is_in_order(told: Told, anchor: Anchor) -> bool:
    """Tell whether what is told as past lies behind *anchor*, and what is told as to come not behind it."""
    if told.tense is None or told.point.shift is not None or told.point.fields.day is None:
        return True
    found = resolve(told.point, View(anchor, (), told.tense))
    span = bounds(found) if found is not None else None
    if span is None:
        return True
    return _starts_by(span, anchor) if told.tense == "past" else span[1] >= anchor.day


def _starts_by(span: tuple[date, date], anchor: Anchor) -> bool:
    return span[0] <= anchor.day
