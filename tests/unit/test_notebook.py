"""The study as committed: any section can run alone, its outputs are clean, and say what README and model say."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.paths import KAGGLE, ROOT
from tiktok_claims.evaluation import metrics, wording
from tiktok_claims.model import model_file
from tiktok_claims.record import TEXT
from tiktok_claims.training import dataset

NOTEBOOK = ROOT / "notebook.ipynb"
CELLS: list[dict[str, Any]] = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
SOURCES = ["".join(cell["source"]) for cell in CELLS]
OUTPUTS = [output for cell in CELLS if cell["cell_type"] == "code" for output in cell["outputs"]]


def output_text() -> str:
    """All that the outputs say in words and numbers."""
    texts = []
    for output in OUTPUTS:
        data = {"text": output.get("text", ""), **output.get("data", {})}
        texts += ["".join(value) for kind, value in data.items() if not kind.startswith("image/")]
        texts += [meta.get("alt", "") for meta in output.get("metadata", {}).values() if isinstance(meta, dict)]
    return re.sub(r"<[^>]+>", " ", "\n".join(texts))


def test_every_section_runs_right_after_the_set_up_cell(tmp_path: Path) -> None:
    set_up = next(number for number, cell in enumerate(CELLS) if cell["cell_type"] == "code")
    sections: list[list[str]] = []
    for cell, source in zip(CELLS[set_up + 1 :], SOURCES[set_up + 1 :], strict=True):
        if cell["cell_type"] == "code":
            sections[-1].append(source)
        elif source.startswith("## "):
            sections.append([])
    for number, section in enumerate(sections, start=2):
        script = "\n".join([SOURCES[set_up], *section])
        (tmp_path / f"section_{number}.py").write_text(script, encoding="utf-8")
    ruff = Path(sys.executable).with_name("ruff")
    command = [str(ruff), "check", "--isolated", "--select", "F821", "--output-format", "concise", str(tmp_path)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_the_table_of_contents_links_every_section() -> None:
    headings = [source.splitlines()[0][3:] for source in SOURCES if source.startswith("## ")]
    headings += re.findall(r"^## (.+)$", SOURCES[0], re.MULTILINE)
    linked = re.findall(r"^\d+\. \[(.+?)\]\(#(.+?)\)", "\n".join(SOURCES), re.MULTILINE)
    numbered = sorted(set(headings), key=lambda heading: int(heading.split(".")[0]))
    assert [f"{number}. {title}" for number, (title, _) in enumerate(linked, start=1)] == numbered
    assert [anchor for _, anchor in linked] == [heading.replace(" ", "-") for heading in numbered]


@pytest.mark.parametrize("path", [NOTEBOOK, ROOT / "build" / "notebook.ipynb"], ids=["committed", "built"])
def test_the_outputs_hold_no_error_and_no_warning(path: Path) -> None:
    if not path.exists():
        pytest.skip("`make notebook` has not run here")
    cells = [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))
    for output in (output for cell in cells for output in cell["outputs"]):
        assert output["output_type"] != "error"
        assert output.get("name") != "stderr", output["text"]


def test_the_outputs_say_what_the_shipped_model_says_of_itself() -> None:
    shipped = model_file.read(ROOT / "model_chosen.bin")[0]
    text = output_text()
    assert metrics.report(shipped["metrics"]) in text
    assert shipped["data"]["sha256"] in text
    assert f"{shipped['data']['rows']:,} rows, {shipped['data']['labelled']:,} labelled" in text
    assert f"threshold {shipped['threshold']}" in text
    assert "between {:.4f} and {:.4f}".format(*shipped["review_interval"]) in text
    for name, version in shipped["versions"].items():
        assert f"{name} {version}" in text


def test_the_outputs_hold_every_figure_that_the_readme_quotes() -> None:
    section = (ROOT / "README.md").read_text().split("## How good is it?")[1].split("\n## ")[0]
    text = output_text()
    for figure in set(re.findall(r"\d[\d,]*(?:\.\d+)?", section)):
        assert re.search(rf"(?<![\d.,]){re.escape(figure)}(?!\d)", text), f"README quotes {figure}"


@pytest.mark.skipif(not KAGGLE.exists(), reason=f"the Kaggle file is not at {KAGGLE}")
def test_no_row_or_sentence_of_the_kaggle_file_is_shown() -> None:
    notebook = NOTEBOOK.read_text(encoding="utf-8").lower()
    texts = [record[TEXT] for record in dataset.read(KAGGLE).rows.records]
    halves = wording.frame_and_fact(texts)
    for sentence in {*texts, *(fact for _, fact in halves), *(frame for frame, _ in halves if frame.count(" ") > 2)}:
        assert sentence.lower() not in notebook
