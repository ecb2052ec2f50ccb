"""What a name or a description is called: its dictionary form, and the words that decide what it means."""

from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from allikas.lang.names import Names
from allikas.model.layers import EntityType
from allikas.model.word import Word
from allikas.segment.marks import is_quote

LONGEST_ENDING = 4  # letters that a case adds to a name: Lepik-usse


class Noun(NamedTuple):
    """A noun phrase: the range of its words, of the name in it, and its head without the name."""

    first: int
    last: int
    name_first: int
    name_last: int
    head: int

    @property
    def is_named(self) -> bool:
        """Tell whether a name stands in it as what it speaks of."""
        return self.name_first < self.name_last


def find_names(
    words: Sequence[Word], first: int, last: int, known: Container[int] = ()
) -> Iterator[tuple[int, int]]:
    """Yield the runs of proper nouns in ``words[first:last]``; words in *known* are such anyhow."""
    start = None
    for at in range(first, last):
        if at in known or _is_name(words, at, inside=start is not None):
            start = at if start is None else start
        elif start is not None:
            yield start, at
            start = None
    if start is not None:
        yield start, last


def _is_name(words: Sequence[Word], at: int, *, inside: bool) -> bool:
    word = words[at]
    if word.upos == "PROPN":
        return True
    upper = word.form[:1].isupper() and word.upos in {"NOUN", "ADJ", "X"}
    sentence_start = not at or words[at - 1].form in {".", "?", "!", ":"} or is_quote(words[at - 1].form)
    is_acronym = len(word.form) > 1 and word.form.isupper() and word.form.isalpha()
    return is_acronym or (upper and (inside or not sentence_start))


def nominative(words: Sequence[Word], first: int, last: int, *, known: str | None = None) -> str:
    """Return the name over ``[first, last)`` in the nominative: only its last word changes (to *known*).

    >>> from allikas.model.span import Span
    >>> from allikas.model.word import Token
    >>> forms = [("Vladimir", "Vladimir"), ("Putini", "Putin")]
    >>> words = [Word(Token(Span(0, len(form), form), form), lemma, "PROPN") for form, lemma in forms]
    >>> nominative(words, 0, 2)
    'Vladimir Putin'
    """
    forms = [word.form for word in words[first : last - 1]]
    return " ".join([*forms, known or _dictionary_form(words[last - 1])])


def without_ending(form: str, known: Container[str], endings: Container[str]) -> str | None:
    """Return the name in *known* that *form* is a case of, itself at best; ``None`` where there is none.

    >>> without_ending("Lepikuga", {"Lepik"}, {"uga"})
    'Lepik'
    """
    if form in known:
        return form
    lengths = range(max(2, len(form) - LONGEST_ENDING), len(form))
    return next((form[:n] for n in lengths if form[:n] in known and form[n:] in endings), None)


def _dictionary_form(word: Word) -> str:
    form, lemma = word.form, word.lemma
    if "Case=Nom" in word.feats and "Number=Plur" not in word.feats:
        return form
    base, hyphen, _ = form.rpartition("-")
    if hyphen and base.isupper():
        return base
    if form.isupper() and len(form) > 1:
        return form if len(lemma) >= len(form) else lemma.upper()
    if form[:1].isupper() and lemma[:1].islower():
        return lemma[:1].upper() + lemma[1:]
    return lemma


def read_noun(words: Sequence[Word], first: int, last: int, known: Container[int] = ()) -> Noun:
    """Find the name and the head in the noun phrase ``[first, last)``: a name at its end is what it means."""
    runs = list(find_names(words, first, last, known))
    name = runs[-1] if runs and runs[-1][1] == last else (last, last)
    head = name[0] - 1
    while head > first and words[head].upos not in {"NOUN", "PROPN", "PRON"}:
        head -= 1
    return Noun(first, last, *name, head if head >= first else last - 1)


def guess_type(words: Sequence[Word], noun: Noun, names: Names) -> EntityType | None:
    """Say what the phrase names, from the noun before its name, the name itself, or its head."""
    if noun.is_named:
        lemma = words[noun.name_last - 1].lemma
        if noun.name_first > noun.first:
            described = kind_of(words[noun.head].lemma, names)
            if described is not None:
                return described
        if nominative(words, noun.name_first, noun.name_last) in names.places:
            return "GPE"
        if lemma in names.agencies or words[noun.name_last - 1].form in names.agencies:
            return "ORG"
        by_head = kind_of(lemma, names)
        if by_head == "ORG":
            return "ORG"
        return "PER" if noun.name_last - noun.name_first > 1 else None
    return kind_of(words[noun.head].lemma, names)


def kind_of(lemma: str, names: Names) -> EntityType | None:
    """Return what a common noun describes, by the last part of a compound."""
    if lemma.endswith(names.bodies):
        return "ORG"
    return "PER" if lemma.endswith((*names.persons, *names.people)) else None
