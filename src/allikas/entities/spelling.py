"""What a name is in the nominative: its dictionary form, checked against how the report spells it."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from allikas.lang.names import Names
from allikas.model.word import Word

SHORTEST = 2  # letters of a name that others can be cases of
LONGEST_ENDING = 5  # letters that a case adds to a stem: Lepiku|ssegi


def known_names(
    words: Sequence[Word], names: Names, surnames: AbstractSet[str] = frozenset()
) -> dict[int, str]:
    """Return, for every word that is a case of a proper noun found in the nominative, that noun.

    *surnames* of those whose full names stand in the report are names wherever they have a capital, whatever
    else the word may mean.
    """
    stems = dict(_stems(_nominatives(words, surnames), names))
    own = dict(_stems(sorted(surnames, key=len, reverse=True), names))
    found = {
        at: _name_of(word.form, stems if _may_be_name(word) else own, names)
        for at, word in enumerate(words)
        if word.form[:1].isupper() and word.form.isalpha()
    }
    return {at: name for at, name in found.items() if name is not None}


def _may_be_name(word: Word) -> bool:
    return word.form[:1].isupper() and word.upos in {"PROPN", "NOUN"} and word.form.isalpha()


def _nominatives(words: Sequence[Word], surnames: AbstractSet[str]) -> list[str]:
    """Return the proper nouns in the nominative, the longest first: a shorter one has the last word."""
    forms = {word.form for word in words if word.upos == "PROPN" and "Case=Nom" in word.feats}
    return sorted((form for form in forms | surnames if len(form) > SHORTEST), key=len, reverse=True)


def _stems(nominatives: Iterable[str], names: Names) -> Iterable[tuple[str, str]]:
    """Yield the stems on which the cases of each name are built, with the name."""
    for name in nominatives:
        yield name, name
        for genitive in names.genitives(name):
            yield genitive, name


def _name_of(form: str, stems: Mapping[str, str], names: Names) -> str | None:
    """Return the name of which *form* is a case, itself where it stands as a nominative."""
    for length in range(len(form), max(SHORTEST, len(form) - LONGEST_ENDING) - 1, -1):
        name = stems.get(form[:length])
        if name is not None and (length == len(form) or form[length:] in names.endings):
            return name
    return None


def dictionary_form(word: Word) -> str:
    """Return the form of a name that stands in dictionaries: acronyms without their case.

    >>> from allikas.model.span import Span
    >>> from allikas.model.word import Token
    >>> dictionary_form(Word(Token(Span(0, 6, "TASS-i"), "TASS-i"), "TASS", "PROPN"))
    'TASS'
    """
    form, lemma = word.form, word.lemma
    base, hyphen, _ = form.rpartition("-")
    if hyphen and base.isupper():
        return base
    if form.isupper() and len(form) > 1:
        return form
    if "Case=Nom" in word.feats and "Number=Plur" not in word.feats:
        return form
    return lemma[:1].upper() + lemma[1:] if form[:1].isupper() and lemma[:1].islower() else lemma
