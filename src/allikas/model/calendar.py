"""What words say of time, before any date of publication is known: expressions free of any language.

Rules build them from words; ``allikas.time`` turns them into TIMEX3 and EDTF for a date of publication.
"""

from dataclasses import dataclass, fields, replace
from fractions import Fraction
from typing import Literal

Unit = Literal[
    "second", "minute", "hour", "day", "weekend", "week", "month", "season", "quarter", "half", "year",
    "decade", "century", "millennium", "school year", "financial year",
]  # fmt: skip
Season = Literal["SP", "SU", "FA", "WI"]
Part = Literal["MO", "MI", "AF", "EV", "NI", "DT"]
Origin = Literal["published", "text", "either", "nowhere", "point", "turn"]
Hint = Literal["past", "future", "last", "next", "before last", "after next", "this", "nowadays"]
Mod = Literal[
    "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS",
    "EQUAL_OR_MORE", "START", "MID", "END", "APPROX", "FIRST_HALF", "SECOND_HALF",
]  # fmt: skip
Kind = Literal["school", "financial", "season"]
Open = Literal["from", "till"]
Reference = Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"]


@dataclass(frozen=True, slots=True)
class Feast:
    """A day that moves: *days* after Easter Sunday, or the *nth* such weekday of a month or before a date.

    ``nth`` counts weekdays (1 is Monday) from the first of ``month``; a negative one counts back from
    ``day``, itself left out (Advent: the fourth Sunday before 25 December).
    """

    days: int | None = None
    nth: int = 0
    weekday: int = 7
    month: int = 0
    day: int = 1


@dataclass(frozen=True, slots=True)
class Fields:
    """Parts of a date, coarse to fine, as far as the words give them; ``None`` is not given.

    ``century`` 19 is 1900 to 1999, ``decade`` 197 is 1970 to 1979 (a bare *seventies* is 7). A ``year`` below
    one is before Christ: 0 is 1 BC. ``kind`` names a year that need not be the calendar's and begins in
    ``year``: a school year (September to August), a season of a sport. Beside a ``week`` (ISO 8601)
    ``year`` is that week's. ``weekday`` 1 is Monday, 0 a working day. ``hour`` may be 24.
    """

    millennium: int | None = None
    century: int | None = None
    decade: int | None = None
    year: int | None = None
    kind: Kind | None = None
    half: int | None = None
    quarter: int | None = None
    season: Season | None = None
    month: int | None = None
    week: int | None = None
    weekend: bool | None = None
    weekday: int | None = None
    feast: Feast | None = None
    day: int | None = None
    part: Part | None = None
    hour: int | None = None
    minute: int | None = None


FIELDS = tuple(field.name for field in fields(Fields))
NOTHING = Fields()
RANKS = {
    "millennium": 0, "century": 1, "decade": 2, "year": 3, "kind": 3, "half": 4, "quarter": 5, "season": 5,
    "month": 6, "week": 7, "weekend": 8, "weekday": 8, "feast": 8, "day": 8, "part": 9, "hour": 10,
    "minute": 11,
}  # fmt: skip
UNIT_RANKS: dict[Unit, int] = {
    "millennium": 0, "century": 1, "decade": 2, "year": 3, "half": 4, "quarter": 5, "season": 5, "month": 6,
    "week": 7, "weekend": 8, "day": 8, "hour": 10, "minute": 11, "second": 12, "school year": 3,
    "financial year": 3,
}  # fmt: skip


def given(parts: Fields) -> tuple[str, ...]:
    """Name the fields that are given, coarse to fine.

    >>> given(Fields(year=1995, month=7))
    ('year', 'month')
    """
    return tuple(name for name in FIELDS if getattr(parts, name) is not None)


@dataclass(frozen=True, slots=True)
class Shift:
    """So many calendar units away: *last year* is -1 year, *tomorrow* +1 day.

    ``count`` 0 is the current one; ``origin`` says from where: the date of publication, or the time that the
    text spoke of last; ``either`` is the text in a story about the past; ``nowhere`` is *one
    day*: nobody says which; ``point`` another time, ``of``: *two days before Christmas*; ``turn`` the
    century whose beginning is nearest: *the new century*. ``unit`` ``None`` stands for the whole of that time
    (*then*).
    """

    count: Fraction
    unit: Unit | None
    origin: Origin = "published"
    of: "Point | None" = None


