"""Write the trained network as an ONNX graph in eight-bit integers, by hand: nothing of training stays in.

Quantisation must not let one sentence's values touch another's, or a reading would depend on what it is
read beside. The scales of the dense layers are therefore fixed beforehand. ONNX Runtime's quantised LSTM
takes its scales from the extremes of what it is given, step by step; so an *anchor* sentence that attains
every extreme rides in each batch: three more input columns hold 1, +1 and -1 in its rows and 0 elsewhere,
and two more units a direction, moved by the first of them alone, go to plus and minus tanh(t), which bounds
every cell.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Array = NDArray[np.float32]
ANCHORS = 3  # input columns of the anchor sentence
_UNITS = 2  # hidden units a direction that only the anchor moves
_PUSH = 40.0  # a gate's input at which it is shut or open to the last digit
OPSET = 17


@dataclass(slots=True)
class Graph:
    """Nodes and constants of an ONNX graph in the making."""

    nodes: list[onnx.NodeProto] = field(default_factory=list)
    constants: list[onnx.TensorProto] = field(default_factory=list)

    def constant(self, value: NDArray[np.generic]) -> str:
        """Add a constant and return its name."""
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, operator: str, *inputs: str, domain: str = "", outputs: int = 1, **options: object) -> str:
        """Add a node and return the name of its first output."""
        names = [f"n{len(self.nodes)}" + ("" if at == 0 else f"_{at}") for at in range(outputs)]
        self.nodes.append(helper.make_node(operator, list(inputs), names, domain=domain, **options))
        return names[0]


def write(weights: Mapping[str, Array], ceilings: Mapping[str, float], layers: int) -> bytes:
    """Return the graph: inputs ``x`` (time, sentences, inputs + anchors) and ``lengths``, roots counted."""
    graph = Graph()
    anchors = graph.add(
        "Slice", "x", *(graph.constant(np.array([v])) for v in (-ANCHORS, np.iinfo(np.int64).max, 2))
    )
    vectors = "x"
    for layer in range(layers):
        ceiling = ceilings["inputs"] if layer == 0 else 1.0
        vectors = _lstm(graph, weights, layer, vectors, ceiling)
        vectors = graph.add("Concat", vectors, anchors, axis=2)
    hidden = weights["arc_head.weight"].shape[1]
    inputs = weights["tag_hidden.weight"].shape[1] - hidden
    states = _columns(graph, vectors, _kept(hidden // 2))
    first = graph.add("Slice", "x", *(graph.constant(np.array([v])) for v in (0, inputs, 2)))
    scaled = _codes(graph, states, 1.0), _codes(graph, first, 1.0)
    outputs = _heads(graph, weights, ceilings, scaled)
    given: dict[str, tuple[int, list[str | int]]] = {
        "x": (TensorProto.FLOAT, ["time", "sentences", inputs + ANCHORS]),
        "lengths": (TensorProto.INT32, ["sentences"]),
    }
    kinds = {name: TensorProto.INT64 if name == "tags" else TensorProto.FLOAT for name in outputs}
    return _model(graph, given, kinds, outputs)


def _kept(hidden: int) -> NDArray[np.int64]:
    """Return the columns of an LSTM's output that are not anchor units."""
    ahead = np.arange(hidden)
    return np.concatenate([ahead, ahead + hidden + _UNITS])


def _columns(graph: Graph, vectors: str, columns: NDArray[np.int64]) -> str:
    return graph.add("Gather", vectors, graph.constant(columns), axis=2)


