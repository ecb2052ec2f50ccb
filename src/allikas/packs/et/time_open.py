"""Estonian stretches with one end, and times beside others: ``alates reedest``, ``nädal enne jõule``."""

from dataclasses import replace

from allikas.model.calendar import Length, Open, Period, Piece, Point, Several, Shift
from allikas.model.word import Word
from allikas.packs.et.numeral_words import case_of
from allikas.packs.et.time_lengths import length_of
from allikas.packs.et.time_values import Counted
from allikas.rules.rule import Rule, form, lemma, upos, value


def _from(word: Word, point: Point) -> Several | None:
    """Read ``alates esmaspäevast``: the time itself, and that something begins there."""
    return _opened(point, "from", start=word.span.end)


def _till(word: Word, point: Point) -> Several | None:
    """Read ``kuni reedeni``."""
    return _opened(point, "till", start=word.span.end)


def _from_then(point: Point, word: Word) -> Several | None:
    """Read ``2. juunist alates``, ``reedest saadik``."""
    return _opened(point, "from", end=word.span.start)


def _opened(point: Point, side: Open, *, start: int | None = None, end: int | None = None) -> Several | None:
    return None if point.mod else Several((Piece(replace(point, open=side), start, end),))


_SIDES = {"enne": -1, "pärast": 1, "peale": 1}


def _beside(counted: Counted, side: Word, other: Point) -> Point | None:
    """Read ``kolm päeva enne 24. veebruari``: so far from another time."""
    if counted.count is None or counted.mod in {"MORE_THAN", "LESS_THAN"}:
        return None
    count = _SIDES[side.form.lower()] * counted.count
    return Point(shift=Shift(count, counted.unit, "point", other), mod=counted.mod or other.mod)


def _beside_feast(counted: Counted, side: Word, feast: Period) -> Point | None:
    """Read ``kaks nädalat enne jõule``: from its first day, or after its last."""
    return _beside(counted, side, feast.first if side.form.lower() == "enne" else feast.last)


def _long_beside(counted: Counted, side: Word, _: Word) -> Several | None:
    """Read the ``nädal`` of ``nädal pärast õnnetust``: how far, from what no calendar tells."""
    measures = counted.case in {"Nom", "Gen", "Par", None}  # not kuuendal aastal pärast sõda
    return Several((Piece(length_of(counted), end=side.span.start),)) if measures else None


def _year_long(unit: Word, word: Word) -> Length | None:
    """Read ``iseseisvuse aastail``, ``aastakümnetel``: some years, nobody says how many."""
    is_long = case_of(unit) == "Ade" and "Number=Plur" in unit.feats and case_of(word) == "Gen"
    return Length(((None, "decade" if "kümme" in unit.lemma else "year"),)) if is_long else None


def _lasting(counted: Counted, word: Word) -> Several:
    """Read the ``ööpäev`` of ``ööpäev kestnud istung``."""
    return Several((Piece(length_of(counted), end=word.span.start),))


def _is_partitive(word: Word) -> bool:
    return case_of(word) == "Par"


_SIDE = form(*_SIDES)

OPEN = (
    Rule("alates <time>", (form("alates"), value(Point)), _from),
    Rule("kuni <time>", (form("kuni"), value(Point)), _till),
    Rule("<time> alates", (value(Point), form("alates", "saadik", "peale")), _from_then),
    Rule("<duration> enne <time>", (value(Counted), _SIDE, value(Point)), _beside),
    Rule("<duration> enne <feast>", (value(Counted), _SIDE, value(Period)), _beside_feast),
    Rule(
        "<unit> pärast <noun>",
        (value(Counted), _SIDE, upos("NOUN", "PROPN", "PRON", where=_is_partitive)),
        _long_beside,
    ),
    Rule("<unit> kestnud", (value(Counted), lemma("kestnud", "kestev", "vältav", "kestma")), _lasting),
    Rule(
        "<noun> aastatel",
        (upos("NOUN", "PROPN", feats="Case=Gen"), lemma("aasta", "algusaasta", "lõpuaasta")),
        lambda word, unit: _year_long(unit, word),
    ),
)
