"""Estonian ranges and lists: ``16.-18. oktoobrini``, ``25. ja 26. detsembril``, ``aastatel 1939-40``."""

import re
from dataclasses import replace
from fractions import Fraction
from typing import Any

from allikas.model.calendar import Fields, Length, Period, Piece, Point, Several, Unit
from allikas.model.number import Number
from allikas.model.word import Word
from allikas.packs.et.time_lengths import length_of
from allikas.packs.et.time_values import Counted, Loose
from allikas.packs.et.time_words import MONTH_STEMS, MONTHS, UNITS, WEEKDAYS, is_plural
from allikas.rules.rule import Rule, digits, form, lemma, maybe, value

_DASH = r"(?:-|–|—|--)"
_YEARS = rf"(?:1\d{{3}}|20\d\d)\.?(?:{_DASH}|/)(?:\d{{4}}|\d\d)\.?"


_NEXT = (*range(2, 13), 1)
_PAIRS = {
    f"{first}-{second}": (number, MONTHS[second])
    for stem, number in MONTH_STEMS.items()
    for first in (*(name for name in MONTHS if MONTHS[name] == number), f"{stem}s")
    for second in MONTHS
    if MONTHS[second] == _NEXT[number - 1]
}


def _two_months(word: Word) -> Several:
    """Read ``aprillis-mais``, ``juuni-juuli``."""
    return Several(tuple(Piece(Point(Fields(month=month))) for month in _PAIRS[word.lemma]))


def _between(first: Word, kuni: Word | None) -> tuple[int, int]:
    return first.span.end, (kuni or first).span.end


def _months(first: Word, kuni: Word | None, last: Word, year: Loose | None) -> Several:
    """Read ``jaanuarist märtsini 2024``: the year belongs to both."""
    ends = Fields(month=MONTHS[first.lemma]), Fields(month=MONTHS[last.lemma])
    return _spanning(*ends, year, unit="month", between=_between(first, kuni))


def _dates(*parts: Any) -> Several:  # noqa: ANN401 - numbers, words, and a year in the order of the rule
    """Read ``1. juunist 31. augustini 2024``."""
    day, month, kuni, last_day, last_month, year = parts
    first = Fields(month=MONTHS[month.lemma], day=day.whole)
    last = Fields(month=MONTHS[last_month.lemma], day=last_day.whole)
    return _spanning(first, last, year, unit="day", between=_between(month, kuni))


def _spanning(
    first: Fields, last: Fields, year: Loose | None, *, unit: Unit, between: tuple[int, int]
) -> Several:
    """Return both ends, what stands *between* left out, and the time from one to the other."""
    if year is not None:
        first, last = (replace(end, year=year.point.fields.year) for end in (first, last))
    ends = Point(first), Point(last)
    return Several(
        (Piece(ends[0], end=between[0]), Piece(ends[1], start=between[1]), Piece(Period(*ends, unit, 2)))
    )


def _days(figures: Word, month: Point) -> Several | None:
    """Read ``16.-18. oktoobrini``: both days, and the time from one to the other."""
    first, last = (int(part) for part in re.findall(r"\d+", figures.form))
    if not 1 <= first < last <= 31 or month.fields.month is None or month.fields.day is not None:
        return None
    ends = [replace(month, fields=replace(month.fields, day=day)) for day in (first, last)]
    period = Period(ends[0], ends[1], "day", len(str(last)))
    return Several((Piece(ends[0], end=figures.span.end), Piece(ends[1]), Piece(period)))


def _days_of_may(figures: Word, _: Word) -> Several | None:
    """Read ``5.–9. mail``."""
    return _days(figures, Point(Fields(month=5)))


def _weekdays(first: Word, kuni: Word | None, last: Word) -> Several | None:
    """Read ``esmaspäevast reedeni``, ``teisipäevast kuni neljapäevani``."""
    ends = Fields(weekday=WEEKDAYS[first.lemma]), Fields(weekday=WEEKDAYS[last.lemma])
    if not ends[0].weekday or not ends[1].weekday:
        return None
    return _spanning(*ends, None, unit="day", between=_between(first, kuni))


def _years(word: Word) -> Several | None:
    """Read ``1939-40``, ``1932–1939``."""
    first, last = re.findall(r"\d+", word.form)
    last = first[: len(first) - len(last)] + last
    if int(first) >= int(last) or int(last) >= 2100:
        return None
    ends = [Point(Fields(year=int(year))) for year in (first, last)]
    return Several((Piece(ends[0]), Piece(ends[1]), Piece(Period(ends[0], ends[1], "year", 2))))


