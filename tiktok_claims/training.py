"""Fit the model: augmented rows, the pipeline, its compiled form.

The rows teach three things that the data set alone does not: that an absent field is unknown, that words outweigh counts,
and how English at large marks a claim or an opinion.
"""

import random
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
import xgboost
from onnxmltools.convert import convert_xgboost
from onnxmltools.convert.common.data_types import FloatTensorType
from sklearn.feature_extraction import DictVectorizer
from sklearn.pipeline import Pipeline
from tqdm import tqdm

from tiktok_claims import synthetic
from tiktok_claims.features import features, tokens
from tiktok_claims.record import COUNTS, FIELDS, TEXT, Record

SEED = 1
PARAMETERS: dict[str, Any] = {
    "n_estimators": 400,
    "max_depth": 4,
    "learning_rate": 0.1,
    "subsample": 0.8,
    "colsample_bynode": 0.1,
    "reg_lambda": 5,
    "min_child_weight": 5,
    "tree_method": "hist",
    "early_stopping_rounds": 50,
    "random_state": SEED,
    "n_jobs": 2,  # fixed: the order in which threads add up decides the last bits
}
SENTENCES = 12_000  # of the grammar
SENTENCES_SHARE = 0.15  # of the total weight

class Rows(NamedTuple):
    """Training rows: records, labels (1 a claim) and weights, of one length."""

    records: list[Record]
    labels: np.ndarray[Any, Any]
    weights: np.ndarray[Any, Any]


def withhold(record: Record, names: Sequence[str]) -> Record:
    """Return the record without the named fields."""
    return {name: value for name, value in record.items() if name not in names}  # type: ignore[return-value]


def _withhold_some(record: Record, rng: random.Random) -> Record:
    draw = rng.random()
    if draw < 0.3:
        names = {*COUNTS, *(name for name in FIELDS if rng.random() < 0.2)}
    elif draw < 0.45:
        names = {*COUNTS, TEXT}
    elif draw < 0.6:
        names = {TEXT, *(name for name in FIELDS if rng.random() < 0.2)}
    else:
        names = {name for name in FIELDS if rng.random() < 0.3}
    kept = withhold(record, tuple(names))
    return kept or record


def _garble(record: Record, rng: random.Random, share: float) -> Record:
    """Make some words of the text unknown ones, as wording that no list knows would be."""
    if not record.get(TEXT):
        return record
    words = ["".join(rng.sample("bcdfghjklmnpqrstvwxz", 5)) if word.isalpha() and rng.random() < share else word for word in tokens(record[TEXT])]
    return {**record, TEXT: " ".join(words)}


def augment(records: Sequence[Record], labels: np.ndarray[Any, Any], seed: int = SEED, sentences: int = SENTENCES) -> Rows:
    rng = random.Random(seed)
    rows: list[tuple[Record, int, float]] = []
    n = len(records)
    for record, label in zip(records, labels.tolist(), strict=True):
        rows.append((record, label, 1.0))
        for _ in range(3):
            kept = _withhold_some(record, rng)
            draw = rng.random()
            if draw < 0.1: kept = _garble(kept, rng, 1.0)
            elif draw < 0.6: kept = _garble(kept, rng, 0.15)
            rows.append((kept, label, 1 / 3))
        other = records[rng.randrange(n)]
        rows.append(({**record, **{name: other[name] for name in COUNTS if name in other}}, label, 0.5))
    total = sum(weight for *_, weight in rows)
    if sentences:
        w = SENTENCES_SHARE / (1 - SENTENCES_SHARE) * total / (2 * sentences)
        for i in range(sentences):
            label = i % 2
            text = synthetic.sentence(rng, ("opinion", "claim")[label])
            bare: Record = {TEXT: text}
            if rng.random() < 0.3: bare = _garble(bare, rng, 0.15)
            rows.append((bare, label, w))
            other = records[rng.randrange(n)]
            rows.append(({**other, **bare}, label, w))
    recs, labs, ws = zip(*rows)
    return Rows(list(recs), np.array(labs), np.array(ws))


def fit(train: Rows, validation: Rows, parameters=PARAMETERS, progress: bool = True) -> Pipeline:
    vectorizer = DictVectorizer(dtype=np.float32)
    X = vectorizer.fit_transform([features(r) for r in train.records])
    V = vectorizer.transform([features(r) for r in validation.records])
    classifier = xgboost.XGBClassifier(**parameters)
    classifier.fit(X, train.labels, sample_weight=train.weights, eval_set=[(V, validation.labels)], sample_weight_eval_set=[validation.weights], verbose=False)
    return Pipeline([("vectorizer", vectorizer), ("classifier", classifier)])
