"""The one prediction path: records to predictions. HTTP, batch and tests all use it.

Knows nothing of HTTP or training.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from itertools import compress
from pathlib import Path
from typing import Any, NamedTuple, NotRequired
from zlib import crc32

import numpy as np

# Without this it writes into the home folder and reports to its maker, by a thread that a fork leaves hanging.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
import onnxruntime
from typing_extensions import TypedDict

from tiktok_claims.features import columnar
from tiktok_claims.features.columnar import Texts
from tiktok_claims.features.sentences import may_be_several
from tiktok_claims.features.single import pack
from tiktok_claims.features.spec import FEATURES, Matrix
from tiktok_claims.features.text import normalise_start, spans, tokenise
from tiktok_claims.model import model_file as artifacts
from tiktok_claims.model import transcripts
from tiktok_claims.model.model_file import InvalidModelFile, ModelFile
from tiktok_claims.model.reference import ReferenceDistribution
from tiktok_claims.model.review import WARNINGS
from tiktok_claims.model.transcripts import (
    DECIMALS,
    MANY,
    SENTENCE,
    Sentence,
    SentenceProbability,
    Transcripts,
    rounded,
)
from tiktok_claims.record import TEXT, Record, check

GOLDEN_TOLERANCE = 1e-5
FEW_WORDS = 3
MOSTLY_UNKNOWN = 0.6  # of the words

STATUSES = ("opinion", "claim")
OPENING_WORDS = 3

Column = np.ndarray[Any, Any]

_LENGTH, _UNKNOWN = FEATURES.index("text_length"), FEATURES.index("text_unknown")


class Prediction(TypedDict):
    """What goes out for one record."""

    claim_status: str
    claim_probability: float
    needs_review: bool
    warnings: list[str]
    video_id: Any
    model_version: str
    prediction_id: NotRequired[str]  # where answers are kept


class Scores(NamedTuple):
    """What the model says of many records, on columns."""

    probabilities: Column  # of a claim
    claims: Column  # whether the record is taken for one
    doubts: tuple[Column, ...]  # whether each of WARNINGS holds
    sentences: dict[int, list[Sentence]]  # of the rows whose transcript has several

    def sentences_of(self, row: int, text: str) -> list[SentenceProbability]:
        """Return the sentences of the transcript of a row."""
        only = Sentence(0, len(text), self.probabilities[row].item(), True)
        return transcripts.as_dicts(text, self.sentences.get(row, [only]) if spans(text) else [])


def opening(text: str) -> int:
    """Return a number for the first words of a text, so that openings can be known without keeping any words."""
    return crc32(" ".join(tokenise(normalise_start(text), OPENING_WORDS)).encode())


class Model:
    """An artifact ready to score."""

    def __init__(self, artifact: ModelFile, version: str) -> None:
        """Start the compiled trees. Raises InvalidModelFile when the golden records do not score as stored."""
        self.version = version
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # a worker is one thread of work
        if artifact["feature_names"] != list(FEATURES):
            raise InvalidModelFile(
                "the model was trained with other features than this version computes; train it anew"
            )
        try:
            self.reference: ReferenceDistribution = artifact["reference"]
            self.metadata = {key: artifact[key] for key in ("data", "metrics", "versions", "threshold", "bounds")}
            self._threshold: float = artifact["threshold"]
            self._low, self._high = artifact["bounds"]
            self._unit: str = artifact.get("unit", SENTENCE)
            self._openings = frozenset(artifact["wording"]["openings"])
            self._session = onnxruntime.InferenceSession(artifact["onnx"], options, providers=["CPUExecutionProvider"])
            self._check_golden(**artifact["golden"])
        except InvalidModelFile:
            raise
        except Exception as error:  # noqa: BLE001 - whatever a wrong model makes the runtime say
            said = str(error) or type(error).__name__
            raise InvalidModelFile(f"the model does not run: {said.splitlines()[0]}") from None

    def _check_golden(self, records: list[object], probabilities: list[float]) -> None:
        scored = self.probabilities(pack([check(record) for record in records]))
        worst = float(np.max(np.abs(np.array(scored) - probabilities)))
        if not worst <= GOLDEN_TOLERANCE:  # nan is worse than anything
            raise InvalidModelFile(f"the golden records score up to {worst:.2g} away from what the model file says")

    def probabilities(self, matrix: Matrix) -> list[float]:
        """Return the probability of a claim for each row that features.pack made."""
        probabilities: list[float] = self._scores(matrix).tolist()
        return probabilities

    def _scores(self, matrix: Matrix) -> Column:
        scores: Matrix = self._session.run(["probabilities"], {"features": matrix})[0]
        return scores[:, -1]  # older model files give that of an opinion before it

    def predict(self, records: Sequence[Record], video_ids: Sequence[Any]) -> list[Prediction]:
        """Return the prediction for each checked record, in order; `video_ids` are echoed."""
        if len(records) < MANY:
            return [self._predict(record, video_id) for record, video_id in zip(records, video_ids, strict=True)]
        scores = self.score(columnar.read([record.get(TEXT, "") for record in records]), records.__getitem__)
        doubts = zip(*(column.tolist() for column in scores.doubts), strict=True)
        columns = scores.claims.tolist(), scores.probabilities.tolist(), doubts, video_ids
        return [self._prediction(*row) for row in zip(*columns, strict=True)]

    def score(self, texts: Texts, record: Callable[[int], Record]) -> Scores:
        """Return what `predict` says of many records with these texts; `record` gives the one of a row when needed."""
        matrix = columnar.pack(texts, record)
        probabilities = self._scores(matrix).astype(float)
        openings = texts.openings(OPENING_WORDS)
        unfamiliar = np.array([crc32(words) not in self._openings for words in openings], bool)
        several = self._transcripts({row: texts.texts[row] for row in texts.several})
        if several.rows:
            probabilities[several.rows], matrix[several.rows] = several.probabilities, several.matrix
            unfamiliar[several.rows] = [opening(text) not in self._openings for text in several.texts]
        probabilities = rounded(probabilities)
        lengths, unknown = matrix[:, _LENGTH].astype(float), matrix[:, _UNKNOWN].astype(float)
        doubts = self._doubts(lengths, unknown, unfamiliar, probabilities)
        sentences = dict(zip(several.rows, several.sentences, strict=True))
        return Scores(probabilities, probabilities >= self._threshold, doubts, sentences)

    def sentences(self, text: str) -> list[Sentence]:
        """Return the sentences of a transcript with their own probabilities."""
        several = self._transcripts({0: text})
        if several.rows:
            return several.sentences[0]
        probability = round(self.probabilities(pack([{TEXT: text}]))[0], DECIMALS)
        return [Sentence(0, len(text), probability, True)]

    def of_sentences(self, probabilities: Column) -> Column:
        """Return the probabilities of videos from those of their sentences, shape (videos, sentences)."""
        starts = np.arange(len(probabilities)) * probabilities.shape[1]
        return transcripts.aggregate(probabilities.ravel(), starts, self._unit, self._threshold).probabilities

    def _transcripts(self, texts: Mapping[int, str]) -> Transcripts:
        return transcripts.score(texts, self._scores, self._unit, self._threshold)

    def _predict(self, record: Record, video_id: Any) -> Prediction:
        text = record.get(TEXT, "")
        several = self._transcripts({0: text}) if may_be_several(text) else transcripts.NONE
        if several.rows:
            matrix, scored, text = several.matrix, several.probabilities[0].item(), several.texts[0]
        else:
            matrix = pack([record])
            scored = self._scores(matrix)[0].item()
        probability = round(scored, DECIMALS)
        unfamiliar = opening(text) not in self._openings
        doubts = self._doubts(matrix[0, _LENGTH].item(), matrix[0, _UNKNOWN].item(), unfamiliar, probability)
        return self._prediction(probability >= self._threshold, probability, doubts, video_id)

    def _prediction(self, claim: bool, probability: float, doubts: Sequence[bool], video_id: Any) -> Prediction:
        warnings = list(compress(WARNINGS, doubts))
        return {
            "claim_status": STATUSES[claim],
            "claim_probability": probability,
            "needs_review": bool(warnings),
            "warnings": warnings,
            "video_id": video_id,
            "model_version": self.version,
        }

    def _doubts(self, length: Any, unknown: Any, unfamiliar: Any, probability: Any) -> tuple[Any, ...]:
        """Say whether each of WARNINGS holds, of one record or, with columns, of many; no text is NaN long."""
        enough = length >= FEW_WORDS
        mostly_unknown = unknown > MOSTLY_UNKNOWN * length
        return (
            length != length,
            length < FEW_WORDS,
            enough & mostly_unknown,
            enough & (mostly_unknown ^ True) & unfamiliar,
            (self._low <= probability) & (probability <= self._high),
        )


def load(path: Path) -> Model:
    """Return the model of an artifact file. Raises InvalidModelFile."""
    return Model(*artifacts.read(path))
