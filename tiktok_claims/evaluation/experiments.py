"""Experiments with training: held-out wording, other seeds, and ablations of the recipe.

Each figure takes a fit of its own. Knows nothing of the model that is served.
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
from tiktok_claims.training.augmentation import RECIPE, Recipe
from tiktok_claims.training.dataset import SEED, Rows, Splits, split

FOLDS = 5  # where the groups are too many to leave out one at a time
FEW_GROUPS = 20
SMALL = 0.02  # of the rows; smaller groups go together
UNKNOWN_WORD = "zqxv"
FAST = replace(RECIPE, sentences=RECIPE.sentences // 4)  # there are dozens of folds, and each takes a fit

ABLATIONS: dict[str, Recipe] = {
    "as_shipped": RECIPE,
    "rows_weigh_as_much_as_copies": replace(RECIPE, row_weight=1),
    "without_masked_copies": replace(RECIPE, copies=0),
    "without_word_dropout": replace(RECIPE, word_dropout=False),
    "without_grammar_sentences": replace(RECIPE, sentences=0),
    "without_doubt": replace(RECIPE, doubt=0),
    "fields_and_text_features_drawn_alike": replace(RECIPE, field_weight=1),
}


def groups(rows: Rows) -> dict[str, list[str]]:
    """Return the group of each row for each kind of held-out wording; only rows with a text."""
    texts = [str(record[TEXT]) for record in rows.records]
    frames, facts = zip(*wording.frame_and_fact(texts), strict=True)
    return {
        "subject": _together([wording.subject(text) for text in texts]),
        "verb_family": _together([wording.verb_family(text) for text in texts]),
        "frame": list(frames),
        "fact": list(facts),
    }


def _together(names: list[str]) -> list[str]:
    counts = Counter(names)
    return [name if counts[name] >= SMALL * len(names) else wording.OTHER for name in names]


def held_out(rows: Rows, group: Sequence[str], recipe: Recipe = FAST) -> dict[str, float]:
    """Return the accuracy from the text alone on groups that training never saw.

    `plain`: the group's texts as they are. `strict`: each word that no training text contains becomes unknown.
    """
    right: dict[str, list[Array]] = {"plain": [], "strict": []}
    count = len(set(group)) if len(set(group)) <= FEW_GROUPS else FOLDS
    for known, new in GroupKFold(count).split(rows.labels, groups=group):
        train, validation = train_test_split(known, test_size=0.2, random_state=SEED)
        pipeline = fit.fit_model(Splits(rows.take(train), rows.take(validation), rows.take(new)), recipe=recipe)
        seen = {word for number in known for word in _words(rows.records[number])}
        texts = [_words(rows.records[number]) for number in new]
        for name, words in (("plain", texts), ("strict", [_strict(text, seen) for text in texts])):
            right[name].append(_claims(pipeline, words) == rows.labels[new])
    return {name: float(np.mean(np.concatenate(folds))) for name, folds in right.items()}


def _words(record: Record) -> list[str]:
    return tokenise(normalise_start(record[TEXT]))


def _strict(words: Sequence[str], seen: set[str]) -> list[str]:
    return [word if word in seen or not word.isalpha() else UNKNOWN_WORD for word in words]


def _claims(pipeline: Pipeline, texts: Sequence[Sequence[str]]) -> Array:
    claims: Array = fit.score(pipeline, [{TEXT: " ".join(words)} for words in texts]) >= 0.5
    return claims


def seeds(rows: Rows, numbers: Sequence[int]) -> list[dict[str, Any]]:
    """Return the metrics of fits on other splits and with other random numbers, one for each seed."""
    by_seed = []
    for seed in numbers:
        splits = split(rows, seed)
        pipeline = fit.fit_model(splits, {**fit.PARAMETERS, "random_state": seed})
        by_seed.append(metrics.evaluate(_scorer(pipeline), splits.test, 0.5))
    return by_seed


def ablations(splits: Splits, measure: Callable[[metrics.Score], dict[str, float]]) -> dict[str, dict[str, float]]:
    """Return what `measure` returns for fits that lack one element of the recipe each."""
    return {name: measure(_scorer(fit.fit_model(splits, recipe=recipe))) for name, recipe in ABLATIONS.items()}


def _scorer(pipeline: Pipeline) -> metrics.Score:
    return lambda records: fit.score(pipeline, records)
