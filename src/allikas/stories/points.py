"""A reading cut into points: a clause each, with what it says and whose word it is.

A point is the smallest thing that can be claimed: *fourteen crews were sent*. Words that only say who tells
it (*the rescue board said*) are no part of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from allikas.lang.pack import Pack
from allikas.model.layers import Event, Statement
from allikas.model.reading import Reading
from allikas.model.span import Span
from allikas.model.word import Sentence
from allikas.stories.figures import Figure, figure_of, length_of, like_its_neighbour
from allikas.stories.keys import Keys
from allikas.stories.moments import Moment, moment_of
from allikas.syntax.trees import Trees, turn

CLAUSES = ("ccomp", "advcl", "acl:relcl", "parataxis", "csubj", "csubj:cop")
"""Relations of a clause to its head, in Universal Dependencies."""
NOT_FACTS = frozenset({"planned", "possible", "conditional", "demanded", "hoped", "cancelled", "postponed"})
UNDONE = frozenset({"denied", "negated"})
BORROWED = 0.9  # what a relative clause has from the noun before it, it does not say itself: a guess


@dataclass(frozen=True, slots=True)
class Point:
    """A clause. ``keys`` are what it speaks of, with their weights, sorted; ``core`` is the key of its head.

    ``voices`` names the chain, outermost first; ``ahead`` is what is announced, feared or asked for, not told
    as a fact; ``part`` a figure of a part. ``event`` is the id of the event at its head.
    """

    document: str
    n: int
    start: int
    end: int
    text: str
    pieces: tuple[tuple[int, int], ...]
    sentence: tuple[int, int]
    keys: tuple[tuple[str, float], ...]
    core: str
    places: tuple[str, ...] = ()
    places_denied: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    moments: tuple[Moment, ...] = ()
    negated: bool = False
    ahead: bool = False
    part: bool = False
    voices: tuple[str, ...] = ()
    source: str | None = None
    statement: str | None = None
    event: str | None = None
    status: str | None = None
    witness: bool = False
    but: bool = False
    moves: bool = False
    past: bool = False
    cancels: bool = False
    stands: bool = False
    certainty: str = "certain"
    is_weather: bool = False


def find_points(reading: Reading, pack: Pack) -> tuple[Point, ...]:
    """Cut a reading into points.

    >>> from allikas.lang.pack import load
    >>> from allikas.model.document import Document
    >>> find_points(Reading(Document("")), load("et"))
    ()
    """
    return tuple(_Cutter(reading, pack).points())


class _Cutter:
    def __init__(self, reading: Reading, pack: Pack) -> None:
        self._reading, self._pack, self._tables = reading, pack, pack.stories
        self._trees: Trees = turn(reading.words)
        self._keys = Keys(reading, pack.stories)
        self._names = {entity.id: entity.name for entity in reading.entities}
        self._places = {one.name for one in reading.entities if one.type in {"GPE", "LOC"}}
        self._events = {event.span.start: event for event in reading.events}
        self._telling = _telling(reading.statements)
        self._numbers = frozenset(_places(reading))

    def points(self) -> Iterator[Point]:
        n = 0
        for sent in self._reading.sentences:
            for head, words in self._clauses(sent).items():
                said = [at for at in words if not self._only_tells(at)]
                keys = self._all_keys(head, said)
                if keys and not (self._only_tells(head) and self._statement(self._solid(said)) is None):
                    shown = words if self._only_tells(head) else said
                    yield self._point(n, sent, head, said, keys=keys, shown=shown)
                    n += 1

    def _clauses(self, sent: Sentence) -> dict[int, list[int]]:
        """Give every word of a sentence to its clause, by the clause's head."""
        clauses: dict[int, list[int]] = {}
        for at in range(sent.first, sent.last):
            head = at
            while not self._is_head(head) and (up := self._trees.head(head)) is not None:
                head = up
            clauses.setdefault(self._replaced(at, head, clauses), []).append(at)
        return clauses

    def _replaced(self, at: int, head: int, clauses: Mapping[int, list[int]]) -> int:
        """Put *not ten* into the clause of the *nine* before it, wherever the tree has it."""
        if not (self._is_set_right(at) and at in self._numbers):
            return head
        before = [(words[-1], other) for other, words in clauses.items() if self._numbers & {*words}]
        return max(before)[1] if before else head

    def _is_head(self, at: int) -> bool:
        if self._trees.head(at) is None:
            return True
        word = self._trees.words[at]
        if word.deprel not in {*CLAUSES, "conj"}:
            return False
        if word.upos in {"VERB", "AUX"}:
            return True
        return bool(self._trees.with_deprel(at, "cop", "nsubj", "nsubj:cop", "aux"))

    def _only_tells(self, at: int) -> bool:
        span = self._trees.words[at].span
        return any(part.contains(span) for part in self._telling)

    def _all_keys(self, head: int, said: Sequence[int]) -> dict[str, float]:
        keys = dict(self._keys.of(said))
        if keys:
            for key, weight in self._keys.of(self._borrowed(head)).items():
                keys.setdefault(key, weight * BORROWED)
        return keys

    def _borrowed(self, head: int) -> Sequence[int]:
        """Return what a clause leaves unsaid: the noun of a relative clause, the subject that verbs share."""
        word, up = self._trees.words[head], self._trees.head(head)
        if up is None:
            return ()
        if word.deprel == "acl:relcl":
            return (up,)
        if word.deprel == "conj" and not self._trees.with_deprel(head, "nsubj", "nsubj:cop"):
            return self._trees.with_deprel(up, "nsubj", "nsubj:cop")
        return ()

    def _point(
        self,
        n: int,
        sent: Sentence,
        head: int,
        said: Sequence[int],
        *,
        keys: dict[str, float],
        shown: Sequence[int],
    ) -> Point:
        words, doc = self._trees.words, self._reading.document
        solid = self._solid(shown)
        start, end = words[solid[0]].span.start, words[solid[-1]].span.end
        statement = self._statement([head, *self._solid(said)])
        event = self._event(head, said)
        voices = () if statement is None else tuple(self._names[one] for one in statement.chain)
        status = event.status if event else None
        return Point(
            doc.id, n, start, end, doc.text[start:end],
            pieces=tuple(_pieces([words[at].span for at in solid])),
            sentence=(sent.span.start, sent.span.end),
            keys=tuple(sorted(keys.items())),
            core=self._keys.shared_name(self._core(head, said), keys),
            places=tuple(sorted(self._where(said, denied=False))),
            places_denied=tuple(sorted(self._where(said, denied=True))),
            figures=_paired(tuple(self._figures(said))),
            moments=tuple(self._moments(said, event)),
            negated=self._is_denied(self._core(head, said), event, statement),
            ahead=status in NOT_FACTS
            or (event is not None and event.relation == "after")
            or self._is_open(statement),
            part=any(words[at].lemma in self._tables.parts for at in said),
            voices=voices,
            source=statement.source.text if statement and statement.source else None,
            statement=statement.id if statement else None,
            event=event.id if event else None,
            status=status,
            but=any(words[at].lemma in self._tables.but for at in self._beside(sent, said)),
            moves=self._has(said, self._tables.moves),
            cancels=self._has(said, self._tables.cancels),
            stands=self._has(said, self._tables.stands) or self._told_with(statement, self._tables.stands),
            past=(event is not None and event.relation == "before" and status != "conditional")
            or self._was_to(said),
            is_weather=self._has(said, self._tables.weather),
            certainty=event.certainty if event else "certain",
            witness=any(words[at].lemma in self._tables.witness for at in said),
        )  # fmt: skip

    def _is_open(self, statement: Statement | None) -> bool:
        """Tell whether somebody only does not confirm it: that is no denial."""
        return statement is not None and statement.negated and self._told_with(statement, self._tables.open)

    def _core(self, head: int, said: Sequence[int]) -> int:
        """Return the word that says what happened: not the one that only tells it."""
        if not self._only_tells(head):
            return head
        return next((at for at in said if self._trees.words[at].upos == "VERB"), said[0])

    def _statement(self, places: Sequence[int]) -> Statement | None:
        """Return the innermost statement that the clause stands in, by its first words."""
        for span in (self._trees.words[at].span for at in places[:2]):
            holding = [
                one for one in self._reading.statements if any(part.contains(span) for part in one.content)
            ]
            if holding:
                return min(holding, key=lambda one: (-len(one.chain), sum(map(_length, one.content))))
        return None

    def _has(self, said: Sequence[int], table: frozenset[str]) -> bool:
        """Tell whether a clause has a word of a table, or all words of a phrase there."""
        lemmas = {self._trees.words[at].lemma for at in said}
        return any(lemmas.issuperset(one.split()) for one in table)

    def _told_with(self, statement: Statement | None, table: frozenset[str]) -> bool:
        cues = [] if statement is None else statement.cue
        return any(
            word.lemma in table for word in self._reading.words for cue in cues if cue.contains(word.span)
        )

    def _solid(self, said: Sequence[int]) -> Sequence[int]:
        """Leave out what only joins a clause to others: signs, and conjunctions at its beginning."""
        signs = [at for at in said if self._trees.words[at].upos != "PUNCT"]
        first = 0
        while first < len(signs) and self._trees.is_deprel(signs[first], "mark", "cc"):
            first += 1
        return signs[first:] or said

    def _beside(self, sent: Sentence, said: Sequence[int]) -> Sequence[int]:
        """Return the words of a clause and the few after it, where *but* stands."""
        return range(said[0], min(sent.last, said[-1] + 3))

    def _event(self, head: int, said: Sequence[int]) -> Event | None:
        places = [head, *(at for at in said if self._trees.head(at) == head), *said]
        found = (self._events.get(self._trees.words[at].span.start) for at in places)
        return next((event for event in found if event is not None and event.cls != "REPORTING"), None)

    def _is_denied(self, core: int, event: Event | None, statement: Statement | None) -> bool:
        """Tell whether a clause says that it is not so; a denial that its event knows of counts once."""
        if event is not None and event.status == "denied":
            return True
        return self._is_negated(core, event) != bool(statement and statement.negated)

    def _is_negated(self, head: int, event: Event | None) -> bool:
        below = (head, *self._trees.with_deprel(head, "aux", "cop", "advmod"))
        grammar = any("Polarity=Neg" in self._trees.words[at].feats for at in below)
        return grammar or (event is not None and (event.polarity == "NEG" or event.status in UNDONE))

    def _where(self, said: Sequence[int], *, denied: bool) -> set[str]:
        found = (at for at in said if self._keys.name(at) in self._places)
        return {self._spot(at) for at in found if self._is_set_right(at) == denied}

    def _spot(self, at: int) -> str:
        """Return a place, with the thing there that is meant: *Vägeva crossing*."""
        head = self._trees.head(at)
        name, words = self._keys.name(at) or "", self._trees.words
        if head is None or head != at + 1 or words[head].upos != "NOUN" or self._keys.name(head) == name:
            return name
        return f"{name} {words[head].lemma}"

    def _figures(self, said: Sequence[int]) -> Iterator[Figure]:
        for quantity in self._reading.quantities:
            if places := self._inside(quantity.span, said):
                of = None if quantity.of is None else self._counted(quantity.of, said)
                somebody = of is not None and of.endswith(self._tables.endings)
                denied = self._is_set_right(places[0])
                yield figure_of(quantity, of, denied=denied, somebody=somebody)
        for timex in self._reading.times:
            if (places := self._inside(timex.span, said)) and (figure := length_of(timex)):
                yield figure

    def _inside(self, span: Span, said: Sequence[int]) -> list[int]:
        return [at for at in said if span.contains(self._trees.words[at].span)]

    def _counted(self, of: Span, said: Sequence[int]) -> str | None:
        inside = [at for at in said if of.contains(self._trees.words[at].span)]
        return self._keys.key(inside[-1]) if inside else None

    def _moments(self, said: Sequence[int], event: Event | None) -> Iterator[Moment]:
        for timex in self._reading.times:
            if not (places := self._inside(timex.span, said)):
                continue
            if self._tells_which(places):
                continue
            own = [one for one in self._reading.events if one.time == timex.id and one.cls != "REPORTING"]
            status = _outlook([*own, *([event] if event else [])])
            denied, edge = self._is_set_right(places[0]), self._edge(places)
            if moment := moment_of(timex, denied=denied, edge=edge, status=status):
                yield moment

    def _tells_which(self, places: Sequence[int]) -> bool:
        """Tell whether a time is an adjective to a noun: *Tuesday's fire* says which, not when."""
        word, head = self._trees.words[places[-1]], self._trees.head(places[-1])
        if head is None or word.upos != "ADJ" or len(places) > 1:
            return False
        cases = {feat for feat in word.feats if feat.startswith("Case=")}
        return bool(cases & self._trees.words[head].feats)

    def _was_to(self, said: Sequence[int]) -> bool:
        """Tell whether a clause says what was to be: a modal verb in the past."""
        found = (self._events.get(self._trees.words[at].span.start) for at in said)
        return any(one.cls == "MODAL" and one.relation == "before" for one in found if one is not None)

    def _edge(self, places: Sequence[int]) -> str | None:
        """Tell *by* and *before* and *not before* a time from *on* it."""
        words = self._trees.words
        before = {words[at].lemma for at in range(max(0, places[0] - 2), places[0])}
        feats = {feat for at in places for feat in words[at].feats}
        if before & self._tables.until:
            return "before"
        if before & self._tables.since and "Case=Ter" in feats:
            return "since"
        return "by" if "Case=Tra" in words[places[-1]].feats else None

    def _is_set_right(self, at: int) -> bool:
        """Tell whether *not* stands before a figure or a time that another one replaces."""
        words = self._trees.words
        before = [words[place].lemma for place in range(max(0, at - 2), at)]
        return any(lemma in self._tables.instead for lemma in before)


