from collections.abc import Sequence

from allikas.lang.pack import Morph
from allikas.model.features import NO_FEATS
from allikas.model.span import span_of
from allikas.model.word import Sentence, Token
from allikas.syntax.words import find_words

TEXT = "Ta tuli. Ta läks."
TOKENS = tuple(
    Token(span_of(TEXT, a, b), TEXT[a:b]) for a, b in [(0, 2), (3, 7), (7, 8), (9, 11), (12, 16), (16, 17)]
)
SENTENCES = (Sentence(span_of(TEXT, 0, 8), 0, 3), Sentence(span_of(TEXT, 9, 17), 3, 6))


def test_every_token_becomes_a_word_and_sentences_are_read_one_by_one() -> None:
    asked = []

    def morphology(forms: Sequence[str]) -> list[Morph]:
        asked.append(forms)
        return [Morph(form.lower(), "X", NO_FEATS) for form in forms]

    found = find_words(TOKENS, SENTENCES, morphology)
    assert asked == [["Ta", "tuli", "."], ["Ta", "läks", "."]]
    assert [word.token for word in found] == list(TOKENS)
    assert [word.lemma for word in found] == ["ta", "tuli", ".", "ta", "läks", "."]
    assert {word.head for word in found} == {None}
