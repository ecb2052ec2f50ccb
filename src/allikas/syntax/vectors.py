"""Forms and readings to input vectors, each computed once."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from allikas.model.tree import Description, Reading
from allikas.syntax.encoding import Vocabulary

Floats = NDArray[np.float32]
Ids = Sequence[int]
Key = TypeVar("Key", bound=Hashable)
_REMEMBERED = 20000  # vectors kept of either kind; 45 MB at most
WIDTHS = {"ngram": 40, "lemma": 5, "tag": 16, "chosen_tag": 16}  # ids kept a form, as in training/prepare.py


class Vectors:
    """The embedding tables, with a memory of what was looked up."""

    def __init__(self, tables: Mapping[str, NDArray[Any]], vocabulary: Vocabulary) -> None:
        self._tables = tables
        self._vocabulary = vocabulary
        self._forms: dict[str, Floats] = {}
        self._choices: dict[tuple[Reading, ...], Floats] = {}

    @property
    def root(self) -> Floats:
        """The vector that stands before every sentence."""
        root: Floats = self._tables["root"]
        return root

    def look_up(
        self, forms: Sequence[str], described: Sequence[Description], chosen: Sequence[tuple[Reading, ...]]
    ) -> Floats:
        """Return one row a word: what its form is, then what the analyser would choose here."""
        self._learn_forms(dict(zip(forms, described, strict=True)))
        self._learn_choices(dict.fromkeys(chosen))
        here = np.stack([self._forms[form] for form in forms])
        there = np.stack([self._choices[readings] for readings in chosen])
        return np.concatenate([here, there], axis=1)

    def _learn_forms(self, forms: Mapping[str, Description]) -> None:
        missing = _missing(self._forms, forms)
        if missing:
            encoded = [self._vocabulary.encode(form, forms[form]) for form in missing]
            words, shapes, ngrams, lemmas, tags = zip(*encoded, strict=True)
            columns = [
                self._rows("word", words), self._bags("ngram", ngrams), self._rows("shape", shapes),
                self._bags("lemma", lemmas), self._bags("tag", tags),
            ]  # fmt: skip
            self._forms.update(zip(missing, np.concatenate(columns, axis=1), strict=True))

    def _learn_choices(self, choices: Iterable[tuple[Reading, ...]]) -> None:
        missing = _missing(self._choices, choices)
        if missing:
            lemmas, tags = zip(*map(self._vocabulary.encode_choice, missing), strict=True)
            columns = [self._bags("lemma", lemmas), self._bags("chosen_tag", tags)]
            self._choices.update(zip(missing, np.concatenate(columns, axis=1), strict=True))

    def _rows(self, table: str, ids: Ids) -> Floats:
        rows: Floats = self._tables[table][np.array(ids)] * self._tables[f"{table}_scale"][np.array(ids)]
        return rows

    def _bags(self, table: str, bags: Sequence[Ids]) -> Floats:
        """Return, for each bag, the sum of its rows over the root of how many there are, as in training."""
        kept = [bag[: WIDTHS[table]] or (0,) for bag in bags]
        sizes = np.array([len(bag) for bag in kept])
        rows = self._rows(table, [at for bag in kept for at in bag])
        sums: Floats = np.add.reduceat(rows, np.cumsum(sizes) - sizes, axis=0)
        made: Floats = sums / np.sqrt(sizes, dtype=np.float32)[:, None]
        return made


def _missing(memory: dict[Key, Floats], wanted: Iterable[Key]) -> list[Key]:
    """Return what is not in *memory*, after forgetting everything where it would grow too large."""
    missing = [key for key in wanted if key not in memory]
    if len(memory) + len(missing) <= _REMEMBERED:
        return missing
    memory.clear()
    return list(wanted)
