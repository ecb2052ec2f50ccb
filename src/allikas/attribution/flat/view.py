"""What attribution looks at: a document's words and a language's tables, with the questions asked of them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from allikas.attribution.flat.clauses import Clause, Region
from allikas.attribution.flat.phrases import is_finite
from allikas.attribution.frame import Words
from allikas.lang.reporting import Cue, Reporting
from allikas.model.word import Word

NEAR = 4  # words between a verb and its particle; a guess


class View(NamedTuple):
    """Words and tables; every question about one place costs no more than the clause around it."""

    words: Sequence[Word]
    tables: Reporting

    def lower(self, at: int) -> str:
        """Return the form at *at* in lower case."""
        return self.words[at].form.lower()

    def opens(self, clause: Clause, forms: frozenset[str]) -> bool:
        """Tell whether *clause* begins with one of *forms*."""
        return self.lower(clause.first) in forms

    def finite(self, clause: Clause) -> int | None:
        """Return the first finite verb of *clause*."""
        return next((at for at in range(clause.first, clause.last) if is_finite(self.words[at])), None)

    def cue(self, at: int, clause: Clause) -> Cue | None:
        """Return what the tables say of the verb at *at*, its particle in the same clause included."""
        word = self.words[at]
        if word.upos not in {"VERB", "AUX"} or not self.is_predicate(at, clause):
            return None
        if self.completes(at, clause):
            return None
        for cue in self.tables.verbs.get(word.lemma, ()):
            if cue.particle is None or self.particle(cue, at, clause) is not None:
                return cue
        return None

    def completes(self, at: int, clause: Clause) -> bool:
        """Tell whether the word at *at* is the particle of a phrasal verb beside it."""
        form = self.lower(at)
        near = range(max(clause.first, at - NEAR), min(clause.last, at + NEAR + 1))
        cues = (cue for other in near for cue in self.tables.verbs.get(self.words[other].lemma, ()))
        return any(cue.particle == form for cue in cues)

    def particle(self, cue: Cue, at: int, clause: Clause) -> int | None:
        """Return where the particle of a phrasal verb stands, nearest first."""
        near = sorted(range(clause.first, clause.last), key=lambda other: abs(other - at))
        return next((other for other in near if self.lower(other) == cue.particle), None)

    def is_predicate(self, at: int, clause: Clause) -> bool:
        """Tell whether the verb at *at* says something, rather than stand before a noun as its attribute."""
        feats = self.words[at].feats
        if "VerbForm=Part" not in feats:
            return "Case=Abe" not in feats
        others = range(clause.first, clause.last)
        return any(
            is_finite(self.words[other]) or self.lower(other) in self.tables.negations for other in others
        )

    def negated(self, at: int, clause: Clause) -> bool:
        """Tell whether a word of denial stands in *clause* at or before the verb at *at*."""
        return any(self.lower(other) in self.tables.negations for other in range(clause.first, at))

    def cue_words(self, at: int, cue: Cue, clause: Clause) -> tuple[Words, ...]:
        """Return the words of the cue: the verb, and its particle in front or behind."""
        particle = self.particle(cue, at, clause) if cue.particle else None
        if particle is None:
            return (Words(at, at + 1),)
        first, second = sorted((at, particle))
        if second == first + 1:
            return (Words(first, second + 1),)
        return (Words(first, first + 1), Words(second, second + 1))


class Spot(NamedTuple):
    """A word that may report: its place in the text, in the clause *number* of its region."""

    region: Region
    number: int
    at: int

    @property
    def clause(self) -> Clause:
        """The clause in which the word stands."""
        return self.region.clauses[self.number]

    @property
    def next(self) -> Clause | None:
        """The clause behind it."""
        clauses = self.region.clauses
        return clauses[self.number + 1] if self.number + 1 < len(clauses) else None


def find_spots(region: Region) -> Iterator[Spot]:
    """Yield every word of a region with its clause."""
    for number, clause in enumerate(region.clauses):
        for at in range(clause.first, clause.last):
            yield Spot(region, number, at)
