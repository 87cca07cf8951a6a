"""HISTORY_URL: which addresses are accepted, and that no error shows a password."""

import pytest

from tiktok_claims import settings
from tiktok_claims.history import tables


def test_an_empty_url_means_no_history_while_other_empty_variables_are_ignored() -> None:
    assert settings.read({"HISTORY_URL": "", "MAX_ROWS": ""}).history_url == ""
    assert settings.read({}).history_url == "sqlite:///history.db"


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:///folder/history.db",
        "sqlite:////folder/history.db",
        "postgresql://host/name",
        "postgresql+psycopg://me:pass%40/word@host:5432/name?sslmode=require",
        "postgresql://me@[::1]:5432/name",
        "postgresql:///name",
    ],
)
def test_accepted_urls_have_a_driver(url: str) -> None:
    assert tables.connect(settings.read({"HISTORY_URL": url}).history_url).dialect.driver in ("pysqlite", "psycopg")


@pytest.mark.parametrize(
    "url",
    [
        "sqlite://",
        "sqlite:///:memory:",
        "mysql://me:very-secret@host/name",
        "history.db",
        "postgresql://me:very-secret@host:port/name",
        "postgresql://me:very-secret@host",
    ],
)
def test_other_databases_are_refused_without_showing_a_password(url: str) -> None:
    with pytest.raises(settings.InvalidSetting, match="HISTORY_URL: sqlite:///FILE") as error:
        settings.read({"HISTORY_URL": url})
    assert "secret" not in str(error.value)
