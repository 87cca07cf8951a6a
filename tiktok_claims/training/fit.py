"""Fit the model: augmented rows, the pipeline, its compiled form, the artifact.

The augmented rows teach three things that the data set alone does not: that an absent field is unknown, that no single
word is to be relied upon, and how English at large marks a claim or an opinion.
"""

import importlib.metadata
import platform
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np
import xgboost
from sklearn.feature_extraction import DictVectorizer
from sklearn.pipeline import Pipeline
from tqdm import tqdm

from tiktok_claims.evaluation import metrics
from tiktok_claims.evaluation.metrics import mask
from tiktok_claims.features.lexicon import CLASSES
from tiktok_claims.features.single import features, has_that_clause, pack
from tiktok_claims.features.spec import FEATURES, TEXT_FEATURES
from tiktok_claims.features.text import normalise_start, tokenise
from tiktok_claims.model import model_file
from tiktok_claims.model.model_file import ModelFile
from tiktok_claims.model.scoring import Model, opening
from tiktok_claims.monitoring import drift
from tiktok_claims.record import COUNTS, FIELDS, TEXT, Record
from tiktok_claims.synthetic import grammar, stand_in
from tiktok_claims.training.dataset import LABELS, Dataset, Parts, Rows, split
from tiktok_claims.training.onnx_export import onnx_model
from tiktok_claims.training.unit import choose_unit

SEED = 1
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
FILLERS = tuple(entry.replace("_", " ") for entry in CLASSES["filler"])
CONFIDENCE = 0.99
GOLDEN = 16  # records, each once whole and once with fields withheld
PARITY = 1e-5


@dataclass(frozen=True)
class Recipe:
    """What training adds to the data set's rows; the model card shows what happens without each."""

    row_weight: float = 4  # of a row as it is
    copies: int = 3  # of each row, with fields withheld and the text disturbed; together they weigh 1
    unknown_words: bool = True  # disturb texts, so that no word is relied upon
    sentences: int = 80_000  # of the grammar
    sentences_share: float = 0.25  # of the total weight
    parts: float = 0.2  # of these sentences are such as stand among others in a transcript
    doubt: float = 0.2  # of the weight of a sentence without a that-clause goes to the other label: speech is unclear
    field_weight: float = 6  # of a feature that is no text feature, in the draw of columns: they are few among many


RECIPE = Recipe()


class WeightedRows(NamedTuple):
    """Rows to fit on; all three of one length."""

    records: list[Record]
    labels: np.ndarray[Any, np.dtype[np.int64]]
    weights: np.ndarray[Any, np.dtype[np.float64]]


