"""What gunicorn calls, as far as it needs no process; what does is tested with the running service."""

import atexit
import logging
import os
import shutil
import socket
from pathlib import Path

import pytest

from tests.helpers.service import free_port
from tiktok_claims import settings
from tiktok_claims.service import gunicorn_hooks, metric_folder
from tiktok_claims.service.access_log import JsonLines, hide_client_input
from tiktok_claims.settings import InvalidSetting, Settings


@pytest.fixture(autouse=True)
def environment_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", "")  # put back at the end, whatever a test sets


def test_a_busy_port_ends_the_start_with_one_line() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        address: tuple[str, int] = other.getsockname()
        with pytest.raises(SystemExit, match=rf"cannot listen on 127.0.0.1:{address[1]}: Address already in use"):
            gunicorn_hooks.check_ports([address])


def test_a_free_port_is_left_free() -> None:
    address = ("127.0.0.1", free_port())
    gunicorn_hooks.check_ports([address])
    gunicorn_hooks.check_ports([address])


def test_the_metric_folder_of_the_settings_is_made_and_named_to_the_library(tmp_path: Path) -> None:
    folder = metric_folder.prepare(Settings(prometheus_multiproc_dir=tmp_path / "a" / "b"))
    assert folder.is_dir()
    assert settings.read(os.environ).prometheus_multiproc_dir == folder == tmp_path / "a" / "b"


def test_without_a_setting_a_new_metric_folder_is_made() -> None:
    folder = metric_folder.prepare(Settings())
    assert folder.name.startswith(metric_folder.PREFIX)
    assert settings.read(os.environ).prometheus_multiproc_dir == folder
    atexit.unregister(shutil.rmtree)
    shutil.rmtree(folder)


def test_a_metric_folder_that_cannot_be_made_is_an_invalid_setting(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InvalidSetting, match=r"PROMETHEUS_MULTIPROC_DIR: .*Not a directory"):
        metric_folder.prepare(Settings(prometheus_multiproc_dir=tmp_path / "file" / "folder"))


def message(text: str) -> logging.LogRecord:
    return logging.LogRecord("gunicorn.error", logging.WARNING, __file__, 1, text, (), None)


def test_gunicorns_messages_become_lines_of_json() -> None:
    line = JsonLines().format(message('a "quoted"\nmessage'))
    assert '"level":"warning"' in line
    assert r'"message":"a \"quoted\"\nmessage"' in line
    assert "\n" not in line


def test_the_content_of_a_malformed_request_is_cut_from_its_message() -> None:
    record = message("Invalid request from ip=127.0.0.1: Invalid HTTP Header: 'Authorization Bearer secret'")
    assert hide_client_input(record)
    assert record.getMessage() == "Invalid request from ip=127.0.0.1: Invalid HTTP Header"
