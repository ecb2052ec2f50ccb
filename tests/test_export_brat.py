import re

import pytest

from allikas.export.brat import annotation_conf, reading_as_brat
from allikas.export.marks import find_links, find_marks
from allikas.model.document import Document
from allikas.model.layers import Statement
from allikas.model.reading import Reading
from readings import EMPTY, ODD, READING, examples

TEXT_BOUND = re.compile(r"T\d+\t([\w-]+) (\d+ \d+(?:;\d+ \d+)*)\t([^\n\t]*)")
RELATION = re.compile(r"R\d+\t([\w-]+) Arg1:(T\d+) Arg2:(T\d+)")
NOTE = re.compile(r"#\d+\tAnnotatorNotes (T\d+)\t[^\t]+")


def check(reading: Reading) -> list[tuple[str, str]]:
    """Read the annotations as the definition of the format says, and hold them to the text."""
    text, annotations = reading_as_brat(reading)
    assert len(text) == len(reading.document.text)
    conf = annotation_conf()
    ids, found = set(), []
    for line in annotations.splitlines():
        if match := TEXT_BOUND.fullmatch(line):
            pieces = [text[int(one.split()[0]) : int(one.split()[1])] for one in match[2].split(";")]
            assert " ".join(pieces) == match[3]
            assert "\n" not in "".join(pieces)
            assert f"\n{match[1]}\n" in conf
            ids.add(line.split("\t")[0])
            found.append((match[1], match[3]))
        else:
            other = RELATION.fullmatch(line) or NOTE.fullmatch(line)
            assert other, line
            assert set(re.findall(r"T\d+", line.split("\t")[1])) <= ids
            assert line[0] == "#" or f"\n{other[1]}\t" in conf
    return found


@pytest.mark.parametrize(
    "reading", [READING, EMPTY, ODD, *examples()], ids=lambda one: one.document.title or "odd"
)
def test_every_annotation_selects_its_text_and_every_relation_its_ends(reading: Reading) -> None:
    assert len(check(reading)) == len(list(find_marks(reading)))


def test_what_is_broken_up_stays_one_annotation() -> None:
    assert ("Content", "hukkus mõnel üle kahe inimese 😢") in check(READING)
    assert len(list(find_links(READING))) == reading_as_brat(READING).annotations.count("\nR")


def test_what_crosses_lines_is_given_line_by_line() -> None:
    doc = Document("Ta ütles: sajab\r\n  ja tuiskab.")
    statement = Statement("s1", "direct", "say", (doc.span(10, len(doc.text)),))
    assert check(Reading(doc, statements=(statement,))) == [("Content", "sajab ja tuiskab.")]
