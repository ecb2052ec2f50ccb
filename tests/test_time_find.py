import re
from pathlib import Path

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given, settings
from hypothesis import strategies as st

from allikas import read
from allikas.lang.pack import load
from allikas.lang.time import NO_TIMES, Times
from allikas.model.layers import Timex
from allikas.model.published import parse_published
from allikas.packs.et.time import TIMES
from allikas.segment.sentences import find_sentences
from allikas.segment.tokens import find_tokens
from allikas.syntax.words import find_parse
from allikas.time.find import find_times, grammar_of

FRAGMENTS = [
    "eile", "reedel", "12. juulil", "30. veebruaril", "kell 25.70", "kell 18", "2025", "1939-40", "aastatel",
    "kolm", "aastat", "päeva", "tagasi", "pärast", "hiljem", "eelmisel", "sel", "samal", "nädalal", "õhtul",
    "märtsis", "jõuludeks", "emadepäeval", "19. sajandi", "lõpus", "teisel poolel", "iga", "kuus", "kord",
    "ja", "või", ",", "(", ")", "-", "10-12", "24.", "e.Kr", "5000", "poolteist", "umbes", "mitu", "viimase",
    "jooksul", "praegu", "31.04.2025", "99.99.9999", "0", "00", "kümme tuhat", "miljard", "sajandit",
    "aastatuhat tagasi", "ütles", "toimub", "ta", "ühel päeval", "24-aastane", "nädalavahetusel", "70ndatel",
    "alates", "kuni", "enne", "jõule", "õppeaastal", "2025/26.", "hooajal", "esmaspäevast", "reedeni",
    "uuel sajandil", "1. juunist", "31. augustini", "must", "igal teisel", "teist", "selle ja",
    "nädala-paari", "täna,", "12. märtsil",
]  # fmt: skip
PUBLISHED = [
    "2025-07-12",
    "2025-07",
    "2025",
    "2025-07-12T10:00",
    "2024-02-29",
    "2025-07-12T01:30",
    "[2025-07-04,2025-07-11]",
    "2025-06/2025-07",
    "2025-07-12?",
    "0001-01-01",
    "9999-12-31",
    None,
]
DAY = r"(?:\d{4}|BC\d+|XXXX)-(?:\d\d|XX)-(?:\d\d|XX)"
VALUE = re.compile(
    rf"(?:{DAY}|(?:\d{{4}}|XXXX)-W(?:\d\d|XX)(?:-(?:[1-7]|WD|WE))?|(?:\d{{4}}|BC\d+|XXXX)(?:-(?:\d\d|XX|SP|SU|FA|WI"
    r"|Q\d|QXX|QX|H\d|HX|HXX))?|\d{1,4}|X{1,4})?(?:T(?:\d\d|XX)(?::(?:\d\d|XX))?|T(?:MO|MI|AF|EV|NI|DT))?"
    r"|P(?:(?:\d+|X+)(?:Y|M|W|WE|D|DE|CE|ML|Q|H|SE))*(?:T(?:(?:\d+|X+)[HMS])+)?|(?:PAST|PRESENT|FUTURE)_REF"
)


def times(text: str, published: str | None) -> tuple[Timex, ...]:
    pack = load("et")
    tokens = find_tokens(text, pack.segmentation)
    sentences = find_sentences(text, tokens, pack.segmentation)
    words = find_parse(tokens, sentences, pack).words
    return find_times(words, sentences, parse_published(published or ""), TIMES).times


def is_edtf(text: str | None) -> bool:
    """Tell whether a date is well-formed; the library fails in its own way on what is not."""
    try:
        return text is None or parse_edtf(text) is not None
    except (EDTFParseException, TypeError):
        return False


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=9), st.sampled_from(PUBLISHED))
@settings(max_examples=300, deadline=None)
def test_any_fragments_give_well_formed_times_inside_the_text_and_the_same_twice(
    fragments: list[str], published: str | None
) -> None:
    text = " ".join(fragments)
    found = times(text, published)
    for timex in found:
        assert text[timex.span.start : timex.span.end] == timex.span.text != ""
        assert timex.value is None or (timex.value and VALUE.fullmatch(timex.value)), timex
        assert is_edtf(timex.edtf), timex
    assert times(text, published) == found


@given(st.text(max_size=60))
@settings(max_examples=100, deadline=None)
def test_no_text_makes_it_fail(text: str) -> None:
    for timex in times(text, "2025-07"):
        assert timex.span.text == text[timex.span.start : timex.span.end]


