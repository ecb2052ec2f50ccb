"""What the Estonian pack says of words: checked on sentences written for this test."""

from collections.abc import Sequence

import pytest

from allikas.lang.pack import Morph, load
from allikas.model.features import format_feats


def read(*forms: str) -> Sequence[Morph]:
    return load("et").morphology(forms)


@pytest.mark.parametrize(
    ("forms", "at", "lemma", "upos", "feats"),
    [
        (("Putini", "sõnul", "lepiti", "kokku"), 0, "Putin", "PROPN", "Case=Gen|Number=Sing"),
        (("Putini", "sõnul", "lepiti", "kokku"), 1, "sõna", "NOUN", "Case=Ade|Number=Plur"),
        (("Ta", "kohtus", "eile", "Lavroviga"), 3, "Lavrov", "PROPN", "Case=Com|Number=Sing"),
        (("Valitsus", "ei", "kinnitanud", "seda"), 1, "ei", "AUX", "Polarity=Neg"),
        (
            ("Valitsus", "teatas", "eile"),
            1,
            "teatama",
            "VERB",
            "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin|Voice=Act",
        ),
        (("Ta", "tulevat", "homme"), 1, "tulema", "VERB", "Mood=Qot|Tense=Pres|VerbForm=Fin|Voice=Act"),
        (("Ta", "lubas", "maksta"), 2, "maksma", "VERB", "VerbForm=Inf"),
        (("Ta", "ütles", ",", "et", "tuleb"), 3, "et", "SCONJ", "_"),
        (("Ta", "ütles", ",", "et", "tuleb"), 2, ",", "PUNCT", "_"),
        (
            ("Mehed", "tulid"),
            1,
            "tulema",
            "VERB",
            "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin|Voice=Act",
        ),
        (("Ta", "läks", "majja"), 2, "maja", "NOUN", "Case=Add|Number=Sing"),
        (("Kohale", "tuli", "kolm", "meest"), 2, "kolm", "NUM", "Case=Nom|Number=Sing|NumType=Card"),
    ],
)
def test_a_word_is_read_as_the_treebank_would(
    forms: tuple[str, ...], at: int, lemma: str, upos: str, feats: str
) -> None:
    morph = read(*forms)[at]
    assert (morph.lemma, morph.upos, format_feats(morph.feats)) == (lemma, upos, feats)


def test_no_words_are_no_trouble() -> None:
    assert read() == ()


@pytest.mark.parametrize("form", ["\x00", "\ud800", "", " ", "?" * 5000, "­"])
def test_odd_forms_get_a_reading_like_any_other(form: str) -> None:
    [morph] = read(form)
    assert morph.upos
