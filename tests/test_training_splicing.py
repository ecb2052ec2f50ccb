"""How sentences with short names of bodies are made from others, on invented sentences."""

import random
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(__file__).parents[1] / "training"


@pytest.fixture(scope="module")
def splicing() -> ModuleType:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(FOLDER))
        return import_module("splicing")


def example(splicing: ModuleType, *rows: tuple[str, str, str, str]) -> object:
    forms, names, tags, deprels = zip(*rows, strict=True)
    return splicing.Example(forms, names, tags=tags, deprels=deprels)


def chance() -> random.Random:
    return random.Random(1)  # noqa: S311 -- a sample


def test_a_short_name_is_set_before_a_person_in_the_genitive(splicing: ModuleType) -> None:
    quoted = example(
        splicing,
        ("Leht", "O", "NOUN Case=Nom", "nsubj"),
        ("avaldas", "O", "VERB _", "root"),
        ("Mari", "B-PER", "PROPN Case=Gen", "nmod"),
        ("Metsa", "E-PER", "PROPN Case=Gen", "flat"),
        ("kirja", "O", "NOUN Case=Gen", "obj"),
    )
    [made] = splicing.beside([quoted], chance())
    assert made.names == ("O", "O", "S-ORG", "B-PER", "E-PER", "O")
    assert made.forms[2].isupper()
    assert made.forms[:2] + made.forms[3:] == ("Leht", "avaldas", "Mari", "Metsa", "kirja")


def test_a_person_in_the_nominative_is_left_alone(splicing: ModuleType) -> None:
    spoke = example(splicing, ("Ütles", "O", "VERB _", "root"), ("Mets", "S-PER", "PROPN Case=Nom", "nsubj"))
    assert list(splicing.beside([spoke], chance())) == []


def test_a_short_name_opens_a_sentence_in_place_of_its_subject(splicing: ModuleType) -> None:
    spoke = example(splicing, ("Mets", "S-PER", "PROPN Case=Nom", "nsubj"), ("vaikis", "O", "VERB _", "root"))
    [made] = splicing.opening([spoke], chance())
    assert (made.names, made.forms[1]) == (("S-ORG", "O"), "vaikis")
    assert made.forms[0].isupper()


def test_a_name_that_is_no_subject_stays_at_the_start(splicing: ModuleType) -> None:
    went = example(splicing, ("Narva", "S-GPE", "PROPN Case=Ill", "obl"), ("mindi", "O", "VERB _", "root"))
    assert list(splicing.opening([went], chance())) == []
