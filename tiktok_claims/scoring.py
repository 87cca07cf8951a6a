"""The one prediction path: records to predictions. HTTP, batch and tests all use it.

Knows nothing of HTTP, files or training; takes an artifact that artifact.read has checked.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import onnxruntime
from typing_extensions import TypedDict

from tiktok_claims.artifact import Artifact, BadArtifact
from tiktok_claims.features import features, tokens
from tiktok_claims.record import TEXT, Record

Matrix = np.ndarray[Any, np.dtype[np.float32]]
GOLDEN_TOLERANCE = 1e-5


class Prediction(TypedDict):
    """What goes out for one record."""

    claim_status: str
    claim_probability: float
    needs_review: bool
    warnings: list[str]
    video_id: Any
    model_version: str


class Model:
    """A loaded artifact, ready to score."""

    def __init__(self, artifact: Artifact, version: str) -> None:
        """Compile the session. Raises BadArtifact when it does not run."""
        self.version = version
        self.artifact = artifact
        self._columns = {name: index for index, name in enumerate(artifact["feature_names"])}
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # a worker is one thread of work; more would fight over its CPU
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(artifact["onnx"], options, providers=["CPUExecutionProvider"])

    def probabilities(self, rows: Sequence[Mapping[str, float | str]]) -> Matrix:
        """Return the probability of a claim for each feature dict, shape (n,)."""
        return self._session.run(["probabilities"], {"features": matrix(rows, self._columns)})[0][:, 1]
