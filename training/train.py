"""Train the network: `python training/train.py --epochs 56`; goes on from the last checkpoint, if any."""

import argparse
import json
import math
import random
import time
from pathlib import Path

import torch
from batches import LONGEST, batch, shaped
from losses import WEIGHTS, losses
from network import Dropped, Network, Sizes
from scores import score
from torch import Tensor

from allikas.syntax.encoding import BUCKETS

OUT = Path(__file__).parent / "out"
RATE = 2e-3  # Adam's highest step; 1e-3 and 3e-3 were not tried
WARMUP = 300  # steps
WORDS = 1500  # a batch, padding counted
SMOOTHING = 0.998  # of the running mean of the weights that is scored and shipped; about two epochs' memory


def main() -> None:
    """Read the options and train."""
    options = argparse.ArgumentParser()
    options.add_argument("--epochs", type=int, default=40)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--limit", type=int, help="train on so many sentences, to try things out")
    options.add_argument(
        "--threads", type=int, default=1, help="one is nearly as fast as two, and two wait for each other"
    )
    options.add_argument("--run", default="main", help="name of the folder under training/out")
    train(options.parse_args())


def load(path: Path) -> tuple[dict, dict[str, Tensor], dict]:
    """Return the parts of the corpora, the tables of forms, and the labels."""
    data = torch.load(path / "data.pt", weights_only=False)
    return data["parts"], data["types"], json.loads((path / "labels.json").read_text("utf-8"))


def build(labels: dict, dropped: Dropped | None = None) -> Network:
    """Return a new network for the vocabulary and *labels*."""
    rate = dropped or Dropped()
    sizes = Sizes(
        words=len(labels["words"]) + 2, lemmas=len(labels["lemmas"]) + 2,
        tags=len(labels["input_tags"]) + 2, shapes=len(labels["shapes"]) + 2, ngrams=BUCKETS + 1,
    )  # fmt: skip
    rarity = torch.tensor([0.0, 0.0, *(rate.rare / (rate.rare + n) for n in labels["word_counts"])])
    return Network(sizes, rate, rarity, labels)


def train(options: argparse.Namespace) -> None:
    """Run the epochs that are left and keep the best weights on the development part."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    parts, types, labels = load(OUT)
    sentences = [s for s in parts["train"] + parts["estner"] if len(s["forms"]) <= LONGEST]
    if options.limit:
        sentences = random.Random(0).sample(sentences, options.limit)  # noqa: S311 -- not a secret
    folder = OUT / options.run
    folder.mkdir(exist_ok=True)
    network = build(labels)
    mean = build(labels)
    mean.load_state_dict(network.state_dict())
    adam = torch.optim.AdamW(network.parameters(), RATE, (0.9, 0.95), weight_decay=1e-4, fused=True)
    state = _resume(folder, network, mean, adam)
    steps = sum(1 for _ in shaped(sentences, WORDS, 0)) * options.epochs
    for epoch in range(state["epoch"], options.epochs):
        began = time.monotonic()
        network.train()
        sums: dict[str, float] = {}
        groups = list(shaped(sentences, WORDS, options.seed * 1000 + epoch))
        for group in groups:
            _set_rate(adam, state["step"], steps)
            state["step"] += 1
            for name, value in _step(network, adam, batch(group, types)).items():
                sums[name] = sums.get(name, 0.0) + value / len(groups)
            _follow(mean, network, state["step"])
        state["epoch"] = epoch + 1
        line = {"epoch": epoch + 1, "seconds": round(time.monotonic() - began, 1)}
        line |= {"loss": {name: round(value, 4) for name, value in sums.items()}}
        if _is_scored(epoch + 1, options.epochs):
            line |= {"dev": score(mean, parts["dev"], types, labels)}
            line |= {"estner": score(mean, parts["held_out"], types, labels)["names3"]}
            _keep_best(folder, mean, state, _total(line["dev"]))
        _log(folder, line)
        _save(folder, network, mean, adam, state)


def _is_scored(epoch: int, epochs: int) -> bool:
    return epoch in {1, 2} or epoch % 4 == 0 or ((epochs - epoch) <= 8 and (epochs - epoch) % 2 == 0)


def _total(dev: dict) -> float:
    """Return one number to choose by: trees count twice, as most stages read them."""
    return dev["las"] * 2 + dev["upos"] + dev["feats"] + dev["names"] + dev["roles"]


def _step(network: Network, adam: torch.optim.Optimizer, data: dict[str, Tensor]) -> dict[str, float]:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = network(data)
        found = losses(network, scores, data)
    loss = sum(WEIGHTS[name] * value for name, value in found.items())
    adam.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
    adam.step()
    return {name: value.item() for name, value in found.items()}


def _set_rate(adam: torch.optim.Optimizer, step: int, steps: int) -> None:
    """Warm up in a line, then fall along a cosine to nothing."""
    rate = RATE * min(step / WARMUP, 0.5 * (1 + math.cos(math.pi * min(1.0, step / steps))))
    for group in adam.param_groups:
        group["lr"] = rate


def _follow(mean: Network, network: Network, step: int) -> None:
    share = min(SMOOTHING, step / (step + 10))
    with torch.no_grad():
        torch._foreach_lerp_(list(mean.parameters()), list(network.parameters()), 1 - share)


def _resume(folder: Path, network: Network, mean: Network, adam: torch.optim.Optimizer) -> dict:
    path = folder / "last.pt"
    if not path.exists():
        return {"epoch": 0, "step": 0, "best": 0.0}
    saved = torch.load(path, weights_only=False)
    network.load_state_dict(saved["network"])
    mean.load_state_dict(saved["mean"])
    adam.load_state_dict(saved["adam"])
    torch.set_rng_state(saved["chance"])
    return saved["state"]


def _save(folder: Path, network: Network, mean: Network, adam: torch.optim.Optimizer, state: dict) -> None:
    whole = {"network": network.state_dict(), "mean": mean.state_dict(), "adam": adam.state_dict(),
             "state": state, "chance": torch.get_rng_state()}  # fmt: skip
    torch.save(whole, folder / "last.tmp")
    (folder / "last.tmp").replace(folder / "last.pt")


def _keep_best(folder: Path, mean: Network, state: dict, total: float) -> None:
    if total > state["best"]:
        state["best"] = total
        torch.save(mean.state_dict(), folder / "best.tmp")
        (folder / "best.tmp").replace(folder / "best.pt")


def _log(folder: Path, line: dict) -> None:
    with (folder / "log.jsonl").open("a", encoding="utf-8") as log:
        log.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
