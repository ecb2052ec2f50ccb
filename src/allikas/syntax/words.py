"""Tokens -> words: with their trees where the language has a network, else from its morphology alone."""

from collections.abc import Sequence

from allikas.lang.pack import Morphology, Pack
from allikas.model.tree import Parse
from allikas.model.word import Sentence, Token, Word


def find_parse(tokens: Sequence[Token], sentences: Sequence[Sentence], pack: Pack) -> Parse:
    """Read every token, and trees, names and arguments where the pack has a network."""
    if pack.model is None:
        return Parse(find_words(tokens, sentences, pack.morphology))
    from allikas.syntax.parse import load_parser  # noqa: PLC0415 - NumPy and the runtime, for networks only

    return load_parser(pack.model).parse(tokens, sentences)


def find_words(
    tokens: Sequence[Token], sentences: Sequence[Sentence], morphology: Morphology
) -> tuple[Word, ...]:
    """Read every token with the language's morphology, without a tree.

    >>> find_words((), (), lambda forms: ())
    ()
    """
    return tuple(
        word for sent in sentences for word in _sentence_words(tokens[sent.first : sent.last], morphology)
    )


def _sentence_words(tokens: Sequence[Token], morphology: Morphology) -> list[Word]:
    morphs = morphology([token.form for token in tokens])
    return [Word(token, *morph) for token, morph in zip(tokens, morphs, strict=True)]
