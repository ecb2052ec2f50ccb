"""Finding everything that a list of rules can build over words, bottom-up, at a cost that grows with matches.

A rule whose pattern has values waits for a value of one of those types; a rule of words alone waits for one
of its words, looked up by lemma, form, digit or part of speech. Nothing is tried where nothing can start.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from allikas.model.word import Word
from allikas.rules.rule import Piece, Rule

LONGEST = 24  # words in one match; a guess: twice the longest expression seen, and it keeps cost linear


@dataclass(frozen=True, slots=True)
class Node:
    """A value over the words ``[first, last)``, and the names of the rules that built it, innermost first."""

    first: int
    last: int
    value: object
    by: tuple[str, ...]
    order: int = 0


@dataclass(frozen=True, slots=True)
class _Variant:
    """A rule with its optional pieces settled: ``slots`` says which arguments the present pieces fill."""

    order: int
    rule: Rule
    pieces: tuple[Piece, ...]
    slots: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Wait:
    """A variant that waits with its piece number ``at`` for a word or a value; the pieces on either side."""

    variant: _Variant
    piece: Piece
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


class Grammar:
    """A compiled list of rules. Where two values cover the same words, the earlier rule is preferred."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        self._by_key: dict[str, dict[str, list[_Wait]]] = {
            "form": defaultdict(list), "lemma": defaultdict(list), "upos": defaultdict(list),
            "digit": defaultdict(list),
        }  # fmt: skip
        self._by_kind: dict[type, list[_Wait]] = defaultdict(list)
        for variant in _variants(self.rules):
            self._index(variant)

    def _index(self, variant: _Variant) -> None:
        kinds = [(piece.kind, at) for at, piece in enumerate(variant.pieces) if piece.kind is not None]
        for kind, at in kinds:
            self._by_kind[kind].append(_wait(variant, at))
        if not kinds:
            at = _rarest(variant.pieces)
            asked, keys = _keys(variant.pieces[at])
            for key in keys:
                self._by_key[asked][key].append(_wait(variant, at))

    def parse(self, words: Sequence[Word], first: int = 0, last: int | None = None) -> tuple[Node, ...]:
        """Return every value that the rules build over ``words[first:last]``, in the order found."""
        chart = _Chart(words, first, len(words) if last is None else last)
        for at in range(chart.first, chart.last):
            for wait in self._waiting(words[at]):
                chart.complete(wait, at, at + 1)
        for node in chart.agenda():
            for kind in type(node.value).__mro__:
                for wait in self._by_kind.get(kind, ()):
                    chart.complete(wait, node.first, node.last, node)
        return tuple(chart.nodes)

    def _waiting(self, word: Word) -> Iterator[_Wait]:
        """Yield what waits for *word*: for its form, its lemma, its part of speech, its digits."""
        form = word.form
        yield from self._by_key["form"].get(form.lower(), ())
        yield from self._by_key["lemma"].get(word.lemma, ())
        yield from self._by_key["upos"].get(word.upos, ())
        if form[:1].isdigit() or form[1:2].isdigit() or form[-1:].isdigit():  # 15; -15; art.15
            yield from self._by_key["digit"].get("", ())


def _wait(variant: _Variant, at: int) -> _Wait:
    return _Wait(variant, variant.pieces[at], variant.pieces[:at], variant.pieces[at + 1 :])


