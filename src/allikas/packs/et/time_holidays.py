"""Estonian feasts: ``jaanipäev``, ``emadepäev``, ``vabariigi aastapäev``, ``jõulud``."""

from functools import cache

from allikas.model.calendar import Feast, Fields, Period, Point
from allikas.model.word import Word
from allikas.packs.et.tables import rows
from allikas.rules.rule import Piece, Rule, lemma

CHRISTMAS = Period(Point(Fields(month=12, day=24)), Point(Fields(month=12, day=26)), "day")


@cache
def holidays() -> dict[str, Fields]:
    """Read ``holidays.tsv``: the day of each feast, by lemma.

    >>> holidays()["jaanipäev"] == Fields(month=6, day=24)
    True
    """
    return {
        name: _fields(kind, [int(part) for part in when.split()])
        for name, kind, when, _ in rows("holidays.tsv")
    }


def _fields(kind: str, when: list[int]) -> Fields:
    if kind == "fixed":
        return Fields(month=when[0], day=when[1])
    if kind == "easter":
        return Fields(feast=Feast(days=when[0]))
    return Fields(feast=Feast(nth=when[0], weekday=when[1], month=when[2]))


def _holiday(word: Word) -> Point:
    return Point(holidays()[word.lemma])


def _independence_day(*_: Word) -> Point:
    """Read ``vabariigi aastapäev``."""
    return Point(Fields(month=2, day=24))


def _christmas(_: Word) -> Period:
    """Read ``jõulud``: Christmas Eve and both holidays."""
    return CHRISTMAS


HOLIDAYS = (
    Rule(
        "<feast>",
        (Piece(upos=frozenset({"NOUN", "PROPN"}), where=lambda word: word.lemma in holidays()),),
        _holiday,
    ),
    Rule("vabariigi aastapäev", (lemma("vabariik"), lemma("aastapäev")), _independence_day),
    Rule("suur reede", (lemma("suur"), lemma("reede")), lambda *_: Point(holidays()["suur reede"])),
    Rule("jõulud", (lemma("jõulud", "jõul", "jõulupüha", "jõulupühad"),), _christmas),
)
