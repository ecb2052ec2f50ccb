"""Estonian months, days, weekdays, seasons, parts of the day, and how they are put together."""

from dataclasses import replace

from allikas.model.calendar import RANKS, Fields, Piece, Point, Several, given, join, merge
from allikas.model.number import Number
from allikas.model.word import Word
from allikas.packs.et.numeral_words import case_of
from allikas.packs.et.time_values import ORDINAL, Loose
from allikas.packs.et.time_words import MONTH_STEMS, MONTHS, PARTS, SEASONS, WEEKDAYS, is_plural
from allikas.rules.rule import Rule, form, lemma, value


def _month(word: Word) -> Point | None:
    """Read ``märtsis``, ``maikuu``; a person's name (``Mai``) is none."""
    number = MONTHS.get(word.lemma) or MONTH_STEMS.get(word.lemma.removesuffix("kuu"))
    is_name = word.upos == "PROPN" or (
        word.lemma == "mai" and (word.form[0].isupper() or word.form == "mail")
    )
    return Point(Fields(month=number)) if number and not is_name else None


def _may(_: Word) -> Point:
    """Read ``mais``, ``maini``: to the analyser they are lands."""
    return Point(Fields(month=5))


def _day_of_may(number: Number, _: Word) -> Point | None:
    """Read ``9. mail``."""
    return _day_month(number, Point(Fields(month=5)))


def _month_adjective(word: Word) -> Point | None:
    """Read ``septembrikuine``."""
    number = MONTH_STEMS.get(word.lemma.removesuffix("kuine"))
    return Point(Fields(month=number)) if number else None


def _weekday(word: Word) -> Point | None:
    """Read ``reedel``, ``esmaspäevaks``; ``reeded`` are no one day."""
    number = WEEKDAYS[word.lemma]
    if is_plural(word):
        return None
    ahead = case_of(word) in {"Tra", "All"}
    return Point(Fields(weekday=number), hint="future" if ahead and number else None) if number else None


def _weekday_adjective(word: Word) -> Point:
    """Read ``esmaspäevane``."""
    return Point(Fields(weekday=WEEKDAYS[_stem(word)]))


def _stem(word: Word) -> str:
    return word.lemma.removesuffix("ne").removesuffix("a") if word.lemma != "reedene" else "reede"


WEEKDAY_ADJECTIVES = (
    "esmaspäevane", "teisipäevane", "kolmapäevane", "neljapäevane", "reedene", "laupäevane", "pühapäevane",
)  # fmt: skip


def _season(word: Word) -> Point | None:
    return None if is_plural(word) else Point(Fields(season=SEASONS[word.lemma]))


SEASON_ADJECTIVES = {
    "kevadsuvine": "SP",
    "kevadtalvine": "SP",
    "varakevadine": "SP",
    "hiliskevadine": "SP",
    "varasuvine": "SU",
    "hilissuvine": "SU",
    "südasuvine": "SU",
    "varasügisene": "FA",
    "hilissügisene": "FA",
    "sügistalvine": "FA",
    "südatalvine": "WI",
    "kevadine": "SP",
    "suvine": "SU",
    "sügisene": "FA",
    "sügisne": "FA",
    "talvine": "WI",
}


def _season_adjective(word: Word) -> Point:
    """Read ``kevadised valimised``."""
    return Point(Fields(season=SEASON_ADJECTIVES[word.lemma]))  # type: ignore[arg-type]


def _part(word: Word) -> Point | None:
    """Read ``hommikul``, ``öösel``; ``lõuna`` alone is also a meal and the south, so it needs its case."""
    if word.lemma in {"lõuna", "öö", "õhtu", "hommik"} and case_of(word) not in {
        "Ade",
        "Ter",
        "Tra",
        "Ela",
        "Ess",
    }:
        return None
    return None if is_plural(word) else Point(Fields(part=PARTS[word.lemma]))


def _part_of(point: Point, word: Word) -> Point | None:
    """Read ``neljapäeva õhtu``, ``5. juuli hommik``, ``reede lõuna``."""
    if is_plural(word) or point.finest != 8 or point.fields.weekend:
        return None
    return merge(point, Point(Fields(part=PARTS[word.lemma])))


def _night_before(_: Word, __: Word, day: Point) -> Point | None:
    """Read ``ööl vastu reedet``: the early hours of that day."""
    return _at_night(day) if day.finest == RANKS["day"] and not day.fields.weekend else None


def _at_night(day: Point) -> Point | None:
    return merge(day, Point(Fields(part="NI")))


PART_ADJECTIVES = {"hommikune": "MO", "õhtune": "EV", "öine": "NI", "pärastlõunane": "AF"}


def _part_adjective_point(word: Word) -> Point:
    """Read ``hommikune istung``, ``õhtused uudised``."""
    return Point(Fields(part=PART_ADJECTIVES[word.lemma]))  # type: ignore[arg-type]


