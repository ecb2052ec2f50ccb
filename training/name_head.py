"""The head of names in PyTorch: one recurrent layer of its own over what is known of words, then a CRF."""

from dataclasses import dataclass

import torch
from network import Batch, Dropped, Encoder, allowed, bag, dropout, table
from torch import Tensor, nn
from torch.nn.functional import relu

TREEBANK, ESTNER = 1, 2  # whose guidelines a sentence follows; 0 would be neither
TABLES = ("shape", "ngrams", "lemmas", "form_tags", "marks", "chosen_tags", "own_tag", "deprel", "convention")


@dataclass(frozen=True, slots=True)
class HeadSizes:
    """How many ids each input has and how wide parts are; widths are guesses."""

    rows: dict[str, int]
    labels: tuple[str, ...]
    widths: tuple[int, ...] = (16, 48, 48, 32, 24, 24, 32, 16, 8)
    hidden: int = 128
    layers: int = 1
    dense: int = 96

    @property
    def inputs(self) -> int:
        """Width of a word's input vector."""
        return sum(self.widths)


@dataclass(frozen=True, slots=True)
class HeadDropped:
    """Shares dropped in training."""

    inputs: float = 0.2
    layer: float = 0.4
    lemma: float = 0.3
    ngram: float = 0.25
    mark: float = 0.15


class NameHead(nn.Module):
    """Scores name labels; a sentence's words begin at time 0, no root stands before them."""

    def __init__(self, sizes: HeadSizes, dropped: HeadDropped = HeadDropped()) -> None:
        super().__init__()
        self.dropped = dropped
        self.tables = nn.ModuleDict(
            {name: table(sizes.rows[name], width) for name, width in zip(TABLES, sizes.widths, strict=True)}
        )
        encoder = _EncoderSizes(sizes.inputs, sizes.hidden, sizes.layers)
        self.encoder = Encoder(encoder, Dropped(layer=dropped.layer))
        self.name_hidden = nn.Linear(2 * sizes.hidden + sizes.inputs, sizes.dense)
        self.name = nn.Linear(sizes.dense, len(sizes.labels))
        self.name_after = nn.Parameter(torch.zeros(len(sizes.labels), len(sizes.labels)))
        self.register_buffer("name_allowed", allowed(list(sizes.labels)), persistent=False)

    def vectors(self, batch: Batch) -> Tensor:
        """Return input vectors (time, sentences, inputs)."""
        ids = self._noised(batch) if self.training else batch
        columns = [bag(self.tables[n], ids[n] if ids[n].dim() == 3 else ids[n].unsqueeze(-1)) for n in TABLES]
        return torch.cat(columns, -1) * batch["real"].unsqueeze(-1)

    def forward(self, batch: Batch) -> Tensor:
        """Return scores of labels (time, sentences, labels)."""
        vectors = dropout(self.vectors(batch), self.dropped.inputs, self.training)
        states = self.encoder(vectors, batch["backward"])
        hidden = relu(self.name_hidden(torch.cat([states, vectors], -1)))
        return self.name(dropout(hidden, self.dropped.layer, self.training))

    def _noised(self, batch: Batch) -> Batch:
        """Hide lemmas, n-grams and marks at random, so that no name is learnt by heart."""
        ids = dict(batch)
        hidden = torch.rand(batch["real"].shape).unsqueeze(-1) < self.dropped.lemma
        ids["lemmas"] = torch.where(hidden & (ids["lemmas"] > 0), 1, ids["lemmas"])
        ids["ngrams"] = ids["ngrams"] * (torch.rand(ids["ngrams"].shape) >= self.dropped.ngram)
        ids["marks"] = ids["marks"] * (torch.rand(batch["real"].shape).unsqueeze(-1) >= self.dropped.mark)
        return ids


@dataclass(frozen=True, slots=True)
class _EncoderSizes:
    inputs: int
    hidden: int
    layers: int
