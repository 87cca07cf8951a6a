"""The ONNX export of fitted trees, which serving runs without the library that fitted them.

The converter's graph checks at each node whether the value is missing. Here no node does: one that sends missing values
to its "yes" compares the negated value the opposite way instead, so that NaN, of which no comparison is true, goes to
"no" everywhere. The results are the same in two thirds of the time for one record, and five sixths for many.
"""

from typing import Any

import numpy as np
from onnx import ModelProto, NodeProto, TensorProto, helper
from onnxmltools.convert import convert_xgboost
from onnxmltools.convert.common.data_types import FloatTensorType

OPSET = 15  # of ONNX: the newest that onnxmltools writes trees in


def onnx_model(classifier: Any, columns: int) -> bytes:
    """Return a binary classifier's trees: input `features` (n, columns), output `probabilities` (n, 1) of label 1."""
    model = converted(classifier, columns)
    (trees,) = model.graph.node
    nodes = [
        helper.make_node("Neg", ["features"], ["negated"]),
        helper.make_node("Concat", ["features", "negated"], ["both"], axis=1),
        _regressor(trees, columns),
        helper.make_node("Sigmoid", ["margins"], ["probabilities"]),
    ]
    probabilities = helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, [None, 1])
    graph = helper.make_graph(nodes, "claims", model.graph.input, [probabilities])
    opsets = [*model.opset_import, helper.make_opsetid("", OPSET)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=model.ir_version)
    serialized: bytes = model.SerializeToString(deterministic=True)
    return serialized


def converted(classifier: Any, columns: int) -> ModelProto:
    """Return the converter's graph: one node, whose `probabilities` (n, 2) are of both labels."""
    types = [("features", FloatTensorType([None, columns]))]
    model: ModelProto = convert_xgboost(classifier, initial_types=types, target_opset=OPSET)
    return model


def _regressor(trees: NodeProto, columns: int) -> NodeProto:
    """Return the trees' node, from `both` to `margins`; it is faster than one that classifies, too."""
    attributes = {attribute.name: helper.get_attribute_value(attribute) for attribute in trees.attribute}
    yes, no = np.array(attributes["nodes_truenodeids"]), np.array(attributes["nodes_falsenodeids"])
    values = np.array(attributes["nodes_values"], np.float32)
    opposite = np.array(attributes["nodes_missing_value_tracks_true"], bool)
    return helper.make_node(
        "TreeEnsembleRegressor",
        ["both"],
        ["margins"],
        domain=trees.domain,
        n_targets=1,
        base_values=attributes.get("base_values", [0.0]),
        nodes_treeids=attributes["nodes_treeids"],
        nodes_nodeids=attributes["nodes_nodeids"],
        nodes_modes=attributes["nodes_modes"],  # x < value, or a leaf
        nodes_featureids=attributes["nodes_featureids"] + opposite * columns,
        # not x < value: -x <= -value, which is -x < the next number
        nodes_values=np.where(opposite, np.nextafter(-values, np.float32(np.inf)), values),
        nodes_truenodeids=np.where(opposite, no, yes),
        nodes_falsenodeids=np.where(opposite, yes, no),
        target_treeids=attributes["class_treeids"],
        target_nodeids=attributes["class_nodeids"],
        target_weights=attributes["class_weights"],
        target_ids=[0] * len(attributes["class_ids"]),
    )
