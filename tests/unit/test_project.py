"""The project's own rules: file tree, lock files, README."""

import json
import re

from tests.helpers.paths import ROOT
from tiktok_claims.evaluation import metrics
from tiktok_claims.model import explanation, model_file, scoring
from tiktok_claims.record import check


def test_the_readme_shows_what_the_service_answers() -> None:
    readme = (ROOT / "README.md").read_text()
    sent = [check(json.loads(body)) for body in re.findall(r"curl .*? -d '(.*?)'", readme, re.DOTALL)]
    shown = [json.loads(body) for body in re.findall(r"```json\n(.*?)```", readme, re.DOTALL)]
    model = scoring.load(ROOT / "model_chosen.bin")
    answers = [*model.predict(sent[:1], [None]), *explanation.predict(model, sent[1:2], [None])]
    assert [
        {name: value for name, value in answer.items() if name != "prediction_id"} for answer in shown[:2]
    ] == answers


def test_the_readme_shows_the_shipped_figures() -> None:
    figures = model_file.read(ROOT / "model_chosen.bin")[0]["metrics"]
    assert metrics.report(figures) in (ROOT / "README.md").read_text()


def test_what_the_image_copies_is_let_into_its_build() -> None:
    copied = re.findall(r"^COPY (?!--)(.+) \S+$", (ROOT / "Dockerfile").read_text(), re.MULTILINE)
    let_in = re.findall(r"^!(.+)$", (ROOT / ".dockerignore").read_text(), re.MULTILINE)
    assert set(" ".join(copied).split()) == set(let_in)


def test_the_lock_names_no_host() -> None:
    for name in ("Pipfile", "Pipfile.lock", "package.json", "package-lock.json"):
        assert "://" not in (ROOT / name).read_text(), name
    assert '"sources": []' in (ROOT / "Pipfile.lock").read_text()


def test_no_code_file_is_longer_than_250_lines() -> None:
    folders = [ROOT / name for name in ("tiktok_claims", "tests", "benchmarks")]
    files = [path for folder in folders for path in folder.rglob("*") if path.suffix in {".py", ".js"}]
    lengths = {str(path): len(path.read_text(encoding="utf-8").splitlines()) for path in [*files, *ROOT.glob("*.py")]}
    assert len(lengths) > 100
    assert {path: length for path, length in lengths.items() if length > 250} == {}