def augment(rows: Rows, seed: int = SEED, recipe: Recipe = RECIPE) -> WeightedRows:
    """Return the rows, copies with fields withheld and texts disturbed, and sentences of the grammar."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    drawn: list[tuple[Record, int, float]] = []
    for record, label in zip(rows.records, rows.labels.tolist(), strict=True):
        drawn.append((record, label, recipe.row_weight))
        drawn += [(_copy(record, recipe, rng), label, 1 / recipe.copies) for _ in range(recipe.copies)]
    total = sum(weight for *_, weight in drawn) * recipe.sentences_share / (1 - recipe.sentences_share)
    for number in range(recipe.sentences):
        drawn += _spoken(number % len(LABELS), total / recipe.sentences, recipe, rng)
    records, labels, weights = zip(*drawn, strict=True)
    return WeightedRows(list(records), np.array(labels), np.array(weights))


def _spoken(label: int, weight: float, recipe: Recipe, rng: random.Random) -> list[tuple[Record, int, float]]:
    """Return a sentence of the grammar for its label and, in doubt, for both."""
    text = (grammar.part if rng.random() < recipe.parts else grammar.sentence)(rng, LABELS[label])
    doubt = 0 if has_that_clause(text) else recipe.doubt
    spoken = _disturb({TEXT: text}, recipe, rng)
    return [(spoken, said, weight * share) for said, share in ((label, 1 - doubt), (1 - label, doubt)) if share]


def _copy(record: Record, recipe: Recipe, rng: random.Random) -> Record:
    return _disturb(_mask_some(record, rng), recipe, rng)


def _mask_some(record: Record, rng: random.Random) -> Record:
    """Withhold fields as users do: counts that do not exist yet, a missing transcript, anything at random."""
    some = {name for name in FIELDS if rng.random() < 0.25}
    also = rng.choices([COUNTS, (*COUNTS, TEXT), (TEXT,), ()], [0.3, 0.2, 0.2, 0.3])[0]
    return mask(record, (*some, *also)) or record


def _disturb(record: Record, recipe: Recipe, rng: random.Random) -> Record:
    """Disturb half of the texts: unknown words, as wording that no list knows would be, and fillers of speech."""
    if TEXT not in record or not recipe.unknown_words or rng.random() < 0.4:
        return record
    unknown = rng.choices([0.0, 0.15, 1.0], [0.15, 0.7, 0.15])[0]
    words = tokenise(normalise_start(record[TEXT]))
    words = [_unknown_word(rng) if word.isalpha() and rng.random() < unknown else word for word in words]
    for _ in range(rng.choice((0, 0, 1, 2))):
        words.insert(rng.randint(0, len(words)), rng.choice(FILLERS))
    return {**record, TEXT: " ".join(words)}


def _unknown_word(rng: random.Random) -> str:
    return "".join(rng.choices("bcdfghjklmnpqrstvwxz", k=rng.randint(2, 8)))


def trees_bar(trees: int) -> "tqdm[Any]":
    """Return what shows a terminal how many of so many trees there are."""
    return tqdm(total=trees, desc="fitting", unit="tree", disable=None)


def progress(trees: int) -> xgboost.callback.TrainingCallback:
    """Return what has such a bar kept while trees are fitted."""
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
    weights, shown = feature_weights(field_weight), progress(parameters["n_estimators"])
    classifier = xgboost.XGBClassifier(**parameters, feature_weights=weights, callbacks=[shown])
    classifier.fit(
        pack(rows.records),
        rows.labels,
        sample_weight=rows.weights,
        eval_set=[(pack(validation.records), validation.labels)],
        sample_weight_eval_set=[validation.weights],
        verbose=False,
    )
    classifier.set_params(callbacks=None)  # the progress bar is no part of the model
    return pipeline_of(classifier)


def feature_weights(field_weight: float) -> list[float]:
    """Return how often each column is drawn, beside a text feature."""
    return [1 if name in TEXT_FEATURES else field_weight for name in FEATURES]


def pipeline_of(classifier: xgboost.XGBClassifier) -> Pipeline:
    """Return the pipeline whose last step is a fitted classifier."""
    vectorizer = DictVectorizer(dtype=np.float32, sort=False).fit([dict.fromkeys(FEATURES, 0.0)])  # learns names only
    return Pipeline([("vectorizer", vectorizer), ("classifier", classifier)])


def score(pipeline: Pipeline, records: Sequence[Record]) -> metrics.Array:
    """Return the trees' probability of a claim for each record, shape (n,), without the vectorizer's slow detour."""
    probabilities: metrics.Array = pipeline["classifier"].predict_proba(pack(records))
    return probabilities[:, 1]


def choose_bounds(labels: metrics.Array, scored: Iterable[metrics.Array]) -> list[float]:
    """Return [low, high] such that of each label at most 1 - CONFIDENCE lies beyond the far bound (split conformal).

    `scored` are the probabilities of the same rows in several ways of withholding; the bounds hold for each way.
    """
    lows, highs = [], []
    for probabilities in scored:
        claims, opinions = np.sort(probabilities[labels == 1]), np.sort(probabilities[labels == 0])[::-1]
        lows.append(claims[int((1 - CONFIDENCE) * (len(claims) + 1)) - 1])
        highs.append(opinions[int((1 - CONFIDENCE) * (len(opinions) + 1)) - 1])
    return sorted((float(min(lows)), float(max(highs))))


def choose_threshold(labels: metrics.Array, probabilities: metrics.Array) -> float:
    """Return the threshold of the highest accuracy in steps of 0.01; of equal ones the nearest to 0.5."""
    steps = np.arange(1, 100) / 100
    accuracy = [np.mean((probabilities >= step) == labels) for step in steps]
    return float(max(zip(accuracy, -abs(steps - 0.5), steps, strict=True))[2])


def augmented(parts: Parts, recipe: Recipe = RECIPE, seed: int = SEED) -> tuple[WeightedRows, WeightedRows]:
    """Return what to fit on, and what decides when to stop."""
    fewer = replace(recipe, sentences=recipe.sentences // 3)
    return augment(parts.training, seed, recipe), augment(parts.validation, seed + 1, fewer)


def fit_model(parts: Parts, parameters: dict[str, Any] = PARAMETERS, recipe: Recipe = RECIPE) -> Pipeline:
    """Return the pipeline fitted on the training part; the validation part decides when to stop."""
    rows, validation = augmented(parts, recipe)
    return fit(rows, validation, parameters, recipe.field_weight)


def train(data: Dataset, parameters: dict[str, Any] = PARAMETERS, recipe: Recipe = RECIPE) -> ModelFile:
    """Return the artifact of a model fitted on the training, chosen on the validation, measured on the test part.

    Raises ValueError when the compiled form and the pipeline differ.
    """
    parts = split(data.rows)
    return finish(fit_model(parts, parameters, recipe), parts, openings(parts.training), data.describe())


def finish(pipeline: Pipeline, parts: Parts, known: Iterable[int], about: dict[str, Any]) -> ModelFile:
    """Return the artifact of a fitted pipeline. Raises ValueError when its compiled form differs.

    `parts` may be samples; `known` are the openings of all training rows, and `about` says of which data.
    """
    threshold = choose_threshold(parts.validation.labels, score(pipeline, parts.validation.records))
    golden = _golden()
    unseen = [*parts.validation.records, *parts.test.records]  # of those that it was fitted on it is too sure
    made: ModelFile = {
        "format": model_file.FORMAT,
        "pipeline": model_file.dump_pipeline(pipeline),
        "onnx": onnx_model(pipeline["classifier"], len(FEATURES)),
        "feature_names": list(FEATURES),
        "threshold": threshold,
        "bounds": choose_bounds(
            parts.validation.labels,
            (score(pipeline, records) for records in metrics.scenarios(parts.validation.records).values()),
        ),
        "wording": {"openings": sorted(known)},
        "reference": drift.reference_distribution(parts.training.records, score(pipeline, unseen)),
        "golden": {"records": golden, "probabilities": score(pipeline, golden).tolist()},
        "metrics": metrics.evaluate(lambda records: score(pipeline, records), parts.test, threshold),
        "report": {},
        "versions": _versions(),
        "data": about,
    }
    made["unit"] = choose_unit(made, parts.validation)
    worst = _disagreement(pipeline, Model(made, "unsaved"), [*parts.training.records, *unseen])
    if worst > PARITY:
        raise ValueError(f"the compiled form and the pipeline differ by {worst:.2g}, more than {PARITY}: not saved")
    return made


def openings(rows: Rows) -> set[int]:
    """Return the known openings of the rows' texts, as `scoring.opening` numbers them."""
    return {opening(record[TEXT]) for record in rows.records if record.get(TEXT)}


def _disagreement(pipeline: Pipeline, model: Model, records: Sequence[Record]) -> float:
    whole = pipeline.predict_proba([features(record) for record in records])[:, 1]  # the vectorizer included
    return float(np.max(np.abs(model.probabilities(pack(records)) - whole)))


def _golden() -> list[Record]:
    """Return records of our own, whole and with fields withheld, that every copy of the model must score alike."""
    rng = random.Random(SEED)  # noqa: S311 - no secret
    whole = [mask(record, ("claim_status", "video_id")) for record in stand_in.records(GOLDEN, SEED)]
    return whole + [_mask_some(record, rng) for record in whole]


def _versions() -> dict[str, str]:
    packages = ("numpy", "scikit-learn", "xgboost-cpu", "onnxmltools", "onnxruntime")
    return {"python": platform.python_version(), **{name: importlib.metadata.version(name) for name in packages}}
