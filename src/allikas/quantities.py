"""Numbers and what they are numbers of: every amount of a report, with honest bounds.

The span of a measured amount is its number and unit (``40 percent``), as EstNER marks money and percentages;
that of a counted one its whole phrase (``over 10 000 soldiers``). ``of`` is the phrase counted or measured.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from allikas.lang.quantities import ORDINAL, SHARE, Amount, Particle, Quantities, Uncounted
from allikas.model.layers import Quantity, Timex
from allikas.model.span import Span
from allikas.model.word import Sentence, Word
from allikas.rules.grammar import Grammar, Node, longest


def find_quantities(
    words: Sequence[Word], sentences: Sequence[Sentence], times: Sequence[Timex], tables: Quantities
) -> tuple[Quantity, ...]:
    """Find the amounts in *words*; a number inside one of *times* belongs to the time.

    >>> from allikas.lang.quantities import NO_QUANTITIES
    >>> find_quantities((), (), (), NO_QUANTITIES)
    ()
    """
    taken = frozenset(at for timex in times for at in range(timex.span.start, timex.span.end))
    found = [
        (node, amount, sent) for sent in sentences for node, amount in _amounts(words, sent, taken, tables)
    ]
    return tuple(
        _quantity(f"q{at}", node, amount, words=words, sent=sent)
        for at, (node, amount, sent) in enumerate(found, 1)
    )


def _amounts(
    words: Sequence[Word], sent: Sentence, taken: frozenset[int], tables: Quantities
) -> Iterator[tuple[Node, Amount]]:
    """Choose the amounts of a sentence: longest first, none in a time, none in what is no quantity."""
    nodes = grammar_of(tables).parse(words, sent.first, sent.last)
    stops = _words_of_uncounted(nodes, weak=False)
    stops |= {at for at in range(sent.first, sent.last) if words[at].span.start in taken}
    bare_stops = stops | _words_of_uncounted(nodes, weak=True)
    particles = {node.last - 1 for node in nodes if isinstance(node.value, Particle)}
    free = [node for node in nodes if _is_free(node, stops, bare_stops) and not _hedges(node, particles)]
    return ((node, node.value) for node in longest(free) if isinstance(node.value, Amount))


def _is_free(node: Node, stops: set[int], bare_stops: set[int]) -> bool:
    amount = node.value
    return isinstance(amount, Amount) and (bare_stops if amount.is_bare else stops).isdisjoint(
        _core(node, amount)
    )


def _hedges(node: Node, particles: set[int]) -> bool:
    """Tell whether one of *particles* is taken for a hedge of the number."""
    amount = node.value
    return isinstance(amount, Amount) and not particles.isdisjoint(
        range(node.first, node.first + amount.before)
    )


def _words_of_uncounted(nodes: Sequence[Node], *, weak: bool) -> set[int]:
    return {
        at
        for node in nodes
        if isinstance(node.value, Uncounted) and node.value.weak == weak
        for at in range(node.first, node.last)
    }


@lru_cache(maxsize=8)
def grammar_of(tables: Quantities) -> Grammar:
    """Compile the rules of a language, once.

    >>> grammar_of(Quantities()).rules
    ()
    """
    return Grammar(tables.rules)


def _core(node: Node, amount: Amount) -> range:
    """Return the words of number and unit."""
    return range(node.first + amount.before, node.last - amount.after)


def _quantity(name: str, node: Node, amount: Amount, *, words: Sequence[Word], sent: Sentence) -> Quantity:
    number = amount.number
    extent = _core(node, amount) if _is_measured(amount) else range(node.first, node.last)
    return Quantity(
        name,
        _span(sent, words[extent[0]].span.start, words[extent[-1]].span.end),
        value=_float(number.value),
        low=_float(number.low),
        high=_float(number.high),
        unit=amount.unit,
        of=_span(sent, *amount.of) if amount.of else None,
        approx=number.approx,
        by=node.by,
    )


def _is_measured(amount: Amount) -> bool:
    return amount.unit is not None and amount.unit not in {ORDINAL, SHARE}


def _span(sent: Sentence, start: int, end: int) -> Span:
    return Span(start, end, sent.span.text[start - sent.span.start : end - sent.span.start])


def _float(number: Fraction | None) -> float | None:
    return None if number is None else float(number)
