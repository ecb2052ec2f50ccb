"""What entities must be told of a language: which nouns name persons and bodies, and what its pronouns do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

PronounRole = Literal["third", "third plural", "first", "relative", "who", "this"]


class Place(NamedTuple):
    """A place that can act for a state: its country code (ISO 3166), and whether it is the capital."""

    country: str
    capital: bool


def _none(_name: str) -> tuple[str, ...]:
    return ()


def _nothing(_lemma: str, _upos: str) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Names:
    """The tables of a language.

    ``persons``, ``bodies``, ``people`` are ends of lemmas of nouns that name one person, an organisation, a
    group. ``living`` are ends of nouns for living beings, but for ``lifeless`` ones. ``agencies`` are names
    of those who pass on what others say. ``places`` are looked up by lemma, ``pronouns`` by lemma or form in
    lower case. ``endings`` are what a case adds to a name that no dictionary knows; ``genitives`` declines a
    name, ``nominative_plural`` a lemma with its part of speech.
    """

    persons: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    living: tuple[str, ...] = ()
    lifeless: tuple[str, ...] = ()
    agencies: frozenset[str] = frozenset()
    places: Mapping[str, Place] = field(default_factory=dict)
    pronouns: Mapping[str, PronounRole] = field(default_factory=dict)
    endings: frozenset[str] = frozenset()
    genitives: Callable[[str], tuple[str, ...]] = _none
    nominative_plural: Callable[[str, str], str | None] = _nothing


NO_NAMES = Names()
"""What any language gets whose pack says nothing: names are found by their capitals, and never joined."""
