"""The network: an encoder over forms and the analyser's readings; heads for tags, trees, names, roles."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import relu

Batch = dict[str, Tensor]


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large the parts are. Widths follow a feasibility study of the same data; the rest are guesses."""

    words: int
    lemmas: int
    tags: int
    shapes: int
    ngrams: int
    word: int = 100
    lemma: int = 100
    tag: int = 64
    shape: int = 16
    ngram: int = 64
    hidden: int = 256
    layers: int = 3
    arc: int = 256
    edge: int = 192
    tag_hidden: int = 256
    name_hidden: int = 128

    @property
    def inputs(self) -> int:
        """Width of a word's input vector."""
        return self.word + self.ngram + self.shape + 2 * (self.lemma + self.tag)


@dataclass(frozen=True, slots=True)
class Dropped:
    """Shares dropped in training."""

    layer: float = 0.45
    inputs: float = 0.3
    word: float = 0.12  # of all words, beside the rare ones
    rare: float = 0.4  # a word seen n times is dropped with rare / (rare + n)
    ngram: float = 0.2
    choice: float = 0.08
    name: float = 0.5


class Embeddings(nn.Module):
    """Ids of a form and of the analyser's choice to one vector; ``bag`` is the same sum at run time."""

    def __init__(self, sizes: Sizes, dropped: Dropped, rarity: Tensor) -> None:
        super().__init__()
        self.dropped = dropped
        self.word = table(sizes.words, sizes.word)
        self.lemma = table(sizes.lemmas, sizes.lemma)
        self.tag = table(sizes.tags, sizes.tag)
        self.chosen_tag = table(sizes.tags, sizes.tag)
        self.shape = table(sizes.shapes, sizes.shape)
        self.ngram = table(sizes.ngrams, sizes.ngram)
        self.root = nn.Parameter(torch.randn(sizes.inputs) * 0.1)
        self.register_buffer("rarity", rarity, persistent=False)  # the chance that a word is dropped

    def forward(self, batch: Batch) -> Tensor:
        """Return vectors of shape (time, sentences, inputs); position 0 is the root."""
        ids = self._noised(batch) if self.training else batch
        vectors = torch.cat(
            [
                self.word(ids["word"]),
                bag(self.ngram, ids["ngrams"]),
                self.shape(ids["shape"]),
                bag(self.lemma, ids["lemmas"]),
                bag(self.tag, ids["form_tags"]),
                bag(self.lemma, ids["chosen_lemmas"]),
                bag(self.chosen_tag, ids["chosen_tags"]),
            ],
            dim=-1,
        )
        vectors = vectors * batch["real"].unsqueeze(-1)
        root = self.root.expand(1, vectors.shape[1], -1)
        return torch.cat([root, vectors], dim=0)

    def _noised(self, batch: Batch) -> Batch:
        """Hide words with their lemmas, n-grams, and choices of the analyser, at random."""
        ids = dict(batch)
        chance = self.rarity[ids["word"]] + self.dropped.word
        hidden = torch.rand(chance.shape) < chance
        ids["word"] = torch.where(hidden, 1, ids["word"])
        for name in ("lemmas", "chosen_lemmas"):
            ids[name] = torch.where(hidden.unsqueeze(-1) & (ids[name] > 0), 1, ids[name])
        ids["ngrams"] = ids["ngrams"] * (torch.rand(ids["ngrams"].shape) >= self.dropped.ngram)
        kept = torch.rand(hidden.shape) >= self.dropped.choice
        ids["chosen_tags"] = ids["chosen_tags"] * kept.unsqueeze(-1)
        ids["chosen_lemmas"] = ids["chosen_lemmas"] * kept.unsqueeze(-1)
        return ids


def table(rows: int, width: int) -> nn.Embedding:
    """Return a new table of embeddings; row 0 is nought."""
    made = nn.Embedding(rows, width, padding_idx=0)
    nn.init.normal_(made.weight, std=0.1)
    with torch.no_grad():
        made.weight[0] = 0
    return made