def longest(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Choose from *nodes* without overlap: longer before shorter, then left to right, then earlier rule.

    >>> a, b, c = Node(0, 2, "x", ()), Node(1, 4, "y", ()), Node(4, 5, "z", ())
    >>> [node.value for node in longest([a, b, c])]
    ['y', 'z']
    """
    taken: set[int] = set()
    chosen = []
    for node in sorted(nodes, key=lambda node: (node.first - node.last, node.first, node.order)):
        if taken.isdisjoint(range(node.first, node.last)):
            taken.update(range(node.first, node.last))
            chosen.append(node)
    return tuple(sorted(chosen, key=lambda node: node.first))


class _Chart:
    """What has been found so far, looked up by where it begins and where it ends."""

    def __init__(self, words: Sequence[Word], first: int, last: int) -> None:
        self.words, self.first, self.last = words, first, last
        self.nodes: list[Node] = []
        self._seen: set[tuple[int, int, object]] = set()
        self._from: dict[int, list[Node]] = defaultdict(list)
        self._to: dict[int, list[Node]] = defaultdict(list)

    def agenda(self) -> Iterator[Node]:
        """Yield every node once, those added meanwhile included."""
        at = 0
        while at < len(self.nodes):
            yield self.nodes[at]
            at += 1

    def complete(self, wait: _Wait, first: int, last: int, node: Node | None = None) -> None:
        """Try the variant that waits with its piece standing on ``[first, last)``."""
        if not self._has_neighbours(wait, first, last):
            return
        if not (wait.piece.accepts(node.value) if node else wait.piece.admits(self.words[first])):
            return
        here: object = node or self.words[first]
        for start, before in self._leftwards(wait.before, first):
            for end, after in self._rightwards(wait.after, last):
                if end - start <= LONGEST:
                    self._add(wait.variant, start, end, (*before, here, *after))

    def _has_neighbours(self, wait: _Wait, first: int, last: int) -> bool:
        """Look at the pieces next to it first: most of what waits fails there."""
        if wait.after:
            piece = wait.after[0]
            found = (
                self._from.get(last) if piece.kind else last < self.last and piece.admits(self.words[last])
            )
            if not found:
                return False
        if wait.before:
            piece = wait.before[-1]
            return bool(
                self._to.get(first)
                if piece.kind
                else first > self.first and piece.admits(self.words[first - 1])
            )
        return True

    def _add(self, variant: _Variant, first: int, last: int, parts: tuple[object, ...]) -> None:
        arguments: list[object] = [None] * len(variant.rule.pattern)
        by: list[str] = []
        for slot, part in zip(variant.slots, parts, strict=True):
            arguments[slot] = part.value if isinstance(part, Node) else part
            by.extend(part.by if isinstance(part, Node) else ())
        meant = variant.rule.meaning(*arguments)
        key = (first, last, meant)
        if meant is None or key in self._seen:
            return
        self._seen.add(key)
        node = Node(first, last, meant, (*by, variant.rule.name), variant.order)
        self.nodes.append(node)
        self._from[first].append(node)
        self._to[last].append(node)

    def _rightwards(self, pieces: tuple[Piece, ...], at: int) -> Iterator[tuple[int, tuple[object, ...]]]:
        if not pieces:
            yield at, ()
            return
        for end, part in self._starting(pieces[0], at):
            for final, rest in self._rightwards(pieces[1:], end):
                yield final, (part, *rest)

    def _leftwards(self, pieces: tuple[Piece, ...], at: int) -> Iterator[tuple[int, tuple[object, ...]]]:
        if not pieces:
            yield at, ()
            return
        for start, part in self._ending(pieces[-1], at):
            for initial, rest in self._leftwards(pieces[:-1], start):
                yield initial, (*rest, part)

    def _starting(self, piece: Piece, at: int) -> Iterator[tuple[int, object]]:
        if piece.kind is not None:
            yield from ((node.last, node) for node in list(self._from[at]) if piece.accepts(node.value))
        elif at < self.last and piece.admits(self.words[at]):
            yield at + 1, self.words[at]

    def _ending(self, piece: Piece, at: int) -> Iterator[tuple[int, object]]:
        if piece.kind is not None:
            yield from ((node.first, node) for node in list(self._to[at]) if piece.accepts(node.value))
        elif at > self.first and piece.admits(self.words[at - 1]):
            yield at - 1, self.words[at - 1]


def _variants(rules: Sequence[Rule]) -> Iterator[_Variant]:
    """Settle optional pieces both ways; a variant must keep a piece. Of equal neighbours the first stand."""
    for order, rule in enumerate(rules):
        seen: set[tuple[Piece, ...]] = {()}
        for present in product(*((True, False) if piece.optional else (True,) for piece in rule.pattern)):
            slots = tuple(slot for slot, kept in enumerate(present) if kept)
            pieces = tuple(rule.pattern[slot] for slot in slots)
            if pieces not in seen:
                seen.add(pieces)
                yield _Variant(order, rule, pieces, slots)


def _rarest(pieces: Sequence[Piece]) -> int:
    """Choose the piece that waits: a spelling or lemma before a digit, and that before a part of speech."""

    def commonness(at: int) -> int:
        piece = pieces[at]
        return 0 if piece.forms or piece.lemmas else 1 if piece.shape else 2

    return min(range(len(pieces)), key=commonness)


def _keys(piece: Piece) -> tuple[str, Collection[str]]:
    """Say what the piece asks of a word that it waits for, and which answers it takes."""
    if piece.forms:
        return "form", piece.forms
    if piece.lemmas:
        return "lemma", piece.lemmas
    if piece.shape:
        return "digit", ("",)
    if not piece.upos:
        raise ValueError("a pattern needs a piece to wait for: a form, a lemma, a digit, a tag or a value")
    return "upos", piece.upos
