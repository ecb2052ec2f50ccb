from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allikas.lang.segmentation import NO_TABLES
from allikas.segment.spelling import spell
from allikas.segment.tokens import find_tokens


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("mere\u00advägi", "merevägi"),  # soft hyphen
        ("mere\u200bvägi", "merevägi"),  # zero-width space
        ("mereva\u0308gi", "merevägi"),  # decomposed
        ("mereva\u00ad\u0308gi", "merevägi"),  # decomposed around a soft hyphen
        ("\ufeffTere", "Tere"),  # byte order mark
        ("Cannes’i", "Cannes'i"),  # typographic apostrophe
        ("Põhja\u2011Korea", "Põhja-Korea"),  # hyphen that does not break
    ],
)
def test_a_word_has_its_plain_form_and_its_place(text: str, plain: str) -> None:
    before = "x " + text + " y"
    token = find_tokens(before, NO_TABLES)[1]
    assert token.form == plain
    assert before[token.span.start : token.span.end] == token.span.text
    assert normalize("NFC", token.span.text.strip("\ufeff")) == normalize("NFC", text.strip("\ufeff"))


def test_a_closing_mark_is_no_apostrophe() -> None:
    assert [token.form for token in find_tokens("‘No’ said", NO_TABLES)] == ["‘", "No", "’", "said"]


def test_a_picture_keeps_its_parts() -> None:
    text = "Tere 👩\u200d🚀!"
    assert [token.span.text for token in find_tokens(text, NO_TABLES)] == ["Tere", "👩\u200d🚀", "!"]


@pytest.mark.parametrize("text", ["", "\u00ad", "\ufeff\u200b", " \u00a0\n"])
def test_nothing_visible_gives_no_token(text: str) -> None:
    assert find_tokens(text, NO_TABLES) == ()


def test_a_space_that_does_not_break_is_a_space() -> None:
    assert [token.form for token in find_tokens("10\u00a0000", NO_TABLES)] == ["10", "000"]


@given(st.text(st.characters(codec=None)) | st.text(st.sampled_from("aõ\u0303\u0308\u00ad\u200d’ \ud800")))
def test_places_are_in_order_and_never_overlap(text: str) -> None:
    plain, starts, ends = spell(text)
    assert len(plain) == len(starts) == len(ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(starts, ends, strict=True))
    assert all(end <= start for end, start in zip(ends, list(starts)[1:], strict=False))
