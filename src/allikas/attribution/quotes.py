"""Quotation marks in pairs, and which pairs hold somebody's words rather than a title or a fragment."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from allikas.attribution.frame import Words
from allikas.model.word import Sentence, Word
from allikas.segment.marks import closing_marks, is_quote

LONGEST = 40  # sentences in one quotation; a guess that keeps an unclosed mark from swallowing a document
_STOPS = frozenset(".?!…") | {"..", "...", "?!", "!!"}


class Quote(NamedTuple):
    """What stands between two marks: ``[first, last)`` without them; ``speech`` where somebody speaks."""

    first: int
    last: int
    speech: bool

    @property
    def words(self) -> Words:
        """The range without the marks."""
        return Words(self.first, self.last)


def find_quotes(words: Sequence[Word], sentences: Sequence[Sentence]) -> tuple[Quote, ...]:
    """Pair the marks; a mark without its partner is left alone.

    Inner quotations are left out where the outer one is speech: they belong to its words.
    """
    number = _sentence_numbers(words, sentences)
    quotes = [
        Quote(first, last, _is_speech(words, first, last, one_sentence=number[first] == number[last - 1]))
        for first, last in sorted(_pairs(words, number))
        if first < last
    ]
    return tuple(_outermost(quotes))


def _sentence_numbers(words: Sequence[Word], sentences: Sequence[Sentence]) -> list[int]:
    numbers = [0] * len(words)
    for number, sent in enumerate(sentences):
        numbers[sent.first : sent.last] = [number] * (sent.last - sent.first)
    return numbers


def _pairs(words: Sequence[Word], number: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the ranges between marks that belong together; at most two levels are kept open."""
    slips = {at + 1 for at in range(1, len(words) - 1) if _has_slipped(words, at)}
    closing = closing_marks([word.token for word in words], slips)
    opened: list[int] = []
    for at, word in enumerate(words):
        if not is_quote(word.form):
            continue
        opened = [mark for mark in opened if number[at] - number[mark] < LONGEST]
        if opened and (at in closing or _ends_speech(words, at)):
            yield opened.pop() + 1, at
        elif at not in closing:
            opened = [mark for mark in opened if number[mark] == number[at]][-1:] or opened[-1:]
            opened.append(at)


def _has_slipped(words: Sequence[Word], at: int) -> bool:
    """Tell whether a straight mark that ends speech touches the word behind alone."""
    if words[at].form != '"' or not _ends_speech(words, at):
        return False
    before, mark, behind = (words[near].span for near in (at - 1, at, at + 1))
    return before.end < mark.start and mark.end == behind.start


def _ends_speech(words: Sequence[Word], at: int) -> bool:
    """Tell a closing mark that a slip has moved to the word behind: `..., "said X`."""
    behind = words[at + 1].form if at + 1 < len(words) else ""
    return at > 0 and words[at - 1].form in _STOPS | {","} and behind[:1].islower()


def _is_speech(words: Sequence[Word], first: int, last: int, *, one_sentence: bool) -> bool:
    """Tell speech from a title or a fragment by its length, its verb, and the stops around it."""
    if not one_sentence:
        return True
    inside = words[first:last]
    verb = any("VerbForm=Fin" in word.feats for word in inside)
    before = words[first - 2].form if first > 1 else ""
    after = words[last + 1].form if last + 1 < len(words) else ""
    led = before == ":" or first < 2 or before in _STOPS
    if inside[0].form.islower() and not led and before not in {",", "-", "–", "—"}:
        return False
    stopped = inside[-1].form in _STOPS | {","} or (after in {",", "-", "–", "—"} and verb)
    return stopped if verb else (stopped and (led or before in {",", ""}))


def _outermost(quotes: Sequence[Quote]) -> Iterator[Quote]:
    end = 0
    for quote in quotes:
        if quote.last <= end:
            continue
        yield quote
        if quote.speech:
            end = quote.last
