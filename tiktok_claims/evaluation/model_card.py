"""The model card: all metrics of the shipped model, as MODEL_CARD.md and inside the model file.

    python -m tiktok_claims model-card [--data FILE] [--model FILE] [--news FILE] [--reuse]

Measures the fitted model, runs the experiments with training (half an hour; --reuse keeps the figures of experiments
that the model file holds), writes the report into the model file, the card and its picture.
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.metrics import roc_auc_score

from tiktok_claims.evaluation import experiments, metrics, own_videos, suite
from tiktok_claims.evaluation.metrics import title
from tiktok_claims.model import model_file
from tiktok_claims.model.scoring import Model
from tiktok_claims.record import FIELDS
from tiktok_claims.training import dataset
from tiktok_claims.training.dataset import Rows

ROOT = Path(__file__).parents[2]
TEMPLATE = Path(__file__).with_name("model_card.md").read_text(encoding="utf-8")
SEEDS = (2, 3, 4)
FEW_ROWS = 5  # a tenth with fewer is not drawn


def run_experiments(data: dataset.Dataset, news: Path | None) -> dict[str, Any]:
    """Return the figures that take fits of their own."""
    splits = dataset.split(data.rows)
    hand_written = Rows(*suite.read_sentences(suite.SENTENCES, "development"))
    real = suite.read_news(news) if news else None

    def figures(score: metrics.Score) -> dict[str, float]:
        evaluated = metrics.evaluate(score, splits.validation, 0.5)
        by_scenario = evaluated["test"]
        measured = {
            "log_loss_as_given": by_scenario["as_given"]["log_loss"],
            "counts_masked": by_scenario["counts_masked"]["accuracy"],
            "text_masked": by_scenario["text_masked"]["accuracy"],
            "one_field_masked": by_scenario["one_random_field_masked"]["accuracy"],
            "flipped_by_counts": evaluated["flipped_by_swapped_counts"],
            "hand_written": float(np.mean((score(hand_written.records) >= 0.5) == hand_written.labels)),
        }
        if real:
            measured["news_AUC"] = float(roc_auc_score(real.labels, score(real.records)))
            measured["news_by_counts"] = suite.depends_on_counts(score, real.records, splits.validation, 0.5)
        return measured

    return {
        "held_out": {
            kind: experiments.held_out(data.rows, group) for kind, group in experiments.groups(data.rows).items()
        },
        "seeds": experiments.seeds(data.rows, SEEDS),
        "ablations": experiments.ablations(splits, figures),
    }


def main() -> None:
    """Measure the model and write the card."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("tiktok_dataset.csv"), help="the model's training data")
    parser.add_argument("--model", type=Path, default=Path("model_chosen.bin"), help="gets the report written into it")
    parser.add_argument("--news", type=Path, help="newssd_eng.csv of NewsSD-ENG, which is not part of the project")
    parser.add_argument("--own", type=Path, help="a folder with train.csv and test.csv of own videos")
    parser.add_argument("--reuse", action="store_true", help="keep the experiments of the model file")
    options = parser.parse_args()

    shipped, version = model_file.read(options.model)
    data = dataset.read(options.data)
    if data.sha256 != shipped["data"]["sha256"]:
        raise SystemExit(f"{options.model} was trained on other data than {options.data}: nothing would be held out")
    report = suite.measure(Model(shipped, version), dataset.split(data.rows), options.news)
    report["own_videos"] = own_videos.measure(shipped, options.own) if options.own else {}
    stored = shipped["report"].get("experiments") if options.reuse else None
    report["experiments"] = stored or run_experiments(data, options.news)
    model_file.write(options.model, {**shipped, "report": report})
    (ROOT / "MODEL_CARD.md").write_text(render(shipped, report), encoding="utf-8")
    draw(report, ROOT / "docs" / "reliability.png")


def draw(report: dict[str, Any], path: Path) -> None:
    """Draw the share of claims against the probability."""
    import matplotlib.pyplot as plt  # not at the top: it is installed only for this and the notebook

    names = ("text_masked", "account_and_duration_only")
    figure, axes = plt.subplots(1, len(names), figsize=(8, 3.6), sharey=True, layout="constrained")
    for axis, name in zip(axes, names, strict=True):
        tenths = [row for row in report["reliability"][name] if row["rows"] >= FEW_ROWS]
        axis.plot([0, 1], [0, 1], color="#9aa0a6", linestyle=":", linewidth=1)
        axis.plot([row["probability"] for row in tenths], [row["claims"] for row in tenths], "o", color="#0072b2")
        for number, row in enumerate(tenths):
            below = number % 2 == 0
            place, offset = (row["probability"], row["claims"]), (0, -16 if below else 9)
            axis.annotate(f"{row['rows']:,}", place, xytext=offset, textcoords="offset points", fontsize=8, ha="center")
        axis.set(title=title(name), xlabel="probability of a claim, by tenths", xlim=(-0.05, 1.05), ylim=(-0.12, 1.12))
        axis.spines[["top", "right"]].set_visible(False)
    axes[0].set_ylabel("share of claims among them")
    figure.savefig(path, dpi=96, metadata={"Software": None})


