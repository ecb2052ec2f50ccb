"""Estonian dates: years, months, days, weekdays, seasons, decades and centuries."""

import re
from dataclasses import replace

from allikas.lang.time import NotTime
from allikas.model.calendar import Fields, Piece, Point, Several, join, merge
from allikas.model.number import Number
from allikas.model.word import Word
from allikas.packs.et.numeral_words import case_of, read_numeral
from allikas.packs.et.time_values import Loose
from allikas.packs.et.time_words import MONTH_STEMS, MONTHS, PARTS, SEASONS, WEEKDAYS, is_plural
from allikas.rules.rule import Piece as Piece_
from allikas.rules.rule import Rule, digits, form, lemma, maybe, upos, value

_YEAR = r"(?:1\d{3}|20\d\d)"
_BARE_YEAR = r"(?:1[5-9]\d\d|20[0-4]\d)\.?"  # without a word for it; other years are too often counts
_YEARS = range(1, 2100)
_YEAR_WORDS = frozenset({"a", "a.", "aasta"})
_LABELS = (
    "nr", "nr.", "number", "§", "lk", "lehekülg", "tel", "tel.", "telefon", "tuba", "punkt", "umbes", "ligi",
    "üle", "alla", "vähemalt", "peaaegu", "ligikaudu",
)  # fmt: skip


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


def _glued_day(word: Word) -> Point | None:
    """Read ``27.oktoobril``."""
    day, _, name = word.lemma.partition(".")
    month = MONTHS.get(name)
    return Point(Fields(month=month, day=int(day))) if month and 1 <= int(day) <= 31 else None


_GLUED = re.compile(r"[^\W\d]+\.(\d{1,2}\.\d{1,2}\.\d{4})")


def _is_glued(word: Word) -> bool:
    return "." in word.form and _GLUED.fullmatch(word.form) is not None


def _glued_date(word: Word) -> Point | None:
    """Read ``jõust.01.01.2002``: a date that an abbreviation runs into."""
    match = _GLUED.fullmatch(word.form)
    return _figures_of(match[1]) if match else None


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


PART_ADJECTIVES = {"hommikune": "MO", "õhtune": "EV", "öine": "NI", "pärastlõunane": "AF"}


def _part_adjective_point(word: Word) -> Point:
    """Read ``hommikune istung``, ``õhtused uudised``."""
    return Point(Fields(part=PART_ADJECTIVES[word.lemma]))  # type: ignore[arg-type]


def _ordinal_year(number: Number, word: Word) -> Point | None:
    """Read ``1995. aastal``, ``1991. a``; ``viies aasta`` is a place in a row."""
    year = number.whole if number.ordinal else None
    if year is None or year not in _YEARS or year < 100 or is_plural(word):
        return None
    return Point(Fields(year=year))


def _bare_ordinal_year(number: Number, word: Word) -> Point | None:
    """Read ``1995 aastal``, its full stop forgotten."""
    if number.ordinal or not number.digits or number.whole is None or not 1000 <= number.whole < 2100:
        return None
    return None if case_of(word) == "Par" or is_plural(word) else Point(Fields(year=number.whole))


def _glued_year(word: Word) -> Point:
    """Read ``1991.a``."""
    return Point(Fields(year=int(word.form[:4])))


def _year_after(_: Word, number: Number) -> Point | None:
    """Read ``aastal 1992``, ``aastani 2000``, ``aastatel 1993``."""
    year = number.whole if number.digits else None
    return Point(Fields(year=year)) if year is not None and 100 <= year < 2100 else None


def _loose_year(word: Word) -> Loose:
    return Loose(Point(Fields(year=int(word.form.rstrip(".")))))


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
    """Read ``22. juunini``, ``kahekümne neljas veebruar``; the thirtieth of February too, as the text has it."""
    day = number.whole if number.ordinal else None
    is_month = month.fields.month is not None and month.fields == Fields(month=month.fields.month)
    if day is None or not 1 <= day <= 39 or not is_month or month.shift is not None:
        return None
    return join(Point(Fields(day=day)), month)


