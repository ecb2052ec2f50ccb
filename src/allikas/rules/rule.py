"""A rule is a name, a pattern and a meaning.

A pattern is a sequence of pieces. A piece asks something of one word (its lemma, form, part of speech or
features) or of a value that other rules have already found there; so rules build on rules, as in Duckling.

>>> from allikas.rules.rule import Rule, lemma, maybe, value
>>> Rule("<count> weeks", (value(int), lemma("week")), lambda count, week: f"P{count}W").name
'<count> weeks'
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from re import Pattern, compile  # noqa: A004 - re.compile is what is meant
from typing import Any, NamedTuple

from allikas.model.features import NO_FEATS, Feats, parse_feats
from allikas.model.word import Word


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a pattern; every question that it asks must be answered with yes."""

    lemmas: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    upos: frozenset[str] = frozenset()
    feats: Feats = NO_FEATS
    shape: Pattern[str] | None = None
    kind: type | None = None
    where: Callable[[Any], bool] | None = None
    optional: bool = False

    def admits(self, word: Word) -> bool:
        """Tell whether *word* may stand here."""
        return (
            self.kind is None
            and (not self.lemmas or word.lemma in self.lemmas)
            and (not self.forms or word.form.lower() in self.forms)
            and (not self.upos or word.upos in self.upos)
            and self.feats <= word.feats
            and (self.shape is None or self.shape.fullmatch(word.form) is not None)
            and (self.where is None or self.where(word))
        )

    def accepts(self, found: object) -> bool:
        """Tell whether the value *found* may stand here."""
        return (
            self.kind is not None
            and isinstance(found, self.kind)
            and (self.where is None or self.where(found))
        )


Meaning = Callable[..., object | None]


class Rule(NamedTuple):
    """A named pattern and what it means.

    ``meaning`` gets one argument a piece (the word, or the value; ``None`` for an optional piece that is
    absent) and returns the value of the whole, or ``None`` where the pieces do not go together.
    """

    name: str
    pattern: tuple[Piece, ...]
    meaning: Meaning


def lemma(*lemmas: str, feats: str = "", where: Callable[[Word], bool] | None = None) -> Piece:
    """Ask for a word with one of these lemmas, in any form or in the one that *feats* asks for."""
    return Piece(lemmas=frozenset(lemmas), feats=parse_feats(feats), where=where)


def form(*forms: str, where: Callable[[Word], bool] | None = None) -> Piece:
    """Ask for a word in exactly one of these spellings, capitals aside."""
    return Piece(forms=frozenset(text.lower() for text in forms), where=where)


def upos(*tags: str, feats: str = "", where: Callable[[Word], bool] | None = None) -> Piece:
    """Ask for a part of speech. It matches often: let another piece of the pattern be the rare one."""
    return Piece(upos=frozenset(tags), feats=parse_feats(feats), where=where)


def digits(pattern: str, *, where: Callable[[Word], bool] | None = None) -> Piece:
    """Ask for a word that begins with a digit and matches the regular expression wholly.

    Words of more than 40 characters never do: no number of a report is as long, and none must be computed.
    """
    return Piece(shape=compile(rf"(?=\d)(?!.{{41}})(?:{pattern})"), where=where)


def value(kind: type, where: Callable[[Any], bool] | None = None) -> Piece:
    """Ask for a value of type *kind* that other rules found."""
    return Piece(kind=kind, where=where)


def maybe(piece: Piece) -> Piece:
    """Let *piece* be absent."""
    return replace(piece, optional=True)
