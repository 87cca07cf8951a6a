"""The model card: everything that is measured of the shipped model, as MODEL_CARD.md and inside the model file.

    python -m tiktok_claims model-card [--data FILE] [--model FILE] [--news FILE] [--reuse]

Measures the fitted model, has the way of training put through its trials (half an hour; --reuse keeps the figures of
trials that the model file holds), writes the report into the model file, the card and a picture beside it.
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.metrics import roc_auc_score

from tiktok_claims.evaluation import experiments, metrics, suite
from tiktok_claims.model import model_file
from tiktok_claims.model.scoring import Model
from tiktok_claims.training import dataset
from tiktok_claims.training.dataset import Rows

ROOT = Path(__file__).parents[2]
SENTENCES = ROOT / "tests" / "sentences.csv"
SEEDS = (2, 3, 4)
FEW_ROWS = 5  # a tenth with fewer is not drawn


def run_trials(data: dataset.Dataset, sentences: Path, news: Path | None) -> dict[str, Any]:
    """Return the figures that take fits of their own."""
    parts = dataset.split(data.rows)
    spoken = Rows(*suite.read_sentences(sentences, "development"))
    real = suite.read_news(news) if news else None

    def figures(score: metrics.Score) -> dict[str, float]:
        found = metrics.evaluate(score, parts.validation, 0.5)
        part = found["test part"]
        measured = {
            "log loss as given": part["as given"]["log_loss"],
            "counts withheld": part["counts withheld"]["accuracy"],
            "text withheld": part["text withheld"]["accuracy"],
            "one field withheld": part["one random field withheld"]["accuracy"],
            "flipped by counts": found["flipped by swapped counts"],
            "hand-written": float(np.mean((score(spoken.records) >= 0.5) == spoken.labels)),
        }
        if real:
            measured["news AUC"] = float(roc_auc_score(real.labels, score(real.records)))
            measured["news, by counts"] = suite.depends_on_counts(score, real.records, parts.validation, 0.5)
        return measured

    return {
        "held out": {
            kind: experiments.held_out(data.rows, group) for kind, group in experiments.groups(data.rows).items()
        },
        "seeds": experiments.seeds(data.rows, SEEDS),
        "ablations": experiments.ablations(parts, figures),
    }


def main() -> None:
    """Measure, and write the card."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("tiktok_dataset.csv"), help="what the model was trained on")
    parser.add_argument("--model", type=Path, default=Path("model_chosen.bin"), help="gets the report written into it")
    parser.add_argument("--news", type=Path, help="newssd_eng.csv of NewsSD-ENG, which is not part of the project")
    parser.add_argument("--reuse", action="store_true", help="keep the trials' figures that the model file holds")
    options = parser.parse_args()

    shipped, version = model_file.read(options.model)
    data = dataset.read(options.data)
    if data.sha256 != shipped["data"]["sha256"]:
        raise SystemExit(f"{options.model} was trained on other data than {options.data}: nothing would be held out")
    report = suite.measure(Model(shipped, version), dataset.split(data.rows), SENTENCES, options.news)
    kept = shipped["report"].get("trials") if options.reuse else None
    report["trials"] = kept or run_trials(data, SENTENCES, options.news)
    model_file.write(options.model, {**shipped, "report": report})
    (ROOT / "MODEL_CARD.md").write_text(render(shipped, report), encoding="utf-8")
    draw(report, ROOT / "docs" / "reliability.png")


def draw(report: dict[str, Any], path: Path) -> None:
    """Draw how probabilities and what happened agree."""
    import matplotlib.pyplot as plt  # not at the top: it is installed for this and for the notebook alone

    names = ("text withheld", "account and duration only")
    figure, axes = plt.subplots(1, len(names), figsize=(8, 3.6), sharey=True, layout="constrained")
    for axis, name in zip(axes, names, strict=True):
        tenths = [row for row in report["reliability"][name] if row["rows"] >= FEW_ROWS]
        axis.plot([0, 1], [0, 1], color="#9aa0a6", linestyle=":", linewidth=1)
        axis.plot([row["probability"] for row in tenths], [row["claims"] for row in tenths], "o", color="#0072b2")
        for number, row in enumerate(tenths):
            below = number % 2 == 0
            place, offset = (row["probability"], row["claims"]), (0, -16 if below else 9)
            axis.annotate(f"{row['rows']:,}", place, xytext=offset, textcoords="offset points", fontsize=8, ha="center")
        axis.set(title=name, xlabel="probability of a claim, by tenths", xlim=(-0.05, 1.05), ylim=(-0.12, 1.12))
        axis.spines[["top", "right"]].set_visible(False)
    axes[0].set_ylabel("share of claims among them")
    figure.savefig(path, dpi=96, metadata={"Software": None})