def _day_of_month(number: Number, _: Word) -> Point | None:
    """Read ``15. kuupäev``."""
    day = number.whole if number.ordinal else None
    return Point(Fields(day=day)) if day is not None and 1 <= day <= 31 else None


_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\.a\.?)?\.?")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def _figures(word: Word) -> Point | None:
    """Read ``9.01.2002``, ``16.12.1998.a``; an impossible date is one, and a problem."""
    return _figures_of(word.form)


def _figures_of(text: str) -> Point | None:
    match = _DATE.fullmatch(text)
    return Point(Fields(year=int(match[3]), month=int(match[2]), day=int(match[1]))) if match else None


def _iso(word: Word) -> Point | None:
    match = _ISO.fullmatch(word.form)
    return Point(Fields(year=int(match[1]), month=int(match[2]), day=int(match[3]))) if match else None


def _day_month_figures(before: Word, *words: Word) -> Several | None:
    """Read the ``6.3.`` and ``8.3.`` of ``EPL 6.3. ja 8.3.``: after the name of what came out then."""
    found = [(word, _day_and_month(word)) for word in words if "." in word.form]
    pieces = [Piece(point, word.span.start, word.span.end) for word, point in found if point]
    return Several(tuple(pieces)) if len(pieces) == len(found) else None


def _day_and_month(word: Word) -> Point | None:
    day, month = (int(part) for part in word.form.split(".")[:2])
    return Point(Fields(month=month, day=day)) if 1 <= day <= 31 and 1 <= month <= 12 else None


def _decade(number: Number, word: Word) -> Point | None:
    """Read ``1970. aastad``, ``kolmekümnendad aastad``, ``30. aastatel``."""
    if not is_plural(word):
        return None
    return _of_decade(number)


