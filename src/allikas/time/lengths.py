"""Durations as TIMEX3: ``P3Y``, ``PT1H30M``, ``PXD`` for *several days*."""

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction

from allikas.model.calendar import Length, Unit

_LETTERS: dict[Unit, str] = {
    "millennium": "ML", "century": "CE", "decade": "DE", "year": "Y", "half": "H", "quarter": "Q",
    "season": "SE", "month": "M", "week": "W", "weekend": "WE", "day": "D", "hour": "H", "minute": "M",
    "second": "S",
}  # fmt: skip
_CLOCK = frozenset({"hour", "minute", "second"})
_FINER: dict[Unit, tuple[Unit, int]] = {
    "millennium": ("year", 1000),
    "century": ("year", 100),
    "decade": ("year", 10),
    "half": ("month", 6),
    "year": ("month", 12),
    "quarter": ("month", 3),
    "month": ("day", 30),  # a convention: half a month is fifteen days
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
}
_AS_YEARS = frozenset({"millennium", "century", "decade"})


def format_length(length: Length) -> str:
    """Write a duration.

    >>> format_length(Length(((Fraction(3, 2), "hour"),)))
    'PT1H30M'
    >>> format_length(Length(((None, "day"),))), format_length(Length(((Fraction(1, 4), "century"),)))
    ('PXD', 'P25Y')
    """
    day, clock = "", ""
    for unit, count in _whole(length.parts).items():
        if unit in _CLOCK:
            clock += f"{count}{_LETTERS[unit]}"
        else:
            day += f"{count}{_LETTERS[unit]}"
    return f"P{day}" + (f"T{clock}" if clock else "")


def _whole(parts: Iterable[tuple[Fraction | None, Unit]]) -> dict[Unit, str]:
    counts: dict[Unit, Fraction] = defaultdict(Fraction)
    for count, unit in parts:
        if count is None:
            return {"year": "XX"} if unit == "decade" else {unit: "X"}
        _add(counts, count, unit)
    return {unit: str(int(count)) for unit, count in counts.items() if int(count)} or {unit: "0"}


def _add(counts: dict[Unit, Fraction], count: Fraction, unit: Unit) -> None:
    """Add a whole count of *unit*, and what is left over in the next finer one."""
    if unit in _AS_YEARS:
        unit, count = "year", count * _FINER[unit][1]
    whole = Fraction(int(count))
    counts[unit] += whole
    if count != whole and unit in _FINER:
        finer, size = _FINER[unit]
        _add(counts, (count - whole) * size, finer)


def in_whole_units(count: Fraction, unit: Unit) -> tuple[int, Unit]:
    """Say *count* units in a unit of which it is a whole number: half a year is six months.

    >>> in_whole_units(Fraction(3, 2), "year"), in_whole_units(Fraction(-1, 4), "century")
    ((18, 'month'), (-25, 'year'))
    """
    while count.denominator != 1 and unit in _FINER:
        unit, size = _FINER[unit]
        count *= size
    return int(count), unit
