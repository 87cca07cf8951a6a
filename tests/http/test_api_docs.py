"""docs/api.md, held to the service: routes, statuses, keys, and each example with the shipped model."""

import csv
import io
import json
import re
import shlex
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.helpers.paths import ROOT, SHIPPED
from tests.helpers.service import application, wait_until
from tiktok_claims.files.csv_rows import PREDICTION_COLUMNS
from tiktok_claims.model import scoring
from tiktok_claims.monitoring import summary
from tiktok_claims.record import FIELDS
from tiktok_claims.service import auth

TEXT = (ROOT / "docs/api.md").read_text()
ID = "66108d6522b75ff6"  # of the first prediction in the text
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", TEXT, re.DOTALL)


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    url = f"sqlite:///{tmp_path_factory.mktemp('history')}/history.db"
    with application(scoring.load(SHIPPED), history_url=url) as app:
        yield app


def rows(heading: str) -> list[list[str]]:
    """The cells of the tables between a heading and the next."""
    section = TEXT.split(f"{heading}\n")[1].split("\n#")[0]
    lines = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| ")]
    return [line for line in lines if "---" not in line[0]]


def named(cell: str) -> set[str]:
    return set(re.findall(r"`([^`]+)`", cell))


def send(client: FlaskClient, command: str, files: dict[str, str]) -> TestResponse:
    """Send what a curl command would send."""
    _curl, _silent, address, *options = shlex.split(command.removeprefix("$ "))
    values = dict(zip(options[::2], options[1::2], strict=True))
    name, _, value = values["-H"].partition(": ")
    body = values["-d"] if "-d" in values else files[values["--data-binary"].removeprefix("@")]
    return client.post(address.removeprefix("localhost:9696"), data=body, headers={name: value})


def without_ids(content: Any) -> Any:
    if isinstance(content, list):
        return list(map(without_ids, content))
    return {name: value for name, value in content.items() if name != "prediction_id"}


def test_every_example_gets_the_response_that_is_shown(shipped: Flask) -> None:
    client, examples = shipped.test_client(), iter(BLOCKS)
    first_id, shown = "", 0
    csv_file = ""
    for kind, block in examples:
        if kind == "csv":
            csv_file = block
            continue
        assert kind == "console"
        if "/feedback" in block:  # which knows predictions that are written
            wait_until(lambda: client.get("/monitoring").get_json()["predictions"] >= 4)
        response = send(client, block.replace(ID, first_id or ID), {"videos.csv": csv_file})
        first_id = first_id or response.get_json()["prediction_id"]
        kind, block = next(examples)
        if kind == "json":
            assert without_ids(response.get_json()) == without_ids(json.loads(block))
        else:
            lines, expected = (list(csv.DictReader(io.StringIO(text))) for text in (response.text, block))
            assert without_ids(lines) == without_ids(expected)
        shown += 1
    assert shown == 6


def test_every_route_is_in_the_table_with_its_need_of_a_key(shipped: Flask) -> None:
    documented = {(*cells[0].strip("`").split(), cells[2] == "yes") for cells in rows("# The API") if "`" in cells[0]}
    routes = {
        (method, rule.rule.replace("<path:video_id>", "ID"), rule.endpoint not in auth.PUBLIC)
        for rule in shipped.url_map.iter_rules()
        if "file" not in rule.rule
        for method in (rule.methods or set()) & {"GET", "POST", "DELETE"}
    }
    assert documented == routes


def test_every_field_and_key_is_documented(shipped: Flask) -> None:
    client = shipped.test_client()
    prediction = client.post("/predict", json={"video_view_count": 3}).get_json()
    assert set().union(*(named(cells[0]) for cells in rows("## Predict"))) == prediction.keys()
    assert set().union(*(named(cells[0]) for cells in rows("### The record"))) >= set(FIELDS)
    keys = set().union(*(named(cells[0]) for cells in rows("## The summary")))
    assert keys == {*client.get("/monitoring").get_json(), "shown"}
    assert set(PREDICTION_COLUMNS) <= set(re.findall(r"\w+", TEXT))
    window, _, shown = (named(cells[1]) for cells in rows("## The summary")[1:4])
    assert (window, shown) == (set(summary.WINDOWS), set(summary.SHOWN))


def test_every_status_of_the_openapi_document_is_explained(shipped: Flask) -> None:
    paths = shipped.test_client().get("/openapi.json").get_json()["paths"]
    statuses = {status for path in paths.values() for operation in path.values() for status in operation["responses"]}
    assert statuses - {"200"} <= {cells[0] for cells in rows("## Errors")}
