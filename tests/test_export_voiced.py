from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allikas.attribution.voices import find_voices
from allikas.export.voiced import number_statements, own_share, pieces
from allikas.model.document import Document
from allikas.model.layers import Entity, Statement
from allikas.model.reading import Reading

DOC = Document("Ordun lubas, et vangid vabanevad, ütles Sovall.")


def statement(id_: str, *words: str, **rest: Any) -> Statement:
    return Statement(
        id=id_,
        mode="indirect",
        kind="say",
        content=tuple(DOC.span(DOC.text.index(part), DOC.text.index(part) + len(part)) for part in words),
        **rest,
    )


INNER = statement("s1", "vangid vabanevad", parent="s2", speaker="e2", chain=("e1", "e2"))
OUTER = statement("s2", "Ordun lubas, et vangid vabanevad", speaker="e1", chain=("e1",))
READING = Reading(
    DOC,
    entities=(Entity("e1", "PER", "Sovall", ()), Entity("e2", "PER", "Ordun", ())),
    statements=(INNER, OUTER),
)


def test_an_outer_statement_comes_before_those_inside_it() -> None:
    numbered = number_statements(READING)
    assert [(one.statement.id, one.number) for one in numbered] == [("s2", 1), ("s1", 2)]
    assert [one.voices for one in numbered] == [("Sovall",), ("Sovall", "Ordun")]


@pytest.mark.parametrize(
    ("rest", "voices"),
    [
        ({}, ("unknown",)),
        ({"chain": ("e1",)}, ("Sovall", "unknown")),
        ({"source": DOC.span(0, 5)}, ("Ordun",)),
        ({"chain": ("e1",), "source": DOC.span(0, 5)}, ("Sovall", "Ordun")),
    ],
)
def test_a_speaker_that_is_no_entity_is_called_as_in_the_text_or_unknown(
    rest: dict[str, Any], voices: tuple[str, ...]
) -> None:
    stmt = statement("s1", "vangid", **rest)
    (one,) = number_statements(replace(READING, statements=(stmt,)))
    assert one.voices == voices


def test_the_text_is_cut_where_the_voice_changes() -> None:
    found = [
        (piece.text, [one.number for one in piece.inside])
        for piece in pieces(DOC.text, number_statements(READING))
    ]
    assert found == [("Ordun lubas, et ", [1]), ("vangid vabanevad", [1, 2]), (", ütles Sovall.", [])]


def test_a_piece_knows_whose_name_and_cue_it_is() -> None:
    sovall, ordun, said = DOC.span(40, 46), DOC.span(0, 5), DOC.span(34, 39)
    stmt = replace(INNER, source=ordun, relay=sovall, cue=(said,))
    numbered = number_statements(replace(READING, statements=(stmt,)))
    found = {piece.text: piece for piece in pieces(DOC.text, numbered)}
    assert (found["Sovall"].named, found["Ordun"].named, found["ütles"].named) == ("Sovall", "Ordun", None)
    assert [one.number for one in found["ütles"].cues] == [1]


def test_the_outlets_own_share_is_what_stands_in_no_statement() -> None:
    assert own_share("Kõik", ()) == 1
    assert own_share("", ()) == 0
    assert own_share(DOC.text, number_statements(READING)) == len(",ütlesSovall.") / len(
        DOC.text.replace(" ", "")
    )


ranges = st.tuples(st.integers(0, 47), st.integers(0, 47)).map(sorted)


@given(st.lists(st.lists(ranges, max_size=3), max_size=6))
def test_whatever_overlaps_the_pieces_are_the_text_and_what_opens_closes(
    layout: list[list[list[int]]],
) -> None:
    statements = tuple(
        Statement(str(number), "direct", "say", tuple(DOC.span(*chunk) for chunk in chunks))
        for number, chunks in enumerate(layout)
    )
    found = list(pieces(DOC.text, number_statements(Reading(DOC, statements=statements))))
    assert "".join(piece.text for piece in found) == DOC.text
    assert sum(len(piece.opened) for piece in found) == sum(len(piece.closed) for piece in found)


@given(st.lists(ranges, max_size=6, unique_by=tuple))
def test_the_innermost_is_the_voice_of_every_character(layout: list[list[int]]) -> None:
    statements = tuple(
        Statement(str(number), "direct", "say", (DOC.span(*chunk),)) for number, chunk in enumerate(layout)
    )
    voiced = [
        piece.inside[-1].statement.id if piece.inside else None
        for piece in pieces(DOC.text, number_statements(Reading(DOC, statements=statements)))
        for _ in piece.text
    ]
    assert voiced == [
        voice.statement for voice in find_voices(DOC.text, statements) for _ in range(voice.start, voice.end)
    ]
