"""What the network finds over the words of a document, and what the analyser tells it beforehand."""

from dataclasses import dataclass
from typing import NamedTuple

from allikas.model.word import Word


class Candidate(NamedTuple):
    """One possible reading of a form: its lemma, and its class and inflection in the analyser's own terms.

    >>> Candidate("sõnum", "S sg in").lemma
    'sõnum'
    """

    lemma: str
    tag: str


class Description(NamedTuple):
    """All that is known of a form without its neighbours: its readings, and marks such as ``city``."""

    readings: tuple[Candidate, ...]
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A name over the half-open range ``[first, last)`` of the document's words; types are EstNER's."""

    first: int
    last: int
    type: str


@dataclass(frozen=True, slots=True)
class Argument:
    """A predicate and its argument: the phrase that ``word`` heads plays ``role`` (``0`` to ``5``) for it.

    Roles are those of the Estonian PropBank in the treebank: by and large ``0`` acts, ``1`` undergoes.
    """

    predicate: int
    role: str
    word: int


@dataclass(frozen=True, slots=True)
class Parse:
    """A document's words with their trees, its names in order, and its predicates' arguments in order."""

    words: tuple[Word, ...]
    names: tuple[NamedSpan, ...] = ()
    arguments: tuple[Argument, ...] = ()