def table(rows: Mapping[str, Sequence[str]], columns: Sequence[str]) -> str:
    """Return a Markdown table, numbers to the right; keys are written as words, fields as they are."""
    lines = [["", *map(_words, columns)], ["---", *("---:" for _ in columns)]]
    lines += [[_words(name), *cells] for name, cells in rows.items()]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _words(name: str) -> str:
    return name if name in FIELDS or name.startswith("text: ") else title(name).replace("roc auc", "ROC AUC")


def render(shipped: model_file.ModelFile, report: dict[str, Any]) -> str:
    """Return the card as Markdown."""
    return TEMPLATE.format(
        data=shipped["data"]["name"],
        rows=f"{shipped['data']['rows']:,}",
        labelled=f"{shipped['data']['labelled']:,}",
        sha256=shipped["data"]["sha256"][:12],
        versions=", ".join(f"{name} {version}" for name, version in shipped["versions"].items()),
        features=len(shipped["feature_names"]),
        threshold=f"{shipped['threshold']:g}",
        low=f"{shipped['review_interval'][0]:.3f}",
        high=f"{shipped['review_interval'][1]:.3f}",
        test=_test(report),
        flips=f"{report['test']['flipped_by_swapped_counts']:.2%}",
        account_rule=f"{report['account_rule']:.4f}",
        held_out=_held_out(report),
        perturbed=_perturbed(report),
        sentences=_sentences(report),
        neither=f"{report['neither']['needs_review']:.0%} of {report['neither']['rows']}",
        own_videos=_own_videos(report),
        scenarios=_scenarios(report),
        tenths=_tenths(report),
        ablations=_ablations(report),
        importance=_importance(report),
    )


def _test(report: dict[str, Any]) -> str:
    def cells(name: str) -> list[str]:
        row = report["test"]["test"][name]
        others = [evaluated["test"][name]["accuracy"] for evaluated in report["experiments"]["seeds"]]
        figures = [f"{row[figure]:.4f}" for figure in ("accuracy", "precision", "recall", "roc_auc", "log_loss")]
        return [*figures, f"{row['calibration_error']:.4f}", f"{np.mean(others):.4f} ± {np.std(others):.4f}"]

    columns = ("accuracy", "precision", "recall", "ROC AUC", "log loss", "calibration error", "accuracy, other seeds")
    return table({name: cells(name) for name in report["test"]["test"]}, columns)


def _held_out(report: dict[str, Any]) -> str:
    by_kind = report["experiments"]["held_out"]
    rows = {kind: [f"{row[name]:.4f}" for name in ("plain", "strict")] for kind, row in by_kind.items()}
    return table(rows, ("accuracy", "strict"))


def _perturbed(report: dict[str, Any]) -> str:
    return table({name: [f"{accuracy:.4f}"] for name, accuracy in report["perturbed"].items()}, ("accuracy",))


def _sentences(report: dict[str, Any]) -> str:
    figures = (
        "accuracy", "claims_right", "opinions_right", "roc_auc", "log_loss", "depends_on_counts", "out_of_distribution",
        "left_without_review", "right_without_review",
    )  # fmt: skip
    sets = report["sentences"]
    rows = {name: [f"{row['rows']:,}", *(_share(row[figure], 3) for figure in figures)] for name, row in sets.items()}
    return table(rows, ("texts", *figures))


def _scenarios(report: dict[str, Any]) -> str:
    shares = ("left_without_review", "right_without_review", "out_of_distribution")
    return table(
        {name: [_share(row[share], 4) for share in shares] for name, row in report["scenarios"].items()}, shares
    )


def _own_videos(report: dict[str, Any]) -> str:
    figures = (
        "accuracy", "roc_auc", "left_without_review", "right_without_review", "tfidf_accuracy", "tfidf_roc_auc",
    )  # fmt: skip
    rows = {
        name: [_share(row.get(figure), 4) for figure in figures] for name, row in report.get("own_videos", {}).items()
    }
    return table(rows, figures) if rows else "Not measured: `make evaluate` had no OWN."


def _share(value: float | None, digits: int) -> str:
    return "-" if value is None else f"{value:.{digits}f}"


def _tenths(report: dict[str, Any]) -> str:
    def cells(name: str) -> list[str]:
        by_tenth = {min(int(row["probability"] * 10), 9): row for row in report["reliability"][name]}
        texts = {tenth: f"{row['claims']:.2f} ({row['rows']:,})" for tenth, row in by_tenth.items()}
        return [texts.get(tenth, "") for tenth in range(10)]

    return table({name: cells(name) for name in report["reliability"]}, [f".{tenth}-" for tenth in range(10)])


def _ablations(report: dict[str, Any]) -> str:
    by_name = report["experiments"]["ablations"]
    columns = list(next(iter(by_name.values())))
    return table({name: [f"{row[column]:.4f}" for column in columns] for name, row in by_name.items()}, columns)


def _importance(report: dict[str, Any]) -> str:
    rises = list(report["importance"].items())
    fields = [rise for rise in rises if not rise[0].startswith("text: ")]
    words = [rise for rise in rises if rise[0].startswith("text: ")][:10]
    return table({name: [f"{rise:.4f}"] for name, rise in fields + words}, ("rise in log loss",))


if __name__ == "__main__":
    main()