def bag(table: nn.Embedding, ids: Tensor) -> Tensor:
    """Sum the rows of *ids* and divide by the root of how many there are."""
    count = (ids > 0).sum(-1, keepdim=True).clamp(min=1).float()
    flat = nn.functional.embedding_bag(
        ids.reshape(-1, ids.shape[-1]), table.weight, mode="sum", padding_idx=0
    )
    return flat.reshape(*ids.shape[:-1], -1) / count.sqrt()


class Encoder(nn.Module):
    """Bidirectional LSTM layers; the backward direction starts at each sentence's own end."""

    def __init__(self, sizes: Sizes, dropped: Dropped) -> None:
        super().__init__()
        self.rate = dropped.layer
        widths = [sizes.inputs] + [2 * sizes.hidden] * (sizes.layers - 1)
        self.forwards = nn.ModuleList(nn.LSTM(width, sizes.hidden) for width in widths)
        self.backwards = nn.ModuleList(nn.LSTM(width, sizes.hidden) for width in widths)

    def forward(self, vectors: Tensor, backward: Tensor) -> Tensor:
        """*backward* holds, for each position, the position that mirrors it in its sentence."""
        for ahead, behind in zip(self.forwards, self.backwards, strict=True):
            there, _ = ahead(vectors)
            back, _ = behind(_mirrored(vectors, backward))
            vectors = dropout(torch.cat([there, _mirrored(back, backward)], -1), self.rate, self.training)
        return vectors


def dropout(vectors: Tensor, rate: float, training: bool) -> Tensor:
    """Hide the same places of all words of a sentence (Gal and Ghahramani, 2016); time comes first."""
    if not training or rate == 0:
        return vectors
    kept = torch.rand(vectors.shape[1:], dtype=torch.float32) >= rate
    return vectors * (kept / (1 - rate)).to(vectors.dtype)


def _mirrored(vectors: Tensor, backward: Tensor) -> Tensor:
    return vectors.gather(0, backward.unsqueeze(-1).expand(-1, -1, vectors.shape[-1]))


