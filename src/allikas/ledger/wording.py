r"""What is typed into a search box, read: words, ``"phrases"``, ``begin*`` and ``-without``."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product

from allikas.ledger.names import fold

Lemmatise = Callable[[Sequence[str]], Sequence[Sequence[str]]]
"""Dictionary forms of words, all that each may have: what the language's pack knows."""

PIECE = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')
WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand side by side: as typed (``forms``), or each in one of its ``lemmas``."""

    forms: tuple[str, ...]
    lemmas: tuple[tuple[str, ...], ...]
    excluded: bool = False
    begins: bool = False


def parse_words(typed: str, lemmatise: Lemmatise) -> tuple[Term, ...]:
    """Read what is searched for; what has neither letter nor digit asks for nothing.

    >>> [term.forms for term in parse_words('Putinit "punane rist" vangi*', lambda forms: zip(forms))]
    [('Putinit',), ('punane', 'rist'), ('vangi',)]
    """
    return tuple(_terms(typed, lemmatise))


def _terms(typed: str, lemmatise: Lemmatise) -> Iterator[Term]:
    for minus, phrase, word in PIECE.findall(typed):
        begins = not phrase and word.endswith("*")
        forms = tuple(form for form in (phrase or word.rstrip("*")).split() if WORD.search(form))
        if forms:
            lemmas = [[form] for form in forms] if begins else lemmatise(forms)
            yield Term(forms, tuple(map(tuple, lemmas)), excluded=bool(minus), begins=begins)


def match_term(term: Term) -> str:
    """Write a term for SQLite's full-text search (https://www.sqlite.org/fts5.html).

    >>> match_term(Term(("vangis",), (("vang", "vangis"),)))
    '(lemma : "vang" OR lemma : "vangis" OR form : "vangis")'
    """
    star = " *" if term.begins else ""
    read = islice(product(*term.lemmas), MOST)
    tried = [f"lemma : {_quoted(lemmas)}{star}" for lemmas in read]
    return f"({' OR '.join(tried)} OR form : {_quoted(term.forms)}{star})"


MOST = 32  # readings of a phrase that are tried: a guess; three words of three lemmas each have 27


def _quoted(words: Sequence[str]) -> str:
    return '"{}"'.format(" ".join(words).replace('"', '""'))


def find_marks(words: Sequence[tuple[str, str]], terms: Sequence[Term]) -> list[int]:
    """Return which *words* (form and lemma of each) a term found.

    >>> find_marks([("nägid", "nägema"), ("Putinit", "Putin")], [Term(("putini",), (("Putin",),))])
    [1]
    """
    plain = [(fold(form), fold(lemma)) for form, lemma in words]
    return sorted({at for term in terms if not term.excluded for at in _marks(plain, term)})


def _marks(words: Sequence[tuple[str, str]], term: Term) -> Iterator[int]:
    size = len(term.forms)
    forms = [{fold(form)} for form in term.forms]
    lemmas = [set(map(fold, some)) for some in term.lemmas]
    for at in range(len(words) - size + 1):
        window = words[at : at + size]
        if any(_fits(window, side, wanted, term) for side, wanted in enumerate((forms, lemmas))):
            yield from range(at, at + size)


def _fits(window: Sequence[tuple[str, str]], side: int, wanted: Sequence[set[str]], term: Term) -> bool:
    """Tell whether the forms (*side* 0) or the lemmas (1) of some words are those that are wanted."""
    found = [word[side] for word in window]
    if term.begins:
        return all(one.startswith(tuple(some)) for one, some in zip(found, wanted, strict=True))
    return all(one in some for one, some in zip(found, wanted, strict=True))
