from collections import Counter
from pathlib import Path

import pytest

import allikas.packs.et
from allikas.lang.corpus import Example, Found, failures, parse_page
from allikas.lang.pack import load
from allikas.model.layers import Timex
from allikas.model.published import Published, parse_published
from allikas.model.word import Sentence, Word
from allikas.packs.et.numerals import NUMERALS
from allikas.segment.sentences import find_sentences
from allikas.segment.tokens import find_tokens
from allikas.syntax.words import find_parse
from allikas.time.find import find_times, grammar_of

PAGE = Path(allikas.packs.et.__path__[0]) / "corpus" / "time.md"
EXAMPLES = parse_page(PAGE.read_text("utf-8"), ["time"])
SATURDAY = "2025-07-12"
PACK = load("et")
TABLES = PACK.times


def described(timex: Timex) -> str:
    """Write a time as the page does."""
    value = timex.value or "none"
    says_more = timex.edtf and timex.edtf not in {value, value.split("T", maxsplit=1)[0]}
    parts = (
        timex.type if timex.type != "DATE" else "",
        value,
        timex.mod or "",
        f"= {timex.edtf}" if says_more else "",
    )
    return " ".join(part for part in parts if part)


def read(text: str) -> tuple[tuple[Word, ...], tuple[Sentence, ...]]:
    tokens = find_tokens(text, PACK.segmentation)
    sentences = find_sentences(text, tokens, PACK.segmentation)
    return find_parse(tokens, sentences, PACK).words, sentences


def published(example: Example) -> Published | None:
    return parse_published(example.option("published") or SATURDAY)


def times(example: Example) -> tuple[Timex, ...]:
    return find_times(*read(example.text), published(example), TABLES).times


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.line}: {example.text}")
def test_page(example: Example) -> None:
    found = [Found(one.span.start, one.span.end, "time", described(one)) for one in times(example)]
    failed = failures(example, found)
    if example.not_yet:
        assert failed, f"line {example.line} works now: take its mark away"
        pytest.xfail("not yet")
    assert not failed


def test_every_rule_takes_part_in_an_example() -> None:
    shown_elsewhere = {rule.name for rule in NUMERALS}
    charts = (grammar_of(TABLES).parse(read(example.text)[0]) for example in EXAMPLES)
    used = Counter(name for chart in charts for node in chart for name in node.by)
    assert not [rule.name for rule in TABLES.rules if rule.name not in {*used, *shown_elsewhere}]
