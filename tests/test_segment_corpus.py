"""The corpus page of Estonian segmentation: its blocks ``sentences``, ``text`` and ``tokens``."""

import re
from collections.abc import Iterator
from importlib import import_module
from importlib.resources import files
from typing import NamedTuple

import pytest

from allikas.segment.sentences import find_sentences
from allikas.segment.tokens import find_tokens

TABLES = import_module("allikas.packs.et.segmentation").segmentation()
PAGE = files("allikas.packs.et").joinpath("corpus/segmentation.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```([\w-]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Example(NamedTuple):
    text: str
    expected: list[str]
    not_yet: bool


def sentence_examples() -> Iterator[Example]:
    """A block ``text`` is the running text of the next block of sentences."""
    text = None
    for name, body in BLOCK.findall(PAGE):
        if name == "text":
            text = body
        elif name.startswith("sentences"):
            expected = body.splitlines()
            yield Example(text or " ".join(expected), expected, name.endswith("-not-yet"))
            text = None


def token_examples() -> Iterator[Example]:
    for name, body in BLOCK.findall(PAGE):
        if name.startswith("tokens"):
            lines = iter(body.splitlines())
            for text, tokens in zip(lines, lines, strict=True):
                yield Example(text, tokens.strip().split(" | "), name.endswith("-not-yet"))


def parametrised(examples: Iterator[Example]) -> list[object]:
    """What does not work yet must fail, and fails the build once it works."""
    return [
        pytest.param(one, id=one.text[:40], marks=[pytest.mark.xfail(strict=True)] if one.not_yet else [])
        for one in examples
    ]


@pytest.mark.parametrize("example", parametrised(sentence_examples()))
def test_sentences_of_the_page(example: Example) -> None:
    sentences = find_sentences(example.text, find_tokens(example.text, TABLES), TABLES)
    assert [" ".join(sent.span.text.split()) for sent in sentences] == example.expected


@pytest.mark.parametrize("example", parametrised(token_examples()))
def test_tokens_of_the_page(example: Example) -> None:
    assert [token.span.text for token in find_tokens(example.text, TABLES)] == example.expected


def abbreviations() -> Iterator[tuple[str, str]]:
    for line in (
        files("allikas.packs.et").joinpath("abbreviations.tsv").read_text(encoding="utf-8").splitlines()
    ):
        if not line.startswith("#"):
            short, _, _, example = line.split("\t")
            yield short, example


@pytest.mark.parametrize(("short", "example"), list(abbreviations()))
def test_every_abbreviation_is_whole_in_its_example(short: str, example: str) -> None:
    tokens = find_tokens(example, TABLES)
    assert f"{short}." in [token.form.lower() for token in tokens]
    assert len(find_sentences(example, tokens, TABLES)) == 1
