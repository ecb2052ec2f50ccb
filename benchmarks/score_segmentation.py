"""Score segmentation on the treebank, from raw text, and time it.

usage: python benchmarks/score_segmentation.py [--errors] [train|dev ...]

The raw text of a file is its sentences joined with one space. A token or sentence counts where the same
run of visible characters is one in the treebank too (CoNLL 2018 shared task). Prints precision, recall
and F1 over all files of a part together, and words a second on one core.
"""

import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from allikas.lang.segmentation import Segmentation
from allikas.segment.sentences import find_sentences
from allikas.segment.tokens import find_tokens

TREEBANK = Path(__file__).resolve().parents[2] / "shared" / "data" / "edt"
Range = tuple[int, int]


class Score(NamedTuple):
    """How many were right, how many were found, how many there are."""

    right: int
    found: int
    gold: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / max(1, self.found + self.gold)

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.gold)
        return f"P {100 * precision:6.2f}  R {100 * recall:6.2f}  F1 {100 * self.f1:6.2f}  of {self.gold}"

    def plus(self, other: "Score") -> "Score":
        """Pool two scores."""
        return Score(self.right + other.right, self.found + other.found, self.gold + other.gold)


def score(gold: Sequence[Range], found: Sequence[Range]) -> Score:
    """Count the ranges that are in both."""
    return Score(len(set(gold) & set(found)), len(found), len(gold))


class Gold(NamedTuple):
    """A file of the treebank: its raw text, and its forms sentence by sentence."""

    text: str
    sentences: list[list[str]]


def read_gold(path: Path) -> Gold:
    """Read CoNLL-U; empty nodes are no words."""
    texts, sentences = [], []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        forms = [line.split("\t")[1] for line in lines if line.split("\t")[0].isdigit()]
        if forms:
            sentences.append(forms)
            texts += [line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")]
    return Gold(" ".join(texts), sentences)


def ranges(sentences: Sequence[Sequence[str]]) -> tuple[list[Range], list[Range]]:
    """Return tokens and sentences as ranges of visible characters."""
    tokens, groups, at = [], [], 0
    for forms in sentences:
        first = at
        for form in forms:
            size = len("".join(form.split()))
            tokens.append((at, at + size))
            at += size
        groups.append((first, at))
    return tokens, groups


def segmented(text: str, tables: Segmentation) -> list[list[str]]:
    """Cut raw text into sentences of forms."""
    tokens = find_tokens(text, tables)
    return [
        [token.span.text for token in tokens[sent.first : sent.last]]
        for sent in find_sentences(text, tokens, tables)
    ]


def differences(gold: Sequence[Sequence[str]], found: Sequence[Sequence[str]]) -> Iterator[str]:
    """Say where they differ: ``-`` an end that was missed, ``+`` one too many, ``t`` a token."""
    forms = [form for some in gold for form in some]
    (tokens, groups), (found_tokens, found_groups) = ranges(gold), ranges(found)
    wrong = {end for _, end in groups} ^ {end for _, end in found_groups}
    missed = {end for _, end in groups}
    for at, (_, last) in enumerate(tokens):
        if last in wrong:
            before, after = " ".join(forms[max(0, at - 9) : at + 1]), " ".join(forms[at + 1 : at + 9])
            yield f"{'-' if last in missed else '+'} {before} || {after}"
    letters = "".join("".join(form.split()) for form in forms)
    for first, last in sorted(set(tokens) - set(found_tokens)):
        yield f"t {letters[max(0, first - 15) : first]} [{letters[first:last]}] {letters[last : last + 15]}"


class Part(NamedTuple):
    """A part of the treebank, scored; ``errors`` are lines for people."""

    tokens: Score
    sentences: Score
    seconds: float
    errors: list[str]


def score_part(part: str) -> Part:
    """Segment and score every file of a part."""
    tables = import_module("allikas.packs.et.segmentation").segmentation()
    tokens, groups, seconds, errors = Score(0, 0, 0), Score(0, 0, 0), 0.0, []
    for path in sorted((TREEBANK / part).glob("*.conllu")):
        gold = read_gold(path)
        start = perf_counter()
        found = segmented(gold.text, tables)
        seconds += perf_counter() - start
        expected, got = ranges(gold.sentences), ranges(found)
        tokens = tokens.plus(score(expected[0], got[0]))
        groups = groups.plus(score(expected[1], got[1]))
        errors += [f"{path.stem[:24]} {line}" for line in differences(gold.sentences, found)]
    return Part(tokens, groups, seconds, errors)


def figures() -> dict[str, float]:
    """Return what floors are held against: F1 on the development part, in per cent."""
    part = score_part("dev")
    return {"tokens": 100 * part.tokens.f1, "sentences": 100 * part.sentences.f1}


def main(arguments: Sequence[str]) -> None:
    """Score the parts named, or both."""
    for name in [one for one in arguments if not one.startswith("-")] or ["train", "dev"]:
        part = score_part(name)
        if "--errors" in arguments:
            print(*part.errors, sep="\n")
        print(f"{name}\n  tokens     {part.tokens}\n  sentences  {part.sentences}")
        print(f"  speed      {part.tokens.gold / part.seconds:,.0f} words/s")


if __name__ == "__main__":
    main(sys.argv[1:])
