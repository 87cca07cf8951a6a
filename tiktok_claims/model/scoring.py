"""The one prediction path: records to predictions. HTTP, batch and tests all use it.

Knows nothing of HTTP or training.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from itertools import compress
from pathlib import Path
from typing import Any, NamedTuple, NotRequired

import numpy as np

# Without this it writes into the home folder and reports to its maker, by a thread that a fork leaves hanging.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # noqa: TID251 - sets and does not read
import onnxruntime
from typing_extensions import TypedDict

from tiktok_claims.features import columnar
from tiktok_claims.features.columnar import Texts
from tiktok_claims.features.extraction import MANY, Extractor
from tiktok_claims.features.sentences import may_be_several
from tiktok_claims.features.spec import Matrix
from tiktok_claims.features.text import spans
from tiktok_claims.features.vocabulary import Vocabulary
from tiktok_claims.model import model_file, transcripts
from tiktok_claims.model.model_file import InvalidModelFile, ModelFile
from tiktok_claims.model.reference import ReferenceDistribution
from tiktok_claims.model.review import WARNINGS, Review
from tiktok_claims.model.transcripts import (
    DECIMALS,
    Sentence,
    SentenceProbability,
    Transcripts,
    rounded,
)
from tiktok_claims.record import TEXT, Record, check

GOLDEN_TOLERANCE = 1e-5

STATUSES = ("opinion", "claim")

Column = np.ndarray[Any, Any]


class Prediction(TypedDict):
    """The prediction for one record, as clients get it."""

    claim_status: str
    claim_probability: float
    needs_review: bool
    warnings: list[str]
    video_id: Any
    model_version: str
    prediction_id: NotRequired[str]  # where predictions are stored


class Scores(NamedTuple):
    """The predictions for many records, as columns."""

    probabilities: Column  # of a claim
    claims: Column  # whether the probability reaches the threshold
    warnings: tuple[Column, ...]  # whether each of WARNINGS holds
    sentences: dict[int, list[Sentence]]  # of the rows whose transcript has several

    def sentences_of(self, row: int, text: str) -> list[SentenceProbability]:
        """Return the sentences of the transcript of a row."""
        only = Sentence(0, len(text), self.probabilities[row].item(), True)
        return transcripts.as_dicts(text, self.sentences.get(row, [only]) if spans(text) else [])


class Model:
    """A model file ready to score."""

    def __init__(self, contents: ModelFile, version: str) -> None:
        """Load the ONNX export. Raises InvalidModelFile when the golden records do not score as stored."""
        self.version = version
        vocabulary = contents.get("vocabulary")
        self.features = Extractor(Vocabulary(vocabulary) if vocabulary else None)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # a worker is one thread of work
        if contents["feature_names"] != self.features.names:
            raise InvalidModelFile(
                "the model was trained with other features than this version computes: train it again with train.py"
            )
        if contents["unit"] not in transcripts.UNITS or not 0 < contents["threshold"] < 1:
            raise InvalidModelFile("the model's unit or threshold cannot be used: train it again with train.py")
        try:
            self.reference: ReferenceDistribution = contents["reference"]
            self.metadata: dict[str, Any] = {
                "data": contents["data"],
                "metrics": contents["metrics"],
                "versions": contents["versions"],
                "threshold": contents["threshold"],
                "review_interval": contents["review_interval"],
            }
            self._threshold: float = contents["threshold"]
            self._unit: str = contents["unit"]
            self._review = Review(contents["review_interval"], contents["register"])
            self._session = onnxruntime.InferenceSession(contents["onnx"], options, providers=["CPUExecutionProvider"])
            self._check_golden(**contents["golden"])
        except InvalidModelFile:
            raise
        except Exception as error:  # noqa: BLE001 - whatever a wrong model makes the runtime say
            raise InvalidModelFile(f"the model does not run: {model_file.printable(error)}") from None

    def _check_golden(self, records: list[Record], probabilities: list[float]) -> None:
        checked = [check(record) for record in records]
        self.predict(checked, [None] * len(checked))  # which fails where threshold or review policy are unusable
        scored = self.probabilities(self.features.pack(checked))
        worst = float(np.max(np.abs(np.array(scored) - probabilities)))
        if not worst <= GOLDEN_TOLERANCE:  # nan is worse than anything
            raise InvalidModelFile(f"the golden records score differently than in training, by up to {worst:.2g}")

    def probabilities(self, matrix: Matrix) -> list[float]:
        """Return the probability of a claim for each row that `features` made."""
        probabilities: list[float] = self._scores(matrix).tolist()
        return probabilities

    def _scores(self, matrix: Matrix) -> Column:
        scores: Matrix = self._session.run(["probabilities"], {"features": matrix})[0]
        return scores[:, 0]

    def predict(self, records: Sequence[Record], video_ids: Sequence[Any]) -> list[Prediction]:
        """Return the prediction for each checked record, in order; `video_ids` are echoed."""
        if len(records) < MANY:
            return [self._predict(record, video_id) for record, video_id in zip(records, video_ids, strict=True)]
        scores = self.score(columnar.read([record.get(TEXT, "") for record in records]), records.__getitem__)
        warnings = zip(*(column.tolist() for column in scores.warnings), strict=True)
        columns = scores.claims.tolist(), scores.probabilities.tolist(), warnings, video_ids
        return [self._prediction(*row) for row in zip(*columns, strict=True)]

    def score(self, texts: Texts, record: Callable[[int], Record]) -> Scores:
        """Return the predictions of `predict` for many records with these texts; `record` returns that of a row."""
        matrix = self.features.columns(texts, record)
        probabilities = self._scores(matrix).astype(float)
        several = self._transcripts({row: texts.texts[row] for row in texts.several})
        if several.rows:
            probabilities[several.rows], matrix[several.rows] = several.probabilities, several.matrix
        probabilities = rounded(probabilities)
        sentences = dict(zip(several.rows, several.sentences, strict=True))
        warnings = self._review.warnings(matrix, probabilities)
        return Scores(probabilities, probabilities >= self._threshold, warnings, sentences)

    def needs_review(self, records: Sequence[Record], probabilities: Column) -> Column:
        """Say which records a person should look at, with probabilities that may come from elsewhere."""
        warnings = self._review.warnings(self.features.pack(records), probabilities)
        needed: Column = np.logical_or.reduce(warnings)
        return needed

    def sentences(self, text: str) -> list[Sentence]:
        """Return the sentences of a transcript with their own probabilities."""
        several = self._transcripts({0: text})
        if several.rows:
            return several.sentences[0]
        probability = round(self.probabilities(self.features.of_texts([text]))[0], DECIMALS)
        return [Sentence(0, len(text), probability, True)]

    def of_sentences(self, probabilities: Column) -> Column:
        """Return the probabilities of videos from those of their sentences, shape (videos, sentences)."""
        starts = np.arange(len(probabilities)) * probabilities.shape[1]
        return transcripts.aggregate(probabilities.ravel(), starts, self._unit, self._threshold).probabilities

    def _transcripts(self, texts: Mapping[int, str]) -> Transcripts:
        return transcripts.score(texts, self.features.of_texts, self._scores, self._unit, self._threshold)

    def _predict(self, record: Record, video_id: Any) -> Prediction:
        text = record.get(TEXT, "")
        several = self._transcripts({0: text}) if may_be_several(text) else transcripts.NONE
        if several.rows:
            matrix, scored = several.matrix, several.probabilities[0].item()
        else:
            matrix = self.features.pack([record])
            scored = self._scores(matrix)[0].item()
        probability = round(scored, DECIMALS)
        warnings = self._review.warnings_of_one(matrix[0], probability)
        return self._prediction(probability >= self._threshold, probability, warnings, video_id)

    def _prediction(self, claim: bool, probability: float, warned: Sequence[bool], video_id: Any) -> Prediction:
        warnings = list(compress(WARNINGS, warned))
        return {
            "claim_status": STATUSES[claim],
            "claim_probability": probability,
            "needs_review": bool(warnings),
            "warnings": warnings,
            "video_id": video_id,
            "model_version": self.version,
        }


def load(path: Path) -> Model:
    """Return the model of a file. Raises InvalidModelFile."""
    return Model(*model_file.read(path))
