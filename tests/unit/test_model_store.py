"""The model store: what is current, what was served, and back."""

import json
from pathlib import Path

import pytest

from tests.helpers.paths import SHIPPED
from tiktok_claims.evaluation import models, rollback
from tiktok_claims.model import model_store
from tiktok_claims.model.model_store import UnknownVersion


@pytest.fixture
def store(tmp_path: Path) -> Path:
    for version in ("aaaaaaaaaaaa", "bbbbbbbbbbbb"):
        (tmp_path / f"{version}.bin").write_bytes(version.encode())
    return tmp_path


def test_an_empty_store_serves_the_shipped_model(tmp_path: Path) -> None:
    assert model_store.current(tmp_path) is None
    assert model_store.file_of(tmp_path) == SHIPPED.relative_to(SHIPPED.parent)
    assert model_store.file_of(SHIPPED) == SHIPPED


def test_promoted_and_rolled_back_is_told_in_the_log(store: Path) -> None:
    model_store.promote(store, "aaaaaaaaaaaa", "Ann", "better")
    model_store.promote(store, "bbbbbbbbbbbb", "Bob", "")
    assert model_store.file_of(store) == store / "bbbbbbbbbbbb.bin"
    assert model_store.rollback(store, "Ann", "too many claims") == "aaaaaaaaaaaa"
    assert model_store.current(store) == "aaaaaaaaaaaa"
    assert model_store.rollback(store, "Ann", "") is None
    assert model_store.current(store) is None
    entries = model_store.log(store)
    assert [(each["version"], each["by"], each["why"]) for each in entries] == [
        ("aaaaaaaaaaaa", "Ann", "better"),
        ("bbbbbbbbbbbb", "Bob", ""),
        ("aaaaaaaaaaaa", "Ann", "too many claims"),
        (None, "Ann", ""),
    ]
    with pytest.raises(UnknownVersion, match="no current model"):
        model_store.rollback(store, "Ann", "")


@pytest.mark.parametrize("version", ["cccccccccccc", "../aaaaaaaaaaaa", "", "current"])
def test_what_is_not_there_is_not_promoted(store: Path, version: str) -> None:
    with pytest.raises(UnknownVersion):
        model_store.promote(store, version, "Ann", "")
    assert model_store.current(store) is None


def test_a_line_of_the_log_that_was_cut_off_costs_nothing_else(store: Path) -> None:
    model_store.promote(store, "aaaaaaaaaaaa", "Ann", "")
    with (store / "log.ndjson").open("a") as file:
        file.write(json.dumps({"version": "b"})[:7] + "\n")
    model_store.promote(store, "bbbbbbbbbbbb", "Ann", "")
    assert [each["version"] for each in model_store.log(store)] == ["aaaaaaaaaaaa", "bbbbbbbbbbbb"]


def test_models_lists_versions_and_what_was_served(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    model_store.promote(store, "aaaaaaaaaaaa", "Ann", "better")
    assert models.main(["--store", str(store)]) == 0
    output = capsys.readouterr().out
    assert "bbbbbbbbbbbb  added" in output
    assert "current: aaaaaaaaaaaa" in output
    assert "aaaaaaaaaaaa, by Ann: better" in output


def test_without_a_store_a_command_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert rollback.main([]) == 1
    assert "model_chosen.bin is no folder" in capsys.readouterr().err
