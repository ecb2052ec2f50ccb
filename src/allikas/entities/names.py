"""Where names stand: as the network finds them, or where capitals and tables say so."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise

from allikas.lang.names import Names
from allikas.model.tree import NamedSpan
from allikas.model.word import Word
from allikas.segment.marks import is_quote

TYPES = frozenset({"PER", "ORG", "GPE", "LOC", "PROD", "EVENT"})


def find_names(
    words: Sequence[Word], found: Sequence[NamedSpan], names: Names, known: Container[int]
) -> dict[int, NamedSpan]:
    """Return the names by each word that they cover: the network's, and those that *known* words make."""
    spans: dict[int, NamedSpan] = {}
    for span in _cut(words, found, names):
        if span.type in TYPES:
            for part in _parted(words, _untitled(words, span), names):
                spans.update(dict.fromkeys(range(part.first, part.last), part))
    for first, last in _runs(words, known):
        if not any(at in spans for at in range(first, last)):
            for part in _parted(words, NamedSpan(first, last, _type(words, first, last, names)), names):
                spans.update(dict.fromkeys(range(part.first, part.last), part))
    return spans


def _cut(words: Sequence[Word], found: Sequence[NamedSpan], names: Names) -> Iterator[NamedSpan]:
    """Part a person from the name behind him, where the report calls him by the first part elsewhere."""
    persons = Counter(_lemmas(words, span) for span in found if span.type == "PER")
    for span in found:
        last = span.first + _length(_lemmas(words, span), persons) if span.type == "PER" else span.last
        yield span if last == span.last else NamedSpan(span.first, last, "PER")
        if last < span.last:
            yield NamedSpan(last, span.last, _type(words, last, span.last, names) or "ORG")


def _length(name: tuple[str, ...], persons: Mapping[tuple[str, ...], int]) -> int:
    """Return how many words of what is taken for a person are his, by who else is named in the report.

    >>> persons = {("Ann", "Lee"): 1, ("Lee",): 2, ("Lee", "Reuters"): 1, ("Tom", "Ray", "Radio", "One"): 1}
    >>> _length(("Lee", "Reuters"), persons), _length(("Ann", "Lee"), persons)
    (1, 2)
    >>> _length(("Tom", "Ray", "Radio", "One"), {**persons, ("Ray",): 1})
    2
    """
    others = [one for one in persons if len(one) > 1 and one != name]
    last = {one[-1] for one in others} - {one[0] for one in others}
    shorter = range(len(name) - 1, 0, -1) if persons[name] == 1 else ()
    for size in shorter:
        part = name[:size]
        if part in others or part[-1:] in persons if size > 1 else part[0] in last:
            return size
    return len(name)


def _lemmas(words: Sequence[Word], span: NamedSpan) -> tuple[str, ...]:
    return tuple(word.lemma for word in words[span.first : span.last])


def _untitled(words: Sequence[Word], span: NamedSpan) -> NamedSpan:
    """Leave out what a name is introduced by: of `the news agency TASS` the name is `TASS`.

    A name that ends in a common noun (`the Foreign Ministry`) is one with it.
    """
    if words[span.last - 1].upos != "PROPN":
        return span
    titles = [at for at in range(span.first, span.last - 1) if words[at].form.islower()]
    return span if not titles else NamedSpan(titles[-1] + 1, span.last, span.type)


def _parted(words: Sequence[Word], span: NamedSpan, names: Names) -> Iterator[NamedSpan]:
    """Part a person from an agency beside him (`quoted TASS X's words`)."""
    cuts = [at for at in range(span.first, span.last) if _is_agency(words[at], names)]
    if span.type != "PER" or not cuts:
        yield span
        return
    bounds = sorted({span.first, span.last, *cuts, *(at + 1 for at in cuts)})
    for first, last in pairwise(bounds):
        yield NamedSpan(first, last, "ORG" if first in cuts else "PER")


def _is_agency(word: Word, names: Names) -> bool:
    return word.form in names.agencies or word.lemma in names.agencies


def _runs(words: Sequence[Word], known: Container[int]) -> Iterator[tuple[int, int]]:
    """Yield the runs of proper nouns."""
    start = None
    for at in range(len(words)):
        if at in known or _is_name(words, at, inside=start is not None):
            start = at if start is None else start
        elif start is not None:
            yield start, at
            start = None
    if start is not None:
        yield start, len(words)


def _is_name(words: Sequence[Word], at: int, *, inside: bool) -> bool:
    word = words[at]
    if word.upos == "PROPN":
        return True
    opening = not at or words[at - 1].form in {".", "?", "!", ":"} or is_quote(words[at - 1].form)
    acronym = len(word.form) > 1 and word.form.isupper() and word.form.isalpha()
    return acronym or (word.form[:1].isupper() and word.upos == "NOUN" and (inside or not opening))


def _type(words: Sequence[Word], first: int, last: int, names: Names) -> str:
    """Guess what a run of proper nouns names; empty where nothing tells."""
    lemma, form = words[last - 1].lemma, words[last - 1].form
    if lemma in names.places:
        return "GPE"
    if form in names.agencies or lemma in names.agencies or lemma.endswith(names.bodies):
        return "ORG"
    return "PER" if last - first > 1 else ""
