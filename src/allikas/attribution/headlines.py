"""Lines of the form `Name: statement`: headlines, and turns of those whose names stand before their words."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from allikas.attribution.flat.clauses import trim
from allikas.attribution.flat.phrases import case, is_finite
from allikas.attribution.flat.view import View
from allikas.attribution.frame import Frame, Words
from allikas.attribution.quotes import Quote
from allikas.model.word import Sentence, Word

NAMED = "name and colon"
TURNS = 3  # names with a colon that make a conversation; a guess
TURN = 20  # sentences of one turn; a guess: the longest of the training articles has 19
LONGEST = 14  # words before the colon; a guess: a name, its office, and the body it is held in
_STOPS = frozenset({".", "!", "?", "…"})


class Led(NamedTuple):
    """A sentence that a name and a colon lead in: its number, the name, and where the colon stands."""

    number: int
    source: Words
    colon: int


def find_headline_frames(
    view: View, sentences: Sequence[Sentence], quotes: Sequence[Quote]
) -> Iterator[Frame]:
    """Yield the frame of every sentence that a name and a colon lead in, outside quotations."""
    inside = {at for quote in quotes if quote.speech for at in range(quote.first - 1, quote.last + 1)}
    found = [led for number in range(len(sentences)) if (led := _led(view, sentences, number)) is not None]
    outside = [led for led in found if not {led.colon, led.colon + 1} & inside]
    for led, after in zip_longest(outside, outside[1:]):
        reach = after.number if after is not None else len(sentences)
        content = _content(view, sentences, led, reach if len(outside) >= TURNS else led.number + 1)
        if content:
            quoted = _is_spoken(view, content)
            colon = Words(led.colon, led.colon + 1)
            yield Frame(content, (colon,), led.source, quoted=quoted, by=("colon", NAMED))


def _led(view: View, sentences: Sequence[Sentence], number: int) -> Led | None:
    """Read the name before the first or second colon of a sentence: a label may stand before it."""
    sent, words = sentences[number], view.words
    first = sent.first
    reach = range(sent.first + 1, min(sent.last, sent.first + LONGEST + 1))
    for colon in [at for at in reach if words[at].form == ":"][:2]:
        source = _name(view, Words(first, colon))
        if source is not None:
            return Led(number, source, colon)
        if colon != first + 1:
            return None
        first = colon + 1
    return None


def _name(view: View, part: Words) -> Words | None:
    """Return the phrase, if it names somebody who can speak and says nothing else."""
    words = view.words
    whole = trim(words, part)
    if (
        whole is None
        or words[whole.last - 1].upos == "NUM"
        or any(is_finite(words[at]) for at in range(*whole))
    ):
        return None
    if not any(_speaks(view, at) for at in range(*whole)):
        return None
    last = words[whole.last - 1]
    return whole if case(last) in {"Nom", ""} or last.upos == "PROPN" or last.form.isupper() else None


def _speaks(view: View, at: int) -> bool:
    word = view.words[at]
    if word.upos == "PROPN":
        return word.form[:1].isupper()
    return word.upos == "NOUN" and word.lemma.endswith(view.tables.speakers) and case(word) == "Nom"


def _content(view: View, sentences: Sequence[Sentence], led: Led, reach: int) -> tuple[Words, ...]:
    """Return the rest of the sentence, and of a turn the sentences up to the next, or to a heading."""
    sent = sentences[led.number]
    last = led.number + 1
    alone = led.colon + 1 == sent.last
    reach = min(len(sentences), last + TURN) if alone else reach
    whole = alone or view.words[sent.last - 1].form in _STOPS
    while whole and last < reach and not _ends_turn(view.words, sentences[last]):
        last += 1
    rest = [] if alone else [Words(led.colon + 1, sent.last)]
    rest += [Words(one.first, one.last) for one in sentences[led.number + 1 : last]]
    finite = any(is_finite(view.words[at]) for part in rest for at in range(*part))
    return tuple(rest) if finite else ()


def _ends_turn(words: Sequence[Word], sent: Sentence) -> bool:
    return words[sent.last - 1].form not in _STOPS or words[sent.last - 1].form == "?"


def _is_spoken(view: View, content: tuple[Words, ...]) -> bool:
    """Tell whole sentences and words in the first person from a headline, which puts it in its own words."""
    words = view.words
    stopped = words[content[-1].last - 1].form in _STOPS
    return stopped or any("Person=1" in words[at].feats for part in content for at in range(*part))
