"""Vabamorf's analyses in the terms of Universal Dependencies.

The classes and inflections are those of Vabamorf's documentation; what each becomes follows the usage of the
Estonian Dependency Treebank.
"""

from collections.abc import Sequence
from functools import lru_cache

from allikas.lang.pack import Morph
from allikas.model.features import parse_feats
from allikas.packs.et.vabamorf import Analysis, vabamorf

UPOS = {
    "S": "NOUN",  # maja
    "H": "PROPN",  # Tallinn
    "Y": "NOUN",  # lk, USA: acronyms in capitals become PROPN below
    "V": "VERB",
    "A": "ADJ",  # ilus
    "C": "ADJ",  # ilusam
    "U": "ADJ",  # ilusaim
    "G": "ADJ",  # balti
    "P": "PRON",  # see
    "D": "ADV",  # kiiresti
    "X": "ADV",  # plehku (panema)
    "K": "ADP",  # sõnul
    "J": "CCONJ",  # ja: subordinating ones become SCONJ below
    "I": "INTJ",  # ahah
    "N": "NUM",  # kolm
    "O": "ADJ",  # kolmas
    "Z": "PUNCT",
}

SUBORDINATING = frozenset(
    {"et", "kui", "kuna", "sest", "nagu", "kuigi", "ehkki", "justkui", "otsekui", "kuni", "nii et"}
)

CASES = {
    "n": "Nom", "g": "Gen", "p": "Par", "ill": "Ill", "adt": "Add", "in": "Ine", "el": "Ela", "all": "All",
    "ad": "Ade", "abl": "Abl", "tr": "Tra", "ter": "Ter", "es": "Ess", "ab": "Abe", "kom": "Com",
}  # fmt: skip
NUMBER_TYPES = {"N": ("NumType=Card",), "O": ("NumType=Ord",)}
NUMBERS = {"sg": "Sing", "pl": "Plur"}

_FINITE = "VerbForm=Fin|Voice=Act"
_PERSONS = {
    "n": "1|Number=Sing", "d": "2|Number=Sing", "b": "3|Number=Sing",
    "me": "1|Number=Plur", "te": "2|Number=Plur", "vad": "3|Number=Plur",
    "sin": "1|Number=Sing", "sid": "3|Number=Plur", "s": "3|Number=Sing",
    "sime": "1|Number=Plur", "site": "2|Number=Plur",
}  # fmt: skip
_PAST = frozenset({"sin", "sid", "s", "sime", "site"})


def _indicative(form: str) -> str:
    tense = "Past" if form in _PAST else "Pres"
    return f"Mood=Ind|Person={_PERSONS[form]}|Tense={tense}|{_FINITE}"


