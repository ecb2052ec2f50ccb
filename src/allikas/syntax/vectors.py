"""Forms and readings to input vectors, each computed once."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from allikas.model.tree import Candidate, Description
from allikas.syntax.encoding import Vocabulary

Floats = NDArray[np.float32]
Ids = Sequence[int]
Key = TypeVar("Key")
Memory = dict[Key, Floats]
_REMEMBERED = 20000  # vectors kept of either kind; 45 MB at most
WIDTHS = {"ngram": 40, "lemma": 5, "tag": 16, "chosen_tag": 16}  # ids kept a form, as in training/prepare.py


class Vectors:
    """The embedding tables, with a memory of what was looked up."""

    def __init__(self, tables: Mapping[str, NDArray[Any]], vocabulary: Vocabulary) -> None:
        self._tables = tables
        self._vocabulary = vocabulary
        self._forms: Memory[str] = {}
        self._choices: Memory[tuple[Candidate, ...]] = {}

    @property
    def root(self) -> Floats:
        """The vector that stands before every sentence."""
        root: Floats = self._tables["root"]
        return root

    def look_up(
        self, forms: Sequence[str], described: Sequence[Description], chosen: Sequence[tuple[Candidate, ...]]
    ) -> Floats:
        """Return one row a word: what its form is, then what the analyser would choose here."""
        known_forms = self._learn_forms(dict(zip(forms, described, strict=True)))
        known_choices = self._learn_choices(dict.fromkeys(chosen))
        here = np.stack([known_forms[form] for form in forms])
        there = np.stack([known_choices[readings] for readings in chosen])
        return np.concatenate([here, there], axis=1)

    def _learn_forms(self, forms: Mapping[str, Description]) -> Memory[str]:
        known = self._forms = _room(self._forms, len(forms))
        missing = [form for form in forms if form not in known]
        if missing:
            encoded = [self._vocabulary.encode(form, forms[form]) for form in missing]
            words, shapes, ngrams, lemmas, tags = zip(*encoded, strict=True)
            columns = [
                self._rows("word", words), self._bags("ngram", ngrams), self._rows("shape", shapes),
                self._bags("lemma", lemmas), self._bags("tag", tags),
            ]  # fmt: skip
            known.update(zip(missing, np.concatenate(columns, axis=1), strict=True))
        return known

    def _learn_choices(self, choices: Collection[tuple[Candidate, ...]]) -> Memory[tuple[Candidate, ...]]:
        known = self._choices = _room(self._choices, len(choices))
        missing = [readings for readings in choices if readings not in known]
        if missing:
            lemmas, tags = zip(*map(self._vocabulary.encode_choice, missing), strict=True)
            columns = [self._bags("lemma", lemmas), self._bags("chosen_tag", tags)]
            known.update(zip(missing, np.concatenate(columns, axis=1), strict=True))
        return known

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


def _room(memory: Memory[Key], wanted: int) -> Memory[Key]:
    """Return *memory*, or a new one where it would grow too large; other threads keep the old one."""
    return memory if len(memory) + wanted <= _REMEMBERED else {}
