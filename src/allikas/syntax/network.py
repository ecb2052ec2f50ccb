"""The trained network as files beside a language pack: checked, loaded once, run by ONNX Runtime."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from allikas.model.errors import AllikasError
from allikas.syntax.encoding import Vocabulary
from allikas.syntax.lemmas import LemmaRules

Floats = NDArray[np.float32]
ANCHORS = (1.0, 1.0, -1.0)  # the last columns of the anchor sentence, see training/graph.py
ANCHOR = len(ANCHORS)


class ModelError(AllikasError):
    """The network's files are missing or damaged; the message is one line and says what to do."""


class Labels(NamedTuple):
    """What the network's answers stand for."""

    tags: tuple[str, ...]  # UPOS, a blank, FEATS
    deprels: tuple[str, ...]
    names: tuple[str, ...]  # BIOES
    roles: tuple[str, ...]


class Scores(NamedTuple):
    """What the network says of one batch: time comes first but in ``arcs`` (sentences, words, heads)."""

    arcs: Floats
    tags: NDArray[np.int64]
    names: Floats
    dependents: Floats
    heads: Floats


@dataclass(frozen=True, slots=True)
class Network:
    """A loaded network: the session of its graph, that of the layers over edges, and its embeddings."""

    session: Any
    edges: Any
    tables: Mapping[str, NDArray[Any]]
    vocabulary: Vocabulary
    labels: Labels
    lemmas: LemmaRules

    def run(self, vectors: Floats, lengths: NDArray[np.int32]) -> Scores:
        """Score sentences side by side: *vectors* (time, sentences, width), each with its root first.

        *lengths* count the root. An anchor sentence is added, so that what a sentence gets does not depend
        on its neighbours.
        """
        time, sentences, width = vectors.shape
        inputs = np.zeros((time, sentences + 1, width + ANCHOR), np.float32)
        np.clip(vectors, -1, 1, out=inputs[:, :sentences, :width])
        inputs[:, sentences, width:] = ANCHORS
        given = {"x": inputs, "lengths": np.append(lengths, np.int32(time))}
        arcs, tags, names, dependents, heads = self.session.run(_OUTPUTS, given)
        return Scores(
            arcs[:sentences, 1:], tags[1:, :sentences], names[1:, :sentences],
            dependents[1:, :sentences], heads[:, :sentences],
        )  # fmt: skip

    def label(self, dependents: Floats, heads: Floats) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the relation and the role, by number, of edges; one row an edge, as ``run`` gave them."""
        deprels, roles = self.edges.run(("deprels", "roles"), {"dependents": dependents, "heads": heads})
        return deprels, roles


_OUTPUTS = ("arcs", "tags", "names", "dependents", "heads")
_FILES = ("network.onnx", "edges.onnx", "tables.npz", "strings.json")


@cache
def load_network(folder: Path) -> Network:
    """Load the network in *folder*, once a process; ``ModelError`` where a file is missing or damaged."""
    graph, edges, tables, strings = _checked(folder)
    try:
        return _network(_session(graph), _session(edges), tables, json.loads(strings))
    except Exception as error:  # whatever a file with the right digest makes the libraries say
        raise ModelError(
            f"The network in {folder} cannot be loaded ({_line(error)}): {_REINSTALL}"
        ) from error


_REINSTALL = "install Allikas again"


def _checked(folder: Path) -> list[bytes]:
    """Return the network's files; all that have a digest in the folder must be there and have that digest."""
    try:
        digests = dict(json.loads((folder / "digests.json").read_bytes()))
        contents = {name: (folder / name).read_bytes() for name in {*_FILES, *digests}}
    except (OSError, ValueError, TypeError) as error:
        raise ModelError(f"The network in {folder} cannot be read ({_line(error)}): {_REINSTALL}") from error
    for name, content in sorted(contents.items()):
        if sha256(content).hexdigest() != digests.get(name):
            raise ModelError(f"The network's file {folder / name} is damaged: {_REINSTALL}")
    return [contents[name] for name in _FILES]


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]


def _network(graph: Any, edges: Any, tables: bytes, strings: dict[str, Any]) -> Network:  # noqa: ANN401
    with np.load(BytesIO(tables)) as arrays:
        loaded = {name: arrays[name] for name in arrays.files}
    words, lemmas, tags, shapes = (
        {string: at for at, string in enumerate(strings[kind], 2)}
        for kind in ("words", "lemmas", "input_tags", "shapes")
    )
    labels = Labels(
        tuple(strings["tags"]), tuple(strings["deprels"]), tuple(strings["names"]), tuple(strings["roles"])
    )
    rules = LemmaRules(strings["readings"], strings["exceptions"])
    return Network(graph, edges, loaded, Vocabulary(words, lemmas, tags, shapes), labels, rules)


def _session(graph: bytes) -> Any:  # noqa: ANN401 -- ONNX Runtime brings no types
    """Return a session on one thread: documents are read side by side, not one on many cores."""
    import onnxruntime  # noqa: PLC0415 -- a tenth of a second that only a reader with trees pays

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
