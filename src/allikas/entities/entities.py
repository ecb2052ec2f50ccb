"""Entities of a document: every name, and every description and pronoun that a stage asks about."""

from collections.abc import Container, Iterator, Mapping, Sequence

from allikas.entities.naming import Noun, find_names, guess_type, nominative, read_noun, without_ending
from allikas.entities.resolving import Cast
from allikas.lang.names import Names, PronounRole
from allikas.model.layers import Entity
from allikas.model.span import Span, span_of
from allikas.model.word import Word


def find_entities(
    text: str, words: Sequence[Word], phrases: Sequence[tuple[int, int]], names: Names
) -> tuple[Entity, ...]:
    """Name every entity and join its mentions.

    *phrases* are noun phrases, such as the sources of statements, that must be mentions whatever they are.

    >>> find_entities("", (), (), Names())
    ()
    """
    cast = Cast(names)
    known = _known(words, names)
    for first, last in sorted(_phrases(words, phrases, known)):
        span = span_of(text, words[first].span.start, words[last - 1].span.end)
        _read(words, read_noun(words, first, last, known), span, cast, known)
    return cast.entities()


def _known(words: Sequence[Word], names: Names) -> dict[int, str]:
    """Return the words that are cases of a proper noun which stands in the nominative somewhere."""
    forms = {word.form for word in words if word.upos == "PROPN" and "Case=Nom" in word.feats}
    found = {
        at: without_ending(word.form, forms, names.endings)
        for at, word in enumerate(words)
        if word.form[:1].isupper() and word.upos in {"PROPN", "NOUN"}
    }
    return {at: name for at, name in found.items() if name is not None}


def _phrases(
    words: Sequence[Word], asked: Sequence[tuple[int, int]], known: Container[int]
) -> Iterator[tuple[int, int]]:
    """Yield the phrases that were asked for, and every name outside of them."""
    covered = set[int]()
    for first, last in sorted(set(asked), key=lambda pair: pair[0] - pair[1]):
        if covered.isdisjoint(range(first, last)):
            covered.update(range(first, last))
            yield first, last
    own = {last for _, last in asked}
    for first, last in find_names(words, 0, len(words), known):
        if last not in own or last - 1 not in covered:
            yield first, last


def _read(words: Sequence[Word], noun: Noun, span: Span, cast: Cast, known: Mapping[int, str]) -> None:
    """Let the phrase join the cast: as a pronoun, by its name, or by its description."""
    role = _pronoun(words, noun, cast.names)
    if role is not None:
        cast.refer(role, span)
        return
    type_ = guess_type(words, noun, cast.names)
    head = words[noun.head]
    if noun.is_named:
        name = nominative(words, noun.name_first, noun.name_last, known=known.get(noun.name_last - 1))
        cast.notice(cast.name(name, type_, head.lemma if noun.name_first > noun.first else None, span))
        return
    plural = "Number=Plur" in head.feats
    cast.notice(cast.describe(description(words, noun), head.lemma, type_, span, plural=plural))


def _pronoun(words: Sequence[Word], noun: Noun, names: Names) -> PronounRole | None:
    if noun.last - noun.first > 1:
        return None
    word = words[noun.first]
    return names.pronouns.get(word.form.lower()) or names.pronouns.get(word.lemma)


def description(words: Sequence[Word], noun: Noun) -> str:
    """Return a description in the nominative, as far as the dictionary forms of its head tell."""
    head = words[noun.last - 1]
    plural = "Number=Plur" in head.feats
    last = head.form if plural or "Case=Nom" in head.feats else head.lemma
    before = " ".join(word.form for word in words[noun.first : noun.last - 1])
    name = f"{before} {last}".strip()
    return (
        name if any(word.upos == "PROPN" for word in words[noun.first : noun.first + 1]) else _lowered(name)
    )


def _lowered(name: str) -> str:
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
