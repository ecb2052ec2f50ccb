"""Events of whole texts: participants, times, figures, and who vouches."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import allikas
from allikas.lang.pack import load
from allikas.model.document import Document
from allikas.model.layers import Event
from allikas.model.reading import Reading
from allikas.pipeline import read_document

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


def test_whoever_took_part_the_first_time_makes_no_second_event() -> None:
    text = "Soome tippkohtumine algas Riias. {}"
    again, other = "Soome tippkohtumine kestab kaks päeva.", "Norra tippkohtumine kestab kaks päeva."
    numbers = [
        sum(one.plover is not None for one in allikas.read(text.format(last)).events)
        for last in (again, other)
    ]
    assert numbers == [1, 2]


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


def test_a_name_behind_its_noun_bears_the_case_of_both() -> None:
    found = event(allikas.read("Minister kohtus Läti presidendi Andris Kalniga."), "kohtus")
    assert roles(found) == {"agent": "Minister", "companion": "Läti presidendi Andris Kalniga"}


def test_whom_a_verb_sends_is_sent_and_does_what_he_is_sent_to_do() -> None:
    reading = allikas.read("Naaberriik on lähetanud rajale võitlema üle 300 sõduri.")
    sent, fought = event(reading, "lähetanud"), event(reading, "võitlema")
    assert roles(sent) == {"agent": "Naaberriik", "patient": "üle 300 sõduri"}
    assert sent.quantities == (reading.quantities[0].id,)
    assert (roles(fought)["agent"], fought.quantities) == ("üle 300 sõduri", ())


def test_whoever_arrives_is_no_patient() -> None:
    found = event(allikas.read("Tamm saabus reedel Riiga Leedu pealinnast Vilniusest."), "saabus")
    assert roles(found)["agent"] == "Tamm"


def test_what_was_begun_by_somebody_is_his() -> None:
    found = event(allikas.read("Valla alustatud sõda Soomes kestab."), "sõda")
    assert roles(found)["agent"] == "Valla"


def test_his_own_is_the_subjects() -> None:
    assert roles(event(allikas.read("Naabrid laiendasid oma koostööd."), "koostööd")) == {"agent": "Naabrid"}


def test_a_noun_with_its_verb_is_one_event_even_where_it_is_denied() -> None:
    reading = allikas.read("Juht ei ole veel isiklikku nõusolekut lahkumiseks andnud.")
    coded = [(one.lemma, one.status) for one in reading.events if one.plover]
    assert coded == [("nõusolekut andma", "negated")]


def test_what_is_refused_or_left_undone_is_no_event_of_its_own() -> None:
    reading = allikas.read("Riik keeldus vange vahistamast. Ta lahkus kolleegiga kohtumata.")
    assert [one.span.text for one in reading.events if one.plover] == ["keeldus"]


def test_a_year_ago_is_no_particle_of_the_verb() -> None:
    assert event(allikas.read("Kohus on juba aastaid tagasi kutsutud."), "kutsutud").lemma == "kutsuma"


def test_words_without_trees_are_still_events() -> None:
    pack = replace(load("et"), model=None)
    text = "Politsei vahistas reedel kaks meest. Visiit jäi ära, sest minister ei tulnud."
    events = read_document(Document(text, published="2025-07-09"), pack).events
    found = {one.span.text: (one.cls, one.relation) for one in events}
    assert found["vahistas"] == ("OCCURRENCE", "before")
    assert "Visiit" in found


@pytest.fixture(scope="module")
def article() -> Reading:
    if not ARTICLE.is_file():
        pytest.skip(f"no article in ..{os.sep}shared")
    return allikas.read(ARTICLE.read_text("utf-8"))


@pytest.mark.parametrize(
    ("form", "after", "status", "certainty", "relation", "voice"),
    [
        ("saadeti", "", "happened", "certain", "before", None),
        ("varustanud", "", "happened", "certain", "before", None),
        ("kohtus", "", "happened", "certain", "before", "TASS"),
        ("saabus", "", "happened", "certain", "before", None),
        ("külastavad", "", "planned", "certain", "after", "Rudenko"),
        ("valmistuda", "", "possible", "possible", "overlap", "luureteenistus"),
        ("saatma", "valmistuda", "planned", "possible", "after", "luureteenistus"),
        ("lähetanud", "", "happened", "certain", "before", "luureteenistus"),
        ("nõustunud", "", "happened", "certain", "before", None),
        ("saatma", "nõustunud", "planned", "probable", "after", None),
        ("suunduma", "", "planned", "probable", "after", "uudisteagentuurid"),
    ],
)
def test_the_running_example(  # noqa: PLR0913 - one column an answer
    article: Reading, *, form: str, after: str, status: str, certainty: str, relation: str, voice: str | None
) -> None:
    found = behind(article, form, after)
    assert (found.status, found.certainty, found.relation) == (status, certainty, relation)
    said = next((one for one in article.statements if one.id == found.statement), None)
    assert (said is None) if voice is None else (said and said.source and voice in said.source.text)


@pytest.mark.parametrize(
    ("form", "after", "role", "words"),
    [
        ("saadeti", "", "patient", "sõdureid"),
        ("varustanud", "", "agent", "Pyongyang"),
        ("varustanud", "", "patient", "Venemaad"),
        ("varustanud", "", "instrument", "laskemoonaga"),
        ("kohtus", "", "agent", "Lavrov"),
        ("kohtus", "", "companion", "Choe Son Huiga"),
        ("saabus", "", "agent", "Lavrov"),
        ("saabus", "", "origin", "Kuala Lumpurist"),
        ("külastavad", "", "agent", "delegatsioonid"),
        ("saatma", "valmistuda", "destination", "Venemaale"),
        ("lähetanud", "", "patient", "sõduri"),
        ("saatma", "nõustunud", "patient", "6000"),
        ("suunduma", "", "destination", "Hiinasse"),
    ],
)
def test_who_takes_part_in_the_running_example(
    article: Reading, form: str, after: str, role: str, words: str
) -> None:
    found = behind(article, form, after)
    assert any(one.role == role and words in one.span.text for one in found.roles)


def test_over_ten_thousand_were_sent_in_the_running_example(article: Reading) -> None:
    [quantity] = [one for one in article.quantities if one.value == 10_000]
    assert event(article, "lähetanud").quantities == (quantity.id,)


def behind(reading: Reading, form: str, word: str) -> Event:
    """Return the first event of a form that stands behind a word."""
    start = reading.document.text.index(word)
    return next(one for one in reading.events if one.span.text == form and one.span.start >= start)
