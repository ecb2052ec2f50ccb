"""What stories must be told of a language: which words mean the same, and which set a figure right."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


def _no_verb(_: str) -> None:
    return None


def _alike(_: str) -> float:
    return 1.0


@dataclass(frozen=True, slots=True)
class Stories:
    """The tables of a language.

    ``weight`` says how telling a lemma is, from 0 (in every report) to 1 (rare). ``verb_of`` gives
    the verb that a noun is made of. ``same`` gives lemmas that
    reports use for one thing their shared name, ``phrases`` the same for several lemmas in one clause.
    ``instead`` are words before what is set right (*nine, not ten*), ``but`` those after it (*not ten but
    nine*). ``parts`` make a figure one of a part. ``witness`` are nouns for an outlet's own people.
    ``endings`` are ends of lemmas that denote somebody, ``bodies`` of those that denote a body. ``home`` is
    the country that needs no naming. ``moves`` put off, ``cancels`` call off, ``stands`` say that something
    announced holds, and ``open`` ones, denied, that nobody is sure. What ``weather`` will do is nobody's
    announcement. ``until`` is said before a time that is the last, ``since`` before one that is the first.
    """

    weight: Callable[[str], float] = _alike
    verb_of: Callable[[str], str | None] = _no_verb
    same: Mapping[str, str] = field(default_factory=dict)
    phrases: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    instead: frozenset[str] = frozenset()
    but: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    witness: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    home: str = ""
    moves: frozenset[str] = frozenset()
    cancels: frozenset[str] = frozenset()
    stands: frozenset[str] = frozenset()
    open: frozenset[str] = frozenset()
    weather: frozenset[str] = frozenset()
    until: frozenset[str] = frozenset()
    since: frozenset[str] = frozenset()


NO_STORIES = Stories()
"""What any language gets whose pack says nothing: words are the same where they are spelt the same."""
