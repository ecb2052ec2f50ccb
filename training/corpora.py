"""Read the treebank and the name corpora into examples: one record a sentence."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

TYPES = ("PER", "GPE", "LOC", "ORG", "PROD", "EVENT")
_BY_USE = {"Per": "PER", "Gep": "GPE", "Loc": "LOC", "Org": "ORG", "Prod": "PROD", "Eve": "EVENT"}
HELD_OUT_FIFTH = 4  # of every five blocks of EstNER the last is never trained on


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and what is known of it; ``heads`` are 1-based with 0 for the root, as in CoNLL-U.

    ``names`` are BIOES labels. Empty tuples stand for layers that the corpus does not annotate.
    """

    forms: tuple[str, ...]
    names: tuple[str, ...]
    lemmas: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    deprels: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    text: str = ""


class Document(NamedTuple):
    """Sentences with their names, and the text that they stand in where there is one."""

    sentences: list[Example]
    text: str = ""
    gold: frozenset[tuple[int, int, str]] = frozenset()  # visible characters of the text


def read_treebank(
    folder: Path, types: dict[tuple[str, str], str], pattern: str = "*.conllu"
) -> list[Example]:
    """Read the CoNLL-U files of *folder* that match *pattern*; *types* retypes their names."""
    return [
        _treebank_example(rows, types) for path in sorted(folder.glob(pattern)) for rows in _sentences(path)
    ]


def _sentences(path: Path) -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    for line in path.read_text("utf-8").splitlines():
        if not line and rows:
            yield rows
            rows = []
        columns = line.split("\t")
        if len(columns) == 10 and columns[0].isdigit():
            rows.append(columns)
    if rows:
        yield rows


def _treebank_example(rows: list[list[str]], types: dict[tuple[str, str], str]) -> Example:
    misc = [dict(pair.split("=", 1) for pair in row[9].split("|") if "=" in pair) for row in rows]
    return Example(
        forms=tuple(row[1] for row in rows),
        names=bioes(_retyped(rows, [m.get("NE", "O") for m in misc], types), len(rows)),
        lemmas=tuple(re.sub(r"[_=]", "", row[2]) or row[2] for row in rows),
        tags=tuple(f"{row[3]} {row[5]}" for row in rows),
        heads=tuple(int(row[6]) for row in rows),
        deprels=tuple(row[7] for row in rows),
        roles=tuple(_role(m.get("Arg", "")) for m in misc),
        text="".join(
            row[1] + ("" if m.get("SpaceAfter") == "No" else " ") for row, m in zip(rows, misc, strict=True)
        ).strip(),
    )


def _role(argument: str) -> str:
    """Return the number of ``Arg=ütlema_Arg_1``, its letters dropped; ``-`` where there is none."""
    match = re.search(r"_Arg_([0-5])", argument)
    return match[1] if match else "-"


def _retyped(
    rows: list[list[str]], labels: list[str], types: dict[tuple[str, str], str]
) -> Iterator[tuple[int, int, str]]:
    for first, last, label in _runs(labels):
        forms = [row[1] for row in rows[first:last]]
        lemma = re.sub(r"[_=]", "", rows[last - 1][2])
        kind = types.get((" ".join([*forms[:-1], lemma]), label), _BY_USE.get(label))
        if kind in TYPES:
            yield first, last, kind


def _runs(labels: list[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the spans of BIO *labels*."""
    start: int | None = None
    for at, label in enumerate([*labels, "O"]):
        if start is not None and not label.startswith("I-"):
            yield start, at, re.sub(r"SpaceAfter.*", "", labels[start][2:])
            start = None
        if label.startswith("B-"):
            start = at


def bioes(spans: Iterator[tuple[int, int, str]], length: int) -> tuple[str, ...]:
    """Return the BIOES labels of *length* words with names over *spans*."""
    labels = ["O"] * length
    for first, last, kind in spans:
        if last - first == 1:
            labels[first] = f"S-{kind}"
            continue
        labels[first:last] = [f"B-{kind}", *[f"I-{kind}"] * (last - first - 2), f"E-{kind}"]
    return tuple(labels)


def read_types(path: Path) -> dict[tuple[str, str], str]:
    """Read what each of the treebank's names is: (name, treebank label) to an EstNER type."""
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {(row[0], row[1]): row[3].strip() for row in rows if len(row) >= 4}


def read_estner(folder: Path) -> tuple[list[list[Example]], list[list[Example]]]:
    """Read EstNER's documents in blocks; return what is trained on and the fifth that is held out.

    Blocks are documents, and runs of fifty lines of the one very long document.
    """
    blocks = [block for path in sorted(folder.glob("*/*.json")) for block in _blocks(path)]
    trained = [block for at, block in enumerate(blocks) if at % 5 != HELD_OUT_FIFTH]
    return trained, blocks[HELD_OUT_FIFTH::5]


def _blocks(path: Path) -> Iterator[list[Example]]:
    document = json.loads(path.read_text("utf-8"))
    spans = [
        (entity["start"], entity["end"], entity["type"])
        for entity in document["entities"]
        if entity.get("level", 1) == 1 and entity["type"] in TYPES
    ]
    lines = [_line_example(match, spans) for match in re.finditer(r"[^\n]+", document["text"])]
    full = [example for example in lines if example.forms]
    yield from (full[at : at + 50] for at in range(0, len(full), 50))


# a token: number with its point, initial or short form with its point, word, or a sign by itself
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*(?:\.(?=\s+[a-zõäöüšž]))?|[A-ZÕÄÖÜŠŽ]\.|\w+(?:[-'’&/.]\w+)*|\.{3}|\S")


def _line_example(line: re.Match[str], spans: list[tuple[int, int, str]]) -> Example:
    tokens = [(m.start() + line.start(), m.end() + line.start()) for m in _TOKEN.finditer(line[0])]
    found = []
    for start, end, kind in spans:
        inside = [at for at, (a, b) in enumerate(tokens) if a < end and b > start]
        if inside and line.start() <= start < line.end():
            found.append((inside[0], inside[-1] + 1, kind))
    forms = tuple(line[0][a - line.start() : b - line.start()] for a, b in tokens)
    return Example(forms, bioes(iter(found), len(forms)), text=line[0])


def shouted(example: Example) -> Example:
    """Return the sentence in capitals, as headlines have it, with its trees and names."""
    return replace(example, forms=tuple(form.upper() for form in example.forms))
