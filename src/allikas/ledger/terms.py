"""What a sentence can be found by: its lemmas, its forms, and a tag for each thing that a filter can name."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from allikas.ledger.headlines import HEADLINE, HeadWord
from allikas.ledger.keys import ranges, sentence_number
from allikas.ledger.names import fold, naming
from allikas.ledger.standing import Standing
from allikas.model.layers import Event, Statement
from allikas.model.reading import Reading
from allikas.model.span import Span
from allikas.model.word import Word

Namings = Mapping[str, str]
"""The naming of each entity of a reading, by the entity's id."""

Tagged = tuple[Iterable[Span], list[str]]


class Terms(NamedTuple):
    """One row of the search index: a sentence's number, lemmas, forms and tags, each with blanks between."""

    number: int
    lemma: str
    form: str
    facet: str


def terms_of(reading: Reading, doc: int, headline: Sequence[HeadWord] = ()) -> Iterator[Terms]:
    """Return the terms of every sentence of *reading*, that of document number *doc*, and of its headline.

    The same reading gives the same terms: the index forgets a sentence by being told again what it holds.
    """
    facets = _facets(reading)
    always = [] if reading.document.outlet is None else [outlet_tag(reading.document.outlet)]
    for first, last in ranges(len(reading.sentences)):
        words = [word for n in range(first, last) for word in _words(reading, n)]
        tags = {*always, *(tag for n in range(first, last) for tag in facets.get(n, ()))}
        yield Terms(
            sentence_number(doc, first),
            " ".join(word.lemma for word in words),
            " ".join(word.form for word in words),
            " ".join(sorted(tags)),
        )
    if headline and len(reading.sentences) < HEADLINE:
        yield _headline_terms(reading.document.title or "", headline, always, doc)


def _headline_terms(title: str, headline: Sequence[HeadWord], tags: list[str], doc: int) -> Terms:
    return Terms(
        sentence_number(doc, HEADLINE),
        " ".join(lemma for word in headline for lemma in word.lemmas),
        " ".join(title[word.start : word.stop] for word in headline),
        " ".join(tags),
    )


def _words(reading: Reading, n: int) -> tuple[Word, ...]:
    sent = reading.sentences[n]
    return reading.words[sent.first : sent.last]


def _facets(reading: Reading) -> dict[int, set[str]]:
    """Return the tags of each sentence that has any."""
    standing = Standing(reading.sentences)
    facets: dict[int, set[str]] = {}
    for spans, tags in _tagged(reading):
        for n in standing.sentences(spans):
            facets.setdefault(n, set()).update(tags)
    return facets


def _tagged(reading: Reading) -> Iterator[Tagged]:
    namings = {entity.id: naming(entity.name, entity.type) for entity in reading.entities}
    for entity in reading.entities:
        yield (mention.span for mention in entity.mentions), [mentioned_tag(namings[entity.id])]
    for statement in reading.statements:
        yield statement.content, list(_statement_tags(statement, namings))
    for event in reading.events:
        yield [event.span], list(_event_tags(event, namings))


def _statement_tags(statement: Statement, namings: Namings) -> Iterator[str]:
    yield from (mode_tag(statement.mode), kind_tag(statement.kind), certainty_tag(statement.certainty))
    known = [namings[voice] for voice in statement.chain if voice in namings]
    if statement.chain and statement.chain[-1] in namings:
        yield speaker_tag(known.pop())
    yield from map(relay_tag, known)


def _event_tags(event: Event, namings: Namings) -> Iterator[str]:
    if event.plover is not None:
        yield plover_tag(event.plover.event)
    if event.place is not None and event.place in namings:
        yield mentioned_tag(namings[event.place])


def speaker_tag(naming_id: str) -> str:
    """Tag what somebody himself says."""
    return f"s{naming_id}"


def relay_tag(naming_id: str) -> str:
    """Tag what somebody passes on."""
    return f"r{naming_id}"


def mentioned_tag(naming_id: str) -> str:
    """Tag where somebody or a place is mentioned."""
    return f"m{naming_id}"


def mode_tag(mode: str) -> str:
    """Tag direct, indirect and mixed speech."""
    return _tag("mode", mode)


def kind_tag(kind: str) -> str:
    """Tag what is said and what is thought."""
    return _tag("kind", kind)


def certainty_tag(certainty: str) -> str:
    """Tag how sure a statement is."""
    return _tag("certainty", certainty)


def plover_tag(code: str) -> str:
    """Tag an event by its PLOVER type.

    >>> plover_tag("ASSAULT")
    'ploverassault'
    """
    return _tag("plover", code)


def outlet_tag(outlet: str) -> str:
    """Tag what an outlet published."""
    return "o" + hashlib.sha256(fold(outlet).encode("utf-8", "surrogatepass")).hexdigest()[:11]


def _tag(sort: str, value: str) -> str:
    """Write a tag in letters and digits, which the index keeps whole."""
    return sort + "".join(filter(str.isalnum, value.casefold()))
