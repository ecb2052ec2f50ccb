"""Whom pronouns mean: the preferences on sentences of our own, read with the network."""

import pytest

from allikas.entities.antecedents import PREFERENCES
from allikas.lang.pack import load
from allikas.model.document import Document
from allikas.pipeline import read_document


def meant(text: str, pronoun: str) -> str | None:
    """Return the name of the entity that the only such pronoun belongs to."""
    entities = read_document(Document(text), load("et")).entities
    names = [one.name for one in entities for m in one.mentions if m.span.text == pronoun]
    assert len(names) <= 1
    return names[0] if names else None


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Mari Kask jõudis koju. Õhtul helistas talle vend.", "talle", "Mari Kask"),
        ("Kalurid läksid merele. Tuul tõusis, aga nad ei pöördunud tagasi.", "nad", "kalurid"),
        ("Otsuse tegi direktor Ada Lepik, kes tööd juhib.", "kes", "Ada Lepik"),
        ("„Ma jään koju,“ ütles Ada Lepik.", "Ma", "Ada Lepik"),
        ("Peeter Kuusk kutsuti kohtusse. „Kahju, et ta ei tulnud,“ ütles Ada Lepik.", "ta", "Peeter Kuusk"),
    ],
)
def test_a_pronoun_means(text: str, pronoun: str, name: str) -> None:
    assert meant(text, pronoun) == name


def test_nobody_before_means_nobody() -> None:
    assert meant("Ta tuli koju.", "Ta") is None


def test_preferences_have_names_of_their_own() -> None:
    assert len({one.name for one in PREFERENCES}) == len(PREFERENCES)
