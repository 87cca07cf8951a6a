"""What the way of training is put through: wording held out, other seeds, one part of the recipe left out at a time.

Each figure here takes a fit of its own. Knows nothing of the model that is served.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from sklearn.model_selection import GroupKFold, train_test_split
from sklearn.pipeline import Pipeline

from tiktok_claims.evaluation import metrics, wording
from tiktok_claims.evaluation.metrics import Array
from tiktok_claims.features.text import normalise_start, tokenise
from tiktok_claims.record import TEXT, Record
from tiktok_claims.training import fit
from tiktok_claims.training.dataset import Parts, Rows, split
from tiktok_claims.training.fit import RECIPE, SEED, Recipe

FOLDS = 5  # where the groups are too many to leave out one at a time
FEW_GROUPS = 20
SMALL = 0.02  # of the rows; smaller groups go together
UNKNOWN_WORD = "zqxv"
HELD_OUT = replace(RECIPE, sentences=RECIPE.sentences // 4)  # there are dozens of folds, and each takes a fit

ABLATIONS: dict[str, Recipe] = {
    "as shipped": RECIPE,
    "rows weigh as much as their copies": replace(RECIPE, row_weight=1),
    "without copies with fields withheld": replace(RECIPE, copies=0),
    "without unknown words": replace(RECIPE, unknown_words=False),
    "without sentences of the grammar": replace(RECIPE, sentences=0),
    "without doubt about sentences": replace(RECIPE, doubt=0),
    "fields and text features drawn alike": replace(RECIPE, field_weight=1),
}


def groups(rows: Rows) -> dict[str, list[str]]:
    """Return for each way of holding out wording the group of each row; only rows with a text."""
    texts = [str(record[TEXT]) for record in rows.records]
    frames, facts = zip(*wording.frame_and_fact(texts), strict=True)
    return {
        "subject": _together([wording.subject(text) for text in texts]),
        "verb family": _together([wording.verb_family(text) for text in texts]),
        "frame": list(frames),
        "fact": list(facts),
    }


def _together(names: list[str]) -> list[str]:
    counts = Counter(names)
    return [name if counts[name] >= SMALL * len(names) else wording.OTHER for name in names]


def held_out(rows: Rows, group: Sequence[str], recipe: Recipe = HELD_OUT) -> dict[str, float]:
    """Return the accuracy from the text alone on groups that training never saw.

    `plain`: the words of the group's texts as they are. `strict`: each of them that no training text holds is made
    unknown.
    """
    right: dict[str, list[Array]] = {"plain": [], "strict": []}
    folds = len(set(group)) if len(set(group)) <= FEW_GROUPS else FOLDS
    for known, new in GroupKFold(folds).split(rows.labels, groups=group):
        learn, stop = train_test_split(known, test_size=0.2, random_state=SEED)
        pipeline = fit.fit_model(Parts(rows.take(learn), rows.take(stop), rows.take(new)), recipe=recipe)
        seen = {word for number in known for word in _words(rows.records[number])}
        said = [_words(rows.records[number]) for number in new]
        for name, texts in (("plain", said), ("strict", [_strict(words, seen) for words in said])):
            right[name].append(_verdicts(pipeline, texts) == rows.labels[new])
    return {name: float(np.mean(np.concatenate(parts))) for name, parts in right.items()}


def _words(record: Record) -> list[str]:
    return tokenise(normalise_start(record[TEXT]))


def _strict(words: Sequence[str], seen: set[str]) -> list[str]:
    return [word if word in seen or not word.isalpha() else UNKNOWN_WORD for word in words]


def _verdicts(pipeline: Pipeline, texts: Sequence[Sequence[str]]) -> Array:
    verdicts: Array = fit.score(pipeline, [{TEXT: " ".join(words)} for words in texts]) >= 0.5
    return verdicts


def seeds(rows: Rows, numbers: Sequence[int]) -> list[dict[str, Any]]:
    """Return evaluation's figures for fits on other splits and with other draws, one a seed."""
    found = []
    for seed in numbers:
        parts = split(rows, seed)
        pipeline = fit.fit_model(parts, {**fit.PARAMETERS, "random_state": seed})
        found.append(metrics.evaluate(_scorer(pipeline), parts.test, 0.5))
    return found


def ablations(parts: Parts, measure: Callable[[metrics.Score], dict[str, float]]) -> dict[str, dict[str, float]]:
    """Return what `measure` finds on fits that lack one part of the recipe each."""
    return {name: measure(_scorer(fit.fit_model(parts, recipe=recipe))) for name, recipe in ABLATIONS.items()}


def _scorer(pipeline: Pipeline) -> metrics.Score:
    return lambda records: fit.score(pipeline, records)
