"""Train the head of names: `python training/train_names.py`; seeded, three minutes a seed.

First over the treebank, then over EstNER with a sample of the treebank beside. `score_names.py` says what the
recipe is worth on documents that it was not trained on.
"""

import argparse
import json
import math
import random
from collections.abc import Sequence

import torch
from batches import padded, shaped
from known_names import MARKS
from losses import crf_loss
from name_head import ESTNER, TREEBANK, HeadSizes, NameHead
from prepare import NAME_LABELS, OUT
from torch import Tensor

WORDS = 1500  # a batch, padding counted
FIRST, SECOND = 4, 10  # epochs over the treebank, and of the mixture; guesses
SHARE = 0.15  # of the treebank in an epoch of the mixture; a guess
MADE_SHARE = 6  # one in so many of the sentences made by splicing
MEMORY = 0.99  # of the running mean of the weights that is kept
RATE, SECOND_RATE = 3e-3, 1.5e-3  # Adam's highest steps; others were not tried
SEEDS = (1,)

Sentence = dict[str, list]


def load() -> dict:
    """Return what `prepare_names.py` wrote."""
    return torch.load(OUT / "names.pt", weights_only=False)


def sizes() -> HeadSizes:
    """Return sizes that fit the ids of the whole network's vocabulary."""
    strings = json.loads((OUT / "labels.json").read_text("utf-8"))
    rows = {
        "shape": len(strings["shapes"]) + 2, "ngrams": 32769, "lemmas": len(strings["lemmas"]) + 2,
        "form_tags": len(strings["input_tags"]) + 2, "marks": len(MARKS) + 1,
        "chosen_tags": len(strings["input_tags"]) + 2, "own_tag": len(strings["tags"]) + 1,
        "deprel": len(strings["deprels"]) + 1, "convention": 3,
    }  # fmt: skip
    return HeadSizes(rows, NAME_LABELS)


def batch(sentences: Sequence[Sentence], tables: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return ids and labels as tensors of shape (time, sentences)."""
    columns = {n: padded([s[n] for s in sentences], 0) for n in ("forms", "choices", "own_tag", "deprel")}
    made = {n: t[columns["choices" if n == "chosen_tags" else "forms"]].long() for n, t in tables.items()}
    made |= {n: columns[n] for n in ("own_tag", "deprel")}
    lengths = torch.tensor([len(s["forms"]) for s in sentences])
    time = torch.arange(columns["forms"].shape[0]).unsqueeze(1)
    made["real"] = (time < lengths).float()
    made["backward"] = torch.where(time < lengths, lengths - 1 - time, time)
    made["convention"] = torch.tensor([s["convention"] for s in sentences]).expand(len(time), -1)
    made["names"] = padded([s["names"] for s in sentences], -1)
    return made


def examples(blocks: Sequence[Sequence[Sentence]], convention: int) -> list[Sentence]:
    """Return the sentences of *blocks*, told whose guidelines they follow."""
    return [s | {"convention": convention} for b in blocks for s in b if 0 < len(s["forms"]) <= 120]


def first(data: dict, seed: int) -> NameHead:
    """Return a head trained over the treebank."""
    torch.manual_seed(seed)
    head = NameHead(sizes())
    taught = examples(data["parts"]["treebank"] + data["parts"]["made"], TREEBANK)
    run(head, data, [taught] * FIRST, RATE, seed)
    return head


def second(head: NameHead, data: dict, blocks: Sequence[Sequence[Sentence]], seed: int) -> NameHead:
    """Return the mean of *head*'s last epochs after it went on over EstNER's *blocks*."""
    torch.manual_seed(seed)
    chance = random.Random(seed)  # noqa: S311 -- a sample
    named = examples(blocks, ESTNER)
    treebank = examples(data["parts"]["treebank"], TREEBANK)
    made = examples(data["parts"]["made"], ESTNER)
    epochs = [
        named
        + chance.sample(treebank, int(SHARE * len(treebank)))
        + chance.sample(made, len(made) // MADE_SHARE)
        for _ in range(SECOND)
    ]
    run(head, data, epochs, SECOND_RATE, seed)
    return head


def run(head: NameHead, data: dict, epochs: Sequence[Sequence[Sentence]], rate: float, seed: int) -> None:
    """Train *head* over the *epochs*, the rate falling along a cosine; end with the weights' running mean."""
    adam = torch.optim.AdamW(head.parameters(), rate, (0.9, 0.95), weight_decay=1e-3, fused=True)
    groups = [g for at, e in enumerate(epochs) for g in shaped(e, WORDS, seed * 100 + at)]
    mean = [p.detach().clone() for p in head.parameters()]
    head.train()
    for step, group in enumerate(groups):
        for one in adam.param_groups:
            one["lr"] = rate * 0.5 * (1 + math.cos(math.pi * step / len(groups)))
        _step(head, adam, batch(group, data["tables"]))
        with torch.no_grad():
            torch._foreach_lerp_(mean, list(head.parameters()), 1 - min(MEMORY, step / (step + 10)))
    with torch.no_grad():
        for parameter, value in zip(head.parameters(), mean, strict=True):
            parameter.copy_(value)


def _step(head: NameHead, adam: torch.optim.Optimizer, made: dict[str, Tensor]) -> None:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = head(made)
    loss = crf_loss(head, scores.float(), made)
    adam.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(head.parameters(), 5.0)
    adam.step()


def main() -> None:
    """Train on all of EstNER's documents and keep the heads, one a seed."""
    options = argparse.ArgumentParser()
    options.add_argument("--seeds", type=int, nargs="+", default=[1])
    seeds = options.parse_args().seeds
    torch.set_num_threads(1)
    data = load()
    heads = [second(first(data, seed), data, data["parts"]["estner"], seed) for seed in seeds]
    torch.save([head.state_dict() for head in heads], OUT / "names_head.pt")


if __name__ == "__main__":
    main()
