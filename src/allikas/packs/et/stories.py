"""Estonian stories: words that mean the same, and how telling each word is."""

import json
from functools import cache, lru_cache
from importlib.resources import files
from math import log

from allikas.lang.stories import Stories
from allikas.packs.et.names import speakers
from allikas.packs.et.tables import rows


@cache
def _ranks() -> dict[str, int]:
    """Return the lemmas of the treebank that the network was trained on, the most frequent first."""
    table = json.loads(files(__package__).joinpath("model", "strings.json").read_text("utf-8"))
    ranks: dict[str, int] = {}
    for rank, lemma in enumerate(table["lemmas"], 1):
        ranks.setdefault(lemma.lower(), rank)
    return ranks


@lru_cache(maxsize=65536)
def weight(lemma: str) -> float:
    """Say how telling a lemma is: by its rank, as frequencies fall with ranks (Zipf 1949).

    >>> weight("olema") < weight("ladu") < weight("plasttaara")
    True
    """
    ranks = _ranks()
    return log(ranks.get(lemma.lower(), len(ranks))) / log(len(ranks))


def verb_of(lemma: str) -> str | None:
    """Return the verb of a noun in -mine, which every verb makes.

    >>> verb_of("avamine"), verb_of("sild")
    ('avama', None)
    """
    return f"{lemma[:-4]}ma" if lemma.endswith("mine") and len(lemma) > 6 else None


def _same() -> dict[str, str]:
    return {lemma: row[0] for row in rows("same.tsv") for lemma in row[1].split(",") if " " not in lemma}


def _phrases() -> dict[tuple[str, ...], str]:
    """Return the rows of several words; words that have a shared name of their own stand under it."""
    same = _same()
    phrases = ((row[0], lemma.split()) for row in rows("same.tsv") for lemma in row[1].split(","))
    return {tuple(same.get(one, one) for one in words): name for name, words in phrases if len(words) > 1}


@cache
def stories() -> Stories:
    """Read the tables.

    >>> stories().same["põleng"]
    'tulekahju'
    """
    return Stories(
        weight=weight,
        verb_of=verb_of,
        same=_same(),
        phrases=_phrases(),
        instead=frozenset({"mitte"}),
        but=frozenset({"vaid"}),
        parts=frozenset({"ülejäänud", "ainuüksi", "neist", "sealhulgas", "kusjuures"}),
        witness=frozenset({"ajakirjanik", "reporter", "korrespondent"}),
        endings=(*speakers("person", "people"), "laps", "reisija", "töötaja", "tööline", "klient", "elanik"),
        bodies=(*speakers("body"), "vägi", "ametiühing"),
        home="Eesti",
        moves=frozenset({"lükkuma", "edasi lükkama", "edasi lükkuma", "nihkuma"}),
        cancels=frozenset({"ära jääma", "ära jätma", "tühistama", "katkestama"}),
        stands=frozenset({"ikka", "endiselt", "kinnitama", "kordama", "jõusse jääma", "välistama"}),
        open=frozenset({"kinnitama", "teadma", "täpsustama", "kommenteerima", "tõestama"}),
        weather=frozenset(
            {"tuul", "torm", "vihm", "sadu", "lumi", "äike", "pakane", "temperatuur", "sajuhoog"}
        ),
        until=frozenset({"enne", "hiljemalt"}),
        since=frozenset({"alates", "vähemalt"}),
    )
