"""The model that training starts from: its log odds are one more feature of the new model's trees.

Both go into one ONNX graph, so that serving runs one session and knows nothing of it.
"""

from typing import Any

import numpy as np
import onnx
import onnxruntime
from onnx import ModelProto, TensorProto, compose, helper, numpy_helper

from tiktok_claims.features.spec import FEATURES, Matrix
from tiktok_claims.model.model_file import BaseModel, ModelFile

FEATURE = "base_log_odds"
STEPS = 16.0  # the log odds are rounded to this part of 1, so that no last bit sends a row down another branch


def base_of(model: ModelFile, version: str, sha256: str) -> BaseModel | None:
    """Return what to keep of a model to start from; None of one that learned from this data or has no base to share.

    A model that itself started from another passes that one on: its own words are those of the data.
    """
    if model["data"]["sha256"] == sha256:
        return None
    if base := model.get("base"):
        return base
    if model.get("vocabulary") or model["feature_names"] != list(FEATURES):
        return None
    return {"version": version, "onnx": model["onnx"]}


class Base:
    """A model to start from, ready to score."""

    def __init__(self, graph: bytes) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # as serving has it: the same sums
        self._session = onnxruntime.InferenceSession(
            _model(*_log_odds(graph)).SerializeToString(), options, providers=["CPUExecutionProvider"]
        )

    def log_odds(self, matrix: Matrix) -> Matrix:
        """Return the rounded log odds of a claim for rows of FEATURES, shape (n,)."""
        scores: Matrix = self._session.run(None, {"features": matrix})[0]
        return scores[:, 0]


def chained(base: bytes, own: bytes, columns: int) -> bytes:
    """Return the graph of trees whose last column is the base's log odds; it takes the `columns` before that one."""
    nodes, constants, opsets, output = _log_odds(base)
    model = compose.add_prefix(onnx.load_from_string(own), "own_")
    nodes.append(helper.make_node("Concat", ["features", output.name], ["own_features"], axis=1))
    graph = model.graph
    chain = _model([*nodes, *graph.node], [*constants, *graph.initializer], opsets, graph.output[0], columns)
    chain.graph.node[-1].output[0] = chain.graph.output[0].name = "probabilities"
    serialized: bytes = chain.SerializeToString(deterministic=True)
    return serialized


def _log_odds(base: bytes) -> tuple[list[Any], list[Any], Any, Any]:
    """Return nodes from `features` to rounded log odds, their constants and operator sets, and the output."""
    model = compose.add_prefix(onnx.load_from_string(base), "base_")
    numbers = numpy_helper.from_array(np.arange(len(FEATURES)), "base_columns")
    steps = numpy_helper.from_array(np.array(STEPS, np.float32), "steps")
    output = helper.make_tensor_value_info(FEATURE, TensorProto.FLOAT, [None, 1])
    nodes = [
        helper.make_node("Gather", ["features", "base_columns"], ["base_features"], axis=1),
        *(node for node in model.graph.node if node.op_type != "Sigmoid"),
        helper.make_node("Mul", ["base_margins", "steps"], ["base_steps"]),
        helper.make_node("Round", ["base_steps"], ["base_rounded"]),
        helper.make_node("Div", ["base_rounded", "steps"], [FEATURE]),
    ]
    return nodes, [*model.graph.initializer, numbers, steps], (model.opset_import, model.ir_version), output


def _model(nodes: Any, constants: Any, versions: Any, output: Any, columns: int = len(FEATURES)) -> ModelProto:
    features = helper.make_tensor_value_info("features", TensorProto.FLOAT, [None, columns])
    graph = helper.make_graph(nodes, "claims", [features], [output], constants)
    opsets, ir_version = versions
    return helper.make_model(graph, opset_imports=opsets, ir_version=ir_version)
