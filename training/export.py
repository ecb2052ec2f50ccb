"""Write the shipped model from the best weights: graph, tables, strings and their digests."""

import argparse
import json
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import graph
import numpy as np
import torch
from batches import alike, batch
from network import Network, relu
from numpy.typing import NDArray
from train import OUT, build, load

MODEL = Path(__file__).parents[1] / "src" / "allikas" / "packs" / "et" / "model"
TABLES = ("word", "lemma", "tag", "chosen_tag", "shape", "ngram")
CEILING_SHARE = 0.9999  # of values kept below a fixed ceiling; the rest are cut; a guess


def main() -> None:
    """Export a run's best weights."""
    options = argparse.ArgumentParser()
    options.add_argument("--run", default="main")
    options.add_argument("--weights", default="refined.pt")
    options.add_argument("--to", type=Path, default=MODEL)
    chosen = options.parse_args()
    parts, types, labels = load(OUT)
    network = build(labels)
    network.load_state_dict(torch.load(OUT / chosen.run / chosen.weights, weights_only=True))
    network.eval()
    weights = {name: value.numpy() for name, value in network.state_dict().items()}
    weights |= _folded(network)
    ceilings = _ceilings(network, [batch(g, types) for g in list(alike(parts["train"], 3000))[::15]])
    files = {
        "network.onnx": graph.write(weights, ceilings, len(network.encoder.forwards)),
        "edges.onnx": graph.write_edges(weights, labels["deprels"].index("root")),
        "tables.npz": _tables(weights, ceilings["inputs"]),
        "strings.json": json.dumps(_strings(labels), ensure_ascii=False).encode(),
    }
    chosen.to.mkdir(exist_ok=True)
    for name, content in files.items():
        (chosen.to / name).write_bytes(content)
    files["places.npz"] = (chosen.to / "places.npz").read_bytes()
    digests = {name: sha256(content).hexdigest() for name, content in sorted(files.items())}
    (chosen.to / "digests.json").write_text(json.dumps(digests, indent=1) + "\n", "utf-8")


def _folded(network: Network) -> dict[str, NDArray[np.float32]]:
    """Return the two layers of tags as one, since a tag is scored as itself and as its parts."""
    made = network.tag_made_of
    weight = network.tag_own.weight + made @ network.tag_parts.weight
    bias = network.tag_own.bias + made @ network.tag_parts.bias
    return {"tag.weight": weight.detach().numpy(), "tag.bias": bias.detach().numpy()}


def _ceilings(network: Network, data: list[dict[str, torch.Tensor]]) -> dict[str, float]:
    """Return what nearly all values of the inputs and hidden layers stay below, on training sentences."""
    seen: dict[str, list[torch.Tensor]] = {"inputs": [], "tag": [], "name": []}
    with torch.no_grad():
        for group in data:
            vectors = network.embeddings(group)
            both = torch.cat([network.encoder(vectors, group["backward"])[1:], vectors[1:]], -1)
            real = both[group["real"] > 0]
            seen["inputs"].append(vectors.abs().flatten())
            seen["tag"].append(relu(network.tag_hidden(real)).flatten())
            seen["name"].append(relu(network.name_hidden(real)).flatten())
    return {name: float(np.quantile(torch.cat(v).numpy(), CEILING_SHARE)) for name, v in seen.items()}


def _tables(weights: dict[str, NDArray[np.float32]], ceiling: float) -> bytes:
    """Return embeddings in eight bits, a scale a row, and what else stands outside the graphs."""
    arrays: dict[str, NDArray[np.generic]] = {
        "root": weights["embeddings.root"] / ceiling,
        "after": weights["name_after"],
        "ceiling": np.array(ceiling, np.float32),
    }
    for name in TABLES:
        table = weights[f"embeddings.{name}.weight"]
        scale = np.maximum(np.abs(table).max(1, keepdims=True), 1e-8) / 127
        arrays[name] = np.round(table / scale).astype(np.int8)
        arrays[f"{name}_scale"] = (scale / ceiling).astype(np.float32)
    content = BytesIO()
    np.savez(content, **arrays)
    return content.getvalue()


def _strings(labels: dict) -> dict:
    inputs = (
        "words",
        "lemmas",
        "input_tags",
        "shapes",
        "tags",
        "deprels",
        "names",
        "roles",
        "readings",
        "exceptions",
    )
    return {name: labels[name] for name in inputs}


if __name__ == "__main__":
    main()
