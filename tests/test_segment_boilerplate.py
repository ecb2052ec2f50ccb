from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allikas.lang.boilerplate import NO_BOILERPLATE
from allikas.lang.pack import load
from allikas.packs.et.tables import rows
from allikas.segment.boilerplate import find_boilerplate

TABLES = load("et").boilerplate


def marked(text: str) -> list[tuple[str, str]]:
    return [(noise.kind, noise.span.text) for noise in find_boilerplate(text, TABLES)]


@pytest.mark.parametrize("row", list(rows("boilerplate.tsv")), ids=lambda row: row[0])
def test_every_row_of_the_table_marks_its_example(row: list[str]) -> None:
    _, _, kind, example = row
    assert marked(f"Sadam suleti.\n{example}\nLaevad ootavad.") == [(kind, example)]


@pytest.mark.parametrize(
    "line",
    [
        "Jaga rõõmu teistega, ütles Kask.",
        "Kommenteeri ta ei tahtnud.",
        "Foto: see näitas, et kraana oli viltu juba siis, kui laev sadamasse tuli, ütles Kask.",
        "Loe ka seda raamatut, soovitas Kask.",
        "Pildil olev mees: see polnud mina.",
        "Toimetaja ütles: lehte ei tule.",
        "Loe kaubamärke kokku",
        "Kask: foto on võltsitud.",
    ],
)
def test_sentences_are_no_boilerplate(line: str) -> None:
    assert marked(f"{line}\n") == []


def test_a_credit_behind_a_caption_is_marked_alone() -> None:
    assert marked("Kraana Suurneeme sadamas. Foto: Jaan Tamm / Erakogu") == [
        ("credit", "Foto: Jaan Tamm / Erakogu")
    ]
    assert marked("Kraana Suurneemes (Foto: Jaan Tamm)") == [("credit", "(Foto: Jaan Tamm)")]


def test_buttons_may_stand_side_by_side_with_counters() -> None:
    assert marked("Kommenteeri (12) | Prindi · Jaga") == [("prompt", "Kommenteeri (12) | Prindi · Jaga")]
    assert marked("Kommenteeri | Kask lahkus") == []


def test_a_language_without_a_table_has_none() -> None:
    assert find_boilerplate("Kommenteeri", NO_BOILERPLATE) == ()


@given(st.text(alphabet="Foto: Jaga|.\n\r aA1"))
def test_what_is_marked_stands_in_order_and_within_the_text(text: str) -> None:
    spans = [noise.span for noise in find_boilerplate(text, TABLES)]
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
