"""Estonian feasts: ``jaanipäev``, ``emadepäev``, ``vabariigi aastapäev``, ``jõulud``."""

from allikas.model.calendar import Feast, Fields, Period, Point
from allikas.model.word import Word
from allikas.rules.rule import Rule, form, lemma, maybe

CHRISTMAS = Period(Point(Fields(month=12, day=25)), Point(Fields(month=12, day=26)), "day", count=2)


# The Act on Public Holidays and Anniversaries, and days that news keeps beside it.
FEASTS = {
    "uusaasta": Fields(month=1, day=1),
    "nääripäev": Fields(month=1, day=1),
    "kolmekuningapäev": Fields(month=1, day=6),
    "vastlapäev": Fields(feast=Feast(days=-47)),
    "uusaastaöö": Fields(month=1, day=1, part="NI"),
    "uusaastahommik": Fields(month=1, day=1, part="MO"),
    "naistepäev": Fields(month=3, day=8),
    "emakeelepäev": Fields(month=3, day=14),
    "palmipuudepüha": Fields(feast=Feast(days=-7)),
    "lihavõte": Fields(feast=Feast(days=0)),
    "lihavõtted": Fields(feast=Feast(days=0)),
    "lihavõttepüha": Fields(feast=Feast(days=0)),
    "ülestõusmispüha": Fields(feast=Feast(days=0)),
    "jüripäev": Fields(month=4, day=23),
    "volbriöö": Fields(month=4, day=30),
    "kevadpüha": Fields(month=5, day=1),
    "võidupäev": Fields(month=5, day=9),  # as Russia keeps it; Estonia's is võidupüha
    "emadepäev": Fields(feast=Feast(nth=2, weekday=7, month=5)),
    "nelipüha": Fields(feast=Feast(days=49)),
    "lastekaitsepäev": Fields(month=6, day=1),
    "võidupüha": Fields(month=6, day=23),
    "jaanipäev": Fields(month=6, day=24),
    "jaaniõhtu": Fields(month=6, day=23),
    "jaanilaupäev": Fields(month=6, day=23),
    "olevipäev": Fields(month=7, day=29),
    "teadmistepäev": Fields(month=9, day=1),
    "mihklipäev": Fields(month=9, day=29),
    "hingedepäev": Fields(month=11, day=2),
    "isadepäev": Fields(feast=Feast(nth=2, weekday=7, month=11)),
    "mardipäev": Fields(month=11, day=10),
    "kadripäev": Fields(month=11, day=25),
    "jõululaupäev": Fields(month=12, day=24),
    "jõuluõhtu": Fields(month=12, day=24),
    "vana-aasta": Fields(month=12, day=31),
    "taasiseseisvumispäev": Fields(month=8, day=20),
    "aastavahetus": Fields(month=12, day=31),
}


def _holiday(word: Word) -> Point:
    return Point(FEASTS[word.lemma])


def _independence_day(*_: Word) -> Point:
    """Read ``vabariigi aastapäev``."""
    return Point(Fields(month=2, day=24))


def _christmas(*_: Word | None) -> Period:
    """Read ``jõulud``, ``jõulude ajal``: both its holidays."""
    return CHRISTMAS


HOLIDAYS = (
    Rule(
        "<feast>",
        (lemma(*FEASTS),),
        _holiday,
    ),
    Rule("vabariigi aastapäev", (lemma("vabariik"), lemma("aastapäev")), _independence_day),
    Rule("suur reede", (lemma("suur"), lemma("reede")), lambda *_: Point(Fields(feast=Feast(days=-2)))),
    Rule(
        "jõulud",
        (lemma("jõulud", "jõul", "jõulupüha", "jõulupühad"), maybe(form("ajal", "aegu"))),
        _christmas,
    ),
)