@pytest.mark.parametrize("published", ["2025-07", "2025", None])
def test_no_day_is_invented(published: str | None) -> None:
    text = "Eile ja täna ning reedel räägiti, et homme tullakse kokku. Kolm päeva tagasi oli vaikne."
    day = re.compile(r"\d{4}-\d\d-\d\d")
    assert times(text, published)
    for timex in times(text, published):
        assert timex.value is None or not day.match(timex.value)
        assert timex.edtf is None or not day.fullmatch(timex.edtf)


def test_an_impossible_date_is_a_problem_and_has_no_value() -> None:
    reading = read("Leping sõlmiti 30. veebruaril Tallinnas.", published="2025-07-12")
    [timex], [problem] = reading.times, reading.problems
    assert (timex.value, timex.edtf) == (None, None)
    assert problem.span == timex.span
    assert "30. veebruaril" in problem.message


def test_a_date_on_another_weekday_is_a_problem_and_keeps_its_value() -> None:
    reading = read("Leping sõlmiti neljapäeval, 14. juulil 2025.", published="2025-07-20")
    [timex], [problem] = reading.times, reading.problems
    assert (timex.value, problem.span) == ("2025-07-14", timex.span)
    assert not read("Leping sõlmiti esmaspäeval, 14. juulil 2025.", published="2025-07-20").problems


def test_a_twenty_ninth_of_february_needs_its_year() -> None:
    assert [timex.value for timex in times("Koosolek oli 29. veebruaril 2023.", "2025-07-12")] == [None]
    assert [timex.value for timex in times("Koosolek oli 29. veebruaril 2024.", "2025-07-12")] == [
        "2024-02-29"
    ]


def test_the_text_may_tell_when_it_was_published() -> None:
    text = "Leping kirjutati alla täna, 12. juulil. Eile seda veel ei teatud."
    assert [timex.value for timex in times(text, "2025-07")] == ["2025-07-12", "2025-07-11"]


def test_a_language_without_rules_has_no_times() -> None:
    assert find_times((), (), None, NO_TIMES).times == ()


def test_rules_are_compiled_once() -> None:
    assert grammar_of(TIMES) is grammar_of(TIMES)
    assert grammar_of(Times()).rules == ()


def test_a_number_inside_a_time_is_no_quantity() -> None:
    reading = read("Kolm aastat tagasi osteti kaks laeva.", published="2025-07-12")
    assert [quantity.value for quantity in reading.quantities] == [2]


ARTICLE = Path(__file__).resolve().parents[2] / "shared" / "articles" / "lavrov-wonsan.txt"
FRIDAYS = "[2025-07-04,2025-07-11,2025-07-18,2025-07-25]"


def edtf_of(text: str, published: str) -> dict[str, str | None]:
    return {timex.span.text: timex.edtf for timex in read(text, published=published).times}


@pytest.mark.skipif(not ARTICLE.exists(), reason="the running example lies beside the repository")
def test_the_running_example() -> None:
    text = ARTICLE.read_text("utf-8")
    assert edtf_of(text, "2025-07")["reedel"] == FRIDAYS
    found = edtf_of(text, "2025-07-12")
    assert (found["reedel"], found["esmaspäevaks"]) == ("2025-07-11", "2025-07-14")
    assert (found["juulis"], found["augustis"]) == ("2025-07", "2025-08")
    assert (found["eelmisel aastal"], found["ligi aasta tagasi"]) == ("2024", "2024~")
    amounts = {one.span.text for one in read(text, published="2025-07-12").quantities}
    assert {"40 protsenti", "üle 10 000 sõduri", "6000 sõjaväeinseneri ja -ehitajat"} <= amounts


REPORT = (
    "Naabrid sõlmisid eelmisel aastal lepingu, millega lubati ligi aasta tagasi saata üle 3000 töölise. "
    "Reedel ütles minister, et 30 protsenti neist on kohal. Juulis või augustis tuleb neid juurde, "
    "sest esmaspäevaks on kavandatud uus kohtumine."
)


def test_a_report_of_a_month_leaves_four_fridays_and_that_of_a_day_one() -> None:
    assert edtf_of(REPORT, "2025-07")["Reedel"] == FRIDAYS
    found = edtf_of(REPORT, "2025-07-12")
    assert (found["Reedel"], found["esmaspäevaks"]) == ("2025-07-11", "2025-07-14")
    assert (found["Juulis"], found["augustis"]) == ("2025-07", "2025-08")
    assert (found["eelmisel aastal"], found["ligi aasta tagasi"]) == ("2024", "2024~")
    amounts = {one.span.text for one in read(REPORT, published="2025-07-12").quantities}
    assert {"30 protsenti", "üle 3000 töölise"} <= amounts
