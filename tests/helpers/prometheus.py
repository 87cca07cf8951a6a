"""A Prometheus that scrapes a service."""

import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.service import free_port

SCRAPING: Mapping[str, Any] = {"scrape_configs": [{"job_name": "claims"}]}


@contextmanager
def prometheus(folder: Path, targets: list[str], config: Mapping[str, Any] = SCRAPING) -> Iterator[str]:
    """Run Prometheus until the block ends; yields its address.

    Whatever the configuration says, it scrapes these targets, four times a second. It looks for rules in the folder.
    """
    program = shutil.which("prometheus")
    if not program:
        pytest.skip("no Prometheus here (Debian: apt-get install prometheus)")
    often = {"scrape_interval": "250ms", "evaluation_interval": "250ms"}
    job = {**config["scrape_configs"][0], "static_configs": [{"targets": targets}]}
    written = json.dumps({**config, "global": often, "scrape_configs": [job]})  # JSON is YAML
    (folder / "prometheus.yml").write_text(written)
    address = f"127.0.0.1:{free_port()}"
    options = [f"--config.file={folder}/prometheus.yml", f"--storage.tsdb.path={folder}/data"]
    with (folder / "prometheus.log").open("w") as log:
        process = subprocess.Popen(
            [program, *options, f"--web.listen-address={address}"], stdout=log, stderr=subprocess.STDOUT
        )
        try:
            yield f"http://{address}"
        finally:
            process.terminate()
            process.wait(timeout=20)
