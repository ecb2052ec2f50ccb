import pytest

import allikas
from allikas.export.reasons import Reasons, find_entry
from allikas.lang.pack import load
from allikas.model.document import Document
from allikas.model.layers import Statement
from allikas.model.reading import Reading
from allikas.model.span import span_of


def reasons(text: str, number: int = -1) -> list[str]:
    reading = allikas.read(text)
    return list(Reasons(reading).of(reading.statements[number]))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Minister Ada Lepik ütles, et sild on suletud.", "by: ütlema, verb + that-clause"),
        ("Minister Ada Lepik ütles, et sild on suletud.", "tree: ütles →ccomp suletud"),
        ("Politsei sõnul oli tee libe.", "cue: sõnul, say (Politsei sõnul oli tee libe.)"),
        ("Politsei sõnul oli tee libe.", "tree: sõnul ←obl libe"),
        ("Peaminister avaldas lootust, et leping sõlmitakse.", "by: lootus, noun with its clause"),
        ("Väidetavalt on sild katki.", "speaker: the text does not say who"),
    ],
)
def test_a_statement_says_why_it_is_one(text: str, line: str) -> None:
    assert line in reasons(text)


def test_who_spoke_before_is_named_as_such() -> None:
    text = "„Vesi tõuseb,“ ütles Ada Lepik. „Tamm peab vastu. Me jääme siia.“"
    assert reasons(text)[-1].startswith("speaker: Ada Lepik")


def test_every_entry_is_found_by_its_name() -> None:
    tables = load("et").reporting
    for cue in (*(one for many in tables.verbs.values() for one in many), *tables.nouns.values()):
        assert find_entry(tables, cue.name) is not None


def test_what_has_no_words_and_no_rule_says_so() -> None:
    doc = Document("Sajab.")
    statement = Statement("s1", "indirect", "say", (span_of(doc.text, 0, 5),))
    lines = list(Reasons(Reading(doc, statements=(statement,))).of(statement))
    assert lines == ["by: no rule", "speaker: the text does not say who"]
