from collections import Counter
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

import allikas.packs.et
from allikas.lang.corpus import Example, Found, failures, parse_page
from allikas.lang.pack import load
from allikas.model.layers import Quantity, Timex
from allikas.model.span import span_of
from allikas.model.word import Sentence, Word
from allikas.packs.et.measures import currencies, units
from allikas.packs.et.numerals import NUMERALS
from allikas.packs.et.quantities import QUANTITIES
from allikas.quantities import find_quantities, grammar_of
from allikas.segment.sentences import find_sentences
from allikas.segment.tokens import find_tokens
from allikas.syntax.words import find_words

PAGE = Path(allikas.packs.et.__path__[0]) / "corpus" / "quantities.md"
EXAMPLES = parse_page(PAGE.read_text("utf-8"), ["quantity", "time"])


def figure(number: float | None) -> str:
    if number is None:
        return ""
    short = f"{number:.12g}"
    return short if float(short) == number else str(Fraction(number).limit_denominator(1000))


def described(quantity: Quantity) -> str:
    """Write a quantity as the page does."""
    vague = quantity.low is not None or quantity.high is not None
    parts = (
        figure(quantity.value),
        f"[{figure(quantity.low)}..{figure(quantity.high)}]" if vague else "",
        (quantity.unit or "").replace("{", "").replace("}", ""),
        quantity.approx or "",
        f"of {quantity.of.text}" if quantity.of else "",
    )
    return " ".join(part for part in parts if part)


def read(text: str) -> tuple[tuple[Word, ...], tuple[Sentence, ...]]:
    pack = load("et")
    tokens = find_tokens(text, pack.segmentation)
    sentences = find_sentences(text, tokens, pack.segmentation)
    return find_words(tokens, sentences, pack.morphology), sentences


def quantities(example: Example) -> tuple[Quantity, ...]:
    """Find the quantities of an example; the times that it marks are given."""
    times = [
        Timex(f"t{at}", span_of(example.text, one.start, one.end), "DATE", None)
        for at, one in enumerate(example.expected)
        if one.kind == "time"
    ]
    return find_quantities(*read(example.text), times, QUANTITIES)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.line}: {example.text}")
def test_page(example: Example) -> None:
    found = [Found(one.span.start, one.span.end, "quantity", described(one)) for one in quantities(example)]
    expected = tuple(one for one in example.expected if one.kind == "quantity")
    failed = failures(replace(example, expected=expected), found)
    if example.not_yet:
        assert failed, f"line {example.line} works now: take its mark away"
        pytest.xfail("not yet")
    assert not failed


def test_every_rule_takes_part_in_an_example() -> None:
    shown_elsewhere = {rule.name for rule in NUMERALS}
    charts = (grammar_of(QUANTITIES).parse(read(example.text)[0]) for example in EXAMPLES)
    used = Counter(name for chart in charts for node in chart for name in node.by)
    assert not [rule.name for rule in QUANTITIES.rules if rule.name not in {*used, *shown_elsewhere}]


def test_every_unit_and_currency_is_shown() -> None:
    shown = {one.unit for example in EXAMPLES for one in quantities(example)}
    assert not ({*units().values()} | {*currencies().values()}) - shown
