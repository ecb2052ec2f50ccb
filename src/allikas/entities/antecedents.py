"""Whom a pronoun of the third person stands for: the noun before it that the most preferences speak for.

The method is that of Lappin and Leass (1994), factors of salience that add up, with agreement and binding as
filters. Weights began as guesses; a search, one weight at a time in coarse steps, over half of the texts of
``data/coref`` moved some, and weights without use on all of it were dropped, so that figures on that data
flatter them. ``benchmarks/score_coref.py --ablation`` says what each is worth.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from allikas.entities.nouns import Reader, kind_of
from allikas.syntax.trees import Trees

WINDOW = 5  # sentences back; 96 of 100 antecedents of data/coref stand within them
LEAST = -12.0  # a best candidate below this is none; a guess, so low that it seldom matters
_CLAUSES = ("root", "ccomp", "csubj", "conj", "parataxis", "acl", "advcl", "list", "discourse", "dep")


class Candidate(NamedTuple):
    """A noun or a pronoun that may be an antecedent, with what the preferences ask of it."""

    at: int
    sentence: int
    clause: int
    plural: bool
    joined: bool
    kind: str | None
    named: bool
    role: str
    source: bool
    living: bool


class Pair(NamedTuple):
    """A pronoun, a candidate for its antecedent, how often that was spoken of, if it speaks here."""

    pronoun: Candidate
    candidate: Candidate
    spoken: int
    speaks: bool


class Preference(NamedTuple):
    """Something that speaks for a candidate, or against: times *weight*."""

    name: str
    weight: float
    holds: Callable[[Pair], float]


@dataclass(slots=True)
class Antecedents:
    """All nouns of a report, to be asked for the antecedent of one pronoun after the other, in order."""

    reader: Reader
    sources: frozenset[int]
    speakers: Mapping[int, int]
    candidates: list[Candidate] = field(init=False)
    _clauses: list[int] = field(init=False)
    _sentences: list[int] = field(init=False)

    def __post_init__(self) -> None:
        trees = self.reader.trees
        self._sentences = _sentences(trees)
        self._clauses = _clauses(trees)
        words = trees.words
        self.candidates = [self.look(at) for at in range(len(words)) if self._is_noun(at)]

    def _is_noun(self, at: int) -> bool:
        word = self.reader.words[at]
        if word.upos not in {"NOUN", "PROPN"}:
            return False
        span = self.reader.spans.get(at)
        inside = span is not None and span.first <= (word.head if word.head is not None else -1) < span.last
        return not inside and word.deprel not in {"flat", "fixed"}

    def look(self, at: int) -> Candidate:
        """Return what the preferences ask of the word *at*."""
        trees, span = self.reader.trees, self.reader.spans.get(at)
        joined = any(trees.words[child].upos in {"NOUN", "PROPN"} for child in trees.with_deprel(at, "conj"))
        kind = span.type if span is not None else kind_of(trees.words[at].lemma, self.reader.names)
        names, lemma = self.reader.names, trees.words[at].lemma
        living = lemma.endswith(names.living) and not lemma.endswith(names.lifeless)
        return Candidate(
            at=at,
            sentence=self._sentences[at],
            clause=self._clauses[at],
            plural="Number=Plur" in trees.words[at].feats or _is_counted(trees, at),
            joined=joined,
            kind=kind,
            named=span is not None,
            role=(trees.words[at].deprel or "").partition(":")[0],
            source=at in self.sources,
            living=kind is None and living,
        )

    def find(self, at: int, actors: Mapping[int, Hashable]) -> Candidate | None:
        """Return the antecedent of the pronoun *at*, or nothing; *actors* tells who stands where so far."""
        pronoun = self.look(at)
        end = bisect_left(self.candidates, at, key=lambda one: one.at)
        start = end
        while start and self.candidates[start - 1].sentence >= pronoun.sentence - WINDOW:
            start -= 1
        near = self.candidates[start:end]
        counts = Counter(actors[one.at] for one in near if one.at in actors)
        me = actors.get(self.speakers.get(at, -1))
        best, most = None, LEAST
        for candidate in near:
            actor = actors.get(candidate.at)
            speaks = candidate.at == self.speakers.get(at) or (me is not None and actor is me)
            pair = Pair(pronoun, candidate, counts[actor], speaks)
            weight = weigh(pair)
            if weight >= most:
                best, most = candidate, weight
        return best

    def resolved(self, at: int, like: Candidate) -> None:
        """Let a pronoun be a candidate itself: it is of the kind of its antecedent."""
        own = self.look(at)._replace(kind=like.kind, living=like.living, named=like.named, joined=False)
        place = bisect_left(self.candidates, at, key=lambda one: one.at)
        self.candidates.insert(place, own)


def weigh(pair: Pair) -> float:
    """Return what all preferences say of a pair."""
    return sum(one.weight * one.holds(pair) for one in PREFERENCES)


def _sentences(trees: Trees) -> list[int]:
    """Return the number of the sentence of each word; roots tell sentences apart."""
    numbers = [0] * len(trees.words)
    roots = [at for at in range(len(trees.words)) if trees.head(at) is None]
    for number, root in enumerate(roots):
        for at in range(*trees.edges[root]):
            numbers[at] = number
    return numbers


def _clauses(trees: Trees) -> list[int]:
    """Return the head of the clause of each word."""
    found = [-1] * len(trees.words)
    for start in range(len(trees.words)):
        path, at = [], start
        while found[at] < 0:
            path.append(at)
            head = trees.head(at)
            if head is None or _opens(trees, at):
                found[at] = at
                break
            at = head
        for one in path:
            found[one] = found[at]
    return found


def _opens(trees: Trees, at: int) -> bool:
    """Tell whether a word heads a clause: a noun that a conjunction joins heads none."""
    if trees.is_deprel(at, "conj", "acl"):
        return trees.words[at].upos in {"VERB", "AUX"}
    return trees.is_deprel(at, *_CLAUSES)


def _is_counted(trees: Trees, at: int) -> bool:
    """Tell whether a number stands with a noun that stays in the singular (`kolm meest`)."""
    return bool(trees.with_deprel(at, "nummod")) and "Case=Par" in trees.words[at].feats


def _same_number(pair: Pair) -> bool:
    candidate = pair.candidate
    return pair.pronoun.plural == (candidate.plural or candidate.joined)


def _body(pair: Pair) -> bool:
    return pair.candidate.kind in {"ORG", "GPE"}


def _before(pair: Pair) -> int:
    return pair.pronoun.sentence - pair.candidate.sentence


def _same_clause(pair: Pair) -> bool:
    return pair.pronoun.clause == pair.candidate.clause


def _core(candidate: Candidate) -> bool:
    return candidate.role in {"nsubj", "obj"}


def _is_mute(pair: Pair) -> bool:
    return pair.pronoun.source and pair.candidate.kind != "PER" and not pair.candidate.living


PREFERENCES: tuple[Preference, ...] = (
    Preference("other number", -8, lambda pair: not _same_number(pair) and not _body(pair)),
    Preference("person", 3, lambda pair: pair.candidate.kind == "PER"),
    Preference("named person", 1.5, lambda pair: pair.candidate.kind == "PER" and pair.candidate.named),
    Preference("living", 3, lambda pair: pair.candidate.living),
    Preference("subject", 0.5, lambda pair: pair.candidate.role == "nsubj"),
    Preference("modifier", -0.5, lambda pair: pair.candidate.role == "nmod"),
    Preference("sentence before", -3, _before),
    Preference("argument beside", -3, lambda pair: _same_clause(pair) and _core(pair.candidate)),
    Preference("source again", 3, lambda pair: pair.pronoun.source and pair.candidate.source),
    Preference("thing that speaks", -3, _is_mute),
    Preference("speaker of the words", -6, lambda pair: pair.speaks),
    Preference("spoken of before", 1, lambda pair: min(pair.spoken, 3)),
)
"""All preferences: what speaks for an antecedent (above naught) and against it."""
