"""Words read from morphology alone: what a few words mean out of any sentence, where a network has no say."""

from allikas.lang.pack import load
from allikas.model.word import Word
from allikas.segment.sentences import find_sentences
from allikas.segment.tokens import find_tokens
from allikas.syntax.words import find_words


def lone_words(text: str) -> tuple[Word, ...]:
    pack = load("et")
    tokens = find_tokens(text, pack.segmentation)
    return find_words(tokens, find_sentences(text, tokens, pack.segmentation), pack.morphology)