VERB_FORMS = {form: _indicative(form) for form in _PERSONS} | {
    "da": "VerbForm=Inf",  # öelda
    "ma": "Case=Ill|VerbForm=Sup|Voice=Act",  # ütlema
    "mas": "Case=Ine|VerbForm=Sup|Voice=Act",
    "mast": "Case=Ela|VerbForm=Sup|Voice=Act",
    "maks": "Case=Tra|VerbForm=Sup|Voice=Act",
    "mata": "Case=Abe|VerbForm=Sup|Voice=Act",
    "tama": "VerbForm=Sup|Voice=Pass",  # öeldama
    "des": "VerbForm=Conv",  # öeldes
    "nud": "Tense=Past|VerbForm=Part|Voice=Act",  # öelnud
    "tud": "Tense=Past|VerbForm=Part|Voice=Pass",  # öeldud
    "v": "Tense=Pres|VerbForm=Part|Voice=Act",  # ütlev
    "tav": "Tense=Pres|VerbForm=Part|Voice=Pass",  # öeldav
    "takse": "Mood=Ind|Tense=Pres|VerbForm=Fin|Voice=Pass",  # öeldakse
    "ti": "Mood=Ind|Tense=Past|VerbForm=Fin|Voice=Pass",  # öeldi
    "ta": "Connegative=Yes|Mood=Ind|Tense=Pres|VerbForm=Fin|Voice=Pass",  # ei öelda
    "o": "Connegative=Yes|Mood=Ind|Tense=Pres|VerbForm=Fin|Voice=Act",  # ei ütle; also imperative
    "vat": "Mood=Qot|Tense=Pres|VerbForm=Fin|Voice=Act",  # ütlevat
    "tavat": "Mood=Qot|Tense=Pres|VerbForm=Fin|Voice=Pass",  # öeldavat
    "nuvat": "Mood=Qot|Tense=Past|VerbForm=Fin|Voice=Act",  # öelnuvat
    "ks": "Mood=Cnd|Tense=Pres|VerbForm=Fin|Voice=Act",  # ütleks
    "ksin": "Mood=Cnd|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin|Voice=Act",
    "ksid": "Mood=Cnd|Tense=Pres|VerbForm=Fin|Voice=Act",
    "ksime": "Mood=Cnd|Number=Plur|Person=1|Tense=Pres|VerbForm=Fin|Voice=Act",
    "ksite": "Mood=Cnd|Number=Plur|Person=2|Tense=Pres|VerbForm=Fin|Voice=Act",
    "taks": "Mood=Cnd|Tense=Pres|VerbForm=Fin|Voice=Pass",  # öeldaks
    "nuks": "Mood=Cnd|Tense=Past|VerbForm=Fin|Voice=Act",  # öelnuks
    "gu": "Mood=Imp|Person=3|Tense=Pres|VerbForm=Fin|Voice=Act",  # öelgu
    "ge": "Mood=Imp|Number=Plur|Person=2|Tense=Pres|VerbForm=Fin|Voice=Act",  # öelge
    "gem": "Mood=Imp|Number=Plur|Person=1|Tense=Pres|VerbForm=Fin|Voice=Act",  # öelgem
    "tagu": "Mood=Imp|Tense=Pres|VerbForm=Fin|Voice=Pass",  # öeldagu
    "neg": "Polarity=Neg",  # ei, pole
}


def read_sentence(forms: Sequence[str]) -> tuple[Morph, ...]:
    """Read the words of one sentence with Vabamorf's own disambiguation.

    >>> [(morph.lemma, morph.upos) for morph in read_sentence(["TASS-i", "sõnul", "ta", "ei", "tule", "."])]
    [('TASS', 'PROPN'), ('sõna', 'NOUN'), ('tema', 'PRON'), ('ei', 'AUX'), ('tulema', 'VERB'), ('.', 'PUNCT')]
    """
    windows = (list(forms[at : at + _WINDOW]) for at in range(0, len(forms), _WINDOW))
    readings = [analyses for window in windows for analyses in vabamorf().disambiguated(window)]
    return tuple(_morph(form, analyses[0]) for form, analyses in zip(forms, readings, strict=True))


_WINDOW = 200  # words; the disambiguator's time grows with the square of a sentence's length, and no sentence
# of the treebank is longer than this


@lru_cache(maxsize=65536)
def _morph(form: str, analysis: Analysis) -> Morph:
    upos = _upos(form, analysis)
    lemma = form if analysis.pos == "Z" else analysis.lemma
    return Morph(lemma, upos, parse_feats(_feats(analysis)))


def _upos(form: str, analysis: Analysis) -> str:
    if analysis.pos == "J" and analysis.lemma in SUBORDINATING:
        return "SCONJ"
    if analysis.pos == "Y" and form[:2].isupper():
        return "PROPN"
    if analysis.lemma in {"ei", "ära", "olema"} and analysis.pos == "V":
        return "AUX"
    return UPOS.get(analysis.pos, "X")


def _feats(analysis: Analysis) -> str:
    if analysis.pos == "V":
        return VERB_FORMS.get(analysis.form.split(" ")[0], "_")
    number, _, case = analysis.form.rpartition(" ")
    inflection = [f"Case={CASES[case]}", f"Number={NUMBERS[number or 'sg']}"] if case in CASES else []
    return "|".join([*inflection, *NUMBER_TYPES.get(analysis.pos, ())])
