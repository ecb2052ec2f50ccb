"""Sentences of like length together, as tensors of shape (time, sentences)."""

import random
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import torch
from torch import Tensor

Sentence = Mapping[str, Sequence[int]]
LAYERS = ("heads", "tags", "deprels", "roles", "names")
LONGEST = 120  # words; three sentences of the treebank are longer, and their like cost most


# lengths that batches are padded to: few, since oneDNN compiles its kernels anew for every shape
_LENGTHS = (4, 7, 10, 13, 16, 19, 23, 28, 35, 45, 65, LONGEST)


def shaped(sentences: Sequence[Sentence], words: int, seed: int) -> Iterator[list[Sentence]]:
    """Yield groups of about *words* words, in random order, each of one of a dozen shapes.

    The last group of a length is filled up with sentences drawn again.
    """
    chance = random.Random(seed)  # noqa: S311 -- an order, not a secret
    groups: list[list[Sentence]] = []
    for low, high in pairwise((0, *_LENGTHS)):
        alike = [s for s in sentences if low < len(s["forms"]) <= high]
        chance.shuffle(alike)
        size = max(16, round(words / high / 16) * 16)  # widths that the processor's tiles like
        if alike:
            alike += chance.choices(alike, k=-len(alike) % size)
        groups += [alike[at : at + size] for at in range(0, len(alike), size)]
    chance.shuffle(groups)
    yield from groups


def alike(sentences: Sequence[Sentence], words: int) -> Iterator[list[Sentence]]:
    """Yield groups of about *words* words, shortest sentences first."""
    group: list[Sentence] = []
    for sentence in sorted(sentences, key=lambda s: len(s["forms"])):
        if group and (len(group) + 1) * len(sentence["forms"]) > words:
            yield group
            group = []
        group.append(sentence)
    yield group


def batch(sentences: Sequence[Sentence], types: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return the ids of *sentences* looked up in the tables of *types*, and their labels (``-1`` unknown)."""
    forms, choices = (
        padded([s["forms"] for s in sentences], 0),
        padded([s["choices"] for s in sentences], 0),
    )
    lengths = torch.tensor([len(s["forms"]) for s in sentences])
    made = {
        name: table[choices if name.startswith("chosen") else forms].long() for name, table in types.items()
    }
    time = torch.arange(forms.shape[0] + 1).unsqueeze(1)
    made["backward"] = torch.where(time <= lengths, lengths - time, time)
    made["real"] = (time[1:] <= lengths).float()
    for layer in LAYERS:
        made[layer] = padded([s[layer] for s in sentences], -1)
    return made


def padded(rows: Sequence[Sequence[int]], filler: int) -> Tensor:
    """Return *rows* as columns, filled up to one of a dozen lengths."""
    most = max(map(len, rows))
    longest = next((length for length in _LENGTHS if length >= most), most)
    return torch.tensor([[*row, *[filler] * (longest - len(row))] for row in rows]).T.contiguous()
