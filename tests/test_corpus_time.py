from collections import Counter
from pathlib import Path

import pytest

import allikas.packs.et
from allikas.lang.corpus import Example, Found, failures, parse_page
from allikas.lang.pack import load
from allikas.model.layers import Timex
from allikas.model.published import parse_published
from allikas.model.word import Sentence, Word
from allikas.packs.et.numerals import NUMERALS
from allikas.packs.et.time import TIMES
from allikas.packs.et.time_holidays import FEASTS
from allikas.packs.et.time_relative import ADVERBS
from allikas.packs.et.time_sets import ADVERBS as SETS
from allikas.packs.et.time_vague import FORMS, WORDS
from allikas.packs.et.time_words import MONTHS, PARTS, SEASONS, SHIFTS, UNITS, WEEKDAYS, YEARS
from allikas.segment.sentences import find_sentences
from allikas.segment.tokens import find_tokens
from allikas.syntax.words import find_parse
from allikas.time.find import find_times, grammar_of

PAGES = [Path(allikas.packs.et.__path__[0]) / "corpus" / name for name in ("time.md", "time-words.md")]
EXAMPLES = [example for page in PAGES for example in parse_page(page.read_text("utf-8"), ["time"])]
CALENDAR = (MONTHS, WEEKDAYS, SEASONS, PARTS, UNITS, YEARS, SHIFTS, FEASTS, WORDS, FORMS, ADVERBS, SETS)


def described(timex: Timex) -> str:
    """Write a time as the page does: EDTF only where TIMEX3 leaves something open."""
    is_open = (
        timex.value is not None and timex.edtf is not None and ("X" in timex.value or ".." in timex.edtf)
    )
    parts = (timex.value or "none", timex.edtf if is_open else None, timex.mod)
    return " ".join(part for part in parts if part)


def read(text: str) -> tuple[tuple[Word, ...], tuple[Sentence, ...]]:
    pack = load("et")
    tokens = find_tokens(text, pack.segmentation)
    sentences = find_sentences(text, tokens, pack.segmentation)
    return find_parse(tokens, sentences, pack).words, sentences


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.line}: {example.text}")
def test_page(example: Example) -> None:
    published = parse_published(example.option("published") or "")
    times = find_times(*read(example.text), published, TIMES).times
    found = [Found(one.span.start, one.span.end, "time", described(one)) for one in times]
    failed = failures(example, found)
    if example.not_yet:
        assert failed, f"line {example.line} works now: take its mark away"
        pytest.xfail("not yet")
    assert not failed


def test_every_rule_takes_part_in_an_example() -> None:
    shown_elsewhere = {rule.name for rule in NUMERALS}
    used = Counter(
        name
        for example in EXAMPLES
        for node in grammar_of(TIMES).parse(read(example.text)[0])
        for name in node.by
    )
    assert not [rule.name for rule in TIMES.rules if rule.name not in {*used, *shown_elsewhere}]


def test_every_word_of_the_calendar_is_shown() -> None:
    words = [word for example in EXAMPLES for word in read(example.text)[0]]
    shown = {word.lemma.lower() for word in words} | {word.form.lower() for word in words}
    assert not [word for table in CALENDAR for word in table if word not in shown]