class Network(nn.Module):
    """The whole: ``forward`` scores arcs, tags and names, and ``edges`` scores labels and roles."""

    def __init__(self, sizes: Sizes, dropped: Dropped, rarity: Tensor, labels: dict[str, list[str]]) -> None:
        super().__init__()
        wide = 2 * sizes.hidden
        self.dropped = dropped
        self.embeddings = Embeddings(sizes, dropped, rarity)
        self.encoder = Encoder(sizes, dropped)
        self.arc_dependent = nn.Linear(wide, sizes.arc)
        self.arc_head = nn.Linear(wide, sizes.arc)
        self.arc_pair = nn.Parameter(torch.zeros(sizes.arc, sizes.arc))
        self.arc_prior = nn.Parameter(torch.zeros(sizes.arc))
        self.edge_dependent = nn.Linear(wide, sizes.edge)
        self.edge_head = nn.Linear(wide, sizes.edge)
        self.deprel = nn.Linear(sizes.edge, len(labels["deprels"]))
        self.role_dependent = nn.Linear(wide + sizes.inputs, sizes.edge)
        self.role_head = nn.Linear(wide + sizes.inputs, sizes.edge)
        self.role = nn.Linear(sizes.edge, len(labels["roles"]))
        self.tag_hidden = nn.Linear(wide + sizes.inputs, sizes.tag_hidden)
        self.tag_parts = nn.Linear(sizes.tag_hidden, len(_parts(labels["tags"])))
        self.tag_own = nn.Linear(sizes.tag_hidden, len(labels["tags"]))
        self.register_buffer("tag_made_of", _made_of(labels["tags"]), persistent=False)
        self.name_hidden = nn.Linear(wide + sizes.inputs, sizes.name_hidden)
        self.name = nn.Linear(sizes.name_hidden, len(labels["names"]))
        self.name_after = nn.Parameter(torch.zeros(len(labels["names"]), len(labels["names"])))
        self.register_buffer("name_allowed", allowed(labels["names"]), persistent=False)

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """Return arcs (sentences, dependents, heads, root first), tags and names (time, sentences)."""
        vectors = dropout(self.embeddings(batch), self.dropped.inputs, self.training)
        states = self.encoder(vectors, batch["backward"])
        words, inputs = states[1:], vectors[1:]
        both = torch.cat([words, inputs], -1)
        hidden = self._drop(relu(self.tag_hidden(both)))
        tags = self.tag_own(hidden) + self.tag_parts(hidden) @ self.tag_made_of.T.to(hidden.dtype)
        named = dropout(both, self.dropped.name, self.training)
        named = dropout(relu(self.name_hidden(named)), self.dropped.name, self.training)
        return {
            "arcs": self._arcs(words, states, batch["real"]),
            "tags": tags,
            "names": self.name(named),
            "edge_dependent": self.edge_dependent(words),
            "edge_head": self.edge_head(states),
            "role_dependent": self.role_dependent(both),
            "role_head": self.role_head(torch.cat([states, vectors], -1)),
        }

    def _drop(self, vectors: Tensor) -> Tensor:
        return dropout(vectors, self.dropped.layer, self.training)

    def _arcs(self, words: Tensor, states: Tensor, real: Tensor) -> Tensor:
        dependents = self._drop(relu(self.arc_dependent(words))).transpose(0, 1)
        heads = self._drop(relu(self.arc_head(states))).transpose(0, 1)
        paired = dependents @ self.arc_pair
        with torch.autocast("cpu", enabled=False):  # near-ties between heads want the digits
            heads = heads.float()
            scores = paired.float() @ heads.transpose(1, 2) + (heads @ self.arc_prior).unsqueeze(1)
        outside = torch.cat([torch.ones_like(real[:1]), real], 0).T.unsqueeze(1) == 0
        return scores.masked_fill(outside, -1e4)

    def edges(self, scores: dict[str, Tensor], heads: Tensor) -> tuple[Tensor, Tensor]:
        """Return scores of labels and roles of each word's edge to *heads* (time, sentences)."""
        deprels = self.deprel(self._edge(scores["edge_dependent"], scores["edge_head"], heads))
        return deprels, self.role(self._edge(scores["role_dependent"], scores["role_head"], heads))

    def _edge(self, dependents: Tensor, possible: Tensor, heads: Tensor) -> Tensor:
        chosen = heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, possible.shape[-1])
        return self._drop(relu(dependents + possible.gather(0, chosen)))


def _parts(tags: list[str]) -> list[str]:
    return sorted({part for tag in tags for part in split(tag)})


def split(tag: str) -> list[str]:
    """Split ``NOUN Case=Gen|Number=Sing`` into its class and its features."""
    upos, feats = tag.split(" ", 1)
    return [upos, *feats.split("|")]


def _made_of(tags: list[str]) -> Tensor:
    """Return a row for every tag with ones at its parts, so that rare tags learn from common ones."""
    places = {part: at for at, part in enumerate(_parts(tags))}
    made = torch.zeros(len(tags), len(places))
    for row, tag in enumerate(tags):
        made[row, [places[part] for part in split(tag)]] = 1
    return made


def allowed(names: list[str]) -> Tensor:
    """Return 0 where the label of a row may stand before that of a column, and a low score elsewhere."""
    scores = torch.full((len(names), len(names)), -1e4)
    for i, left in enumerate(names):
        for j, right in enumerate(names):
            inside = left[0] in "BI"
            if inside == (right[0] in "IE") and (not inside or left[2:] == right[2:]):
                scores[i, j] = 0.0
    return scores
