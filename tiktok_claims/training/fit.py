"""Fit the model: the pipeline, its ONNX export, threshold, review interval and the contents of the model file.

Knows nothing of how the model is evaluated.
"""

import importlib.metadata
import platform
import random
from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Any, NamedTuple

import numpy as np
import xgboost
from sklearn.feature_extraction import DictVectorizer
from sklearn.pipeline import Pipeline
from tqdm import tqdm

from tiktok_claims.features.lexicon import SHA256 as LEXICON_SHA256
from tiktok_claims.features.single import features, pack
from tiktok_claims.features.spec import FEATURES, TEXT_FEATURES
from tiktok_claims.model import model_file, register
from tiktok_claims.model.model_file import ModelFile
from tiktok_claims.model.scoring import Model
from tiktok_claims.model.transcripts import SENTENCE
from tiktok_claims.monitoring import drift
from tiktok_claims.record import TEXT, Record
from tiktok_claims.synthetic import stand_in
from tiktok_claims.training.augmentation import RECIPE, Recipe, WeightedRows, augment_splits
from tiktok_claims.training.dataset import LABELS, SEED, Dataset, Rows, Source, Splits, split
from tiktok_claims.training.masking import mask, mask_as_users_do
from tiktok_claims.training.onnx_export import onnx_model
from tiktok_claims.training.review import FAR, choose_interval
from tiktok_claims.training.unit import choose_unit

Array = np.ndarray[Any, Any]
Score = Callable[[Sequence[Record]], Array]

PARAMETERS: dict[str, Any] = {
    "n_estimators": 300,
    "max_depth": 7,
    "learning_rate": 0.2,
    "subsample": 1.0,
    "colsample_bynode": 0.3,
    "reg_lambda": 2,
    "min_child_weight": 2,
    "tree_method": "hist",
    "early_stopping_rounds": 50,
    "random_state": SEED,
    "n_jobs": 2,  # fixed: the order in which threads add up decides the last bits
}
GOLDEN = 16  # records, each once complete and once with fields masked
SPOKEN = 4000  # sentences of the grammar for the review policy
PARITY = 1e-5  # the largest difference between the probabilities of pipeline and ONNX export


def trees_bar(trees: int) -> "tqdm[Any]":
    """Return a progress bar for this number of trees."""
    return tqdm(total=trees, desc="fitting", unit="tree", disable=None)


def progress(trees: int) -> xgboost.callback.TrainingCallback:
    """Return a callback that shows the progress of fitting."""
    return _Progress(trees_bar(trees))


class _Progress(xgboost.callback.TrainingCallback):
    def __init__(self, bar: "tqdm[Any]") -> None:
        self._bar = bar

    def after_iteration(self, model: Any, epoch: int, evals_log: Any) -> bool:  # noqa: ARG002 - xgboost's signature
        self._bar.update()
        return False

    def after_training(self, model: Any) -> Any:
        self._bar.close()
        return model


def fit(
    rows: WeightedRows,
    validation: WeightedRows,
    parameters: dict[str, Any] = PARAMETERS,
    field_weight: float = RECIPE.field_weight,
) -> Pipeline:
    """Return the fitted pipeline; the number of trees is chosen on the validation rows."""
    weights, callback = feature_weights(field_weight), progress(parameters["n_estimators"])
    classifier = xgboost.XGBClassifier(**parameters, feature_weights=weights, callbacks=[callback])
    classifier.fit(
        pack(rows.records),
        rows.labels,
        sample_weight=rows.weights,
        eval_set=[(pack(validation.records), validation.labels)],
        sample_weight_eval_set=[validation.weights],
        verbose=False,
    )
    classifier.set_params(callbacks=None)  # the progress bar does not belong to the model
    return pipeline_of(classifier)


def feature_weights(field_weight: float) -> list[float]:
    """Return how often each column is drawn, relative to a text feature."""
    return [1 if name in TEXT_FEATURES else field_weight for name in FEATURES]


def pipeline_of(classifier: xgboost.XGBClassifier, names: Sequence[str] = FEATURES) -> Pipeline:
    """Return the pipeline whose last step is a fitted classifier."""
    vectorizer = DictVectorizer(dtype=np.float32, sort=False).fit([dict.fromkeys(names, 0.0)])  # learns names only
    return Pipeline([("vectorizer", vectorizer), ("classifier", classifier)])


def score(pipeline: Pipeline, records: Sequence[Record]) -> Array:
    """Return the trees' probability of a claim for each record, shape (n,), without the slow vectorizer."""
    probabilities: Array = pipeline["classifier"].predict_proba(pack(records))
    return probabilities[:, 1]


