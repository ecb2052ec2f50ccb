"""Interviews: whoever is asked answers turn by turn, in no quotation marks and with no word that reports."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from allikas.attribution.frame import Frame, Words
from allikas.attribution.quotes import Quote
from allikas.model.word import Sentence, Word

ANSWER = "interview answer"
MANY = 3
FAR = 25  # sentences from one question to the next; the longest answer of the training articles has 21
PERSONAL = 1 / 8  # of the questions say `you`, and as many answers `I` or `we`; measured there
LONG = 10  # questions that make an interview though none says `you`: no column there has as many
FULL = 2  # proper nouns in a full name
APART = 2  # characters between sentences where a paragraph ends
_ENDS = frozenset({".", "!", "?", "…", "...", "?!", "!!", "!?", ")"})


class Turn(NamedTuple):
    """Sentences ``[first, last)`` that one of the two says."""

    first: int
    last: int


def find_answers(
    words: Sequence[Word], sentences: Sequence[Sentence], quotes: Sequence[Quote]
) -> tuple[Frame, ...]:
    """Find what is answered to questions that stand in no quotation, where there are enough of them."""
    asked = list(_questions(words, sentences, quotes))
    return tuple(
        _frame(sentences, answer, named)
        for run in _runs(asked)
        if len(run) >= MANY
        for named in [_addressed(words, sentences, run)]
        for answer in _answers(words, sentences, run)
    )


def _addressed(words: Sequence[Word], sentences: Sequence[Sentence], run: Sequence[Turn]) -> Words | None:
    """Return the first full name by which a question addresses somebody: `X, what do you do?`."""
    asking = (sentences[at] for turn in run for at in range(*turn) if _addresses(words, sentences[at]))
    names = (name for sent in asking for name in _names(words, sent) if _is_called(words, sent, name))
    return next(names, None)


def _names(words: Sequence[Word], sent: Sentence) -> Iterator[Words]:
    """Yield the runs of two proper nouns or more."""
    first = sent.first
    for at in range(sent.first, sent.last + 1):
        if at == sent.last or words[at].upos != "PROPN":
            if at - first >= FULL:
                yield Words(first, at)
            first = at + 1


def _is_called(words: Sequence[Word], sent: Sentence, name: Words) -> bool:
    """Tell whether commas set a name apart, with its office before it at the start of the sentence."""
    behind = words[name.last].form if name.last < sent.last else "?"
    start = max((at + 1 for at in range(sent.first, name.first) if words[at].form == ","), default=sent.first)
    office = all(words[at].upos in {"NOUN", "ADJ", "PROPN"} for at in range(start, name.first))
    return office and behind in {",", "?"}


def _questions(
    words: Sequence[Word], sentences: Sequence[Sentence], quotes: Sequence[Quote]
) -> Iterator[Turn]:
    """Yield the questions, each with the sentences of its paragraph before it; neighbours are one."""
    spoken = [quote for quote in quotes if quote.speech]
    inside = {at for quote in spoken for at in range(quote.first - 1, quote.last + 1)}
    parted = _has_paragraphs(sentences)
    last: Turn | None = None
    for number, sent in enumerate(sentences):
        if words[sent.last - 1].form not in {"?", "?!"} or not inside.isdisjoint(
            range(sent.first, sent.last)
        ):
            continue
        if parted and not _ends_paragraph(sentences, number):
            continue
        turn = Turn(_turn_start(words, sentences, number, parted=parted), number + 1)
        if last is not None and turn.first <= last.last:
            turn = Turn(last.first, turn.last)
        elif last is not None:
            yield last
        last = turn
    if last is not None:
        yield last


def _has_paragraphs(sentences: Sequence[Sentence]) -> bool:
    return any(_is_apart(before, after) for before, after in pairwise(sentences))


def _is_apart(before: Sentence, after: Sentence) -> bool:
    return after.span.start - before.span.end >= APART


def _ends_paragraph(sentences: Sequence[Sentence], number: int) -> bool:
    return number + 1 == len(sentences) or _is_apart(sentences[number], sentences[number + 1])


def _turn_start(words: Sequence[Word], sentences: Sequence[Sentence], number: int, *, parted: bool) -> int:
    """Return where the one who asks begins: with the paragraph, or where he begins to say `you`."""
    first = number
    while first and (
        not _is_apart(sentences[first - 1], sentences[first])
        if parted
        else _addresses(words, sentences[first - 1])
    ):
        first -= 1
    return first


def _addresses(words: Sequence[Word], sent: Sentence) -> bool:
    return any("Person=2" in words[at].feats for at in range(sent.first, sent.last))


def _says_me(words: Sequence[Word], sent: Sentence) -> bool:
    return any("Person=1" in words[at].feats for at in range(sent.first, sent.last))


def _runs(asked: Sequence[Turn]) -> Iterator[list[Turn]]:
    """Yield the questions that follow each other at the distance of an answer."""
    run: list[Turn] = []
    for turn in asked:
        if run and turn.first - run[-1].last > FAR:
            yield run
            run = []
        run.append(turn)
    if run:
        yield run


def _answers(words: Sequence[Word], sentences: Sequence[Sentence], run: Sequence[Turn]) -> Iterator[Turn]:
    """Yield the turns between the questions, where one addresses somebody who says `I`."""
    answers = [Turn(before.last, after.first) for before, after in pairwise(run)]
    longest = max(answer.last - answer.first for answer in answers)
    answers.append(Turn(run[-1].last, min(len(sentences), run[-1].last + longest)))
    addressed = sum(_any(words, sentences, turn, _addresses) for turn in run)
    personal = sum(_any(words, sentences, turn, _says_me) for turn in answers)
    asks = len(run) >= LONG or addressed >= PERSONAL * len(run)
    if asks and personal >= PERSONAL * len(answers):
        yield from (cut for turn in answers if (cut := _cut(words, sentences, turn)) is not None)


def _any(
    words: Sequence[Word],
    sentences: Sequence[Sentence],
    turn: Turn,
    holds: Callable[[Sequence[Word], Sentence], bool],
) -> bool:
    return any(holds(words, sentences[at]) for at in range(*turn))


def _cut(words: Sequence[Word], sentences: Sequence[Sentence], turn: Turn) -> Turn | None:
    """End a turn where a heading stands: it has no full stop."""
    last = turn.first
    while last < turn.last and words[sentences[last].last - 1].form in _ENDS:
        last += 1
    return Turn(turn.first, last) if last > turn.first else None


def _frame(sentences: Sequence[Sentence], turn: Turn, named: Words | None) -> Frame:
    content = tuple(Words(sentences[at].first, sentences[at].last) for at in range(*turn))
    return Frame(content, quoted=True, named=named, by=(ANSWER,))