def _pieces(spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Join the words of a clause to the stretches that are its own."""
    start, end = spans[0].start, spans[0].end
    for span in spans[1:]:
        if span.start > end + 2:
            yield start, end
            start = span.start
        end = span.end
    yield start, end


OUTLOOK = ("cancelled", "postponed", "planned", "demanded", "hoped", "possible")


def _outlook(events: Sequence[Event]) -> str | None:
    """Say how a time stands that several events have: called off, put off, planned, or else ``None``."""
    stands = {one.status for one in events} | {"planned" for one in events if one.relation == "after"}
    return next((status for status in OUTLOOK if status in stands), None)


def _paired(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Put a figure that is set right into the unit of the one before it."""
    kept = [one for one in figures if not one.denied]
    return tuple(
        like_its_neighbour(one, max(kept, key=lambda other: (other.start < one.start, other.start)))
        if one.denied and kept
        else one
        for one in figures
    )


def _places(reading: Reading) -> Iterator[int]:
    """Yield the words of figures and times: the first word of each figure, all words of each time."""
    starts = {word.span.start: at for at, word in enumerate(reading.words)}
    spans = [one.span for one in reading.quantities] + [one.span for one in reading.times]
    for span in spans:
        at = starts.get(span.start, len(reading.words))
        while at < len(reading.words) and reading.words[at].span.end <= span.end:
            yield at
            at += 1


def _telling(statements: Sequence[Statement]) -> tuple[Span, ...]:
    """Return what only says whose word it is."""
    parts = [span for one in statements for span in (*one.cue, one.source, one.relay) if span is not None]
    return tuple(parts)


def _length(span: Span) -> int:
    return span.end - span.start
