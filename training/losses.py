"""What the network is punished for."""

import torch
from network import Network
from torch import Tensor
from torch.nn.functional import cross_entropy

WEIGHTS = {"arcs": 1.0, "deprels": 1.0, "tags": 1.0, "roles": 0.7, "names": 1.0}  # guesses


def losses(network: Network, scores: dict[str, Tensor], batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the mean loss of every layer that the batch has labels for."""
    found: dict[str, Tensor] = {"names": crf_loss(network, scores["names"].float(), batch)}
    if bool((batch["heads"] >= 0).any()):
        deprels, roles = network.edges(scores, batch["heads"])
        found["arcs"] = _mean(scores["arcs"].transpose(0, 1), batch["heads"])
        found["deprels"] = _mean(deprels, batch["deprels"])
        found["roles"] = _mean(roles, batch["roles"])
        found["tags"] = _mean(scores["tags"], batch["tags"])
    return found


def _mean(scores: Tensor, wanted: Tensor) -> Tensor:
    return cross_entropy(scores.float().flatten(0, 1), wanted.flatten(), ignore_index=-1)


def crf_loss(network: Network, names: Tensor, batch: dict[str, Tensor]) -> Tensor:
    """Return the negative log likelihood a word of a linear-chain CRF (Lafferty et al., 2001)."""
    real, wanted = batch["real"], batch["names"].clamp(min=0)
    after = network.name_after + network.name_allowed
    start = network.name_allowed[0]  # a sentence starts as after O
    total = start + names[0]
    for at in range(1, names.shape[0]):
        longer = torch.logsumexp(total.unsqueeze(2) + after, 1) + names[at]
        total = torch.where(real[at].unsqueeze(1) > 0, longer, total)
    end = network.name_allowed[:, 0]
    partition = torch.logsumexp(total + end, 1).sum()
    gold = (names.gather(2, wanted.unsqueeze(2)).squeeze(2) * real).sum()
    steps = network.name_after[wanted[:-1], wanted[1:]] * real[1:]
    return (partition - gold - steps.sum()) / real.sum()
