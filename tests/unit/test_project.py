"""The project's own rules: layers, file tree, lock files."""

import ast
import json
import re
from pathlib import Path

import pytest

from tests.helpers.paths import ROOT
from tiktok_claims.model import explanation, model_file, scoring
from tiktok_claims.record import check

PACKAGE = ROOT / "tiktok_claims"
MODULES = sorted(PACKAGE.glob("*.py"))
OWNERS = {
    "flask": {"service", "wire", "predictions", "moderation", "pages"},
    "pickle": {"artifact"},
    "pandas": {"dataset", "training", "evaluation", "synthetic", "batch"},
    "sklearn": {"dataset", "training", "evaluation", "trials", "measurement", "model_card", "synthetic", "batch"},
    "sqlalchemy": {"store", "history"},
    "xgboost": {"training", "training_parts", "training_cluster"},
}
SCRIPTS = {"train", "predict", "score"}


def imports(path: Path) -> set[str]:
    """The modules that a file imports, those of the package with their full name."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_only_owners_import_what_they_own(path: Path) -> None:
    roots = {name.split(".")[0] for name in imports(path)}
    for library, owners in OWNERS.items():
        assert library not in roots or path.stem in owners, f"{path.stem} imports {library}"
    assert not roots & SCRIPTS
    assert not re.search(r"os\.environ(?!\.setdefault)|getenv", path.read_text()) or path.stem == "settings"


def test_imports_run_one_way() -> None:
    names = {path.stem for path in MODULES}
    needs = {
        path.stem: {
            part for name in imports(path) if name.startswith("tiktok_claims.") for part in name.split(".")[1:2]
        }
        & names
        for path in MODULES
    }
    while free := {name for name, wanted in needs.items() if not wanted & needs.keys()}:
        needs = {name: wanted for name, wanted in needs.items() if name not in free}
    assert not needs, f"these import each other in a circle: {sorted(needs)}"


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
    metrics = model_file.read(ROOT / "model_chosen.bin")[0]["metrics"]
    assert metrics.report(metrics) in (ROOT / "README.md").read_text()


def test_what_the_image_copies_is_let_into_its_build() -> None:
    copied = re.findall(r"^COPY (?!--)(.+) \S+$", (ROOT / "Dockerfile").read_text(), re.MULTILINE)
    let_in = re.findall(r"^!(.+)$", (ROOT / ".dockerignore").read_text(), re.MULTILINE)
    assert set(" ".join(copied).split()) == set(let_in)


def test_the_lock_names_no_host() -> None:
    for name in ("Pipfile", "Pipfile.lock", "package.json", "package-lock.json"):
        assert "://" not in (ROOT / name).read_text(), name
    assert '"sources": []' in (ROOT / "Pipfile.lock").read_text()
