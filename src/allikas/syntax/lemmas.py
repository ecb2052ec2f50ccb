"""The lemma: the analyser's reading that agrees with the tag that the network chose."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from allikas.model.tree import Candidate


class LemmaRules(NamedTuple):
    """What the treebank taught of lemmas.

    ``readings`` counts, for each tag, which of the analyser's go with it. ``exceptions`` are the lemmas of
    forms with a tag, as ``form`` and tag with a tab between, where the rule is wrong.
    """

    readings: Mapping[str, Mapping[str, int]]
    exceptions: Mapping[str, str]


def find_lemma(
    form: str, tag: str, readings: Sequence[Candidate], chosen: Sequence[Candidate], rules: LemmaRules
) -> str:
    """Return the lemma of the reading that most often goes with *tag*; of equals, the analyser's own choice.

    >>> both = (Candidate("maks", "S sg g"), Candidate("maksma", "V o"))
    >>> find_lemma("maksa", "VERB _", both, (), LemmaRules({"VERB _": {"V o": 9}}, {}))
    'maksma'
    """
    known = rules.exceptions.get(f"{form.lower()}\t{tag}")
    if known is not None:
        return _cased(known, form, tag)
    pool = readings or chosen
    if not pool:
        return form
    agreeing, preferred = rules.readings.get(tag, {}), set(chosen)
    best = max(pool, key=lambda reading: (agreeing.get(reading.tag, 0), reading in preferred))
    return _cased(best.lemma, form, tag)


def _cased(lemma: str, form: str, tag: str) -> str:
    """Return the lemma with capitals where a name or an acronym has them, and nowhere else.

    The analyser drops those of acronyms, and takes an unknown word that opens a sentence for a name.

    >>> _cased("nato", "NATO-le", "PROPN Case=All"), _cased("Piret", "PIRETI", "PROPN Case=Gen")
    ('NATO', 'Piret')
    >>> _cased("Infertiilsus", "Infertiilsuse", "NOUN Case=Gen")
    'infertiilsus'
    """
    if not tag.startswith("PROPN") and "Abbr=Yes" not in tag:
        return lemma.lower() if len(lemma) > 1 and lemma.istitle() else lemma
    return lemma if lemma != lemma.lower() else _as_in(form, lemma)


def _as_in(form: str, lemma: str) -> str:
    same = 0
    while same < min(len(lemma), len(form)) and lemma[same] == form[same].lower():
        same += 1
    return form[:same] + lemma[same:]
