"""Putting together what each possible day of publication gives: one date, or honestly several.

Nothing is chosen among the days that are left; they are written as EDTF's one-of-a-set, and TIMEX3 gets an
``X`` for every part in which they differ.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from allikas.model.calendar import Fields
from allikas.time.anchor import Anchor
from allikas.time.notation import common_value, format_edtf, format_value

_MONTHS = 12
_AFTER = "9999-12-31"
LISTED = 6  # dates that are listed one by one; more are given as a range or by the parts that they share


class Dated(NamedTuple):
    """A date in both notations."""

    value: str | None
    edtf: str | None


def combined(found: Sequence[Fields | None], anchors: Sequence[Anchor], *, ahead: bool = False) -> Dated:
    """Write the dates that an expression has, each for a possible day of publication.

    *anchors* are those days, where only dates among them can be meant, or after them if it lies *ahead*.

    >>> fridays = [Fields(year=2025, month=7, day=day) for day in (4, 11, 18, 25)]
    >>> combined(fridays, ())
    Dated(value='2025-07-XX', edtf='[2025-07-04,2025-07-11,2025-07-18,2025-07-25]')
    """
    known = list(dict.fromkeys(one for one in found if one is not None))
    if not known:
        return Dated(None, None)
    known = _inside(known, anchors, ahead=ahead)
    if len(known) == 1:
        return Dated(format_value(known[0]), format_edtf(known[0]))
    dates = list(dict.fromkeys(format_edtf(one) for one in known))
    return Dated(common_value([format_value(one) for one in known]), _one_of(dates))


def _inside(known: list[Fields], anchors: Sequence[Anchor], *, ahead: bool) -> list[Fields]:
    """Leave out days before and after the time of publication where there are days in it.

    *Friday* in a report of July is one of July's Fridays; the last one of June is too far to be meant, but
    the Monday for which something is planned may be August's. A few dates over a year are all kept: *in
    December* in a report of 2025 may well be December 2024.
    """
    if (
        len(anchors) < 2
        or anchors[0].precision == "day"
        or (anchors[0].precision == "year" and len(known) <= LISTED)
    ):
        return known
    first, last = anchors[0].day.isoformat(), anchors[-1].day.isoformat()
    last = _AFTER if ahead else last
    return [one for one in known if first <= (format_edtf(one) or "") <= last] or known


def _one_of(dates: Sequence[str | None]) -> str | None:
    plain = sorted(one for one in dates if one is not None and "/" not in one)
    if len(plain) < len(dates) or any(_is_season(one) for one in plain):
        return None
    if len(plain) == 1:
        return plain[0]
    if len(plain) <= LISTED:
        return f"[{','.join(plain)}]"
    days = [_day(one) for one in plain]
    if None not in days and _are_consecutive([day for day in days if day]):
        return f"[{plain[0]}..{plain[-1]}]"
    shared = common_value(plain)
    return None if shared.startswith("XXXX") else shared


def _is_season(text: str) -> bool:
    """Tell whether the month of a date stands for a season, a quarter or a half: no set may hold such."""
    return text[5:7].isdigit() and int(text[5:7]) > _MONTHS


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _are_consecutive(days: Sequence[date]) -> bool:
    return days[-1] - days[0] == timedelta(days=len(days) - 1)
