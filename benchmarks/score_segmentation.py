"""Score segmentation on the treebank, from raw text, and time it.

usage: python benchmarks/score_segmentation.py [--errors] [train|dev ...]

The raw text of a file is its sentences joined with one space. A token or sentence counts where the same run of
visible characters is one in the treebank too (CoNLL 2018 shared task). Prints precision, recall and F1 over all
files of a part together, and words a second on one core.
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

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.gold)
        f1 = 2 * self.right / max(1, self.found + self.gold)
        return f"P {100 * precision:6.2f}  R {100 * recall:6.2f}  F1 {100 * f1:6.2f}  of {self.gold}"

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
    """Say where sentences differ: ``-`` an end that was missed, ``+`` one that should not be."""
    flat = [form for forms in gold for form in forms]
    tokens, groups = ranges(gold)
    ends, found_ends = ({group[1] for group in some} for some in (groups, ranges(found)[1]))
    for at, (_, end) in enumerate(tokens):
        if (end in ends) != (end in found_ends):
            around = " ".join(flat[max(0, at - 9) : at + 1]) + " || " + " ".join(flat[at + 1 : at + 9])
            yield f"{'-' if end in ends else '+'} {around}"
    found_tokens = ranges(found)[0]
    missed = sorted(set(tokens) - set(found_tokens))
    letters, found_letters = "".join(flat), "".join(form for forms in found for form in forms)
    for first, last in missed:
        here = (
            [found_letters[a:b] for a, b in found_tokens if a < last and b > first]
            if len(missed) < 4000
            else []
        )
        yield f"t {letters[max(0, first - 15) : first]} [{letters[first:last]}] {letters[last : last + 15]}  {here}"


def main(arguments: Sequence[str]) -> None:
    """Score the parts named, or both."""
    tables = import_module("allikas.packs.et.segmentation").SEGMENTATION
    for part in [one for one in arguments if not one.startswith("-")] or ["train", "dev"]:
        tokens, groups, seconds = Score(0, 0, 0), Score(0, 0, 0), 0.0
        for path in sorted((TREEBANK / part).glob("*.conllu")):
            gold = read_gold(path)
            start = perf_counter()
            found = segmented(gold.text, tables)
            seconds += perf_counter() - start
            expected, got = ranges(gold.sentences), ranges(found)
            tokens, groups = tokens.plus(score(expected[0], got[0])), groups.plus(score(expected[1], got[1]))
            if "--errors" in arguments:
                print(*(f"{path.stem[:24]} {line}" for line in differences(gold.sentences, found)), sep="\n")
        print(f"{part}\n  tokens     {tokens}\n  sentences  {groups}")
        print(f"  speed      {tokens.gold / seconds:,.0f} words/s")


if __name__ == "__main__":
    main(sys.argv[1:])