def _month_year(point: Point, year: Loose) -> Point | None:
    """Read ``juulis 1939``, ``6. aprillil 1995``."""
    names = point.fields
    fits = names.month is not None or names.season is not None
    return join(point, year.point) if fits and point.shift is None and year.point.fields.year else None


def _month_year_a(point: Point, year: Point) -> Point | None:
    """Read ``13. detsembril 2000. a``: the year follows with its own word."""
    fields = point.fields
    if fields.month is None or fields.year is not None or year.fields != Fields(year=year.fields.year):
        return None
    return join(point, year) if year.shift is None else None


def _day_month(number: Number, month: Point) -> Point | None:
    """Read ``22. juunini``, ``kahekümne neljas veebruar``; the thirtieth of February too."""
    day = number.whole if number.ordinal else None
    is_month = month.fields.month is not None and month.fields == Fields(month=month.fields.month)
    if day is None or not 1 <= day <= 39 or not is_month or month.shift is not None:
        return None
    return join(Point(Fields(day=day)), month)


def _day_of_month(number: Number, _: Word) -> Point | None:
    """Read ``15. kuupäev``."""
    day = number.whole if number.ordinal else None
    return Point(Fields(day=day)) if day is not None and 1 <= day <= 31 else None


def _weekend(word: Word) -> Point | None:
    """Read ``nädalavahetusel``."""
    return (
        Point(Fields(weekend=True))
        if case_of(word) in {"Ade", "Tra", "Ter"} and not is_plural(word)
        else None
    )


def _within(outer: Point, inner: Point) -> Point | None:
    """Read ``2001. aasta septembris``, ``eile õhtul``, ``24. detsembril kell 18``."""
    if outer.fields.part is not None:
        return None
    return merge(outer, inner)


def _near_and_day(near: Point, _: Word, day: Point) -> Point | None:
    """Read ``täna, 12. juulil``: both must be the same day, which tells when the report was published."""
    is_day = near.shift is not None and near.shift.unit == "day" and near.fields == Fields()
    if not is_day or day.shift is not None or day.fields.day is None or day.fields.month is None:
        return None
    return replace(day, shift=near.shift)


def _near_and_weekday(near: Point, comma: Word, weekday: Point) -> Several | None:
    """Read ``eile, neljapäeval``: one day, said twice."""
    is_day = near.shift is not None and near.shift.unit == "day" and near.shift.origin == "published"
    if not is_day or near.fields != Fields() or given(weekday.fields) != ("weekday",) or weekday.shift:
        return None
    day = replace(near, fields=weekday.fields)
    return Several((Piece(day, end=comma.span.start), Piece(day, start=comma.span.end)))


def _weekday_and_day(weekday: Point, _: Word, day: Point) -> Point | None:
    """Read ``laupäeval, 1. juunil``; ``täna, 12. juulil``."""
    if day.fields.day is None or weekday.fields.day is not None or day.fields.month is None:
        return None
    return merge(replace(weekday, hint=None), day) if weekday.fields.weekday is not None else None


DATES = (
    Rule("<month>", (lemma(*MONTHS),), _month),
    Rule("mais", (form("mais", "maist", "maini"),), _may),
    Rule("<day>. mail", (ORDINAL, form("mail", "maid", "maiks", "maiga")), _day_of_may),
    Rule("<month>kuu", (lemma(*(f"{stem}kuu" for stem in MONTH_STEMS)),), _month),
    Rule("<month>kuine", (lemma(*(f"{stem}kuine" for stem in MONTH_STEMS)),), _month_adjective),
    Rule("<weekday>", (lemma(*WEEKDAYS),), _weekday),
    Rule("<weekday>ne", (lemma(*WEEKDAY_ADJECTIVES),), _weekday_adjective),
    Rule("<season>", (lemma(*SEASONS),), _season),
    Rule("<season>ne", (lemma(*SEASON_ADJECTIVES),), _season_adjective),
    Rule("<part of day>", (lemma(*PARTS),), _part),
    Rule("<day> <part of day>", (value(Point), lemma(*PARTS)), _part_of),
    Rule("ööl vastu <day>", (form("ööl", "öösel"), form("vastu"), value(Point)), _night_before),
    Rule("<part of day>ne", (lemma(*PART_ADJECTIVES),), _part_adjective_point),
    Rule("<month> <year>", (value(Point), value(Loose)), _month_year),
    Rule("<date> <year>. a", (value(Point), value(Point)), _month_year_a),
    Rule("<day>. <month>", (ORDINAL, value(Point)), _day_month),
    Rule("<day>. kuupäev", (ORDINAL, lemma("kuupäev")), _day_of_month),
    Rule("<weekend>", (lemma("nädalavahetus", "nädalalõpp"),), _weekend),
    Rule("<time> <finer time>", (value(Point), value(Point)), _within),
    Rule("täna, <day>. <month>", (value(Point), form(","), value(Point)), _near_and_day),
    Rule("eile, <weekday>", (value(Point), form(",", "("), value(Point)), _near_and_weekday),
    Rule("<weekday>, <day>. <month>", (value(Point), form(","), value(Point)), _weekday_and_day),
)
