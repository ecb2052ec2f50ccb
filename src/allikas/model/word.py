"""Sentences, tokens and words: the text cut up, and what grammar says of each piece."""

from dataclasses import dataclass

from allikas.model.features import NO_FEATS, Feats
from allikas.model.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of text that segmentation cut out.

    ``form`` is the spelling for analysis (composed to NFC, invisible characters dropped, odd signs made
    plain); ``span`` keeps the characters as received.
    """

    span: Span
    form: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its characters, and the half-open range ``[first, last)`` of its tokens in the document."""

    span: Span
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Word:
    """A token and what grammar says of it, in the terms of Universal Dependencies.

    ``head`` is the index of the head among all the document's words; ``None`` for a root and where no tree
    is known (then ``deprel`` is ``None`` too). Estonian has no multiword tokens: a token is a word.
    """

    token: Token
    lemma: str
    upos: str
    feats: Feats = NO_FEATS
    head: int | None = None
    deprel: str | None = None

    @property
    def span(self) -> Span:
        """The characters of the word as received."""
        return self.token.span

    @property
    def form(self) -> str:
        """The spelling for analysis."""
        return self.token.form
