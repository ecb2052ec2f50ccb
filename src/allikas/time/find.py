"""Finding times: rules give expressions, the calendar gives their values."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from allikas.lang.time import NotTime, Times
from allikas.model.calendar import Expression, Period, Piece, Point, Several, Single
from allikas.model.layers import Problem, Timex
from allikas.model.published import Published
from allikas.model.span import Span
from allikas.model.word import Sentence, Word
from allikas.rules.grammar import Grammar, Node, longest
from allikas.time.anchor import Tense
from allikas.time.publication import anchors
from allikas.time.tense import is_state, tense_of, told_tense
from allikas.time.values import Item, Written, written


class TimesFound(NamedTuple):
    """The times of a text, and what is wrong with some of them."""

    times: tuple[Timex, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """A single time where it stands."""

    span: Span
    item: Item
    by: tuple[str, ...]


def find_times(
    words: Sequence[Word], sentences: Sequence[Sentence], published: Published | None, tables: Times
) -> TimesFound:
    """Find the times in *words* and count them from the date of publication; it reads no clock.

    >>> from allikas.lang.time import NO_TIMES
    >>> find_times((), (), None, NO_TIMES)
    TimesFound(times=(), problems=())
    """
    places = [
        place for number, sent in enumerate(sentences) for place in _places(words, sent, number, tables)
    ]
    values = written([place.item for place in places], anchors(published))
    times = tuple(_timex(f"t{at}", *pair) for at, pair in enumerate(zip(places, values, strict=True), 1))
    pairs = zip(places, values, strict=True)
    problems = tuple(
        Problem("times", f"{message}: {place.span.text}", place.span)
        for place, one in pairs
        if (message := _wrong(place.item, one))
    )
    return TimesFound(times, problems)


def _wrong(item: Item, value: Written) -> str | None:
    """Say what is wrong with a date: there is none, or it falls on another weekday than the text says."""
    if value.impossible:
        return "there is no such date"
    weekday = item.time.fields.weekday if isinstance(item.time, Point) else None
    day = value.edtf if weekday and value.edtf and _DAY.fullmatch(value.edtf) else None
    return "the date is another weekday" if day and date.fromisoformat(day).isoweekday() != weekday else None


_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _timex(name: str, place: _Place, value: Written) -> Timex:
    by = (*place.by, *value.by)
    return Timex(name, place.span, value.type, value.value, value.edtf, value.mod, by)


def _places(words: Sequence[Word], sent: Sentence, number: int, tables: Times) -> Iterator[_Place]:
    inside = _uncapitalised(words[sent.first : sent.last])
    nodes = grammar_of(tables).parse(inside)
    for node in longest([node for node in nodes if isinstance(node.value, Expression | NotTime)]):
        at = sent.first + node.first, sent.first + node.last
        told = told_tense(words, sent, *at) if tables.present_is_future else None
        state = _is_today(node.value) and is_state(words, sent, *at)
        verb = _Verb(tense_of(words, sent, *at, tables), told, number, state)
        yield from _pieces(inside, sent, node, verb)


def _uncapitalised(words: Sequence[Word]) -> Sequence[Word]:
    """Take the first word of a sentence as what it is in small letters: there a capital makes no name."""
    at = next((at for at, word in enumerate(words) if word.form[:1].isalpha()), None)
    if at is None or not words[at].lemma[:1].isupper() or words[at].form[1:2].isupper():
        return words
    first = replace(words[at], lemma=words[at].lemma.lower(), upos="NOUN")
    return (*words[:at], first, *words[at + 1 :])


class _Verb(NamedTuple):
    """What the clause says of a time: its tense, that of a finite verb right above, whether it is a state."""

    tense: Tense | None
    told: Tense | None
    sentence: int
    state: bool


def _is_today(found: object) -> bool:
    return isinstance(found, Point) and found.hint == "nowadays"


def _pieces(words: Sequence[Word], sent: Sentence, node: Node, verb: _Verb) -> Iterator[_Place]:
    pieces = _singles(node.value)
    period = next((piece.time for piece in pieces if isinstance(piece.time, Period)), None)
    for piece in pieces:
        inside = [word.span for word in words[node.first : node.last] if _is_inside(word.span, piece)]
        if inside:
            span = _span(sent, inside[0].start, inside[-1].end)
            yield _Place(span, Item(piece.time, *verb, of=period), node.by)


def _is_inside(span: Span, piece: Piece) -> bool:
    """Tell whether a word belongs to a piece: whole words, never the blank between them."""
    after = piece.start is None or span.start >= piece.start
    return after and (piece.end is None or span.end <= piece.end)


def _singles(value: object) -> tuple[Piece, ...]:
    if isinstance(value, Several):
        return value.pieces
    return (Piece(value),) if isinstance(value, Single) else ()


@lru_cache(maxsize=8)
def grammar_of(tables: Times) -> Grammar:
    """Compile the rules of a language, once.

    >>> grammar_of(Times()).rules
    ()
    """
    return Grammar(tables.rules)


def _span(sent: Sentence, start: int, end: int) -> Span:
    return Span(start, end, sent.span.text[start - sent.span.start : end - sent.span.start])


__all__ = ["Expression", "TimesFound", "find_times", "grammar_of"]
