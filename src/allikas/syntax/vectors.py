"""Forms and readings to input vectors, each computed once."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from allikas.model.tree import Description, Reading
from allikas.syntax.encoding import Vocabulary

Floats = NDArray[np.float32]
Key = TypeVar("Key")
_REMEMBERED = 20000  # vectors kept of either kind; 45 MB at most


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
        rows = [
            (self._form(form, description), self._choice(readings))
            for form, description, readings in zip(forms, described, chosen, strict=True)
        ]
        return np.concatenate(
            [np.stack([row[0] for row in rows]), np.stack([row[1] for row in rows])], axis=1
        )

    def _form(self, form: str, described: Description) -> Floats:
        found = self._forms.get(form)
        if found is None:
            found = _remember(self._forms, form, self._form_vector(form, described))
        return found

    def _choice(self, readings: tuple[Reading, ...]) -> Floats:
        found = self._choices.get(readings)
        if found is None:
            lemmas, tags = self._vocabulary.encode_choice(readings)
            made = np.concatenate([self._bag("lemma", lemmas), self._bag("chosen_tag", tags)])
            found = _remember(self._choices, readings, made)
        return found

    def _form_vector(self, form: str, described: Description) -> Floats:
        word, shape, ngrams, lemmas, tags = self._vocabulary.encode(form, described)
        bags = (("word", (word,)), ("ngram", ngrams), ("shape", (shape,)), ("lemma", lemmas), ("tag", tags))
        return np.concatenate([self._bag(table, ids) for table, ids in bags])

    def _bag(self, table: str, ids: Sequence[int]) -> Floats:
        """Return the sum of rows over the root of how many there are, as in training."""
        kept = list(ids[: WIDTHS.get(table, len(ids))]) or [0]
        rows = self._tables[table][kept] * self._tables[f"{table}_scale"][kept]
        made: Floats = rows.sum(0, dtype=np.float32) / np.float32(np.sqrt(len(kept)))
        return made


WIDTHS = {"ngram": 40, "lemma": 5, "tag": 16, "chosen_tag": 16}  # ids kept a form, as in training/prepare.py


def _remember(memory: dict[Key, Floats], key: Key, vector: Floats) -> Floats:
    if len(memory) >= _REMEMBERED:
        memory.clear()
    memory[key] = vector
    return vector
