from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import pytest

import allikas.packs.et
from allikas.lang.corpus import Example, Found, failures, parse_page
from allikas.model.number import Number
from allikas.model.word import Word
from allikas.packs.et.numeral_words import parts
from allikas.packs.et.numerals import NUMERALS
from allikas.rules.grammar import Grammar, Node, longest
from lone_words import lone_words

PAGE = Path(allikas.packs.et.__path__[0]) / "corpus" / "numerals.md"
EXAMPLES = parse_page(PAGE.read_text("utf-8"), ["numeral"])
GRAMMAR = Grammar(NUMERALS)


def figure(number: Fraction | None) -> str:
    return "" if number is None else str(number)


def described(number: Number) -> str:
    bounds = f"[{figure(number.low)}..{figure(number.high)}]" if number.is_vague else ""
    parts = (figure(number.value), bounds, "ordinal" if number.ordinal else "", number.approx or "")
    return " ".join(part for part in parts if part)


def nodes(text: str) -> Iterable[tuple[tuple[Word, ...], Node]]:
    words = lone_words(text)
    return [(words, node) for node in longest(GRAMMAR.parse(words))]


def found(text: str) -> list[Found]:
    return [
        Found(words[node.first].span.start, words[node.last - 1].span.end, "numeral", described(node.value))
        for words, node in nodes(text)
        if isinstance(node.value, Number)
    ]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.line}: {example.text}")
def test_page(example: Example) -> None:
    failed = failures(example, found(example.text))
    if example.not_yet:
        assert failed, f"line {example.line} works now: take its mark away"
        pytest.xfail("not yet")
    assert not failed


def test_every_rule_takes_part_in_an_example() -> None:
    charts = (GRAMMAR.parse(lone_words(example.text)) for example in EXAMPLES)
    used = Counter(name for chart in charts for node in chart for name in node.by)
    assert not [rule.name for rule in NUMERALS if rule.name not in used]


def test_every_word_of_the_table_is_shown() -> None:
    shown = "\n".join(example.text.lower() for example in EXAMPLES)
    assert not [word for word in parts() if word not in shown]
