"""How good the network is on sentences with known answers; heads are greedy here, as in training."""

from collections import Counter
from collections.abc import Sequence

import torch
from batches import Sentence, alike, batch
from network import Network
from torch import Tensor

MAIN3 = {"GPE": "LOC"}  # the three types that the field compares: persons, organisations, places


def score(network: Network, sentences: Sequence[Sentence], types: dict[str, Tensor], labels: dict) -> dict:
    """Return UPOS, features, UAS, LAS (per cent) and the F1 of names and roles."""
    network.eval()
    counts: Counter[str] = Counter()
    with torch.no_grad():
        for group in alike(sentences, 3000):
            _count(network, batch(group, types), labels, counts)
    return _summary(counts)


def _summary(n: Counter[str]) -> dict:
    shares = {k: round(100 * n[k] / max(n["words"], 1), 2) for k in ("upos", "feats", "uas", "las")}
    f1s = {k: round(200 * n[f"{k} ok"] / max(n[f"{k} gold"] + n[f"{k} found"], 1), 2)
           for k in ("names", "names3", "spans", "roles")}  # fmt: skip
    return {**shares, **f1s}


def _count(network: Network, data: dict[str, Tensor], labels: dict, counts: Counter[str]) -> None:
    scores = network(data)
    _count_names(viterbi(network, scores["names"], data["real"]), data, labels["names"], counts)
    known = data["heads"] >= 0
    if not bool(known.any()):
        return
    heads = scores["arcs"].argmax(-1).T
    deprels, roles = (edge.argmax(-1) for edge in network.edges(scores, heads))
    upos, feats = _halves(labels["tags"])
    tags, wanted = scores["tags"].argmax(-1), data["tags"]
    main = _numbers([label.split(":")[0] for label in labels["deprels"]])
    right = known & (heads == data["heads"])
    seen = known & (wanted >= 0)  # a tag outside the training data counts as wrong
    counts["words"] += int(known.sum())
    counts["upos"] += int((seen & (upos[tags] == upos[wanted])).sum())
    counts["feats"] += int((seen & (feats[tags] == feats[wanted])).sum())
    counts["uas"] += int(right.sum())
    counts["las"] += int((right & (main[deprels] == main[data["deprels"]])).sum())
    counts["roles gold"] += int((known & (data["roles"] > 0)).sum())
    counts["roles found"] += int((known & (roles > 0)).sum())
    counts["roles ok"] += int((right & (roles > 0) & (roles == data["roles"])).sum())


def _halves(tags: list[str]) -> tuple[Tensor, Tensor]:
    pairs = [tag.split(" ", 1) for tag in tags]
    return _numbers([p[0] for p in pairs]), _numbers([p[1] for p in pairs])


def _numbers(strings: list[str]) -> Tensor:
    places = {s: at for at, s in enumerate(dict.fromkeys(strings))}
    return torch.tensor([places[s] for s in strings])


def _count_names(found: Tensor, data: dict[str, Tensor], names: list[str], counts: Counter[str]) -> None:
    lengths = data["real"].sum(0).long().tolist()
    for column, length in enumerate(lengths):
        gold = spans([names[i] for i in data["names"][:length, column].tolist()])
        pred = spans([names[i] for i in found[:length, column].tolist()])
        for key, keep in (("names", _all), ("names3", _main3), ("spans", _bare)):
            a, b = keep(gold), keep(pred)
            counts[f"{key} gold"] += len(a)
            counts[f"{key} found"] += len(b)
            counts[f"{key} ok"] += len(a & b)


def _all(found: set) -> set:
    return found


def _main3(found: set) -> set:
    return {(a, b, MAIN3.get(t, t)) for a, b, t in found if t not in {"PROD", "EVENT"}}


def _bare(found: set) -> set:
    return {(a, b) for a, b, _ in found}


def spans(labels: list[str]) -> set[tuple[int, int, str]]:
    """Return the spans of well-formed BIOES *labels*."""
    found, start = set(), 0
    for at, label in enumerate(labels):
        if label[0] in "BS":
            start = at
        if label[0] in "ES":
            found.add((start, at + 1, label[2:]))
    return found


def viterbi(network: Network, names: Tensor, real: Tensor) -> Tensor:
    """Return the best well-formed sequence of name labels (time, sentences)."""
    after = network.name_after + network.name_allowed
    total, steps = network.name_allowed[0] + names[0], []
    identity = torch.arange(names.shape[2]).expand(names.shape[1], -1)
    for at in range(1, names.shape[0]):
        best, back = (total.unsqueeze(2) + after).max(1)
        here = real[at].unsqueeze(1) > 0
        total = torch.where(here, best + names[at], total)
        steps.append(torch.where(here, back, identity))
    path = [(total + network.name_allowed[:, 0]).argmax(1)]
    for back in reversed(steps):
        path.append(back.gather(1, path[-1].unsqueeze(1)).squeeze(1))
    return torch.stack(path[::-1])
