"""Learn which words begin a sentence wherever they stand with a capital, from the treebank's training part.

usage: python training/learn_starters.py > src/allikas/packs/et/starters.tsv

A word gets in if it begins at least five sentences, in three texts or more, stands five times with a
small letter, never stands with a capital right behind another word inside a sentence, and is of a closed
class or in no name ("Noored" begins many sentences, but is a part of parties' names too). Measured
without the last condition on halves of the training part, learned on the one and tried on the other:
such words end 128 headlines rightly and 29 wrongly; with three sentences in place of five it is 147 and
39.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

TREEBANK = Path(__file__).resolve().parents[2] / "shared" / "data" / "edt" / "train"
ENOUGH = 5  # sentences begun, and times with a small letter
TEXTS = 3
CLOSED = {"PRON", "DET", "ADV", "CCONJ", "SCONJ", "ADP", "AUX"}
NAMES = {"Ilma"}  # a given name that the treebank does not have
_PART = re.compile(r"_osa_\d+|_ud217")  # files that are parts of one text differ in this


class Row(NamedTuple):
    """A word of the treebank."""

    form: str
    lemma: str
    upos: str
    named: bool


def sentences() -> Iterator[tuple[str, list[Row]]]:
    """Yield the words of every sentence, with the text it is from."""
    for path in sorted(TREEBANK.glob("*.conllu")):
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            columns = (line.split("\t") for line in block.splitlines())
            rows = [_row(column) for column in columns if column[0].isdigit()]
            if rows:
                yield _PART.sub("", path.stem), rows


def _row(columns: list[str]) -> Row:
    lemma = columns[2].replace("_", "").replace("=", "").lower()
    return Row(columns[1], lemma, columns[3], "NE=" in columns[9])


class Counts(NamedTuple):
    """What the treebank says of words, forms as they are spelled but in ``small`` and ``named``."""

    first: Counter[str]
    small: Counter[str]
    texts: set[tuple[str, str]]
    inside: set[str]
    named: set[str]
    open_class: set[str]
    lemmas: dict[str, str]


def count() -> Counts:
    """Read the treebank once."""
    counts = Counts(Counter(), Counter(), set(), set(), set(), set(), {})
    for text, rows in sentences():
        form, lemma, upos, _ = rows[0]
        counts.first[form] += 1
        counts.texts.add((form, text))
        counts.lemmas[form] = lemma
        if upos not in CLOSED:
            counts.open_class.add(form)
        counts.small.update(row.form for row in rows if row.form[0].islower())
        counts.inside.update(row.form for before, row in pairwise(rows) if before.form[-1].isalnum())
        for row in rows:
            if row.named:
                counts.named.update((row.form.lower(), row.lemma))
    return counts


def starters() -> list[tuple[str, int]]:
    """Return the words with how many sentences each begins."""
    counts = count()
    spread = Counter(word for word, _ in counts.texts)
    return [
        (word, number)
        for word, number in sorted(counts.first.items())
        if number >= ENOUGH <= counts.small[word.lower()]
        and spread[word] >= TEXTS
        and word[0].isupper()
        and word not in counts.inside | NAMES
        and not (word in counts.open_class and {word.lower(), counts.lemmas[word]} & counts.named)
    ]


def main() -> None:
    """Write the table."""
    out = sys.stdout.write
    out("# Words that, with a capital, begin a sentence: learned by training/learn_starters.py.\n")
    out("# word\thow many sentences of the treebank's training part it begins\n")
    for word, number in starters():
        out(f"{word}\t{number}\n")


if __name__ == "__main__":
    main()
