"""Whose word a telling is in the end: persons and the bodies they speak for are one source.

Who passed something on is no source of it: an agency, an outlet, and whoever repeats what another said first.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from allikas.lang.pack import Pack
from allikas.model.layers import Entity, Statement
from allikas.model.reading import Reading
from allikas.model.span import Span
from allikas.model.word import Word


@dataclass(frozen=True, slots=True)
class Voices:
    """The sources of a story: under which name each voice is counted, and which voices only pass on."""

    source: Mapping[str, str] = field(default_factory=dict)
    media: frozenset[str] = frozenset()

    def origin(self, voices: Sequence[str]) -> str | None:
        """Return the source of a chain, ``None`` where it has only those who pass on, or nobody.

        >>> Voices(media=frozenset({"lsa"})).origin(("LSA", "Irena Sovall"))
        'Irena Sovall'
        """
        speakers = [voice for voice in voices if not self.passes_on(voice)]
        return self.source.get(speakers[-1], speakers[-1]) if speakers else None

    def passes_on(self, voice: str) -> bool:
        """Tell whether a voice is an agency or an outlet."""
        return bool({voice.casefold(), voice.rpartition(" ")[2].casefold()} & self.media)


def find_voices(readings: Sequence[Reading], pack: Pack) -> Voices:
    """Find out who speaks for whom in the reports of a story.

    >>> from allikas.lang.pack import load
    >>> find_voices((), load("et")).source
    {}
    """
    media = {outlet.casefold() for reading in readings if (outlet := reading.document.outlet)}
    media |= {name.casefold() for name in pack.reporting.agencies}
    joined = _Joined()
    for reading in readings:
        names = {entity.id: entity for entity in reading.entities}
        for statement in reading.statements:
            if statement.speaker in names:
                joined.join(_together(reading, statement, names[statement.speaker], pack))
        for pair in _called(reading, pack):
            joined.join(pair, speaks=False)
    joined.join_surnames()
    return Voices(joined.names(), frozenset(media))


def _together(reading: Reading, statement: Statement, speaker: Entity, pack: Pack) -> list[str]:
    """Return the names under which a statement's source goes: the person, and whom his title names."""
    where = [statement.source] if statement.source else []
    where += [mention.span for mention in speaker.mentions]
    found = [speaker.name]
    for span in where:
        found += _bodies(reading, _phrase(reading, span), pack)
    return list(dict.fromkeys(found))


def _called(reading: Reading, pack: Pack) -> Iterator[list[str]]:
    """Yield names with what they are called: *the grid company Läänevõrk*, *the Estonian defence forces*."""
    words = {word.span.end: word for word in reading.words}
    for entity in reading.entities:
        if entity.type == "PER":
            continue
        first, _, rest = entity.name.partition(" ")
        if rest and first == pack.stories.home:
            yield [entity.name, rest]
        for mention in entity.mentions:
            before = words.get(mention.span.start - 1)
            if mention.kind == "name" and before and before.lemma.endswith(pack.stories.bodies):
                yield [entity.name, before.lemma]


def _phrase(reading: Reading, span: Span) -> Span:
    """Widen a name by the title before it: genitives and the like, up to a verb."""
    places = [at for at, word in enumerate(reading.words) if span.contains(word.span)]
    if not places:
        return span
    first = places[0]
    while first > 0 and _leads(reading, first - 1, first):
        first -= 1
    start = reading.words[first].span.start
    return reading.document.span(start, span.end)


def _leads(reading: Reading, at: int, first: int) -> bool:
    word = reading.words[at]
    if word.upos not in {"NOUN", "PROPN", "ADJ"} or word.head is None:
        return False
    return word.head >= first or reading.words[first].head == at


def _bodies(reading: Reading, span: Span, pack: Pack) -> Iterator[str]:
    """Yield the bodies that a title names, as they are known in the report or by their dictionary form."""
    for entity in reading.entities:
        if entity.type == "ORG" and any(span.contains(mention.span) for mention in entity.mentions):
            yield entity.name
    for at, word in enumerate(reading.words):
        if span.contains(word.span) and word.upos in {"NOUN", "PROPN"}:
            if word.lemma.casefold().endswith(pack.stories.bodies):
                yield from _in_full(reading, at, pack)
            else:
                yield from (one for one in pack.stories.bodies if _leads_a(one, word.lemma, pack))


def _in_full(reading: Reading, at: int, pack: Pack) -> Iterator[str]:
    """Yield a body as it is called in full, nothing for a bare word that may mean any: *the ministry*."""
    body = reading.words[at].lemma.casefold()
    before = [word for word in reading.words[max(0, at - 3) : at] if word.head == at]
    own = [word.lemma for word in before if word.lemma != pack.stories.home]
    if body not in pack.stories.bodies:
        yield " ".join([*(word.lemma for word in before if _is_abroad(word, pack)), body])
    elif own:
        yield " ".join((*own, body))
    elif not any(_is_fuller(word.lemma, body) for word in reading.words):
        yield body


def _is_abroad(word: Word, pack: Pack) -> bool:
    """Tell whether a body's attribute names a country: another one's ministry is another ministry."""
    return word.upos == "PROPN" and word.lemma != pack.stories.home and word.lemma in pack.names.places


def _is_fuller(lemma: str, body: str) -> bool:
    return lemma != body and lemma.endswith(body)


def _leads_a(body: str, title: str, pack: Pack) -> bool:
    """Tell whether a title begins with the body that it leads: *union leader*."""
    return title.startswith(body) and title.endswith(pack.stories.endings)


class _Joined:
    """Sets of names that mean one source (union-find); the set's name is that of a person, if it has one."""

    def __init__(self) -> None:
        self._up: dict[str, str] = {}
        self._order: list[str] = []

    def _top(self, name: str) -> str:
        while self._up.setdefault(name, name) != name:
            name = self._up[name]
        return name

    def join(self, names: Sequence[str], *, speaks: bool = True) -> None:
        """Make all *names* one source; the first is the speaker, if it *speaks*."""
        if speaks:
            self._order.append(names[0])
        for name in names:
            self._up[self._top(name)] = self._top(names[0])

    def join_surnames(self) -> None:
        """Join whoever goes by a last name alone to the one who has it in full."""
        full: dict[str, set[str]] = {}
        for name in self._up:
            if " " in name and name.rpartition(" ")[2][:1].isupper():
                full.setdefault(name.rpartition(" ")[2].casefold(), set()).add(name)
        for name in [one for one in self._up if " " not in one]:
            if len(owners := full.get(name.casefold(), set())) == 1:
                self.join([*owners, name], speaks=False)

    def names(self) -> dict[str, str]:
        """Return every name's source, called by its longest speaker: full names before bare bodies."""
        best: dict[str, str] = {}
        for speaker in sorted(set(self._order), key=lambda name: (" " not in name, name)):
            best.setdefault(self._top(speaker), speaker)
        return {name: best.get(self._top(name), self._top(name)) for name in sorted(self._up)}


def names_of(readings: Iterable[Reading]) -> frozenset[str]:
    """Return the outlets of the reports."""
    return frozenset(outlet for reading in readings if (outlet := reading.document.outlet))
