"""Tables of frames: what is read, and where a mistake stands."""

from pathlib import Path

import pytest

from allikas.lang.frames import FrameError, by_trigger, load_frames, parse_frames

ROW = "CONSULT\tvisit\tvisit\tagent:PER destination\tagent\tdestination\tHer visit to Riga ended."


def test_a_row_is_read() -> None:
    [frame] = parse_frames(["# remark", "", ROW])
    assert (frame.event, frame.mode, frame.triggers) == ("CONSULT", "visit", ("visit",))
    assert [condition.role for condition in frame.conditions] == ["agent", "destination"]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (ROW.replace("CONSULT", "CONSULTED"), "my.tsv, line 1, column 1: 'CONSULTED' is no event of PLOVER"),
        (ROW.replace("agent:PER", "agent:MAN"), "my.tsv, line 1, column 21: 'agent:MAN' is no condition"),
        (
            ROW.replace("\tvisit\tvisit\t", "\tvisit\t\t"),
            "my.tsv, line 1, column 15: a frame needs a trigger",
        ),
        ("CONSULT\tvisit", "my.tsv, line 1, column 15: 2 cells, there must be 7, parted by tabs"),
        (ROW + "\tx", "my.tsv, line 1, column 86: 8 cells, there must be 7"),
        (ROW.replace("agent:PER", "actor:PER"), "my.tsv, line 1, column 21: 'actor:PER' is no condition"),
        (ROW.replace("\tagent\t", "\tactor\t"), "my.tsv, line 1, column 43: 'actor' is no role"),
        (ROW.replace("\tvisit\tag", "\tvisit|\tag"), "my.tsv, line 1, column 15: a frame needs a trigger"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_column(row: str, message: str) -> None:
    with pytest.raises(FrameError, match="^" + message.replace(".", r"\.")):
        parse_frames([row], "my.tsv")


def test_a_file_that_is_not_there_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(FrameError, match="cannot be read"):
        load_frames(tmp_path / "none.tsv")


def test_a_file_is_read_with_or_without_a_mark_of_byte_order(tmp_path: Path) -> None:
    path = tmp_path / "my.tsv"
    path.write_text("\ufeff" + ROW, encoding="utf-8")
    assert len(load_frames(path)) == 1


def test_the_row_that_asks_more_is_tried_first() -> None:
    plain = ROW.replace("agent:PER destination", "-")
    [first, second] = by_trigger(parse_frames([plain, ROW]))["visit"]
    assert (len(first.conditions), len(second.conditions)) == (2, 0)