def _lstm(graph: Graph, weights: Mapping[str, Array], layer: int, vectors: str, ceiling: float) -> str:
    parts = [
        _direction(weights, f"encoder.{way}.{layer}", layer, ceiling) for way in ("forwards", "backwards")
    ]
    ahead, behind, bias = (np.stack(found) for found in zip(*parts, strict=True))
    (w, w_scale), (r, r_scale) = _eight_bits(ahead), _eight_bits(behind)
    zero = np.zeros(w_scale.shape, np.int8)
    made = graph.add(
        "DynamicQuantizeLSTM", vectors, graph.constant(w), graph.constant(r), graph.constant(bias), "lengths",
        "", "", "", *(graph.constant(v) for v in (w_scale, zero, r_scale, zero)),
        domain="com.microsoft", direction="bidirectional", hidden_size=behind.shape[1],
    )  # fmt: skip
    turned = graph.add("Transpose", made, perm=[0, 2, 1, 3])
    return graph.add("Reshape", turned, graph.constant(np.array([0, 0, -1])))


def _direction(
    weights: Mapping[str, Array], name: str, layer: int, ceiling: float
) -> tuple[Array, Array, Array]:
    """Return one direction's weights as ONNX wants them, with anchor columns and units added."""
    w, r = (weights[f"{name}.weight_{kind}_l0"] for kind in ("ih", "hh"))
    bias = weights[f"{name}.bias_ih_l0"], weights[f"{name}.bias_hh_l0"]
    hidden = r.shape[1]
    rows = _kept(hidden) if layer else np.arange(w.shape[1])
    wide = w.shape[1] + (2 * _UNITS if layer else 0) + ANCHORS
    all_w = np.zeros((wide, 4, hidden + _UNITS), np.float32)
    all_r = np.zeros((hidden + _UNITS, 4, hidden + _UNITS), np.float32)
    all_b = np.zeros((8, hidden + _UNITS), np.float32)
    all_w[rows, :, :hidden] = _gates(w).transpose(2, 0, 1) * ceiling
    all_r[:hidden, :, :hidden] = _gates(r).transpose(2, 0, 1)
    for at, part in enumerate(bias):
        all_b[4 * at : 4 * at + 4, :hidden] = _gates(part[:, None])[:, :, 0]
    all_w[-ANCHORS, :, hidden:] = _PUSH
    all_w[-ANCHORS, 3, hidden + 1] = -_PUSH
    return all_w.reshape(wide, -1), all_r.reshape(hidden + _UNITS, -1), all_b.reshape(-1)


def _gates(weights: Array) -> Array:
    """Return PyTorch's gates (input, forget, cell, output) in ONNX's order (input, output, forget, cell)."""
    i, f, c, o = np.split(weights, 4)
    return np.stack([i, o, f, c])


def _eight_bits(weights: Array) -> tuple[NDArray[np.int8], Array]:
    """Quantise each output column by itself: the next to last axis is summed over."""
    scale = np.maximum(np.abs(weights).max(-2), 1e-8) / 127
    return np.round(weights / np.expand_dims(scale, -2)).astype(np.int8), scale.astype(np.float32)


def _codes(graph: Graph, vectors: str, ceiling: float, *, positive: bool = False) -> tuple[str, str, float]:
    """Quantise to unsigned bytes on a fixed scale; return codes, their zero and the scale."""
    zero, scale = (0, ceiling / 255) if positive else (128, ceiling / 127)
    point = graph.constant(np.array(zero, np.uint8))
    step = graph.constant(np.array(scale, np.float32))
    return graph.add("QuantizeLinear", vectors, step, point), point, scale


def _dense(graph: Graph, pairs: list[tuple[tuple[str, str, float], Array]], bias: Array) -> str:
    """Sum the products of coded vectors with weights (inputs, outputs), and the bias."""
    total = graph.constant(bias.astype(np.float32))
    for (codes, point, scale), weights in pairs:
        w, w_scale = _eight_bits(weights)
        product = graph.add("MatMulInteger", codes, graph.constant(w), point)
        real = graph.add("Cast", product, to=TensorProto.FLOAT)
        total = graph.add("Add", graph.add("Mul", real, graph.constant(w_scale * np.float32(scale))), total)
    return total


