from hypothesis import given
from hypothesis import strategies as st

from allikas.model.tree import Candidate
from allikas.packs.et.candidates import Describer, describer


def test_a_form_has_all_its_readings() -> None:
    [described] = Describer().describe(["joon"])
    assert {Candidate("joon", "S sg n"), Candidate("jooma", "V n")} <= set(described.readings)


def test_places_are_marked_in_whatever_case_they_stand() -> None:
    city, country, verb = Describer().describe(["Tartus", "Rootsi", "tartu"])
    assert "@city" in city.marks
    assert "@country" in country.marks
    assert verb.marks == ()


def test_the_sentence_decides_between_readings() -> None:
    does, roads = (
        Describer().choose(line.split())[1] for line in ("Sa teed tööd .", "Need teed on kitsad .")
    )
    assert [reading.lemma for reading in does] == ["tegema"]
    assert [reading.lemma for reading in roads] == ["tee"]


def test_a_process_has_one_describer() -> None:
    assert describer() is describer()


@given(st.lists(st.text(max_size=20), max_size=5))
def test_any_forms_are_described_one_by_one(forms: list[str]) -> None:
    assert len(describer().describe(forms)) == len(describer().choose(forms)) == len(forms)
