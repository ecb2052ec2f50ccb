from hypothesis import given
from hypothesis import strategies as st

from allikas.export.voiced import number_statements, pieces
from allikas.model.document import Document
from allikas.model.layers import Entity, Statement
from allikas.model.reading import Reading

DOC = Document("Ordun lubas, et vangid vabanevad, ütles Sovall.")


def statement(id_: str, *words: str, **rest: object) -> Statement:
    return Statement(
        id=id_,
        mode="indirect",
        kind="say",
        content=tuple(DOC.span(DOC.text.index(part), DOC.text.index(part) + len(part)) for part in words),
        **rest,  # type: ignore[arg-type]
    )


INNER = statement("s1", "vangid vabanevad", parent="s2", chain=("e1", "e2"))
OUTER = statement("s2", "Ordun lubas, et vangid vabanevad", chain=("e1",))
READING = Reading(
    DOC,
    entities=(Entity("e1", "PER", "Sovall", ()), Entity("e2", "PER", "Ordun", ())),
    statements=(INNER, OUTER),
)


def test_an_outer_statement_comes_before_those_inside_it() -> None:
    numbered = number_statements(READING)
    assert [(one.statement.id, one.number, one.depth) for one in numbered] == [("s2", 1, 1), ("s1", 2, 2)]
    assert [one.voices for one in numbered] == [("Sovall",), ("Sovall", "Ordun")]


def test_a_statement_without_a_named_voice_is_unknown() -> None:
    (one,) = number_statements(Reading(DOC, statements=(statement("s1", "vangid"),)))
    assert one.voices == ("unknown",)


def test_statements_in_a_circle_end() -> None:
    circle = (statement("a", "vangid", parent="b"), statement("b", "vangid", parent="a"))
    assert [one.depth for one in number_statements(Reading(DOC, statements=circle))] == [2, 2]


def test_the_text_is_cut_where_the_voice_changes() -> None:
    found = [
        (piece.text, [one.number for one in piece.inside])
        for piece in pieces(DOC.text, number_statements(READING))
    ]
    assert found == [("Ordun lubas, et ", [1]), ("vangid vabanevad", [1, 2]), (", ütles Sovall.", [])]


def test_a_piece_knows_whose_source_and_cue_it_is() -> None:
    sovall = DOC.span(40, 46)
    stmt = statement("s1", "vangid vabanevad", source=sovall, cue=(DOC.span(34, 39),))
    found = {
        piece.text: piece for piece in pieces(DOC.text, number_statements(Reading(DOC, statements=(stmt,))))
    }
    assert [one.number for one in found["Sovall"].sources] == [1]
    assert [one.number for one in found["ütles"].cues] == [1]


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
