"""Events of whole texts: participants, times, figures, and who vouches."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import allikas
from allikas.model.layers import Event
from allikas.model.reading import Reading

ARTICLE = Path(__file__).resolve().parents[2] / "shared" / "articles" / "lavrov-wonsan.txt"


def event(reading: Reading, form: str) -> Event:
    return next(one for one in reading.events if one.span.text == form)


def roles(one: Event) -> dict[str, str]:
    return {role.role: role.span.text for role in one.roles}


def test_cases_say_who_does_what_where() -> None:
    found = event(allikas.read("Minister sõitis Tallinnast Riiga."), "sõitis")
    assert roles(found) == {"agent": "Minister", "origin": "Tallinnast", "destination": "Riiga"}


def test_a_noun_has_its_participants_beside_it() -> None:
    found = event(allikas.read("Presidendi visiit Riiga algab homme.", published="2025-07-09"), "visiit")
    assert roles(found)["agent"] == "Presidendi"
    assert roles(found)["destination"] == "Riiga"


def test_an_infinitive_has_the_subject_of_the_verb_above() -> None:
    found = event(allikas.read("Naaberriik nõustus saatma insenere."), "saatma")
    assert roles(found) == {"agent": "Naaberriik", "patient": "insenere"}


def test_a_relative_pronoun_stands_for_its_noun() -> None:
    found = event(allikas.read("Politsei otsib meest, kes röövis panga."), "röövis")
    assert roles(found)["agent"] == "meest"


def test_a_date_and_a_figure_belong_to_their_event() -> None:
    reading = allikas.read("Esmaspäeval saadeti piirile 300 sõdurit.", published="2025-07-09")
    found = event(reading, "saadeti")
    assert found.time == reading.times[0].id
    assert found.quantities == (reading.quantities[0].id,)


def test_a_present_on_a_coming_day_is_planned() -> None:
    found = event(allikas.read("President külastab 20. juulil Lätit.", published="2025-07-09"), "külastab")
    assert (found.status, found.relation) == ("planned", "after")


def test_still_this_year_is_ahead() -> None:
    found = event(
        allikas.read("Delegatsioon külastab Lätit veel sel aastal.", published="2025-07"), "külastab"
    )
    assert (found.status, found.relation) == ("planned", "after")


def test_the_innermost_voice_vouches() -> None:
    reading = allikas.read("Minister ütles, et tehas suletakse.")
    assert event(reading, "ütles").statement is None
    assert event(reading, "suletakse").statement == reading.statements[0].id


def test_a_rejection_happened_though_support_did_not() -> None:
    found = event(allikas.read("Valitsus ei toetanud plaani."), "toetanud")
    assert (found.polarity, found.status) == ("NEG", "happened")
    assert found.plover is not None
    assert found.plover.event == "REJECT"


def test_a_noun_that_only_points_back_is_not_coded_again() -> None:
    text = "Ministrite tippkohtumine algas Riias. Tippkohtumine kestab kaks päeva."
    coded = [one.span.text for one in allikas.read(text).events if one.plover is not None]
    assert coded == ["tippkohtumine"]


def test_what_a_verb_imposes_is_one_event_with_it() -> None:
    coded = [one.span.text for one in allikas.read("Nõukogu kehtestas sanktsioonid.").events if one.plover]
    assert coded == ["kehtestas"]


def test_reading_is_the_same_twice() -> None:
    text = "Juht ähvardas tehase sulgeda, teatas amet."
    assert allikas.read(text).events == allikas.read(text).events


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(["minister", "ei", "võib", "saata", "rünnak", ",", "et", "ütles", ".", "on"]))
)
def test_no_words_in_any_order_stop_it(words: list[str]) -> None:
    reading = allikas.read(" ".join(words))
    assert len({one.id for one in reading.events}) == len(reading.events)


@pytest.mark.skipif(not ARTICLE.is_file(), reason=f"no article in ..{os.sep}shared")
@pytest.mark.parametrize(
    ("form", "status", "certainty", "relation"),
    [
        ("saadeti", "happened", "certain", "before"),
        ("varustanud", "happened", "certain", "before"),
        ("kohtus", "happened", "certain", "before"),
        ("saabus", "happened", "certain", "before"),
        ("nõustunud", "happened", "certain", "before"),
        ("lähetanud", "happened", "certain", "before"),
        ("saatma", "planned", "possible", "after"),
        ("külastavad", "planned", "certain", "after"),
        ("suunduma", "planned", "probable", "after"),
    ],
)
def test_the_running_example(form: str, status: str, certainty: str, relation: str) -> None:
    found = event(allikas.read(ARTICLE.read_text("utf-8")), form)
    assert (found.status, found.certainty, found.relation) == (status, certainty, relation)