def _early_years(_: Word, figures: Word) -> Several | None:
    """Read ``aastatel 100-700``: only their word makes them years."""
    first, last = (int(part) for part in re.findall(r"\d+", figures.form))
    if not first < last < 2100:
        return None
    ends = [Point(Fields(year=year)) for year in (first, last)]
    return Several((Piece(ends[0]), Piece(ends[1]), Piece(Period(ends[0], ends[1], "year", 3))))


def _in_years(word: Word, years: Several) -> Several | None:
    """Read ``aastatel 1932-39``: the word for years goes with the first."""
    if not _is_period(years):
        return None
    first, last, period = years.pieces
    return Several((replace(last, start=word.span.end), first, period))


def _years_in(years: Several, word: Word) -> Several | None:
    """Read ``1975.-76. aastal``."""
    if not _is_period(years):
        return None
    first, last, period = years.pieces
    return Several((replace(last, end=word.span.start), first, period))


def _is_period(several: Several) -> bool:
    return len(several.pieces) == 3 and isinstance(several.pieces[2].time, Period)


def _shared_hour(first: Point, separator: Word, second: Point) -> Several | None:
    """Read ``31. detsembril ja 1. jaanuaril kell 11``: the hour belongs to both days."""
    timed = _timed(first, second)
    if timed is None:
        return None
    return Several((Piece(timed, end=separator.span.start), Piece(second, start=separator.span.end)))


def _shared_hour_of_list(days: Several, separator: Word, last: Point) -> Several | None:
    """Read ``24., 25. detsembril ja 1. jaanuaril kell 11``."""
    timed = [_timed(piece.time, last) for piece in days.pieces]
    if None in timed:
        return None
    pieces = [replace(piece, time=time) for piece, time in zip(days.pieces, timed, strict=True) if time]
    pieces[-1] = replace(pieces[-1], end=separator.span.start)
    return Several((*pieces, Piece(last, start=separator.span.end)))


def _timed(day: object, model: Point) -> Point | None:
    """Give a day the hour of another; ``None`` where it is no day, has an hour, or the other has none."""
    if (
        not isinstance(day, Point)
        or day.fields.day is None
        or day.fields.month is None
        or day.shift
        or day.mod
    ):
        return None
    if day.fields.hour is not None or model.fields.hour is None or model.fields.day is None:
        return None
    return replace(day, fields=replace(day.fields, hour=model.fields.hour, minute=model.fields.minute))


def _clock_range(_: Word, hours: Number) -> Several | None:
    """Read ``kell 10-12``, ``kella 12st 14ni``."""
    low, high = hours.low, hours.high
    if (
        not hours.is_range
        or low is None
        or high is None
        or high > 24
        or low.denominator * high.denominator > 1
    ):
        return None
    first, last = (Point(Fields(hour=int(hour))) for hour in (low, high))
    return Several((Piece(first), Piece(last), Piece(Period(first, last, "hour", 2))))


def _hours(point: Point, separator: Word, number: Number) -> Several | None:
    """Read ``24. detsembril kell 10 ja 18``."""
    hour = number.whole if number.digits and not number.is_range and not number.ordinal else None
    return _second_time(point, separator, hour, None)


def _times(point: Point, separator: Word, figures: Word) -> Several | None:
    """Read ``kell 16 ja 23.30``."""
    hour, minute = (int(part) for part in re.split("[.:]", figures.form))
    return _second_time(point, separator, hour, minute)


def _second_time(point: Point, separator: Word, hour: int | None, minute: int | None) -> Several | None:
    if point.fields.hour is None or hour is None or hour > 24 or (minute or 0) > 59:
        return None
    second = replace(point, fields=replace(point.fields, hour=hour, minute=minute))
    return Several((Piece(point, end=separator.span.start), Piece(second, start=separator.span.end)))


def _listed(figures: Word, separator: Word, rest: Point) -> Several | None:
    """Read ``25. ja 26. detsembril kell 18``: what follows the last day belongs to all."""
    return _before(figures, separator, rest, (Piece(rest, separator.span.end),))


def _listed_more(figures: Word, separator: Word, rest: Several) -> Several | None:
    """Read ``24., 25. ja 26. detsembril``."""
    following = rest.pieces[0].time
    if not isinstance(following, Point) or any(not isinstance(piece.time, Point) for piece in rest.pieces):
        return None
    pieces = (replace(rest.pieces[0], start=separator.span.end), *rest.pieces[1:])
    return _before(figures, separator, following, pieces)


def _before(figures: Word, separator: Word, rest: Point, pieces: tuple[Piece, ...]) -> Several | None:
    day = int(figures.form.rstrip("."))
    if rest.fields.day is None or rest.fields.month is None or rest.mod or not 1 <= day <= 31:
        return None
    first = replace(rest, fields=replace(rest.fields, day=day, weekday=None))
    return Several((Piece(first, end=separator.span.start), *pieces))