def table(rows: Mapping[str, Sequence[str]], columns: Sequence[str]) -> str:
    """Return a Markdown table, numbers to the right."""
    lines = [["", *columns], ["---", *("---:" for _ in columns)], *([name, *cells] for name, cells in rows.items())]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


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
        low=f"{shipped['bounds'][0]:.3f}",
        high=f"{shipped['bounds'][1]:.3f}",
        test_part=_test_part(report),
        flips=f"{report['test part']['flipped by swapped counts']:.2%}",
        account_rule=f"{report['account rule']:.4f}",
        held_out=_held_out(report),
        disturbed=_disturbed(report),
        sentences=_sentences(report),
        neither=f"{report['neither']['sent to review']:.0%} of {report['neither']['rows']}",
        ways=_ways(report),
        tenths=_tenths(report),
        ablations=_ablations(report),
        importance=_importance(report),
    )


def _test_part(report: dict[str, Any]) -> str:
    def cells(name: str) -> list[str]:
        row = report["test part"]["test part"][name]
        others = [found["test part"][name]["accuracy"] for found in report["trials"]["seeds"]]
        shown = [f"{row[figure]:.4f}" for figure in ("accuracy", "precision", "recall", "roc_auc", "log_loss")]
        return [*shown, f"{row['calibration_error']:.4f}", f"{np.mean(others):.4f} ± {np.std(others):.4f}"]

    columns = ("accuracy", "precision", "recall", "ROC AUC", "log loss", "calibration error", "accuracy, other seeds")
    return table({name: cells(name) for name in report["test part"]["test part"]}, columns)


def _held_out(report: dict[str, Any]) -> str:
    found = report["trials"]["held out"]
    rows = {kind: [f"{row[way]:.4f}" for way in ("plain", "strict")] for kind, row in found.items()}
    return table(rows, ("accuracy", "strict"))


def _disturbed(report: dict[str, Any]) -> str:
    return table({name: [f"{accuracy:.4f}"] for name, accuracy in report["disturbed"].items()}, ("accuracy",))


def _sentences(report: dict[str, Any]) -> str:
    shown = {
        "accuracy": "accuracy",
        "claims right": "claims right",
        "opinions right": "opinions right",
        "roc_auc": "ROC AUC",
        "log_loss": "log loss",
        "depends on counts": "depends on counts",
        "unfamiliar wording": "unfamiliar wording",
        "sent to review": "sent to review",
    }
    found = report["sentences"]
    rows = {name: [str(row["rows"]), *(f"{row[figure]:.3f}" for figure in shown)] for name, row in found.items()}
    return table(rows, ("sentences", *shown.values()))


def _ways(report: dict[str, Any]) -> str:
    shares = ("coverage", "sent to review", "accuracy of the rest", "unfamiliar wording")
    return table({name: [f"{row[share]:.4f}" for share in shares] for name, row in report["ways"].items()}, shares)


def _tenths(report: dict[str, Any]) -> str:
    def cells(name: str) -> list[str]:
        found = {min(int(row["probability"] * 10), 9): row for row in report["reliability"][name]}
        shown = {tenth: f"{row['claims']:.2f} ({row['rows']:,})" for tenth, row in found.items()}
        return [shown.get(tenth, "") for tenth in range(10)]

    return table({name: cells(name) for name in report["reliability"]}, [f".{tenth}-" for tenth in range(10)])


def _ablations(report: dict[str, Any]) -> str:
    found = report["trials"]["ablations"]
    columns = list(next(iter(found.values())))
    return table({name: [f"{row[column]:.4f}" for column in columns] for name, row in found.items()}, columns)


def _importance(report: dict[str, Any]) -> str:
    rises = list(report["importance"].items())
    fields = [rise for rise in rises if not rise[0].startswith("text: ")]
    words = [rise for rise in rises if rise[0].startswith("text: ")][:10]
    return table({name: [f"{rise:.4f}"] for name, rise in fields + words}, ("rise in log loss",))


TEMPLATE = (ROOT / "docs" / "model_card_template.md").read_text(encoding="utf-8")

if __name__ == "__main__":
    main()