def _of_decade(number: Number) -> Point | None:
    years = number.whole if number.ordinal else None
    if years is None or years % 10 or not (20 <= years < 100 or 1000 <= years < 2100):
        return None
    return Point(Fields(decade=years // 10))


def _decade_figures(word: Word) -> Point | None:
    """Read ``90-ndatel``, ``1950ndad``; ``20ndal`` is a place in a row."""
    if not is_plural(word):
        return None
    years = int(re.match(r"\d+", word.form)[0])  # type: ignore[index]
    fits = years % 10 == 0 and (years in range(10, 100) or years in range(1000, 2100))
    return Point(Fields(decade=years // 10)) if fits else None


def _decade_word(word: Word) -> Point | None:
    """Read ``kuuekümnendatel``: an ordinal in the plural, standing for years."""
    number = read_numeral(word.lemma)
    return _of_decade(number) if number is not None else None


def _weekend(word: Word) -> Point | None:
    """Read ``nädalavahetusel``."""
    return (
        Point(Fields(weekend=True))
        if case_of(word) in {"Ade", "Tra", "Ter"} and not is_plural(word)
        else None
    )


def _bare_year(word: Word) -> Point:
    """Read ``1947`` by itself; what counts something or is a label is found by other rules."""
    return _loose_year(word).point


def _year_in_brackets(opening: Word, *words: Word | None) -> Several:
    """Read the year of ``(1978)``, ``(Tartu 1998)``."""
    year = next(word for word in words if word is not None and word.form[:1].isdigit())
    return Several((Piece(_bare_year(year), year.span.start, year.span.end),))


def _not(*_: object) -> NotTime:
    return NotTime()


def _rounded(_: Word, noun: Word) -> NotTime | None:
    """Read ``1500 dollarini``."""
    return None if noun.lemma in _YEAR_WORDS else NotTime()


def _counts(year: Word, noun: Word) -> NotTime | None:
    """Read ``1500 inimest``: a count, and no year."""
    is_year = noun.lemma in _YEAR_WORDS or noun.form == "-"
    return NotTime() if not is_year and (case_of(noun) in {"Par", None} or noun.upos == "SYM") else None


def _century(number: Number, _: Word) -> Point | None:
    """Read ``19. sajand``: the years from 1800."""
    count = number.whole if number.ordinal else None
    return Point(Fields(century=count - 1)) if count is not None and 1 <= count <= 30 else None


def _millennium(number: Number, _: Word) -> Point | None:
    count = number.whole if number.ordinal else None
    return Point(Fields(millennium=count - 1)) if count is not None and 1 <= count <= 9 else None


def _quarter(number: Number, _: Word) -> Point | None:
    """Read ``teine kvartal``."""
    count = number.whole if number.ordinal else None
    return Point(Fields(quarter=count)) if count is not None and 1 <= count <= 4 else None


def _half(number: Number, _: Word) -> Point | None:
    """Read ``esimene poolaasta``."""
    count = number.whole if number.ordinal else None
    return Point(Fields(half=count)) if count in {1, 2} else None


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


def _roman_century(number: Word, _: Word) -> Point | None:
    """Read ``XIX sajand``."""
    count = _ROMANS.index(number.form) if number.form in _ROMANS else None
    return Point(Fields(century=count)) if count is not None else None


_ROMANS = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
    "XVII", "XVIII", "XIX", "XX", "XXI",
)  # fmt: skip


def _weekday_and_day(weekday: Point, _: Word, day: Point) -> Point | None:
    """Read ``laupäeval, 1. juunil``; ``täna, 12. juulil``."""
    if day.fields.day is None or weekday.fields.day is not None or day.fields.month is None:
        return None
    return merge(replace(weekday, hint=None), day) if weekday.fields.weekday is not None else None


_ORDINAL = value(Number, where=lambda number: number.ordinal)

DATES = (
    Rule("<month>", (lemma(*MONTHS),), _month),
    Rule("mais", (form("mais", "maist", "maini"),), _may),
    Rule("<day>. mail", (_ORDINAL, form("mail", "maid", "maiks", "maiga")), _day_of_may),
    Rule("<month>kuu", (lemma(*(f"{stem}kuu" for stem in MONTH_STEMS)),), _month),
    Rule("<month>kuine", (lemma(*(f"{stem}kuine" for stem in MONTH_STEMS)),), _month_adjective),
    Rule("<weekday>", (lemma(*WEEKDAYS),), _weekday),
    Rule("<weekday>ne", (lemma(*WEEKDAY_ADJECTIVES),), _weekday_adjective),
    Rule("<season>", (lemma(*SEASONS),), _season),
    Rule("<season>ne", (lemma(*SEASON_ADJECTIVES),), _season_adjective),
    Rule("<part of day>", (lemma(*PARTS),), _part),
    Rule("<day> <part of day>", (value(Point), lemma(*PARTS)), _part_of),
    Rule("<part of day>ne", (lemma(*PART_ADJECTIVES),), _part_adjective_point),
    Rule("<year>. aasta", (_ORDINAL, lemma("aasta", "a", "a.")), _ordinal_year),
    Rule("<year> aasta", (value(Number), lemma("aasta", "a", "a.")), _bare_ordinal_year),
    Rule("<year>.a", (digits(rf"{_YEAR}\.a\.?"), maybe(form("."))), lambda word, _: _glued_year(word)),
    Rule("aasta <year>", (lemma("aasta"), value(Number)), _year_after),
    Rule("nr <digits>", (lemma(*_LABELS), digits(_BARE_YEAR)), _not),
    Rule("<digits> <noun>", (digits(_BARE_YEAR), upos("NOUN", "SYM", "NUM")), _counts),
    Rule("<digits> <digits>", (digits(_BARE_YEAR), digits(r"\d{3}")), _not),
    Rule("<round number> <noun>", (digits(r"1[5-9]00|2000"), upos("NOUN")), _rounded),
    Rule("<digits>, <digits>", (digits(r"\d{1,3}(?:[-/]\d{1,3})?"), form(","), digits(_BARE_YEAR)), _not),
    Rule(
        "<digits> <adjective> <noun>",
        (digits(_BARE_YEAR), upos("ADJ", feats="Case=Par"), upos("NOUN", feats="Case=Par")),
        _not,
    ),
    Rule("<bare year>", (digits(_BARE_YEAR),), _bare_year),
    Rule(
        "(<year>)",
        (form("("), maybe(upos("PROPN")), maybe(form(",")), digits(_YEAR), form(")")),
        _year_in_brackets,
    ),
    Rule("<loose year>", (digits(rf"{_YEAR}\.?"),), _loose_year),
    Rule("<month> <year>", (value(Point), value(Loose)), _month_year),
    Rule("<date> <year>. a", (value(Point), value(Point)), _month_year_a),
    Rule("<day>. <month>", (_ORDINAL, value(Point)), _day_month),
    Rule("<day>. kuupäev", (_ORDINAL, lemma("kuupäev")), _day_of_month),
    Rule("<day>.<month>.<year>", (digits(r"\d{1,2}\.\d{1,2}\.\d{4}(?:\.a\.?)?\.?"),), _figures),
    Rule("<year>-<month>-<day>", (digits(r"\d{4}-\d\d-\d\d"),), _iso),
    Rule("<name> <day>.<month>.", (upos("PROPN"), digits(r"\d{1,2}\.\d{1,2}\.")), _day_month_figures),
    Rule(
        "<name> <day>.<month>. ja <day>.<month>.",
        (
            upos("PROPN"),
            digits(r"\d{1,2}\.\d{1,2}\."),
            form("ja", ",", "ning"),
            digits(r"\d{1,2}\.\d{1,2}\."),
        ),
        _day_month_figures,
    ),
    Rule(
        "(<name>, <day>.<month>)",
        (upos("PROPN"), form(","), digits(r"\d{1,2}\.\d{1,2}\.?"), form(")")),
        _day_month_figures,
    ),
    Rule("<day>.<month name>", (digits(r"\d{1,2}\.[a-zõäöü]+"),), _glued_day),
    Rule(
        "<abbreviation>.<day>.<month>.<year>",
        (upos("NOUN", "X", "PROPN", "SYM", "ADJ", where=_is_glued),),
        _glued_date,
    ),
    Rule("<decade in words>", (upos("ADJ", feats="NumType=Ord|Number=Plur"),), _decade_word),
    Rule("<weekend>", (lemma("nädalavahetus", "nädalalõpp"),), _weekend),
    Rule("<decade>. aastad", (_ORDINAL, lemma("aasta")), _decade),
    Rule(
        "<decade>ndad",
        (digits(r"\d{2,4}-?ndad?(?:[a-zäõöü]*)|\d{2,4}-?nda(?:te|il|iks|ist|tel|test|teks|tesse|teni)"),),
        _decade_figures,
    ),
    Rule("<century>. sajand", (_ORDINAL, lemma("sajand", "saj", "saj.", "aastasada")), _century),
    Rule("<millennium>. aastatuhat", (_ORDINAL, lemma("aastatuhat")), _millennium),
    Rule("<quarter>. kvartal", (_ORDINAL, lemma("kvartal")), _quarter),
    Rule("<half>. poolaasta", (_ORDINAL, lemma("poolaasta")), _half),
    Rule("<time> <finer time>", (value(Point), value(Point)), _within),
    Rule(
        "<Roman> sajand", (Piece_(where=lambda word: word.form in _ROMANS), lemma("sajand")), _roman_century
    ),
    Rule("täna, <day>. <month>", (value(Point), form(","), value(Point)), _near_and_day),
    Rule("<weekday>, <day>. <month>", (value(Point), form(","), value(Point)), _weekday_and_day),
)
