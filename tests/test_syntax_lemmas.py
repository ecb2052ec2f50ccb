from allikas.model.tree import Candidate
from allikas.syntax.lemmas import LemmaRules, find_lemma

RULES = LemmaRules(
    {"NOUN Case=Gen": {"S sg g": 5}, "VERB Mood=Ind": {"V b": 5}}, {"ta\tPRON Case=Nom": "tema"}
)
BOTH = (Candidate("tee", "S sg g"), Candidate("tegema", "V b"))


def test_the_reading_that_goes_with_the_tag_gives_the_lemma() -> None:
    assert find_lemma("teeb", "VERB Mood=Ind", BOTH, (), RULES) == "tegema"
    assert find_lemma("tee", "NOUN Case=Gen", BOTH, (), RULES) == "tee"


def test_of_equal_readings_the_analysers_choice_is_taken() -> None:
    twins = (Candidate("palk", "S sg g"), Candidate("palgi", "S sg g"))
    assert find_lemma("palgi", "NOUN Case=Gen", twins, (twins[1],), RULES) == "palgi"


def test_a_known_exception_comes_first() -> None:
    assert find_lemma("Ta", "PRON Case=Nom", (Candidate("ta", "P sg n"),), (), RULES) == "tema"


def test_an_acronym_keeps_its_capitals() -> None:
    assert find_lemma("NATO-le", "PROPN Case=All", (Candidate("nato", "Y sg all"),), (), RULES) == "NATO"


def test_a_form_without_readings_is_its_own_lemma() -> None:
    assert find_lemma("%", "SYM _", (), (), RULES) == "%"