def _range_of_units(number: Number, unit: Word) -> Several | None:
    """Read ``8-10 päeva``, ``kahe-kolme aasta``: two lengths."""
    if not number.is_range or number.low is None or number.high is None or number.ordinal:
        return None
    if number.digits and number.low >= 1000 and unit.lemma == "aasta" and is_plural(unit):
        return None
    kind = UNITS[unit.lemma]
    low, high = Length(((number.low, kind),)), Length(((number.high, kind),))
    return Several((Piece(low, end=unit.span.start), Piece(high)))


def _or(number: Number, separator: Word, counted: Counted) -> Several | None:
    """Read ``viis või kuus päeva``, ``12 kuni 14 tundi``."""
    if number.ordinal or number.value is None or counted.bare or counted.count is None or counted.count < 1:
        return None
    if counted.unit == "year" and number.digits and number.value >= 1000:
        return None
    first, second = Length(((number.value, counted.unit),)), length_of(counted)
    return Several((Piece(first, end=separator.span.start), Piece(second, start=separator.span.end)))


def _ages(figures: Word, separator: Word, length: Length) -> Several:
    """Read ``13- kuni 17-aastased``."""
    count = Fraction(figures.form.rstrip("-–"))
    first = replace(length, parts=((count, length.parts[0][1]),))
    return Several((Piece(first, end=separator.span.start), Piece(length, start=separator.span.end)))


_TO = form("ja", "või", "kuni", "ning", "-", "–", ",")

_DAYS = digits(rf"\d{{1,2}}\.?{_DASH}\d{{1,2}}\.")
_KUNI = maybe(form("kuni"))
_WEEKDAY_FROM, _WEEKDAY_TILL = lemma(*WEEKDAYS, feats="Case=Ela"), lemma(*WEEKDAYS, feats="Case=Ter")
_FROM, _TILL = lemma(*MONTHS, feats="Case=Ela"), lemma(*MONTHS, feats="Case=Ter")
_DAY = value(Number, where=lambda number: number.ordinal and number.whole in range(1, 32))

RANGES = (
    Rule("<month>-<month>", (lemma(*_PAIRS),), _two_months),
    Rule("<month>st <month>ni", (_FROM, _KUNI, _TILL, maybe(value(Loose))), _months),
    Rule("<day>. <month>st <day>. <month>ni", (_DAY, _FROM, _KUNI, _DAY, _TILL, maybe(value(Loose))), _dates),
    Rule("<day>.-<day>. <month>", (_DAYS, value(Point)), _days),
    Rule("<day>.-<day>. mail", (_DAYS, form("mail", "maid", "maiks")), _days_of_may),
    Rule("<weekday>st <weekday>ni", (_WEEKDAY_FROM, maybe(form("kuni")), _WEEKDAY_TILL), _weekdays),
    Rule("<year>-<year>", (digits(_YEARS),), _years),
    Rule(
        "aastatel <early year>-<year>",
        (lemma("aasta", where=is_plural), digits(rf"\d{{3}}{_DASH}\d{{3,4}}\.?")),
        _early_years,
    ),
    Rule("aastatel <year>-<year>", (lemma("aasta"), value(Several)), _in_years),
    Rule("<year>-<year> aastatel", (value(Several), lemma("aasta", "a", "a.")), _years_in),
    Rule("<day>. ja <day>. <month>", (digits(r"\d{1,2}\."), _TO, value(Point)), _listed),
    Rule("<day>., <day>. ja <day>. <month>", (digits(r"\d{1,2}\."), _TO, value(Several)), _listed_more),
    Rule("<day> ja <day> kell <hour>", (value(Point), form("ja", "ning"), value(Point)), _shared_hour),
    Rule(
        "<days> ja <day> kell <hour>",
        (value(Several), form("ja", "ning"), value(Point)),
        _shared_hour_of_list,
    ),
    Rule("kell <hour>-<hour>", (lemma("kell"), value(Number)), _clock_range),
    Rule("kell <hour> ja <hour>", (value(Point), form("ja", "ning", "või"), value(Number)), _hours),
    Rule(
        "kell <hour> ja <hour>.<minute>",
        (value(Point), form("ja", "ning", "või"), digits(r"\d{1,2}[.:]\d\d")),
        _times,
    ),
    Rule("<number> või <duration>", (value(Number), _TO, value(Counted)), _or),
    Rule("<number>-<number> <unit>", (value(Number), lemma(*UNITS)), _range_of_units),
    Rule("<number>- ja <number>-<unit>ne", (digits(r"\d+[-–]"), _TO, value(Length)), _ages),
)