def choose_threshold(labels: Array, probabilities: Array) -> float:
    """Return the threshold of the highest accuracy in steps of 0.01; of equal ones the nearest to 0.5."""
    steps = np.arange(1, 100) / 100
    accuracy = [np.mean((probabilities >= step) == labels) for step in steps]
    return float(max(zip(accuracy, -abs(steps - 0.5), steps, strict=True))[2])


class Trained(NamedTuple):
    """A model, the data that it learned from, and the rows for its evaluation."""

    source: Source
    model: ModelFile  # without metrics
    splits: Splits  # of shards only a sample
    held_out: Score | None = None  # scores the test split where the model learned from it


def fit_model(splits: Splits, parameters: dict[str, Any] = PARAMETERS, recipe: Recipe = RECIPE) -> Pipeline:
    """Return the pipeline fitted on the train split; the validation split decides when to stop."""
    rows, validation = augment_splits(splits, recipe)
    return fit(rows, validation, parameters, recipe.field_weight)


def train(data: Dataset, parameters: dict[str, Any] = PARAMETERS, recipe: Recipe = RECIPE) -> Trained:
    """Fit on the train split, choose on the validation split. Raises ValueError when the ONNX export differs."""
    splits = split(data.rows)
    pipeline = fit_model(splits, parameters, recipe)
    return finish(pipeline, splits, data)


def finish(pipeline: Pipeline, splits: Splits, source: Source) -> Trained:
    """Return the model of a fitted pipeline. Raises ValueError when its ONNX export differs.

    `splits` may be samples.
    """
    golden = golden_records()
    unseen = [*splits.validation.records, *splits.test.records]  # it is too sure of rows that it was fitted on
    validation = splits.validation
    threshold = choose_threshold(validation.labels, score(pipeline, validation.records))
    model: ModelFile = {
        "format": model_file.FORMAT,
        "pipeline": model_file.dump_pipeline(pipeline),
        "onnx": onnx_model(pipeline["classifier"], len(FEATURES)),
        "feature_names": list(FEATURES),
        "lexicon_sha256": LEXICON_SHA256,
        "unit": SENTENCE,
        "threshold": threshold,
        "review_interval": choose_interval(_review_rows(validation, partial(score, pipeline)), threshold),
        "register": register.limits(pack([*validation.records, *_spoken().records]), FAR),
        "reference": drift.reference_distribution(splits.train.records, score(pipeline, unseen)),
        "golden": {"records": golden, "probabilities": score(pipeline, golden).tolist()},
        "metrics": {},
        "report": {},
        "versions": versions(),
        "data": source.describe(),
    }
    model["unit"] = choose_unit(model, validation)
    difference = _difference(pipeline, Model(model, "unsaved"), [*splits.train.records, *unseen])
    if difference > PARITY:
        raise ValueError(f"the ONNX export and the pipeline differ by {difference:.2g}, more than {PARITY}: not saved")
    return Trained(source, model, splits)


def _review_rows(validation: Rows, score: Score) -> list[tuple[Array, Array]]:
    """Return labels and probabilities of the validation rows with a text, and of sentences of the grammar.

    A row without a text is reviewed whatever its probability. Where a text has words, it alone is scored.
    """
    spoken = _spoken()
    with_text = [number for number, record in enumerate(validation.records) if record.get(TEXT)]
    return [(rows.labels, score(rows.records)) for rows in (validation.take(with_text), spoken) if len(rows.records)]


@cache
def _spoken() -> Rows:
    """Return sentences of the grammar that no training drew."""
    rng = random.Random(-SEED)  # noqa: S311 - no secret
    labels = np.arange(SPOKEN) % len(LABELS)
    return Rows([{TEXT: stand_in.sentence(rng, LABELS[label])} for label in labels], labels)


def _difference(pipeline: Pipeline, model: Model, records: Sequence[Record]) -> float:
    with_vectorizer = pipeline.predict_proba([features(record) for record in records])[:, 1]
    return float(np.max(np.abs(model.probabilities(pack(records)) - with_vectorizer)))


def golden_records() -> list[Record]:
    """Return records, complete and with fields masked, that every copy of the model must score alike."""
    rng = random.Random(SEED)  # noqa: S311 - no secret
    complete = [mask(record, ("claim_status", "video_id")) for record in stand_in.records(GOLDEN, SEED)]
    return complete + [mask_as_users_do(record, rng) for record in complete]


def versions() -> dict[str, str]:
    """Return the versions of Python and of the libraries that decide what a model file holds."""
    packages = ("numpy", "scikit-learn", "xgboost-cpu", "onnxmltools", "onnxruntime")
    return {"python": platform.python_version(), **{name: importlib.metadata.version(name) for name in packages}}
