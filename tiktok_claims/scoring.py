"""The one prediction path: records to predictions. HTTP, batch and tests all use it.

Knows nothing of HTTP or training.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NotRequired
from zlib import crc32

import numpy as np

# Without this it writes into the home folder and reports to its maker, by a thread that a fork leaves hanging.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
import onnxruntime
from typing_extensions import TypedDict

from tiktok_claims import artifact as artifacts
from tiktok_claims.artifact import Artifact, BadArtifact
from tiktok_claims.features import FEATURES, Matrix, clean, pack, tokens
from tiktok_claims.record import TEXT, Record, check

DECIMALS = 6  # of a probability in answers; the trees' own float32 holds little more
GOLDEN_TOLERANCE = 1e-5
FEW_WORDS = 3
MOSTLY_UNKNOWN = 0.6  # of the words

NO_TEXT = "There is no transcript: the answer rests on counts and account alone."
FEW = "The transcript is too short to tell much."
UNKNOWN = "Most words are unknown to the model: another language, slang or noise?"
UNFAMILIAR = "The wording is unlike that of the videos that the model learned from."
UNSURE = "The model is unsure: its probability lies in the range where a person should decide."


_LENGTH, _UNKNOWN = FEATURES.index("length"), FEATURES.index("text unknown")


class Prediction(TypedDict):
    """What goes out for one record."""

    claim_status: str
    claim_probability: float
    needs_review: bool
    warnings: list[str]
    video_id: Any
    model_version: str
    prediction_id: NotRequired[str]  # where answers are kept


def opening(text: str) -> int:
    """Return a number for the first three words of a text, so that openings can be known without keeping any words."""
    return crc32(" ".join(tokens(clean(text[:100]))[:3]).encode())


class Model:
    """An artifact ready to score."""

    def __init__(self, artifact: Artifact, version: str) -> None:
        """Start the compiled trees. Raises BadArtifact when the golden records do not score as stored."""
        self.version = version
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # a worker is one thread of work
        if artifact["feature_names"] != list(FEATURES):
            raise BadArtifact("the model was trained with other features than this version computes; train it anew")
        try:
            self.reference: dict[str, Any] = artifact["reference"]
            self.metadata = {key: artifact[key] for key in ("data", "metrics", "versions", "threshold", "bounds")}
            self._threshold: float = artifact["threshold"]
            self._low, self._high = artifact["bounds"]
            self._openings = frozenset(artifact["wording"]["openings"])
            self._session = onnxruntime.InferenceSession(artifact["onnx"], options, providers=["CPUExecutionProvider"])
            self._check_golden(**artifact["golden"])
        except BadArtifact:
            raise
        except Exception as error:  # noqa: BLE001 - whatever a wrong model makes the runtime say
            said = str(error) or type(error).__name__
            raise BadArtifact(f"the model does not run: {said.splitlines()[0]}") from None

    def _check_golden(self, records: list[object], probabilities: list[float]) -> None:
        scored = self.probabilities(pack([check(record) for record in records]))
        worst = float(np.max(np.abs(np.array(scored) - probabilities)))
        if not worst <= GOLDEN_TOLERANCE:  # nan is worse than anything
            raise BadArtifact(f"the golden records score up to {worst:.2g} away from what the model file says")

    def probabilities(self, matrix: Matrix) -> list[float]:
        """Return the probability of a claim for each row that features.pack made."""
        scores: Matrix = self._session.run(["probabilities"], {"features": matrix})[0]
        probabilities: list[float] = scores[:, 1].tolist()
        return probabilities

    def predict(self, records: Sequence[Record], video_ids: Sequence[Any]) -> list[Prediction]:
        """Return the prediction for each checked record, in order; `video_ids` are echoed."""
        matrix = pack(records)
        lengths, unknown = matrix[:, _LENGTH].tolist(), matrix[:, _UNKNOWN].tolist()
        return [
            self._prediction(*row)
            for row in zip(records, lengths, unknown, self.probabilities(matrix), video_ids, strict=True)
        ]

    def _prediction(
        self, record: Record, length: float, unknown: float, probability: float, video_id: Any
    ) -> Prediction:
        probability = round(probability, DECIMALS)
        warnings = self._warnings(record, length, unknown, probability)
        return {
            "claim_status": "claim" if probability >= self._threshold else "opinion",
            "claim_probability": probability,
            "needs_review": bool(warnings),
            "warnings": warnings,
            "video_id": video_id,
            "model_version": self.version,
        }

    def _warnings(self, record: Record, length: float, unknown: float, probability: float) -> list[str]:
        """Say why the model should not be trusted alone here, in a moderator's words."""
        warnings = []
        if length != length:  # NaN: absent
            warnings.append(NO_TEXT)
        elif length < FEW_WORDS:
            warnings.append(FEW)
        elif unknown > MOSTLY_UNKNOWN * length:
            warnings.append(UNKNOWN)
        elif opening(record[TEXT]) not in self._openings:
            warnings.append(UNFAMILIAR)
        if self._low <= probability <= self._high:
            warnings.append(UNSURE)
        return warnings


def load(path: Path) -> Model:
    """Return the model of an artifact file. Raises BadArtifact."""
    return Model(*artifacts.read(path))
