"""Tokens -> words: the dictionary form, part of speech and features of each token, sentence by sentence."""

from collections.abc import Sequence

from allikas.lang.pack import Morphology
from allikas.model.word import Sentence, Token, Word


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