def _heads(
    graph: Graph, weights: Mapping[str, Array], ceilings: Mapping[str, float],
    coded: tuple[tuple[str, str, float], tuple[str, str, float]],
) -> dict[str, str]:  # fmt: skip
    states, inputs = coded
    wide = weights["arc_head.weight"].shape[1]

    def layer(name: str) -> str:
        return _dense(graph, [(states, weights[f"{name}.weight"].T)], weights[f"{name}.bias"])

    def both(name: str) -> str:
        first, second = weights[f"{name}.weight"][:, :wide].T, weights[f"{name}.weight"][:, wide:].T
        pairs = [(states, first), (inputs, second * ceilings["inputs"])]
        return _dense(graph, pairs, weights[f"{name}.bias"])

    def last(name: str, hidden: str) -> str:
        codes = _codes(graph, graph.add("Relu", hidden), ceilings[name], positive=True)
        return _dense(graph, [(codes, weights[f"{name}.weight"].T)], weights[f"{name}.bias"])

    return {
        "arcs": _arcs(graph, weights, graph.add("Relu", layer("arc_dependent")), layer("arc_head")),
        "tags": graph.add("ArgMax", last("tag", both("tag_hidden")), axis=2, keepdims=0),
        "names": last("name", both("name_hidden")),
        "dependents": graph.add("Concat", layer("edge_dependent"), both("role_dependent"), axis=2),
        "heads": graph.add("Concat", layer("edge_head"), both("role_head"), axis=2),
    }


def _arcs(graph: Graph, weights: Mapping[str, Array], dependents: str, heads: str) -> str:
    """Score (sentences, dependents, heads); the root's row as a dependent is there and means nothing."""
    heads = graph.add("Relu", heads)
    paired = graph.add("MatMul", dependents, graph.constant(weights["arc_pair"]))
    prior = graph.constant(weights["arc_prior"])
    moved = graph.add("Transpose", graph.add("Add", paired, prior), perm=[1, 0, 2])
    return graph.add("MatMul", moved, graph.add("Transpose", heads, perm=[1, 2, 0]))


def write_edges(weights: Mapping[str, Array], root: int) -> bytes:
    """Return the graph of the edges' layers: numbers of relations, never *root*, and of roles.

    They stand apart since trees are repaired between the two graphs. The first half of an edge's vector is
    for its relation, the second for its role.
    """
    graph = Graph()
    edges = graph.add("Relu", graph.add("Add", "dependents", "heads"))
    width = weights["deprel.weight"].shape[1]
    outputs = {}
    for at, name in enumerate(("deprel", "role")):
        bias = weights[f"{name}.bias"].copy()
        if name == "deprel":
            bias[root] = -1e9
        ends = (graph.constant(np.array([v])) for v in (at * width, (at + 1) * width, 1))
        part = graph.add("Slice", edges, *ends)
        product = graph.add("MatMul", part, graph.constant(weights[f"{name}.weight"].T))
        scores = graph.add("Add", product, graph.constant(bias))
        outputs[f"{name}s"] = graph.add("ArgMax", scores, axis=1, keepdims=0)
    inputs = {name: (TensorProto.FLOAT, ["edges", 2 * width]) for name in ("dependents", "heads")}
    return _model(graph, inputs, dict.fromkeys(outputs, TensorProto.INT64), outputs)


def _model(
    graph: Graph, inputs: Mapping[str, tuple[int, list[str | int]]], kinds: Mapping[str, int],
    outputs: Mapping[str, str],
) -> bytes:  # fmt: skip
    nodes = graph.nodes + [helper.make_node("Identity", [made], [name]) for name, made in outputs.items()]
    whole = helper.make_graph(
        nodes, "allikas",
        [helper.make_tensor_value_info(name, *kind) for name, kind in inputs.items()],
        [helper.make_tensor_value_info(name, kind, None) for name, kind in kinds.items()],
        graph.constants,
    )  # fmt: skip
    imports = [helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(whole, opset_imports=imports, ir_version=8).SerializeToString()
