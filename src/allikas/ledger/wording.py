r"""What is typed into a search box, read: words, ``"phrases"``, ``begin*`` and ``-without``."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from allikas.ledger.names import fold

Lemmatise = Callable[[Sequence[str]], Sequence[str]]
"""Dictionary forms of words, one each: what the language's pack knows."""

PIECE = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')
WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand side by side: as typed (``forms``) and in their dictionary forms (``lemmas``)."""

    forms: tuple[str, ...]
    lemmas: tuple[str, ...]
    excluded: bool = False
    begins: bool = False


def parse_words(typed: str, lemmatise: Lemmatise) -> tuple[Term, ...]:
    """Read what is searched for; what has neither letter nor digit asks for nothing.

    >>> [term.lemmas for term in parse_words('Putinit "punane rist" vangi*', lambda forms: forms)]
    [('Putinit',), ('punane', 'rist'), ('vangi',)]
    """
    return tuple(_terms(typed, lemmatise))


def _terms(typed: str, lemmatise: Lemmatise) -> Iterator[Term]:
    for minus, phrase, word in PIECE.findall(typed):
        begins = not phrase and word.endswith("*")
        forms = tuple(form for form in (phrase or word.rstrip("*")).split() if WORD.search(form))
        if forms:
            lemmas = forms if begins else tuple(lemmatise(forms))
            yield Term(forms, lemmas, excluded=bool(minus), begins=begins)


def match_term(term: Term) -> str:
    """Write a term for SQLite's full-text search (https://www.sqlite.org/fts5.html).

    >>> match_term(Term(("Putinit",), ("Putin",)))
    '(lemma : "Putin" OR form : "Putinit")'
    """
    star = " *" if term.begins else ""
    return f"(lemma : {_quoted(term.lemmas)}{star} OR form : {_quoted(term.forms)}{star})"


def _quoted(words: Sequence[str]) -> str:
    return '"{}"'.format(" ".join(words).replace('"', '""'))


def find_marks(words: Sequence[tuple[str, str]], terms: Sequence[Term]) -> list[int]:
    """Return which *words* (form and lemma of each) a term found.

    >>> find_marks([("nägid", "nägema"), ("Putinit", "Putin")], [Term(("putini",), ("Putin",))])
    [1]
    """
    plain = [(fold(form), fold(lemma)) for form, lemma in words]
    return sorted({at for term in terms if not term.excluded for at in _marks(plain, term)})


def _marks(words: Sequence[tuple[str, str]], term: Term) -> Iterator[int]:
    size = len(term.forms)
    for at in range(len(words) - size + 1):
        window = words[at : at + size]
        if _fits(window, term):
            yield from range(at, at + size)


def _fits(window: Sequence[tuple[str, str]], term: Term) -> bool:
    for side, wanted in enumerate((term.forms, term.lemmas)):
        found = [word[side] for word in window]
        if all(
            _is_like(one, fold(other), begins=term.begins) for one, other in zip(found, wanted, strict=True)
        ):
            return True
    return False


def _is_like(found: str, wanted: str, *, begins: bool) -> bool:
    return found.startswith(wanted) if begins else found == wanted
