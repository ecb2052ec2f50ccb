"""Train the heads of roles and names further on top of a finished network: `python training/refine.py`.

Roles and names are learnt from far fewer words than trees. With the encoder at rest, an epoch takes a third
of the time, and the heads can be given a rate and a dropout of their own.
"""

import argparse
import json
import math

import torch
from batches import LONGEST, batch, shaped
from losses import losses
from network import Dropped, Network
from scores import score
from train import OUT, WORDS, build, load

HEADS = {"roles": ("role_dependent", "role_head", "role"), "names": ("name_hidden", "name", "name_after")}
RATE = 2e-3


def main() -> None:
    """Read the options and train."""
    options = argparse.ArgumentParser()
    options.add_argument("--epochs", type=int, default=6)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--run", default="main")
    options.add_argument("--heads", nargs="+", choices=sorted(HEADS), default=["roles"])
    options.add_argument("--hidden", type=float, default=Dropped().word, help="share of words hidden")
    refine(options.parse_args())


def refine(options: argparse.Namespace) -> None:
    """Go on from a run's best weights; write `refined.pt` beside them."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    parts, types, labels = load(OUT)
    folder = OUT / options.run
    network = build(labels, Dropped(word=options.hidden))
    network.load_state_dict(torch.load(folder / "best.pt", weights_only=True), strict=False)
    moving = _moving(network, options.heads)
    adam = torch.optim.AdamW(moving, RATE, (0.9, 0.95), weight_decay=1e-4)
    sentences = [s for s in parts["train"] + parts["estner"] if len(s["forms"]) <= LONGEST]
    steps, step = options.epochs * sum(1 for _ in shaped(sentences, WORDS, 0)), 0
    for epoch in range(options.epochs):
        network.train()
        for group in shaped(sentences, WORDS, options.seed * 1000 + epoch):
            for one in adam.param_groups:
                one["lr"] = RATE * 0.5 * (1 + math.cos(math.pi * step / steps))
            _step(network, adam, batch(group, types), options.heads)
            step += 1
        if epoch % 2 == 1:
            line = {"refined": epoch + 1, "dev": score(network, parts["dev"], types, labels)}
            line |= {"estner": score(network, parts["held_out"], types, labels)["names3"]}
            with (folder / "log.jsonl").open("a", encoding="utf-8") as log:
                log.write(json.dumps(line) + "\n")
    torch.save(network.state_dict(), folder / "refined.pt")


def _moving(network: Network, heads: list[str]) -> list[torch.nn.Parameter]:
    """Put everything to rest but the heads named; return what moves."""
    wanted = tuple(part for head in heads for part in HEADS[head])
    for name, parameter in network.named_parameters():
        parameter.requires_grad_(name.split(".")[0] in wanted)
    return [parameter for parameter in network.parameters() if parameter.requires_grad]


def _step(
    network: Network, adam: torch.optim.Optimizer, data: dict[str, torch.Tensor], heads: list[str]
) -> None:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = network(data)
        found = losses(network, scores, data)
    loss = sum(found[head] for head in heads if head in found)
    if not isinstance(loss, torch.Tensor):
        return
    adam.zero_grad()
    loss.backward()
    adam.step()


if __name__ == "__main__":
    main()