@dataclass(frozen=True, slots=True)
class Point:
    """A time that can be found on a calendar: where to start, and what the words then fix.

    ``hint`` is the direction that words or case give (``nowadays``: *today*, which may mean these days);
    ``mod`` is TIMEX3's. ``open`` tells that it is where a
    stretch of time begins, or how far it reaches: *from Monday on*, *until Friday*.
    """

    fields: Fields = NOTHING
    shift: Shift | None = None
    mod: Mod | None = None
    hint: Hint | None = None
    open: Open | None = None

    @property
    def coarsest(self) -> int:
        """The rank of the coarsest part; the coarser, the smaller."""
        ranks = [RANKS[name] for name in given(self.fields)]
        if self.shift is not None:
            ranks.append(UNIT_RANKS[self.shift.unit] if self.shift.unit else 0)
        return min(ranks, default=0)

    @property
    def finest(self) -> int:
        """The rank of the finest part."""
        ranks = [RANKS[name] for name in given(self.fields)]
        if self.shift is not None:
            ranks.append(UNIT_RANKS[self.shift.unit] if self.shift.unit else 0)
        return max(ranks, default=0)


@dataclass(frozen=True, slots=True)
class Length:
    """How long something takes: counts of units; a count of ``None`` is *some*, ``digits`` says how many.

    ``of`` places it on the calendar where the words do: *the last three years* end now (``past``).
    """

    parts: tuple[tuple[Fraction | None, Unit], ...]
    mod: Mod | None = None
    of: Literal["past", "future"] | None = None


@dataclass(frozen=True, slots=True)
class Recurring:
    """Something that comes again: every so long, or every such date (*every Tuesday*)."""

    every: Length | Fields


@dataclass(frozen=True, slots=True)
class Vague:
    """A time that no calendar holds: *recently*, *now*, *soon*.

    ``then`` marks *back then*: the past time that the text spoke of just before, where there is one.
    """

    reference: Reference
    mod: Mod | None = None
    then: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """From one point to another: in what it counts, with how many digits, or how many where that is known."""

    first: Point
    last: Point
    unit: Unit
    digits: int = 1
    count: int | None = None


Single = Point | Length | Recurring | Vague | Period


@dataclass(frozen=True, slots=True)
class Piece:
    """One of several times that share words; offsets are ``None`` where the whole begins or ends."""

    time: Single
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Several:
    """Times said in one breath: *in July or August*, *the 16th to the 18th of October*."""

    pieces: tuple[Piece, ...]


Expression = Single | Several


_YEAR, _DAY = RANKS["year"], RANKS["day"]


def merge(outer: Point, inner: Point) -> Point | None:
    """Put a finer time into a coarser one: *last year* and *in March*; ``None`` where they do not fit.

    >>> merge(Point(Fields(year=1995)), Point(Fields(month=3))).fields == Fields(year=1995, month=3)
    True
    >>> merge(Point(Fields(month=3)), Point(Fields(year=1995))) is None
    True
    """
    if inner.shift is not None or outer.mod is not None or not _nests(outer, inner):
        return None
    return join(outer, inner)


def _nests(outer: Point, inner: Point) -> bool:
    if outer.shift is not None and (outer.shift.unit is None or outer.shift.origin == "nowhere"):
        return False
    if outer.finest < _YEAR < inner.coarsest or outer.finest < _DAY < inner.coarsest:
        return False  # no Friday of a century, no evening of a year
    return outer.finest < inner.coarsest or _same_day(outer, inner)


def _same_day(outer: Point, inner: Point) -> bool:
    """Tell whether a weekday and a date say the same day twice: *Saturday, the first of June*."""
    one, other = given(outer.fields), given(inner.fields)
    return outer.shift is None and one == ("weekday",) and "day" in other and "weekday" not in other


def join(one: Point, other: Point) -> Point | None:
    """Unite the fields of two points; ``None`` where both give the same field or both are shifted.

    >>> join(Point(Fields(month=7)), Point(Fields(year=1939))).fields == Fields(year=1939, month=7)
    True
    """
    named = given(other.fields)
    if any(getattr(one.fields, name) is not None for name in named) or (one.shift and other.shift):
        return None
    united = replace(one.fields, **{name: getattr(other.fields, name) for name in named})
    return Point(united, one.shift or other.shift, other.mod or one.mod, one.hint or other.hint)
