"""A model as a course would have it, for the services that are compared with: raw fields, a bag of words, a pickle.

DictVectorizer and XGBoost have their defaults but for 150 trees. In their favour the vocabulary is small, that of the
grammar, and XGBoost keeps to one thread: with its default the workers' threads wait for one another's cores.
"""

import pickle
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from xgboost import XGBClassifier

FILE = Path("plain_model.bin")  # in the folder in which a service runs
TREES = 150
RECORDS = 5_000
FIELDS = (  # written out: importing the package would weigh on the services that are compared
    "video_duration_sec",
    "verified_status",
    "author_ban_status",
    "video_view_count",
    "video_like_count",
    "video_share_count",
    "video_download_count",
    "video_comment_count",
)

Model = tuple[DictVectorizer, XGBClassifier]


def features(video: Mapping[str, Any]) -> dict[str, Any]:
    """Return the raw fields and one feature a word."""
    words = re.findall(r"\w+", video["video_transcription_text"].lower())
    return {**{name: video[name] for name in FIELDS}, **{f"word={word}": 1 for word in words}}


def train(path: Path) -> None:
    """Fit on generated records and write the pickle."""
    from tiktok_claims.synthetic import stand_in  # not at the top: no service needs it

    records = list(stand_in.records(RECORDS, seed=1))
    vectorizer, classifier = DictVectorizer(), XGBClassifier(n_estimators=TREES, n_jobs=1)
    rows = vectorizer.fit_transform([features(record) for record in records])
    classifier.fit(rows, [record["claim_status"] == "claim" for record in records])
    path.write_bytes(pickle.dumps((vectorizer, classifier)))


def load() -> Model:
    """Return what the pickle in this folder holds."""
    model: Model = pickle.loads(FILE.read_bytes())  # noqa: S301 - train() has just written it
    return model


def predict(model: Model, video: Mapping[str, Any]) -> dict[str, Any]:
    """Return the prediction for one record."""
    vectorizer, classifier = model
    row = vectorizer.transform([features(video)])
    probability = float(classifier.predict_proba(row)[0, 1])
    return {"claim_status": "claim" if probability >= 0.5 else "opinion", "claim_probability": probability}
