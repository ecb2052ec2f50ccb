"""All dictionary forms that a word of a question may have: a question is too short to choose among them."""

from collections.abc import Sequence

from allikas.lang.pack import load
from allikas.ledger.wording import Lemmatise


def lemmatiser(language: str) -> Lemmatise:
    """Return what gives words their dictionary forms in a language.

    >>> lemmatiser("et")(["Putinit"])
    [('Putin',)]
    """

    def lemmatise(forms: Sequence[str]) -> list[tuple[str, ...]]:
        pack = load(language)
        if pack.model is None:
            return [(morph.lemma,) for morph in pack.morphology(forms)]
        known = pack.model.analyser().describe(list(forms))
        return [
            tuple(dict.fromkeys(one.lemma for one in found.readings)) or (form,)
            for form, found in zip(forms, known, strict=True)
        ]

    return lemmatise
