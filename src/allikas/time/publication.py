"""The days on which a report may have been published: a day, a month, a year, a set or an interval."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from allikas.model.published import Published, parse_published
from allikas.time.anchor import Anchor, Precision

_COUNTED = range(2, 9998)  # years from which no near day falls off the calendar of the standard library
_MOST = 731  # days of publication that are tried one by one: two years; a guess

Stretch = tuple[date, date]


def anchors(published: Published | None) -> tuple[Anchor, ...]:
    """List every day on which a report may have been published; none where too little is known.

    >>> len(anchors(parse_published("2025-07"))), anchors(None)
    (31, ())
    >>> [str(one.day) for one in anchors(parse_published("[2025-07-04,2025-07-11]"))]
    ['2025-07-04', '2025-07-11']
    >>> len(anchors(parse_published("2025-06/2025-07")))
    61
    """
    if published is None:
        return ()
    days = sorted({day for stretch in _stretches(published) for day in _days(*stretch)})
    if len(days) > _MOST or any(day.year not in _COUNTED for day in days):
        return ()
    return tuple(Anchor(day, _precision(published), _minute(published.minute)) for day in days)


def _precision(published: Published) -> Precision:
    """Say whether a whole month or year is all that is known; of a set or a stretch the days are."""
    if published.day is not None or not published.edtf[:4].isdigit() or "/" in published.edtf:
        return "day"
    return "year" if published.month is None else "month"


def _stretches(published: Published) -> list[Stretch]:
    """List the stretches of days that are allowed; none where one of them has no end."""
    text = published.edtf
    parts = text[1:-1].split(",") if text[:1] in {"[", "{"} else [text]
    found = [_stretch(published if part == text else None, part) for part in parts]
    return [one for one in found if one is not None] if None not in found else []


def _stretch(whole: Published | None, part: str) -> Stretch | None:
    ends = re.split(r"\.\.|/", part)
    if len(ends) == 1:
        return _known(whole or parse_published(part))
    known = [_known(parse_published(end)) for end in ends]
    first, last = known[0], known[-1]
    return (first[0], last[1]) if first is not None and last is not None else None


def _known(published: Published | None) -> Stretch | None:
    """Return the first and last day of a year, a month or a day."""
    if published is None or not published.year:
        return None
    year, month, day = published.year, published.month, published.day
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    return date(year, month, day or 1), date(year, month, day or monthrange(year, month)[1])


def _days(first: date, last: date) -> Iterator[date]:
    """Yield the days from the first to the last, at the most one more than are ever used."""
    yield from (first + timedelta(days=at) for at in range(min((last - first).days, _MOST) + 1))


def _minute(text: str | None) -> int | None:
    """Return which minute of the day ``10:30`` is."""
    return int(text[:2]) * 60 + int(text[3:5]) if text else None
