"""Putting the parts of a date that a text gives on the calendar: which March, which Friday."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from allikas.model.calendar import Fields, Hint, Season, given
from allikas.time.anchor import Anchor, Tense, View
from allikas.time.days import SCHOOL, day_of, is_possible, of_day

_SEASONS: dict[Season, int] = {
    "SP": 3,
    "SU": 6,
    "FA": 9,
    "WI": 12,
}  # the first month; winter begins a year's end
_ABSOLUTE = frozenset({"year", "century", "millennium"})
_CLOCK = frozenset({"part", "hour", "minute"})
NEAR = 1  # sentences back in which a time finds the day or year that it leaves out: a guess
DAY_NEAR = 3  # the same for a time of day
_REACH = 3  # years about publication: the autumn before last may be the third last on the calendar
_STORY = 2  # years back from which a text is a story about the past: a guess, chosen on development articles


_Option = tuple[Fields, tuple[date, date]]


def placed(parts: Fields, hint: Hint | None, view: View) -> Fields:
    """Fill in what *parts* leave out, as far as *view* tells; what it does not tell stays open."""
    if parts.decade is not None and parts.decade < 10 and parts.century is None:
        return _full_decade(parts, view.anchor)
    if parts.decade is not None and parts.century is not None:
        parts = replace(parts, century=None, decade=parts.century * 10 + parts.decade % 10)
    names = set(given(parts))
    if names & _ABSOLUTE or parts.decade is not None:
        return settled(parts)
    if names <= _CLOCK:
        return _in_day(parts, view)
    if names & {"month", "season", "quarter", "half", "feast", "week"}:
        return _in_some_year(parts, hint, view)
    if view.anchor is None:
        return parts
    return _near(parts, hint, view, view.anchor)


def settled(parts: Fields) -> Fields:
    """Turn a feast, or a weekday of a week, into its day.

    >>> settled(Fields(year=2025, week=28, weekday=5)) == Fields(year=2025, month=7, day=11)
    True
    """
    if parts.year is None or not 1 <= parts.year <= 9999:
        return parts
    day: date | None = None
    if parts.feast is not None:
        day = day_of(parts.feast, parts.year)
    elif parts.week is not None and parts.weekday:
        day = _of_week(parts.year, parts.week, parts.weekday)
    if day is not None:
        return _with_day(parts, day)
    return replace(parts, weekday=None) if parts.day is not None else parts


def _of_week(year: int, week: int, weekday: int) -> date | None:
    try:
        return date.fromisocalendar(year, week, weekday)
    except ValueError:
        return None


def _with_day(parts: Fields, day: date) -> Fields:
    return replace(of_day(day), part=parts.part, hour=parts.hour, minute=parts.minute)


def _full_decade(parts: Fields, anchor: Anchor | None) -> Fields:
    """Take a bare decade, the seventies, as the last one that has begun."""
    if anchor is None:
        return parts
    decade = anchor.day.year // 10
    return replace(parts, decade=decade - (decade - (parts.decade or 0)) % 10)


def _in_day(parts: Fields, view: View) -> Fields:
    """Put a time of day into the day that the text spoke of last."""
    day = next((past for past in view.near(DAY_NEAR) if past.day is not None), None)
    if day is None:
        return parts
    return replace(day, part=parts.part or None, hour=parts.hour, minute=parts.minute)


def _in_some_year(parts: Fields, hint: Hint | None, view: View) -> Fields:
    """Choose the year of a month, a season, a feast or a day of a month."""
    told = _story_year(view)
    if told is not None and hint is None and view.tense == "past":
        return settled(replace(parts, year=told))
    if view.anchor is None:
        return parts
    now = view.anchor.day.year
    found = _chosen(_options(parts, now), hint, view.tense, view.anchor)
    return found if found is not None else replace(parts, year=now)


@lru_cache(maxsize=4096)
def _options(parts: Fields, now: int) -> tuple[_Option, ...]:
    """List the dates that *parts* are in the years about *now*: for all days of a year the same."""
    dates = (settled(replace(parts, year=year)) for year in range(now - _REACH, now + _REACH + 1))
    return _placed([one for one in dates if is_possible(one)])


def _placed(dates: Iterable[Fields]) -> tuple[_Option, ...]:
    return tuple((one, span) for one in dates if (span := bounds(one)) is not None)


def _story_year(view: View) -> int | None:
    """Return the year of which the text has been telling, where that is well before publication."""
    year = next((past.year for past in view.near(NEAR) if past.year is not None), None)
    if year is None or view.anchor is None or view.anchor.day.year - year < _STORY:
        return None
    return year


def bounds(parts: Fields) -> tuple[date, date] | None:
    """Return the first and last day of a date whose year is known; ``None`` off the calendar.

    >>> bounds(Fields(year=2025, month=2))
    (datetime.date(2025, 2, 1), datetime.date(2025, 2, 28))
    """
    try:
        return _bounds(parts)
    except (ValueError, OverflowError):
        return None


def _bounds(parts: Fields) -> tuple[date, date] | None:
    year = parts.year
    if year is None:
        return None
    if parts.week is not None:
        first = date.fromisocalendar(year, parts.week, 6 if parts.weekend else 1)
        return first, first + timedelta(days=1 if parts.weekend else 6)
    if parts.month is not None and parts.day is not None:
        day = date(year, parts.month, parts.day)
        return day, day
    if parts.kind == "school":
        return date(year, SCHOOL, 1), date(year + 1, SCHOOL, 1) - timedelta(days=1)
    month, months = _months(parts)
    return _month(year, month), _month(year, month + months) - timedelta(days=1)


def _months(parts: Fields) -> tuple[int, int]:
    """Return the first month and how many."""
    if parts.month is not None:
        return parts.month, 1
    if parts.season is not None:
        return _SEASONS[parts.season], 3
    if parts.quarter is not None:
        return 3 * parts.quarter - 2, 3
    return (6 * parts.half - 5, 6) if parts.half is not None else (1, 12)


def _month(year: int, month: int) -> date:
    """Return the first of a month; months beyond twelve are those of the next year."""
    more, at = divmod(month - 1, 12)
    return date(year + more, at + 1, 1)


def chosen(options: list[Fields], hint: Hint | None, tense: Tense | None, anchor: Anchor) -> Fields | None:
    """Choose among dates in order by the direction in which they lie from *anchor*."""
    return _chosen(_placed(options), hint, tense, anchor)


def _chosen(
    options: Sequence[_Option], hint: Hint | None, tense: Tense | None, anchor: Anchor
) -> Fields | None:
    way = _WAYS.get(hint or "")
    if way is None:
        return _likeliest(options, tense, anchor)
    kept = [option for option, span in options if way.test(*span, anchor.day)]
    return kept[way.take] if -len(kept) <= way.take < len(kept) else None


# How many times farther a date may be in the direction of the tense than one in the other: a headline in the
# present tells of last week, a plan in the past of next month. Chosen on development articles.
_PULL_OF_PAST, _PULL_OF_DAY, _PULL_OF_PRESENT = 9, 4, 3


def _pull(option: Fields, tense: Tense | None) -> int:
    """Return the pull of the tense; a day of long ago would be given with its year."""
    if tense == "past" and option.day is None:
        return _PULL_OF_PAST
    return _PULL_OF_DAY if tense == "past" else _PULL_OF_PRESENT


def _likeliest(options: Sequence[_Option], tense: Tense | None, anchor: Anchor) -> Fields | None:
    """Choose the nearest date, those against the tense counted as farther than they are."""
    now = anchor.day

    def distance(option: _Option) -> float:
        first, last = option[1]
        if first <= now <= last:
            return 0
        behind = last < now
        days = (now - last).days if behind else (first - now).days
        against = tense is not None and behind == (tense == "future")
        return days * (_pull(option[0], tense) if against else 1)

    return min(options, key=distance, default=(None, None))[0]


@dataclass(frozen=True, slots=True)
class _Way:
    """A direction: whether a date with these first and last days lies there, and which of such to take."""

    test: Callable[[date, date, date], bool]
    take: int


_WAYS: dict[str, _Way] = {
    "past": _Way(lambda first, last, now: first <= now, -1),  # noqa: ARG005
    "future": _Way(lambda first, last, now: last >= now, 0),  # noqa: ARG005
    "last": _Way(lambda first, last, now: last < now, -1),  # noqa: ARG005
    "next": _Way(lambda first, last, now: first > now, 0),  # noqa: ARG005
    "before last": _Way(lambda first, last, now: last < now, -2),  # noqa: ARG005
    "after next": _Way(lambda first, last, now: first > now, 1),  # noqa: ARG005
}


def _near(parts: Fields, hint: Hint | None, view: View, anchor: Anchor) -> Fields:
    """Choose the day of a weekday, the week of a weekend, the month of a day."""
    if parts.day is not None:
        return _in_some_month(parts, hint, view, anchor)
    if parts.weekend:
        return _weekend(parts, hint, view.tense, anchor.day)
    if not parts.weekday:
        return parts
    return _with_day(parts, _weekday(parts.weekday, hint, view.tense, anchor.day))


_BACK = frozenset({"last", "before last"})


def _weekday(weekday: int, hint: Hint | None, tense: Tense | None, now: date) -> date:
    """Choose a weekday: the same day counts, unless it is the last or the next."""
    if hint in _BACK:
        days = -((now.isoweekday() - weekday - 1) % 7) - 1
    elif hint in {"next", "after next"}:
        days = (weekday - now.isoweekday() - 1) % 7 + 1
    elif (hint or tense) == "future":
        days = (weekday - now.isoweekday()) % 7
    else:
        days = -((now.isoweekday() - weekday) % 7)
    return now + timedelta(days=days + {"before last": -7, "after next": 7}.get(hint or "", 0))


def _weekend(parts: Fields, hint: Hint | None, tense: Tense | None, now: date) -> Fields:
    saturday = _weekday(6, hint if hint != "last" or now.isoweekday() < 6 else None, tense, now)
    year, week, _ = saturday.isocalendar()
    return replace(parts, year=year, week=week)


def _in_some_month(parts: Fields, hint: Hint | None, view: View, anchor: Anchor) -> Fields:
    """Put a bare day of the month into the month that the text spoke of last, or a month near by."""
    told = next((past for past in view.near(NEAR) if past.month is not None), None)
    if told is not None:
        return settled(replace(parts, year=told.year, month=told.month))
    firsts = [_month(anchor.day.year, anchor.day.month + at) for at in (-1, 0, 1)]
    options = [replace(parts, year=first.year, month=first.month) for first in firsts]
    found = chosen([one for one in options if is_possible(one)], hint, view.tense, anchor)
    return settled(found) if found is not None else parts
